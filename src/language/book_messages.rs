//! The messages in a file of words: what they are called, and what they ask for.

use std::ops::Range;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::parser::parse;

/// A message of a file.
pub(crate) struct OwnMessage<'s> {
    /// What it is called.
    pub name: &'s str,
    /// Where the name stands, in bytes.
    pub at: Range<usize>,
    /// Whether it has a text of its own, beside attributes.
    pub has_text: bool,
    /// What its text asks for.
    pub asks: Vec<Asked<'s>>,
}

/// Most braces inside each other in a file of words: whoever reads it goes as deep.
const DEEPEST: usize = 32;

/// Where braces stand deeper inside each other than a file of words may have them, in bytes;
/// `None` if they do nowhere. Such a file is not read.
pub(crate) fn too_deep(source: &str) -> Option<usize> {
    let mut depth = 0_usize;
    source.bytes().position(|byte| {
        match byte {
            b'{' => depth = depth.saturating_add(1),
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })
}

/// The lines that begin with a space and look like messages: they belong to the text of the
/// message above. Returns where each begins and ends, in bytes.
pub(crate) fn swallowed(source: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in source.split_inclusive('\n') {
        let text = line.trim();
        let name = text.trim_start_matches(['#', ' ']);
        let name = name.split_once('=').map_or("", |(name, _)| name.trim_end());
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let is_message = name.starts_with("book-") && name.bytes().all(is_name);
        if is_message && line.starts_with([' ', '\t']) {
            let begin = start + line.len() - line.trim_start().len();
            found.push(begin..begin + text.len());
        }
        start += line.len();
    }
    found
}

/// Something that stands in braces in a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Asked<'s> {
    /// `{ $city }`: a value, by its name.
    Value(&'s str),
    /// `{ book-region }`: another message, by its key.
    Message(&'s str),
    /// `{ -term }`, `{ FUNCTION() }` or `{ message.attribute }`, which the words of a book do
    /// not have.
    Foreign(&'s str),
}

impl<'s> Asked<'s> {
    /// Its name.
    pub fn name(self) -> &'s str {
        match self {
            Self::Value(name) | Self::Message(name) | Self::Foreign(name) => name,
        }
    }
}

/// The messages of a file, and where it breaks the syntax of Fluent.
pub(crate) fn messages(source: &str) -> (Vec<OwnMessage<'_>>, Vec<Range<usize>>) {
    let (resource, errors) = match parse(source) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => {
            let mut asks = Vec::new();
            let attributes = message.attributes.iter().map(|one| &one.value);
            for pattern in message.value.iter().chain(attributes) {
                of_pattern(pattern, &mut asks);
            }
            let name = message.id.name;
            Some(OwnMessage {
                name,
                at: place(source, name),
                has_text: message.value.is_some(),
                asks,
            })
        }
        Entry::Term(term) => Some(OwnMessage {
            name: term.id.name,
            at: place(source, term.id.name),
            has_text: true,
            asks: vec![Asked::Foreign(term.id.name)],
        }),
        Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => None,
    });
    let errors = errors.into_iter().map(|error| error.pos);
    (messages.collect(), errors.collect())
}

/// Where a part of a text stands in it, in bytes.
pub(crate) fn place(source: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr().saturating_sub(source.as_ptr().addr());
    start..start + part.len()
}

fn of_pattern<'s>(pattern: &Pattern<&'s str>, asks: &mut Vec<Asked<'s>>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => of_expression(expression, asks),
        }
    }
}

fn of_expression<'s>(expression: &Expression<&'s str>, asks: &mut Vec<Asked<'s>>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, asks),
        Expression::Select { selector, variants } => {
            of_inline(selector, asks);
            for variant in variants {
                of_pattern(&variant.value, asks);
            }
        }
    }
}

fn of_inline<'s>(inline: &InlineExpression<&'s str>, asks: &mut Vec<Asked<'s>>) {
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => asks.push(Asked::Value(id.name)),
        InlineExpression::MessageReference { id, attribute } => asks.push(match attribute {
            None => Asked::Message(id.name),
            Some(attribute) => Asked::Foreign(attribute.name),
        }),
        InlineExpression::FunctionReference { id, arguments } => {
            asks.push(Asked::Foreign(id.name));
            let CallArguments { positional, named } = arguments;
            for inline in positional.iter().chain(named.iter().map(|one| &one.value)) {
                of_inline(inline, asks);
            }
        }
        InlineExpression::TermReference { id, .. } => asks.push(Asked::Foreign(id.name)),
        InlineExpression::Placeable { expression } => of_expression(expression, asks),
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, messages};

    #[test]
    fn a_message_is_told_with_its_place_and_what_it_asks_for() {
        let source = "# Kata\nbook-approval = { $title } di { $government ->\n    [kota] kota\n   *[other] { book-region }\n  }\n\nrusak\n";
        let (found, errors) = messages(source);
        let [message] = &*found else {
            panic!("{}", found.len());
        };
        assert_eq!(&source[message.at.clone()], "book-approval");
        let asks = [
            Asked::Value("title"),
            Asked::Value("government"),
            Asked::Message("book-region"),
        ];
        assert_eq!(message.asks, asks);
        assert!(
            errors
                .iter()
                .all(|error| &source[error.start - 5..error.start] == "rusak")
        );
    }
}
