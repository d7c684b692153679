//! A source of money that the plan does not know.

use crate::finding::{Finding, Group, Rule, offer};
use crate::language::{Words, message};
use crate::model::{indonesian, quoted};
use crate::source::Span;

/// The rule `unknown-funding-source` (MON003).
pub static RULE: Rule = Rule::error("MON003", "unknown-funding-source", Group::Money)
    .fixed_level()
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "[[budget]]\nsource = \"apbd\"",
        "[[budget]]\nsource = \"apbd-kota\"",
    );

/// The word, and those that there are. `apbd` is the beginning of two of them, and
/// nearer to a third: the beginning tells more than the letters.
pub fn finding(span: Span, word: &str, known: &[&str]) -> Finding {
    let finding = Finding::new(&RULE, span, message!("unknown-funding-source", word = word));
    match indonesian::words(word, known).as_slice() {
        [only] if indonesian::is_part_of(word, only) => {
            return finding.hint(message!(
                "unknown-funding-source.part",
                word = word,
                source = *only
            ));
        }
        [only] => {
            let source = quoted(only);
            return finding.hint(offer::write(&source)).respell(span, source);
        }
        [] => {}
        several => return finding.hint(offer::meant(several.iter().copied())),
    }
    let begin = format!("{}-", word.to_lowercase());
    let longer = known.iter().copied();
    let longer: Vec<&str> = longer.filter(|known| known.starts_with(&begin)).collect();
    if !longer.is_empty() {
        return finding.hint(offer::meant(longer));
    }
    finding.suggest(
        word,
        known.iter().copied(),
        message!("one-of", known = Words(known)),
    )
}

#[cfg(test)]
mod tests {
    use super::finding;
    use crate::finding::offer;
    use crate::language::{Message, message};
    use crate::model::FundingSource;
    use crate::source::Span;

    fn hint(word: &str) -> Option<Message> {
        let known: Vec<&str> = FundingSource::ALL.iter().map(|one| one.word()).collect();
        finding(Span::of_plan(), word, &known)
            .hint
            .map(|hint| hint.words())
    }

    #[test]
    fn money_belongs_to_a_source_by_whatever_name() {
        for (word, told) in [
            ("APBD", offer::meant(["apbd-kota", "apbd-provinsi"])),
            ("DAK", offer::meant(["dak-fisik", "dak-nonfisik"])),
            ("apbm", message!("did-you-mean", name = "apbn")),
            ("APBN", offer::write("\"apbn\"")),
            ("DAK Non-Fisik", offer::write("\"dak-nonfisik\"")),
            ("DAU", offer::write("\"dau\"")),
            ("Dana Desa", offer::write("\"dana-desa\"")),
            (
                "dana kelurahan",
                message!(
                    "unknown-funding-source.part",
                    word = "dana kelurahan",
                    source = "apbd-kota"
                ),
            ),
        ] {
            assert_eq!(hint(word), Some(told), "{word}");
        }
    }
}
