//! A civil servant number (NIP) that cannot be one.

use jiff::civil::Date;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule.
pub static RULE: Rule = Rule::error("PEO003", "malformed-nip", Group::People).example(
    "nip = \"19901301 201501 1 001\"",
    "nip = \"199001012015011001\"",
);

/// Reads the numbers of all heads: eight digits of the day of birth, six of the
/// month of appointment, one of the sex, three of a sequence.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        let nip = opd.file.head.as_ref().and_then(|head| head.nip.as_ref());
        if let Some(nip) = nip
            && !is_nip(nip)
        {
            cx.report(
                Finding::new(&RULE, nip.span, message!("malformed-nip", nip = &nip.value))
                    .hint(message!("malformed-nip.hint")),
            );
        }
    }
}

/// Spaces are how the number is printed and carry nothing.
fn is_nip(text: &str) -> bool {
    let digits: String = text.chars().filter(|c| *c != ' ').collect();
    if digits.len() != 18 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let number = |range: std::ops::Range<usize>| -> i16 {
        digits
            .get(range)
            .and_then(|part| part.parse().ok())
            .unwrap_or(-1)
    };
    let day = |year: i16, month: i16, day: i16| {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(year, month, day).ok()
    };
    let born = day(number(0..4), number(4..6), number(6..8));
    let appointed = day(number(8..12), number(12..14), 1);
    let sex = matches!(digits.as_bytes().get(14), Some(b'1' | b'2'));
    sex && matches!((born, appointed), (Some(born), Some(appointed)) if born < appointed)
}

#[cfg(test)]
mod tests {
    use super::is_nip;

    #[test]
    fn the_days_in_a_number_exist() {
        for good in ["196910151990031007", "19691015 199003 1 007"] {
            assert!(is_nip(good), "{good}");
        }
        for bad in [
            "",
            "19691015199003100",
            "196913151990031007",
            "196910151990131007",
            "196910151990033007",
            "199910151990031007",
            "1969101519900310O7",
            "１９６９１０１５１９９００３１００７",
        ] {
            assert!(!is_nip(bad), "{bad}");
        }
    }
}
