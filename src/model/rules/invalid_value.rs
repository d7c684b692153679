//! A value of the right type that is not allowed.

use crate::finding::{Finding, Group, Rule, is_one_slip, offer, only_nearest};
use crate::language::{Message, Words, message};
use crate::model::customary::meant;
use crate::model::shape::Shape;
use crate::model::{Meant, indonesian, quoted};
use crate::source::Span;

/// The rule `invalid-value` (STR011).
pub static RULE: Rule = Rule::error("STR011", "invalid-value", Group::Structure)
    .fixed_level()
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "status = \"runing\"",
        "status = \"running\"",
    );

/// What is wrong with the value.
pub fn finding(span: Span, message: Message) -> Finding {
    Finding::new(&RULE, span, message)
}

/// A path of Windows in which the letter behind a backslash makes another sign of it, as
/// in `\t`; `inner` is what stands between the marks.
pub fn path(span: Span, escape: &str, inner: &str) -> Finding {
    let literal = quoted(inner);
    finding(span, message!("invalid-value.path", escape = escape))
        .hint(offer::meant([literal.as_str()]))
}

/// A word that is none of those that the key takes.
pub(crate) fn unknown_word(span: Span, word: &str, known: &[&str]) -> Finding {
    let finding = finding(span, message!("invalid-value.word", word = word));
    match indonesian::words(word, known).as_slice() {
        [] => match slip(word, known) {
            Some(near) => finding.hint(message!("did-you-mean", name = near)),
            None => finding.hint(message!("one-of", known = Words(known))),
        },
        [only] => finding
            .hint(offer::write(&quoted(only)))
            .respell(span, quoted(only)),
        several => finding.hint(offer::meant(several.iter().copied())),
    }
}

/// The word that was misspelt. Of short words, two letters make another: `bagian` and
/// `badan`.
fn slip<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let near = only_nearest(word, known.iter().copied())?;
    let long = word.chars().count().min(near.len()) >= LONG;
    (long || is_one_slip(&word.to_lowercase(), near)).then_some(near)
}

/// Shortest word in which more than one letter may be wrong.
const LONG: usize = 8;

/// A reference that does not name its kind.
pub(crate) fn untyped(span: Span, text: &str) -> Finding {
    finding(span, message!("invalid-value.untyped", text = text))
        .hint(message!("invalid-value.untyped-hint"))
}

/// The same, and the only reference that can have been meant.
pub(crate) fn typed(finding: Finding, span: Span, reference: &str) -> Finding {
    let value = quoted(reference);
    finding.hint(offer::write(&value)).respell(span, value)
}

/// The same, and the references that may have been meant; all that there are, if none is
/// like it and they are few.
pub(crate) fn like(finding: Finding, like: &[&str], all: &[String]) -> Finding {
    let names = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        offer::meant(names.iter().map(String::as_str))
    };
    match (like, all) {
        ([], []) => finding,
        ([], all) if all.len() <= FEW => finding.hint(message!("known", known = all.join(", "))),
        ([], _) => finding,
        (like, _) => finding.hint(names(like.get(..3).unwrap_or(like))),
    }
}

/// Most references that are listed.
const FEW: usize = 12;

/// A reference to a kind of thing that has no place here.
pub(crate) fn kind(span: Span, kind: Message, allowed: &str) -> Finding {
    finding(span, message!("invalid-value.kind", kind = kind))
        .hint(message!("invalid-value.kind-hint", allowed = allowed))
}

/// A colour that is none, and what may have been meant.
pub(crate) fn color(span: Span, color: &str, meant: Option<&Meant>) -> Finding {
    let finding = finding(span, message!("invalid-value.color", color = color));
    let Some(meant) = meant else {
        return finding.hint(message!("invalid-value.color-hint"));
    };
    let finding = finding.hint(meant.offer());
    match meant.values.first().filter(|_| meant.sure) {
        Some(value) => finding.respell(span, value),
        None => finding,
    }
}

/// A year of a target that is none.
pub(crate) fn target_year(span: Span, key: &str) -> Finding {
    let finding = finding(span, message!("invalid-value.target-year", key = key));
    let Some(meant) = meant(key, &Shape::Year, key).filter(|meant| !meant.values.is_empty()) else {
        return finding.hint(message!("invalid-value.target-year-hint"));
    };
    let finding = finding.hint(meant.offer());
    match meant.values.first().filter(|_| meant.sure) {
        Some(year) => finding.respell(span, year),
        None => finding,
    }
}
