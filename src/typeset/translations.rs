//! Translations of the diagnostics of Typst.

use crate::language::{Message, message};

/// What Typst says and what to do about it, for what plans customarily cause; `None` for
/// what only a template can cause.
pub(crate) fn translated(said: &str) -> Option<(Message, Message)> {
    let behind = |words: &str| said.split_once(words).map(|(_, rest)| rest.trim());
    let holds = |words: &str| said.contains(words);
    Some(if holds("image contains foreign object") {
        (
            message!("typesetting-remark.foreign-object"),
            message!("typesetting-remark.foreign-object-hint"),
        )
    } else if let Some(font) = behind("unknown font family:") {
        (
            message!("typesetting-remark.font", font = font),
            message!("typesetting-remark.font-hint"),
        )
    } else if holds("did not converge") || holds("did not stabilize") {
        (
            message!("typesetting-remark.restless"),
            message!("typesetting-remark.restless-hint"),
        )
    } else if holds("failed to load linked image") {
        (
            message!("typesetting.linked-image"),
            message!("typesetting.linked-image-hint"),
        )
    } else if holds("failed to parse SVG")
        || holds("failed to decode image")
        || holds("failed to process image")
        || holds("unknown image format")
    {
        (
            message!("typesetting.image"),
            message!("typesetting.image-hint"),
        )
    } else if holds("URL is too long") {
        (
            message!("typesetting.address"),
            message!("typesetting.address-hint"),
        )
    } else if holds("depth exceeded") {
        (
            message!("typesetting.depth"),
            message!("typesetting.depth-hint"),
        )
    } else if holds("PDF string is longer") || holds("PDF array is longer") {
        (
            message!("nonconforming-pdf.long"),
            message!("nonconforming-pdf.long-hint"),
        )
    } else if holds("heading title") {
        (
            message!("nonconforming-pdf.heading"),
            message!("nonconforming-pdf.heading-hint"),
        )
    } else if holds("missing alt text") {
        (
            message!("nonconforming-pdf.alternative"),
            message!("nonconforming-pdf.alternative-hint"),
        )
    } else if holds("could not be displayed with") || holds("contains the codepoint") {
        (
            message!("nonconforming-pdf.unknown-character"),
            message!("nonconforming-pdf.character-hint"),
        )
    } else if holds("missing a CMYK profile") {
        (
            message!("nonconforming-pdf.inks"),
            message!("nonconforming-pdf.inks-hint"),
        )
    } else if holds("q nesting") {
        (
            message!("nonconforming-pdf.nesting"),
            message!("nonconforming-pdf.nesting-hint"),
        )
    } else if holds("not mapped to a code point") || holds("missing codepoints") {
        (
            message!("nonconforming-pdf.script"),
            message!("nonconforming-pdf.script-hint"),
        )
    } else {
        return None;
    })
}
