//! Mathematics between dollars, which is not set but kept as it was written.
//!
//! The parser's own reading of formulas is not used: it takes what stands between
//! two amounts for a formula, and Markdown inside it for letters.

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use pulldown_cmark::{Tag, TagEnd};

use super::event::{Event, Item};
use crate::slice::slice;

/// What looks like a formula in a text and has not been met.
pub(crate) struct Formulas<'t> {
    text: &'t str,
    ahead: Peekable<IntoIter<Range<usize>>>,
}

impl<'t> Formulas<'t> {
    /// Those of a text.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            ahead: formulas(text).into_iter().peekable(),
        }
    }

    /// Puts a single event in the place of each formula of a block, whose events begin
    /// at `begin`; a formula that elements of Markdown tear apart is only told of.
    pub fn lower(&mut self, items: &mut Vec<Item<'t>>, begin: usize) {
        let Some(next) = self.ahead.peek() else {
            return;
        };
        let mut block = items.iter().skip(begin);
        if !block.any(|(_, range)| next.start < range.end) {
            return;
        }
        let block = items.split_off(begin);
        let mut pass = FormulaPass {
            text: self.text,
            formulas: &mut self.ahead,
            lowered: items,
            depth: 0,
            in_code: false,
            begun: None,
        };
        for (event, range) in block {
            pass.take(event, range);
        }
    }
}

struct FormulaPass<'t, 'f> {
    text: &'t str,
    formulas: &'f mut Peekable<IntoIter<Range<usize>>>,
    lowered: &'f mut Vec<Item<'t>>,
    depth: usize,
    in_code: bool,
    /// A formula that goes on behind the event in which it begins.
    begun: Option<Begun>,
}

/// Where the event of its beginning stands, and how deep.
struct Begun {
    item: usize,
    depth: usize,
    start: usize,
    /// Whether the element in which it begins has ended.
    torn: bool,
}

impl<'t> FormulaPass<'t, '_> {
    fn take(&mut self, event: Event<'t>, range: Range<usize>) {
        match &event {
            Event::Start(tag) => {
                self.depth += 1;
                self.in_code |= matches!(tag, Tag::CodeBlock(_));
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                self.in_code &= !matches!(end, TagEnd::CodeBlock);
            }
            // What was written otherwise than it is read has no dollars.
            Event::Text(text)
                if !self.in_code && self.text.get(range.clone()) == Some(text.as_ref()) =>
            {
                return self.text(range);
            }
            Event::StartKey
            | Event::EndKey
            | Event::Text(_)
            | Event::Code(_)
            | Event::Formula(_)
            | Event::TornFormula
            | Event::TornTable
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::FootnoteReference(_)
            | Event::Task(_)
            | Event::Html(_) => {}
        }
        if let Some(begun) = &mut self.begun {
            begun.torn |= self.depth < begun.depth;
            // Nothing goes on behind a block.
            if self.depth == 0 {
                self.begun = None;
                self.formulas.next();
            }
        }
        self.lowered.push((event, range));
    }

    /// Takes text that was written as it is read.
    fn text(&mut self, range: Range<usize>) {
        let mut rest = range;
        loop {
            while self.begun.is_none()
                && self
                    .formulas
                    .next_if(|next| next.start < rest.start)
                    .is_some()
            {}
            let next = self.formulas.peek().cloned();
            let Some(formula) = next.filter(|formula| formula.start < rest.end) else {
                break;
            };
            let ends = formula.end <= rest.end;
            match &self.begun {
                None if ends => self.add_text(rest.start..formula.start),
                None => {
                    self.begun = Some(Begun {
                        item: self.lowered.len(),
                        depth: self.depth,
                        start: rest.start,
                        torn: false,
                    });
                    break;
                }
                Some(begun) if ends && (begun.torn || begun.depth != self.depth) => {
                    self.begun = None;
                    self.formulas.next();
                    self.lowered.push((Event::TornFormula, formula));
                    continue;
                }
                Some(begun) if ends => {
                    let before = begun.start..formula.start;
                    self.lowered.truncate(begun.item);
                    self.add_text(before);
                }
                Some(_) => break,
            }
            self.begun = None;
            self.formulas.next();
            let written = slice(self.text, formula.clone());
            let event = Event::Formula(in_one_line(written).into());
            self.lowered.push((event, formula.clone()));
            rest.start = formula.end;
        }
        self.add_text(rest);
    }

    fn add_text(&mut self, range: Range<usize>) {
        let text = slice(self.text, range.clone());
        if !text.is_empty() {
            self.lowered.push((Event::Text(text.into()), range));
        }
    }
}

/// A formula without the ends of its lines and the marks of the quotes around it.
fn in_one_line(formula: &str) -> String {
    let lines = formula.lines();
    let lines: Vec<&str> = lines
        .map(|line| line.trim_start_matches([' ', '\t', '>']).trim_end())
        .collect();
    lines.join(" ")
}

/// What looks like a formula in a text, wherever it stands.
fn formulas(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut displays = true;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find('$')) {
        let start = at + start;
        let rest = slice(text, start..);
        let before = slice(text, ..start);
        at = start + 1;
        if is_escaped(before) {
            continue;
        }
        if let Some(inside) = rest.strip_prefix("$$") {
            at = start + 2;
            let end = if displays { inside.find("$$") } else { None };
            displays = end.is_some();
            if let Some(content) = end.and_then(|end| inside.get(..end))
                && looks_like_formula(content)
            {
                at = start + content.len() + 4;
                found.push(start..at);
            }
            continue;
        }
        if before.ends_with(char::is_alphanumeric) {
            continue;
        }
        let inside = slice(rest, 1..);
        let Some((content, after)) = inside.split_once('$') else {
            break;
        };
        let closes = !content.ends_with(|c: char| c.is_whitespace() || c == '\\')
            && !content.starts_with(char::is_whitespace)
            && !after.starts_with(|c: char| c.is_alphanumeric() || c == '$');
        if closes && looks_like_formula(content) {
            at = start + content.len() + 2;
            found.push(start..at);
        }
    }
    found
}

fn is_escaped(before: &str) -> bool {
    let kept = before.trim_end_matches('\\');
    (before.len() - kept.len()) % 2 == 1
}

/// Whether what stands between dollars is mathematics rather than two amounts and
/// words between them.
fn looks_like_formula(content: &str) -> bool {
    let blank = |line: &str| line.trim_matches([' ', '\t', '>']).is_empty();
    if content.trim().lines().any(blank) {
        return false;
    }
    let words = content.split(|c: char| !c.is_alphabetic());
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    let command = content.split('\\').skip(1);
    let commands = command.filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    if content.contains(['^', '_', '{']) || commands.count() > 0 {
        return true;
    }
    let signs = content.contains(['=', '+', '-', '*', '/', '(', '<', '>']);
    let single = content.trim().chars().count() == 1;
    let has_letters = words.peek().is_some();
    let short = words.all(|word| word.chars().count() <= 2);
    has_letters && short && (signs || single)
}

#[cfg(test)]
mod tests {
    use super::formulas;

    fn found(text: &str) -> Vec<&str> {
        let ranges = formulas(text).into_iter();
        ranges.map(|range| &text[range]).collect()
    }

    #[test]
    fn mathematics_is_found() {
        for formula in [
            "$E = mc^2$",
            "$x$",
            r"$\alpha$",
            "$a_1 + a_2$",
            "$f(x)$",
            "$2n+1$",
            "$$\n\\sum_{i=1}^n i\n$$",
        ] {
            assert_eq!(found(&format!("Nilai {formula}, lalu")), [formula]);
        }
    }

    #[test]
    fn amounts_are_no_mathematics() {
        for text in [
            "US$ 5 dan US$ 6",
            "US$5–US$6",
            "seharga $5 dan $6",
            "($5/$6)",
            "$5 = Rp80.000; $10 = Rp160.000",
            "$5 <program:a> (US$)",
            r"\$x\$",
            "$5$",
            "dolar ($) dan rupiah ($)",
            "$x^2\n\ny$",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
