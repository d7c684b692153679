//! A key that the entry does not have.

use crate::finding::{Finding, Group, Rule, offer};
use crate::language::message;
use crate::model::Remark;
use crate::model::customary::offer::lines as offered;
use crate::source::Span;

/// The rule `unknown-key` (STR009).
pub static RULE: Rule = Rule::error("STR009", "unknown-key", Group::Structure)
    .fixed_level()
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "sumary = \"Satu pintu.\"",
        "summary = \"Satu pintu.\"",
    );

/// The key, and what it may have been meant for, which is one key at least.
pub fn meant(span: Span, key: &str, names: &[String]) -> Finding {
    finding(span, key).hint(offer::meant(names.iter().map(String::as_str)))
}

/// A key with a value that the key that was meant does not take: the key and all of the
/// line, and the lines that may have been meant.
pub(crate) fn with_value(
    (span, line): (Span, Span),
    key: &str,
    lines: &[String],
    sure: bool,
    remark: Option<&Remark>,
) -> Finding {
    let finding = finding(span, key).hint(offered(lines, sure, remark));
    match lines.first().filter(|_| sure) {
        Some(text) => finding.respell(line, text),
        None => finding,
    }
}

/// A year with its amount behind it, and the two lines that are meant; `only` if there is
/// one such year.
pub(crate) fn dated(span: Span, line: Span, key: &str, lines: &[String; 2], only: bool) -> Finding {
    let [year, amount] = lines;
    let finding = finding(span, key);
    if only {
        finding
            .hint(message!("unknown-key.dated", year = year, amount = amount))
            .respell(line, format!("{year}\n{amount}"))
    } else {
        finding.hint(message!(
            "unknown-key.dated-several",
            year = year,
            amount = amount
        ))
    }
}

/// A key that is like none of those its table has, and the headers of the tables in this
/// file that have it.
pub(crate) fn stray(span: Span, key: &str, known: &[&str], tables: &[String]) -> Finding {
    match tables {
        [] => finding(span, key).suggest(
            key,
            known.iter().copied(),
            message!("unknown-key.hint", known = known.join(", ")),
        ),
        [only] if only.contains('.') => finding(span, key).hint(offer::meant([only.as_str()])),
        tables => finding(span, key).hint(message!(
            "unknown-key.tables",
            key = key,
            tables = offer::alternatives(tables.iter().map(String::as_str))
        )),
    }
}

/// The first key of a second entry in a file that holds one.
pub(crate) fn second_entry(span: Span, key: &str) -> Finding {
    let message = message!("unknown-key.second-entry", key = key);
    Finding::new(&RULE, span, message).hint(message!("unknown-key.second-entry-hint"))
}

/// A key of the table behind `owner`, or of the whole file, that stands in the table
/// behind `below`.
pub(crate) fn misplaced(span: Span, key: &str, below: &str, owner: &str) -> Finding {
    let message = message!("unknown-key.misplaced", key = key, below = below);
    Finding::new(&RULE, span, message).hint(match owner {
        "" => message!("unknown-key.misplaced-hint"),
        owner => message!("unknown-key.owner-hint", owner = owner),
    })
}

/// A header that stands for the file itself: what is taken out, the header as it was
/// written, and what is left of it, if it names a table.
pub(crate) fn idle_header(span: Span, out: Span, header: &str, rest: Option<&str>) -> Finding {
    let message = message!("unknown-key.idle-header", header = header);
    let finding = Finding::new(&RULE, span, message);
    match rest {
        Some(rest) => finding.hint(offer::write(rest)).respell(span, rest),
        None => finding
            .hint(message!("unknown-key.idle-header-hint"))
            .respell(out, ""),
    }
}

fn finding(span: Span, key: &str) -> Finding {
    Finding::new(&RULE, span, message!("unknown-key", key = key))
}
