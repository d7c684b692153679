//! Marks of another dialect of Markdown.

use crate::address::Kind;
use crate::finding::{Finding, Group, Rule, offer};
use crate::language::{Message, message};
use crate::source::Span;

/// The rule `foreign-markup` (TXT042).
pub static RULE: Rule = Rule::warning("TXT042", "foreign-markup", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "[penting]{.underline}",
        "**penting**",
    );

/// What a mark of another dialect stands for, which decides what to write instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Attributes of words, images or paragraphs: `{.underline}`.
    Attribute,
    /// A box of pandoc: `:::`.
    Colons,
    /// A line between the rows of a table that is drawn.
    Drawn,
    /// What a program puts something in the place of: `{{ nama }}`.
    Field,
    /// Words that are marked: `==penting==`.
    Marked,
    /// Letters below the line: `H~2~O`.
    Below,
    /// Letters above the line: `x^2^`.
    Above,
    /// A link of a wiki: `[[halaman]]`.
    Wiki,
    /// A source that a program looks up: `[@bps2024]`.
    Citation,
    /// A command of LaTeX.
    Latex,
    /// A formula between `\(` and `\)`, or `\[` and `\]`.
    Formula,
    /// A reference in another form: `{program:id}`, `<program: id>`.
    Reference,
    /// A link or picture with its brackets the wrong way round: `(teks)[https://…]`.
    Reversed,
    /// A picture by its name: `:smile:`.
    Emoji,
    /// A box: `!!! note`, `[!CATATAN]`.
    Box,
    /// A heading: `= Judul`.
    Heading,
    /// A caption of pandoc: `: Keterangan`.
    Caption,
    /// A character by its name, without its end: `&nbsp`.
    Entity,
    /// An instruction on a line of its own, or a mark of a program that writes texts.
    Directive,
    /// Data: JSON, TOML.
    Data,
    /// When a message was sent, and by whom.
    Chat,
}

/// The mark, what it stands for, and the words that it is about; nothing where there are
/// none.
pub fn finding(span: Span, foreign: Foreign, mark: &str, words: &str) -> Finding {
    Finding::new(&RULE, span, message!("foreign-markup", mark = mark)).hint(match foreign {
        Foreign::Attribute => message!("foreign-markup.hint"),
        Foreign::Colons => message!("foreign-markup.colons-hint"),
        Foreign::Drawn => message!("foreign-markup.grid-hint"),
        Foreign::Field => message!("foreign-markup.field-hint"),
        Foreign::Marked => message!("foreign-markup.marked-hint", words = words),
        Foreign::Below => message!("foreign-markup.below-hint", words = words),
        Foreign::Above => message!("foreign-markup.above-hint", words = words),
        Foreign::Wiki => message!("foreign-markup.wiki-hint"),
        Foreign::Citation => message!("foreign-markup.citation-hint"),
        Foreign::Latex => message!("foreign-markup.latex-hint"),
        Foreign::Formula => message!("foreign-markup.formula-hint"),
        Foreign::Reference => write(words),
        Foreign::Reversed => message!("foreign-markup.reversed-hint"),
        Foreign::Emoji => message!("foreign-markup.emoji-hint"),
        Foreign::Box => message!("foreign-markup.box-hint"),
        Foreign::Heading => message!("foreign-markup.heading-hint", words = words),
        Foreign::Caption => message!("foreign-markup.caption-hint", words = words),
        Foreign::Entity => message!("foreign-markup.entity-hint"),
        Foreign::Directive => message!("foreign-markup.directive-hint"),
        Foreign::Data => message!("foreign-markup.data-hint"),
        Foreign::Chat => message!("foreign-markup.chat-hint"),
    })
}

/// Says how a reference is written.
pub fn write(reference: &str) -> Message {
    message!("foreign-markup.reference-hint", words = reference)
}

/// What was meant for a reference, and those that may have been meant.
pub(crate) fn reference(span: Span, mark: &str, kind: Kind, near: &[String]) -> Finding {
    let finding = Finding::new(&RULE, span, message!("foreign-markup", mark = mark));
    finding.hint(match near {
        [] => message!(
            "foreign-markup.no-reference-hint",
            kind = kind.word(),
            name = kind.name()
        ),
        near => offer::meant(near.iter().map(String::as_str)),
    })
}
