//! Text that leaves its page or stands over other text.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `misplaced-text` (PDF005).
pub static RULE: Rule = Rule::warning("PDF005", "misplaced-text", Group::Output)
    .strict()
    .described(
        "| Januari | Februari | Maret | …  # 30 kolom",
        "| Triwulan I | Triwulan II | …  # 4 kolom",
    );

/// Most characters of a line that a message shows.
const SHOWN: usize = 40;

/// A line of text that leaves the text block of a page.
pub(crate) fn outside(span: Span, line: &str, page: usize) -> Finding {
    let text = shortened(line);
    let message = message!("misplaced-text", text = text, page = page);
    Finding::new(&RULE, span, message).hint(message!("misplaced-text.hint"))
}

/// A line of text that stands over another one.
pub(crate) fn over(span: Span, line: &str, page: usize) -> Finding {
    let text = shortened(line);
    let message = message!("misplaced-text.over", text = text, page = page);
    Finding::new(&RULE, span, message).hint(message!("misplaced-text.hint"))
}

fn shortened(line: &str) -> String {
    let mut shown: String = line.chars().take(SHOWN).collect();
    if line.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
