//! What is not TOML, in the words of whoever wrote it.

use toml::de::DeValue;

use crate::finding::Finding;
use crate::language::{Message, message};
use crate::model::customary::offer::lines;
use crate::model::shape::Shape;
use crate::model::{Begun, Expected, Foreign, Mended, Mistake, sample_line};
pub use crate::reading::rules::syntax_error::RULE;
use crate::reading::rules::syntax_error::with_reason;
use crate::source::Span;

/// What the parser says about the text `found`, which stands behind a key, if that is
/// known.
pub fn finding(span: Span, reason: &str, found: &str, begun: Option<&Begun>) -> Finding {
    let Some(Begun { key, shape, raw }) = begun else {
        return with_reason(span, in_words(reason, found));
    };
    // Marks around what is to be a number would only lead to the next mistake.
    let scalar = matches!(
        shape,
        Shape::Boolean | Shape::Count | Shape::Money | Shape::Number | Shape::Year | Shape::Date
    );
    let why = if scalar && !raw.is_empty() {
        mistake(&Mistake::Value(raw.clone(), shape.clone()))
    } else {
        in_words(reason, found)
    };
    let line = sample_line(key, shape);
    with_reason(span, why).hint(message!("syntax-error.example", line = line))
}

/// A line that is not TOML and whose meaning is known.
pub(crate) fn mended(span: Span, mended: &Mended) -> Finding {
    let shown: Vec<String> = mended.lines.iter().map(|line| shortened(line)).collect();
    let hint = match shown.as_slice() {
        [gone] if gone.is_empty() => message!("syntax-error.divider-hint"),
        shown => lines(shown, mended.sure, mended.remark.as_ref()),
    };
    let finding = with_reason(span, mistake(&mended.mistake)).hint(hint);
    match mended.lines.first().filter(|_| mended.sure) {
        Some(line) => finding.respell(span, format!("{line}{}", mended.tail)),
        None => finding,
    }
}

/// A key that its table has already, where it stands first, and the list of tables to
/// which the table belongs.
pub(crate) fn repeated(span: Span, key: &str, first: Option<Span>, list: Option<&str>) -> Finding {
    let finding = with_reason(span, message!("syntax.duplicate-key"));
    let finding = finding.hint(match list {
        Some(list) => message!("syntax-error.duplicate-list-hint", key = key, list = list),
        None => message!("syntax-error.duplicate-hint", key = key),
    });
    match first {
        Some(first) => finding.related(first, message!("first-one")),
        None => finding,
    }
}

/// A table that is there already.
pub(crate) fn repeated_table(span: Span, header: &str) -> Finding {
    with_reason(span, message!("syntax.duplicate-table", header = header)).hint(message!(
        "syntax-error.duplicate-table-hint",
        header = header
    ))
}

/// Most letters of a line that are shown whole.
const SHOWN: usize = 100;

/// A line of which the middle is left out, if it is long; what is left is TOML all the
/// same. Several lines are shown in one.
fn shortened(line: &str) -> String {
    if line.contains('\n') {
        let lines: Vec<&str> = line.lines().filter(|line| !line.is_empty()).collect();
        return lines.join(" ⏎ ");
    }
    let letters: Vec<char> = line.chars().collect();
    let text = line.ends_with('"') && !line.contains(['\\', '[', '{']);
    if letters.len() <= SHOWN || !text {
        return line.to_owned();
    }
    let (begin, end) = (
        letters.iter().take(60),
        letters.iter().skip(letters.len() - 24),
    );
    let begin: String = begin.collect();
    let end: String = end.collect();
    format!("{} … {}", begin.trim_end(), end.trim_start())
}

/// What is wrong with a line.
fn mistake(mistake: &Mistake) -> Message {
    match mistake {
        Mistake::ForeignMarks(mark) => message!("syntax.foreign-marks", mark = mark.to_string()),
        Mistake::NoMarks => message!("syntax.quotes"),
        Mistake::MarksInside => message!("syntax.marks-inside"),
        Mistake::OpenText => message!("syntax.open-text"),
        Mistake::SeveralLines => message!("syntax.several-lines"),
        Mistake::Backslash => message!("syntax.escape"),
        Mistake::Assignment(sign) if sign.is_empty() => message!("syntax.assignment"),
        Mistake::Assignment(sign) => message!("syntax.other-assignment", sign = sign),
        Mistake::Comment(sign) => message!("syntax.other-comment", sign = sign),
        Mistake::Divider => message!("syntax.divider"),
        Mistake::Invisible(c) => {
            message!(
                "syntax.invisible",
                code = format!("U+{:04X}", u32::from(*c))
            )
        }
        Mistake::SeveralKeys => message!("syntax.several-keys"),
        Mistake::BehindHeader => message!("syntax.behind-header"),
        Mistake::CommentInside => message!("syntax.comment-inside"),
        Mistake::Ending(sign) => message!("syntax.ending", sign = sign.to_string()),
        Mistake::Key(key) => message!("syntax.key", key = key),
        Mistake::Header => message!("syntax.header"),
        Mistake::OpenList => message!("syntax.array"),
        Mistake::List => message!("syntax.list"),
        Mistake::Table => message!("syntax.inline"),
        Mistake::Value(raw, shape) => {
            let expected = Expected::of(shape, &DeValue::Boolean(true)).name();
            message!("syntax.no-such-value", text = raw, expected = expected)
        }
    }
}

/// A control character where the parser says that there must be none. Word writes the ends
/// of lines and two hyphens as such.
pub(crate) fn control_character(span: Span, c: char, reason: &str) -> Finding {
    let code = format!("U+{:04X}", u32::from(c));
    let known = reason.split(", expected").next().unwrap_or(reason);
    let instead = match (c, known) {
        (_, "invalid comment character") => Some(" "),
        ('\u{b}' | '\u{c}', "invalid basic string" | "invalid multi-line basic string") => {
            Some("\\n")
        }
        ('\u{b}' | '\u{c}', "invalid multi-line literal string") => Some("\n"),
        ('\u{1e}', _) => Some("\u{2011}"),
        ('\u{1f}', _) => Some(""),
        _ => None,
    };
    let hint = match c {
        '\u{b}' | '\u{c}' => message!("syntax-error.line-hint"),
        '\u{1e}' => message!("stray-character.hyphen-hint"),
        '\u{1f}' => message!("stray-character.optional-hyphen-hint"),
        _ => message!("stray-character.control-hint"),
    };
    let reason = message!("syntax.control", code = code);
    let finding = Finding::new(&RULE, span, message!("syntax-error", reason = reason)).hint(hint);
    match instead {
        Some(text) => finding.fix(span, text),
        None => finding,
    }
}

/// A prefix such as `0x` without digits behind it.
pub(crate) fn no_digits(span: Span) -> Finding {
    with_reason(span, message!("syntax.digits"))
}

/// A block at the beginning of a text that does not end.
pub(crate) fn open_front_matter(span: Span) -> Finding {
    let reason = message!("syntax.front-matter");
    Finding::new(&RULE, span, message!("syntax-error", reason = reason))
        .hint(message!("syntax-error.front-matter-hint"))
}

/// A fence of Markdown around a whole file: its first line, and what is left without it.
pub(crate) fn fence(first: Span, whole: Span, inside: &str) -> Finding {
    with_reason(first, message!("syntax.fence"))
        .hint(message!("syntax-error.fence-hint"))
        .respell(whole, inside)
}

/// A file of another form.
pub(crate) fn foreign(span: Span, form: Foreign) -> Finding {
    let (reason, hint) = match form {
        Foreign::Json => (message!("syntax.json"), message!("syntax-error.json-hint")),
        Foreign::Csv => (message!("syntax.csv"), message!("syntax-error.csv-hint")),
    };
    with_reason(span, reason).hint(hint)
}

/// The parser speaks English. What it is known to say is translated; the rest
/// is passed on in one line.
fn in_words(reason: &str, found: &str) -> Message {
    // What the parser would rather have seen stands behind a comma.
    let what = reason.split(", expected").next().unwrap_or(reason);
    match what {
        // Nothing where text without quotation marks is feared.
        "string values must be quoted" if found.is_empty() => message!("syntax.value"),
        "string values must be quoted" if is_figure(found) => message!("syntax.figure"),
        "duplicate key" => message!("syntax.duplicate-key"),
        "carriage return must be followed by newline" => message!("syntax.carriage-return"),
        "missing opening quote" => message!("syntax.opening-quote"),
        "missing comma between array elements" => message!("syntax.array-comma"),
        "integers with a radix cannot be signed" => message!("syntax.signed-radix"),
        "radix must be lowercase" => message!("syntax.radix-case"),
        "missing assignment between key-value pairs" => message!("syntax.assignment"),
        "unexpected leading zero" => message!("syntax.leading-zero"),
        "unclosed array table" => message!("syntax.array-table"),
        "missing key for inline table element" => message!("syntax.inline-key"),
        "missing inline table opening" => message!("syntax.inline-opening"),
        "missing escaped value" => message!("syntax.escape"),
        "missing array opening" => message!("syntax.array-opening"),
        "invalid unquoted key" => message!("syntax.bare-key"),
        "cannot recurse further; max recursion depth met" => message!("syntax.recursion"),
        "recursion limit" => message!("syntax.recursion-limit"),
        "unquoted keys cannot be empty" => message!("syntax.empty-key"),
        "unexpected sign" => message!("syntax.sign"),
        "unexpected key or value" => message!("syntax.key-or-value"),
        "unexpected content" => message!("syntax.content"),
        "unexpected content between comment and newline" => message!("syntax.after-comment"),
        "unexpected `=` in array" => message!("syntax.array-assignment"),
        "unclosed table" => message!("syntax.table"),
        "unclosed inline table" => message!("syntax.inline-table"),
        "unclosed array" => message!("syntax.array"),
        "too few unicode value digits" => message!("syntax.few-digits"),
        "string values must be quoted" => message!("syntax.quotes"),
        "redundant numeric sign" => message!("syntax.two-signs"),
        "redundant integer number prefix" => message!("syntax.two-prefixes"),
        "missing value" => message!("syntax.value"),
        "missing value for key" => message!("syntax.key-value"),
        "missing table open" => message!("syntax.table-opening"),
        "missing comment start" => message!("syntax.comment"),
        "missing comma between key-value pairs" => message!("syntax.inline-comma"),
        "keys cannot be multi-line literal strings" => message!("syntax.multi-line-key"),
        "keys cannot be multi-line basic strings" => message!("syntax.multi-line-basic-key"),
        "key with no value" => message!("syntax.no-value"),
        "invalid value" => message!("syntax.invalid-value"),
        "invalid key-value pair" => message!("syntax.pair"),
        "invalid inline table element" => message!("syntax.inline-element"),
        "invalid comment character" => message!("syntax.comment-character"),
        "extra comma in inline table" => message!("syntax.extra-inline-comma"),
        "extra comma in array" => message!("syntax.extra-comma"),
        "extra assignment between key-value pairs" => message!("syntax.extra-assignment"),
        "extra `=`" => message!("syntax.extra-equals"),
        "`_` may only go between digits" => message!("syntax.underscore"),
        "invalid basic string" => message!("syntax.basic-string"),
        "invalid multi-line basic string" => message!("syntax.multi-line-string"),
        "invalid literal string" => message!("syntax.literal-string"),
        "invalid multi-line literal string" => message!("syntax.multi-line-literal"),
        "invalid boolean" => message!("syntax.boolean"),
        "invalid date" => message!("syntax.date"),
        "invalid time" => message!("syntax.time"),
        "invalid date-time" => message!("syntax.date-time"),
        "invalid offset" => message!("syntax.offset"),
        "invalid exponent" => message!("syntax.exponent"),
        "invalid float" => message!("syntax.float"),
        "invalid fraction" => message!("syntax.fraction"),
        "invalid mantissa" => message!("syntax.mantissa"),
        "invalid integer number" => message!("syntax.integer-number"),
        "invalid binary number" => message!("syntax.binary"),
        "invalid octal number" => message!("syntax.octal"),
        "invalid hexadecimal number" => message!("syntax.hexadecimal"),
        other if other.starts_with("cannot extend value of type") => {
            message!("syntax.extend")
        }
        _ => {
            let line = reason.split_whitespace().collect::<Vec<_>>().join(" ");
            message!("said", text = line)
        }
    }
}

/// Whether text without quotation marks is meant for money or a day, such as `Rp100.000`
/// or `1 Januari 2027`. Quotation marks would only lead to the next mistake.
fn is_figure(found: &str) -> bool {
    found.starts_with("Rp") || found.starts_with(|c: char| c.is_ascii_digit())
}
