//! TOML for the eyes of `git diff`: one value per line, each with where it stands.
//!
//! Git compares lines and knows nothing of tables. Here every value says which item it
//! belongs to, and the order is that of the names: what git then shows as changed is a
//! value or a comment, and neither layout nor an order that means nothing. Where the order
//! of a list means something, its items stand in it.

use std::ops::Range;

use toml::de::{DeArray, DeTable, DeValue};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::marks;
use crate::model::naming;
use crate::slice::slice;

/// How many characters a mark of git has in a file that is in conflict.
const MARK_SIZE: usize = 7;

/// The values of a text, one per line. Of a text in conflict those of both sides, with marks
/// around what is not the same; of what is no TOML the lines that cannot be read too.
pub fn values(text: &str) -> String {
    let mut lines = Lines::default();
    if let Ok(table) = DeTable::parse(text) {
        lines.collect(table.get_ref(), "");
        lines.comments(text);
        return lines.text();
    }
    let [ours, theirs] = marks::settled(text, MARK_SIZE);
    if ours != text && theirs != text {
        return marks::apart(
            &values(&ours),
            &values(&theirs),
            MARK_SIZE,
            ["ours", "theirs"],
        );
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    lines.collect(table.get_ref(), "");
    lines.comments(text);
    let errors = errors.iter().filter_map(toml::de::Error::span);
    lines.unread(text, &errors.collect::<Vec<_>>());
    lines.text()
}

/// A line that is shown.
struct Line {
    /// Where its value stands: `budget[2026 apbn].amount`.
    place: String,
    /// Its number in a list whose order means something.
    number: usize,
    /// What is shown of it.
    text: String,
    /// Where it was written.
    span: Range<usize>,
}

#[derive(Default)]
struct Lines(Vec<Line>);

impl Lines {
    fn collect(&mut self, table: &DeTable<'_>, place: &str) {
        for (key, value) in table {
            let key = key.get_ref();
            let inner = match place {
                "" => key.to_string(),
                place => format!("{place}.{key}"),
            };
            match value.get_ref() {
                DeValue::Table(table) => self.collect(table, &inner),
                DeValue::Array(items) => self.list(items, key, &inner),
                other @ (DeValue::String(_)
                | DeValue::Integer(_)
                | DeValue::Float(_)
                | DeValue::Boolean(_)
                | DeValue::Datetime(_)) => self.value(&inner, 0, other, value.span()),
            }
        }
    }

    fn list(&mut self, items: &DeArray<'_>, key: &str, place: &str) {
        for (at, item) in items.iter().enumerate() {
            if let DeValue::Table(table) = item.get_ref() {
                self.collect(table, &format!("{place}[{}]", name(key, table)));
            } else {
                let number = if naming::is_ordered(key) { at } else { 0 };
                self.value(place, number, item.get_ref(), item.span());
            }
        }
    }

    fn value(&mut self, place: &str, number: usize, value: &DeValue<'_>, span: Range<usize>) {
        self.0.push(Line {
            place: place.to_owned(),
            number,
            text: format!("{place} = {}", written(value)),
            span,
        });
    }

    /// Adds the comments, each at the value behind which or else above which it stands.
    fn comments(&mut self, text: &str) {
        let mut comments = Vec::new();
        for token in Source::new(text).lex() {
            if token.kind() != TokenKind::Comment {
                continue;
            }
            let span = token.span().start()..token.span().end();
            let before = self.0.iter().filter(|line| line.span.end <= span.start);
            let beside = before.max_by_key(|line| line.span.end).filter(|line| {
                let between = slice(text, line.span.end..span.start);
                !between.contains('\n')
            });
            let after = self.0.iter().filter(|line| line.span.start >= span.end);
            let below = || after.min_by_key(|line| line.span.start);
            let place = beside.or_else(below).map_or("", |line| &line.place);
            let comment = slice(text, span.clone()).trim_end();
            comments.push(Line {
                place: place.to_owned(),
                number: usize::MAX,
                text: format!("{place} {comment}").trim_start().to_owned(),
                span,
            });
        }
        self.0.extend(comments);
    }

    /// Adds the lines of a text that hold no value which could be read, and those in which
    /// something is wrong.
    fn unread(&mut self, text: &str, errors: &[Range<usize>]) {
        let mut unread = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let span = at..at + line.len();
            at = span.end;
            let content = line.trim();
            let meets = |other: &Range<usize>| other.start < span.end && other.end >= span.start;
            let is_read = self.0.iter().any(|known| meets(&known.span));
            let is_wrong = errors.iter().any(meets);
            let is_header = content.starts_with('[') && content.ends_with(']');
            if !content.is_empty() && (is_wrong || !(is_read || is_header)) {
                unread.push(Line {
                    place: String::new(),
                    number: 0,
                    text: content.to_owned(),
                    span,
                });
            }
        }
        self.0.extend(unread);
    }

    /// The lines in the order of their places.
    fn text(mut self) -> String {
        let order = |line: &Line| (line.place.clone(), line.number, line.text.clone());
        self.0.sort_by_cached_key(order);
        let lines = self.0.iter().map(|line| format!("{}\n", line.text));
        lines.collect()
    }
}

/// What tells an item of the list under `key` from the others.
fn name(key: &str, table: &DeTable<'_>) -> String {
    let name = naming::name(key, |key| Some(plain(table.get(key)?.get_ref())));
    name.unwrap_or_default()
}

fn plain(value: &DeValue<'_>) -> String {
    if let DeValue::String(text) = value {
        return text.replace("\r\n", "\n").replace('\n', " ");
    }
    written(value)
}

fn written(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => {
            let text = text.replace("\r\n", "\n").replace('\n', "\\n");
            format!("\"{text}\"")
        }
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(day) => day.to_string(),
        // Lists in lists and tables in lists of values do not stand in a plan.
        DeValue::Array(items) => {
            let items = items.iter().map(|item| written(item.get_ref()));
            format!("[{}]", items.collect::<Vec<_>>().join(", "))
        }
        DeValue::Table(table) => {
            let mut lines = Lines::default();
            lines.collect(table, "");
            let lines = lines.0.into_iter().map(|line| line.text);
            format!("{{ {} }}", lines.collect::<Vec<_>>().join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::values;

    #[test]
    fn order_and_layout_are_gone_and_every_value_says_where_it_stands() {
        let one = "title = 'A'\n[[budget]]\nyear = 2026\nsource = \"apbn\"\namount = 1_000\n\
                   [[indicator]]\nname = \"W\"\ntargets = { 2027 = 2.5, 2026 = 1 }\n";
        let other = "[[indicator]]\ntargets.2026 = 1\ntargets.2027 = 2.5\nname = \"W\"\n\
                     [[budget]]\namount = 1000\nsource = \"apbn\"\nyear = 2026\n";
        let other = format!("title = \"A\"\n{other}");
        assert_eq!(values(one), values(&other));
        assert_eq!(
            values(one),
            "budget[2026 apbn].amount = 1000\nbudget[2026 apbn].source = \"apbn\"\n\
             budget[2026 apbn].year = 2026\nindicator[W].name = \"W\"\n\
             indicator[W].targets.2026 = 1\nindicator[W].targets.2027 = 2.5\ntitle = \"A\"\n"
        );
        assert_eq!(values("bukan toml ="), "bukan toml =\n");
    }

    #[test]
    fn an_order_that_means_something_is_seen_and_another_is_not() {
        let volume = |front: &str, partners: &str| {
            format!("[[volume]]\nid = \"utama\"\nfront = [{front}]\npartners = [{partners}]\n")
        };
        let text = values(&volume("\"b\", \"a\"", "\"d\", \"c\""));
        assert_eq!(
            text,
            "volume[utama].front = \"b\"\nvolume[utama].front = \"a\"\n\
             volume[utama].id = \"utama\"\nvolume[utama].partners = \"c\"\n\
             volume[utama].partners = \"d\"\n"
        );
        assert_eq!(text, values(&volume("\"b\", \"a\"", "\"c\", \"d\"")));
        assert_ne!(text, values(&volume("\"a\", \"b\"", "\"c\", \"d\"")));
    }

    #[test]
    fn comments_are_seen_with_what_they_are_about() {
        assert_eq!(
            values("# atas\nb = 1 # belakang\n\n[a]\n# dalam\nc = 2\n# akhir\n"),
            "# akhir\na.c = 2\na.c # dalam\nb = 1\nb # atas\nb # belakang\n"
        );
    }

    #[test]
    fn one_line_that_cannot_be_read_is_one_line() {
        let whole = "title = \"A\"\nnumber = 1\n\n[[risk]]\ntext = \"B\"\n";
        let values_of =
            |text: &str| -> Vec<String> { values(text).lines().map(str::to_owned).collect() };
        let read = values_of(whole);
        for (from, broken) in [("= 1\n", "= satu\n"), ("\"A\"", "\"A"), ("number", "title")] {
            let shown = values_of(&whole.replacen(from, broken, 1));
            let new: Vec<&String> = shown.iter().filter(|line| !read.contains(line)).collect();
            let gone: Vec<&String> = read.iter().filter(|line| !shown.contains(line)).collect();
            assert!(
                !new.is_empty() && new.len() + gone.len() <= 3,
                "{broken}: {shown:?}"
            );
        }
    }

    #[test]
    fn both_sides_of_a_conflict_are_shown() {
        let text = "title = \"A\"\n[[budget]]\nyear = 2026\nsource = \"apbn\"\n<<<<<<< HEAD\n\
                    amount = 1\n||||||| asal\namount = 0\n=======\namount = 2\n>>>>>>> b\n";
        assert_eq!(
            values(text),
            "<<<<<<< ours\nbudget[2026 apbn].amount = 1\n=======\n\
             budget[2026 apbn].amount = 2\n>>>>>>> theirs\nbudget[2026 apbn].source = \"apbn\"\n\
             budget[2026 apbn].year = 2026\ntitle = \"A\"\n"
        );
    }
}
