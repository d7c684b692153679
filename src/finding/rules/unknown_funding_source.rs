//! A source of money that the plan does not know.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::error("MON003", "unknown-funding-source", Group::Money)
    .firm()
    .example("source = \"apbd\"", "source = \"apbd-kota\"");

/// The word, and those that there are. `apbd` is the beginning of two of them, and
/// nearer to a third: the beginning tells more than the letters.
pub fn found(span: Span, word: &str, known: &[&str]) -> Finding {
    let finding = Finding::new(&RULE, span, message!("unknown-funding-source", word = word));
    let begin = format!("{}-", word.to_lowercase());
    let longer: Vec<&str> = known
        .iter()
        .copied()
        .filter(|known| known.starts_with(&begin))
        .collect();
    match longer.as_slice() {
        [] => {}
        [only] => return finding.hint(message!("did-you-mean", name = *only)),
        several => return finding.hint(message!("one-of", known = several.join(", "))),
    }
    finding.suggest(
        word,
        known.iter().copied(),
        message!("one-of", known = known.join(", ")),
    )
}

#[cfg(test)]
mod tests {
    use super::found;
    use crate::language::{Message, message};
    use crate::model::FundingSource;
    use crate::source::Span;

    fn hint(word: &str) -> Option<Message> {
        let known: Vec<&str> = FundingSource::ALL.iter().map(|one| one.word()).collect();
        found(Span::of_plan(), word, &known)
            .hint
            .map(|hint| hint.words())
    }

    #[test]
    fn the_beginning_of_a_source_is_nearer_than_another_source() {
        assert_eq!(
            hint("apbd"),
            Some(message!("one-of", known = "apbd-kota, apbd-provinsi"))
        );
        assert_eq!(
            hint("DAK"),
            Some(message!("one-of", known = "dak-fisik, dak-nonfisik"))
        );
        assert_eq!(hint("apbm"), Some(message!("did-you-mean", name = "apbn")));
    }
}
