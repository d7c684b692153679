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
    /// What its text asks for.
    pub asks: Vec<Asked<'s>>,
}

/// Something that stands in braces in a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Asked<'s> {
    /// `{ $city }`: a value, by its name.
    Value(&'s str),
    /// `{ book-region }`: another message, by its key.
    Message(&'s str),
    /// `{ -term }` or `{ FUNCTION() }`, which the words of a book do not have.
    Foreign(&'s str),
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
                asks,
            })
        }
        Entry::Term(term) => Some(OwnMessage {
            name: term.id.name,
            at: place(source, term.id.name),
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
fn place(source: &str, part: &str) -> Range<usize> {
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
        InlineExpression::MessageReference { id, .. } => asks.push(Asked::Message(id.name)),
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
