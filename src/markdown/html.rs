//! HTML in a text.

/// Whether a piece of HTML holds anything but comments. A comment over several
/// lines arrives in pieces; `in_comment` carries its state from one to the next.
pub fn printed_html(html: &str, in_comment: &mut bool) -> bool {
    let mut rest = html;
    let mut printed = false;
    loop {
        let mark = if *in_comment { "-->" } else { "<!--" };
        let (before, after) = match rest.split_once(mark) {
            Some((before, after)) => (before, Some(after)),
            None => (rest, None),
        };
        printed |= !*in_comment && !before.trim().is_empty();
        let Some(after) = after else {
            return printed;
        };
        *in_comment = !*in_comment;
        rest = after;
    }
}
