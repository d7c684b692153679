//! HTML that the book cannot show.

use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::markdown::DroppedHtml;
use crate::source::Span;

/// The rule `html-in-text` (TXT004).
pub static RULE: Rule = Rule::warning("TXT004", "html-in-text", Group::Text).example(
    "chapters/pendahuluan.md",
    "<b>penting</b>",
    "**penting**",
);

/// The piece of HTML, and what of it is left out.
pub fn finding(span: Span, left_out: &DroppedHtml) -> Finding {
    let (message, tag) = match left_out {
        DroppedHtml::Tags(names) => {
            let tags: Vec<String> = names.iter().map(|name| format!("`<{name}>`")).collect();
            let only = if names.len() == 1 {
                names.first()
            } else {
                None
            };
            (message!("html-in-text", tags = tags.join(", ")), only)
        }
        DroppedHtml::Words(words) => (message!("html-in-text.words", words = words), None),
        DroppedHtml::Address { tag, address } => (
            message!("html-in-text.address", tag = tag, address = address),
            Some(tag),
        ),
        DroppedHtml::Shown(tag) => (message!("html-in-text.shown", tag = tag), Some(tag)),
        DroppedHtml::Hidden { tag, beginning } if beginning.is_empty() => {
            (message!("html-in-text.empty", tag = tag), Some(tag))
        }
        DroppedHtml::Hidden { tag, beginning } => (
            message!("html-in-text.hidden", tag = tag, beginning = beginning),
            Some(tag),
        ),
        DroppedHtml::Markup(beginning) => {
            (message!("html-in-text.markup", beginning = beginning), None)
        }
        DroppedHtml::Comment => (message!("html-in-text.comment"), None),
        DroppedHtml::Unfinished(beginning) => (
            message!("html-in-text.unfinished", beginning = beginning),
            None,
        ),
    };
    Finding::new(&RULE, span, message).hint(hint(left_out, tag.map(String::as_str)))
}

fn hint(left_out: &DroppedHtml, tag: Option<&str>) -> Message {
    match left_out {
        DroppedHtml::Comment => return message!("html-in-text.comment-hint"),
        DroppedHtml::Words(words) => return message!("html-in-text.words-hint", words = words),
        DroppedHtml::Unfinished(_) => return message!("html-in-text.unfinished-hint"),
        DroppedHtml::Tags(_)
        | DroppedHtml::Address { .. }
        | DroppedHtml::Shown(_)
        | DroppedHtml::Hidden { .. }
        | DroppedHtml::Markup(_) => {}
    }
    let markdown = match tag.unwrap_or_default() {
        "a" => "[…](https://…)",
        "b" | "strong" => "**…**",
        "blockquote" => "> …",
        "code" | "samp" | "tt" | "var" => "`…`",
        "del" | "s" | "strike" => "~~…~~",
        "em" | "i" => "*…*",
        "h1" => "# …",
        "h2" => "## …",
        "h3" => "### …",
        "h4" => "#### …",
        "h5" => "##### …",
        "h6" => "###### …",
        "hr" => "---",
        "img" => "![…](assets/…)",
        "input" => "- [ ] …",
        "li" | "ul" => "- …",
        "ol" => "1. …",
        "table" => "| … | … |",
        _ => return message!("html-in-text.hint"),
    };
    message!("html-in-text.markdown-hint", markdown = markdown)
}
