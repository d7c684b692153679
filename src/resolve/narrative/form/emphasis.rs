//! Marks of bold text that begin and end nothing: `** penting **`, `**Catatan:**segera`.

use super::Forms;
use super::paragraph::Paragraph;
use crate::resolve::rules;
use crate::slice::slice;

/// The mark.
const MARK: &str = "**";

/// Looks at marks that are printed, two by two: one alone may stand for a note.
pub(super) fn look(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) {
    let mut marks: Vec<usize> = Vec::new();
    // Those that begin and end bold text.
    let mut used: Vec<usize> = Vec::new();
    for line in &paragraph.lines {
        let written = paragraph.written(line);
        for (at, _) in written.match_indices(MARK) {
            let begin = line.range.start + at;
            let mark = begin..begin + MARK.len();
            // A mark before a bracket is that of a note.
            let note = slice(forms.text, mark.end..).starts_with([')', '*']);
            let element = paragraph.is_near_element(&mark, MARK.len());
            if note || paragraph.is_escaped(begin) {
                continue;
            }
            if element {
                used.push(begin)
            } else {
                marks.push(begin)
            }
        }
    }
    for pair in marks.chunks_exact(2) {
        let [open, close] = *pair else { continue };
        let end = close + MARK.len();
        let inside = slice(forms.text, open + MARK.len()..close);
        let words = inside.trim();
        if !words.contains(char::is_alphanumeric) || inside.contains('\n') {
            continue;
        }
        let before = slice(forms.text, ..open);
        let after = slice(forms.text, end..);
        let joined = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let space = |joined| if joined { " " } else { "" };
        let meant = format!(
            "{}{MARK}{words}{MARK}{}",
            space(joined(before.chars().next_back())),
            space(joined(after.chars().next()))
        );
        let written = slice(forms.text, open..end).to_owned();
        let span = forms.span(open..end);
        // In bold text one of them may have been meant to end it: `**a ** b ** c**`.
        let is_inside = used.iter().filter(|at| **at < open).count() % 2 == 1;
        let known = (meant != written && !is_inside).then_some(meant);
        let finding =
            rules::idle_emphasis::finding(span, &written, known.as_deref().map(str::trim));
        forms.findings.push(match known {
            Some(meant) => finding.restructure(span, meant),
            None => finding,
        });
    }
}
