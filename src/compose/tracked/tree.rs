//! The code of a part as a tree.
//!
//! Parts are written by [`code`](crate::compose::code) and by the lowering of narrative,
//! so that they use only a little of Typst: literals, lists, dictionaries, calls and
//! blocks. That much is read back here, and written again.

use super::function::Function;
use crate::compose::IMPORT;
use crate::compose::code::push_literal;
use crate::compose::reference::{BETWEEN, PlaceNumber, WAITING};
use crate::compose::trace::Origin;

/// An expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A string.
    Text(String),
    /// What stands for itself: `none`, `12`, `50%`, `[]`.
    Atom(String),
    /// A number of a place that is not settled yet.
    Number(PlaceNumber),
    /// Where what comes behind it is from.
    Trace(Origin),
    /// A list.
    Array(Vec<Node>),
    /// A dictionary.
    Dict(Vec<(String, Node)>),
    /// A call.
    Call(Function, Vec<Argument>),
    /// Statements whose content is joined.
    Block(Vec<Node>),
    /// An expression behind the comment that says where it comes from.
    WithSource(Source, Box<Node>),
    /// Content with a mark.
    Marked(Mark, Box<Node>),
    /// What only the first plan has.
    Removed(Box<Node>),
}

/// A place in a file of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The number of the file.
    pub file: u32,
    /// An offset in it, in bytes.
    pub offset: usize,
}

/// An argument of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// Its name, if it is given by name.
    pub name: Option<String>,
    /// Its value.
    pub value: Node,
}

impl Argument {
    /// One that is given by its place.
    pub(crate) fn plain(value: Node) -> Self {
        Self { name: None, value }
    }
}

/// The argument of a name.
pub(crate) fn named<'n>(arguments: &'n [Argument], name: &str) -> Option<&'n Node> {
    let mut arguments = arguments.iter();
    let found = arguments.find(|argument| argument.name.as_deref() == Some(name));
    found.map(|argument| &argument.value)
}

/// What is shown about a piece of content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another one than before, which nothing in it shows.
    Changed,
}

impl Mark {
    /// The mark that a function of the templates shows.
    fn named(function: &str) -> Option<Self> {
        let marks = [Self::Added, Self::Removed, Self::Changed];
        marks.into_iter().find(|mark| mark.function() == function)
    }

    /// The function of the templates that shows it.
    fn function(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

/// A line of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// That the templates are known.
    Import,
    /// A part in a file of its own, by its path.
    Include(String),
    /// A template around all that follows, with its data.
    Show(Function, Node),
    /// Content.
    Content(Node),
}

impl Node {
    /// Nothing, as a value.
    pub(crate) fn none() -> Self {
        Self::Atom("none".into())
    }

    /// Content in which there is nothing.
    pub fn empty() -> Self {
        Self::Block(Vec::new())
    }

    /// A call with one argument.
    pub(crate) fn call(function: Function, value: Self) -> Self {
        Self::Call(function, vec![Argument::plain(value)])
    }

    /// The end of a line.
    pub(crate) fn line_break() -> Self {
        Self::Call(Function::Linebreak, Vec::new())
    }

    /// Whether this is the value `none`.
    pub fn is_none(&self) -> bool {
        matches!(self, Self::Atom(code) if code == "none")
    }

    /// This without the comment before it.
    pub(crate) fn bare(&self) -> &Self {
        match self {
            Self::WithSource(_, inner) => inner.bare(),
            Self::Text(_)
            | Self::Atom(_)
            | Self::Number(_)
            | Self::Trace(_)
            | Self::Array(_)
            | Self::Dict(_)
            | Self::Call(..)
            | Self::Block(_)
            | Self::Marked(..)
            | Self::Removed(_) => self,
        }
    }

    /// Whether this prints, and is no value that a template works with.
    pub(crate) fn is_content(&self) -> bool {
        match self {
            Self::Call(..)
            | Self::Block(_)
            | Self::Number(_)
            | Self::Trace(_)
            | Self::Marked(..) => true,
            Self::Atom(code) => code == "[]",
            Self::WithSource(_, inner) | Self::Removed(inner) => inner.is_content(),
            Self::Text(_) | Self::Array(_) | Self::Dict(_) => false,
        }
    }

    /// The value of a key of a dictionary.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Dict(fields) = self.bare() else {
            return None;
        };
        let found = fields.iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value)
    }

    /// Replaces the value of a key of a dictionary that has it.
    pub fn set(&mut self, key: &str, new: Self) {
        match self {
            Self::WithSource(_, inner) => inner.set(key, new),
            Self::Dict(fields) => {
                if let Some((_, value)) = fields.iter_mut().find(|(name, _)| name == key) {
                    *value = new;
                }
            }
            Self::Text(_)
            | Self::Atom(_)
            | Self::Number(_)
            | Self::Trace(_)
            | Self::Array(_)
            | Self::Call(..)
            | Self::Block(_)
            | Self::Marked(..)
            | Self::Removed(_) => {}
        }
    }

    /// The statements that this joins.
    pub(crate) fn statements(self) -> Vec<Self> {
        match self {
            Self::Block(statements) => {
                let nested = statements.into_iter().map(Self::statements);
                nested.flatten().collect()
            }
            // What has nothing in it joins nothing.
            Self::Atom(code) if code == "[]" => Vec::new(),
            other @ (Self::Text(_)
            | Self::Atom(_)
            | Self::Number(_)
            | Self::Trace(_)
            | Self::Array(_)
            | Self::Dict(_)
            | Self::Call(..)
            | Self::WithSource(..)
            | Self::Marked(..)
            | Self::Removed(_)) => vec![other],
        }
    }

    /// Adds the code of this.
    pub fn write(&self, code: &mut String) {
        match self {
            Self::Text(text) => push_literal(code, text),
            Self::Atom(raw) => code.push_str(raw),
            Self::Number(number) => {
                let fields = [
                    &number.label,
                    &number.before,
                    &number.after,
                    &number.otherwise,
                ];
                for (at, field) in fields.into_iter().enumerate() {
                    code.push(if at == 0 { WAITING } else { BETWEEN });
                    push_literal(code, field);
                }
                code.push(WAITING);
            }
            Self::Trace(origin) => code.push_str(&origin.code()),
            Self::Array(items) => {
                code.push('(');
                for item in items {
                    item.write(code);
                    code.push(',');
                }
                code.push(')');
            }
            Self::Dict(fields) if fields.is_empty() => code.push_str("(:)"),
            Self::Dict(fields) => {
                code.push('(');
                for (key, value) in fields {
                    push_literal(code, key);
                    code.push(':');
                    value.write(code);
                    code.push(',');
                }
                code.push(')');
            }
            Self::Call(function, arguments) => {
                code.push_str(function.name());
                code.push('(');
                for argument in arguments {
                    if let Some(name) = &argument.name {
                        code.push_str(name);
                        code.push_str(": ");
                    }
                    argument.value.write(code);
                    code.push_str(", ");
                }
                code.push(')');
            }
            Self::Block(statements) if statements.is_empty() => code.push_str("[]"),
            Self::Block(statements) => {
                code.push('{');
                for statement in statements {
                    statement.write(code);
                    code.push_str("; ");
                }
                code.push('}');
            }
            Self::WithSource(source, inner) => {
                code.push_str(&format!("/*@{}:{}*/", source.file, source.offset));
                inner.write(code);
            }
            Self::Marked(mark, inner) => {
                code.push_str(mark.function());
                code.push('(');
                inner.write(code);
                code.push(')');
            }
            Self::Removed(inner) => inner.write(code),
        }
    }
}

impl Statement {
    /// The content that this is; `None` of other lines.
    pub fn content(&self) -> Option<&Node> {
        match self {
            Self::Content(node) => Some(node),
            Self::Import | Self::Include(_) | Self::Show(..) => None,
        }
    }

    /// Adds the code of this as a line.
    pub fn write(&self, code: &mut String) {
        match self {
            Self::Import => code.push_str(IMPORT.trim_end()),
            Self::Include(path) => {
                code.push_str("#include ");
                push_literal(code, path);
            }
            Self::Show(template, data) => {
                code.push_str("#show: ");
                code.push_str(template.name());
                code.push_str(".with(");
                data.write(code);
                code.push(')');
            }
            Self::Content(node) => {
                code.push('#');
                // A comment behind the sign would end the expression.
                code.push('{');
                node.write(code);
                code.push('}');
            }
        }
        code.push('\n');
    }
}

/// Reads the code of a part. `None` if it holds what parts do not hold.
pub fn read(code: &str) -> Option<Vec<Statement>> {
    let mut reader = Reader { rest: code };
    let mut statements = Vec::new();
    loop {
        reader.skip();
        if reader.rest.is_empty() {
            return Some(statements);
        }
        statements.push(reader.line()?);
    }
}

/// Reads one expression.
pub(crate) fn expression(code: &str) -> Option<Node> {
    let mut reader = Reader { rest: code };
    reader.expression()
}

struct Reader<'c> {
    rest: &'c str,
}

impl Reader<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, what: &str) -> bool {
        self.skip();
        match self.rest.strip_prefix(what) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Takes what stands before the end that `is_end` finds.
    fn until(&mut self, is_end: impl Fn(char) -> bool) -> String {
        let end = self.rest.find(is_end).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken.to_owned()
    }

    fn line(&mut self) -> Option<Statement> {
        if self.take(IMPORT) {
            return Some(Statement::Import);
        }
        if self.take("#include ") {
            return self.text().map(Statement::Include);
        }
        if self.take("#show: ") {
            let template = Function::named(&self.until(|c| c == '.'))?;
            if !self.take(".with(") {
                return None;
            }
            let data = self.expression()?;
            return self.take(")").then_some(Statement::Show(template, data));
        }
        let source = self.source()?;
        if !self.take("#") {
            return None;
        }
        let node = self.expression()?;
        Some(Statement::Content(match source {
            Some(source) => Node::WithSource(source, Box::new(node)),
            None => node,
        }))
    }

    /// The place that the next comment names, if one comes next. `None` if it names none.
    fn source(&mut self) -> Option<Option<Source>> {
        if !self.take("/*@") {
            return Some(None);
        }
        let (place, rest) = self.rest.split_once("*/")?;
        let (file, offset) = place.split_once(':')?;
        self.rest = rest;
        Some(Some(Source {
            file: file.parse().ok()?,
            offset: offset.parse().ok()?,
        }))
    }

    fn expression(&mut self) -> Option<Node> {
        if let Some(source) = self.source()? {
            return Some(Node::WithSource(source, Box::new(self.expression()?)));
        }
        match self.rest.chars().next()? {
            '"' => self.text().map(Node::Text),
            '(' => self.list(),
            '{' => self.block(),
            '[' => self.take("[]").then(|| Node::Atom("[]".into())),
            WAITING => {
                let mut field = |mark| {
                    self.rest = self.rest.strip_prefix(mark)?;
                    self.text()
                };
                let number = PlaceNumber {
                    label: field(WAITING)?,
                    before: field(BETWEEN)?,
                    after: field(BETWEEN)?,
                    otherwise: field(BETWEEN)?,
                };
                self.rest = self.rest.strip_prefix(WAITING)?;
                Some(Node::Number(number))
            }
            _ => self.word(),
        }
    }

    fn text(&mut self) -> Option<String> {
        self.rest = self.rest.strip_prefix('"')?;
        let mut text = String::new();
        loop {
            text.push_str(&self.until(|c| c == '"' || c == '\\'));
            let mut characters = self.rest.chars();
            let end = characters.next()?;
            self.rest = characters.as_str();
            if end == '"' {
                return Some(text);
            }
            let escaped = characters.next()?;
            self.rest = characters.as_str();
            if escaped != 'u' {
                text.push(escaped);
                continue;
            }
            let (digits, rest) = self.rest.strip_prefix('{')?.split_once('}')?;
            text.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
            self.rest = rest;
        }
    }

    /// A list or a dictionary.
    fn list(&mut self) -> Option<Node> {
        self.take("(");
        if self.take(":)") {
            return Some(Node::Dict(Vec::new()));
        }
        let mut items = Vec::new();
        let mut fields = Vec::new();
        while !self.take(")") {
            let item = self.expression()?;
            if self.take(":") {
                let Node::Text(key) = item else { return None };
                fields.push((key, self.expression()?));
            } else {
                items.push(item);
            }
            self.take(",");
        }
        match (items.is_empty(), fields.is_empty()) {
            (_, true) => Some(Node::Array(items)),
            (true, false) => Some(Node::Dict(fields)),
            (false, false) => None,
        }
    }

    fn block(&mut self) -> Option<Node> {
        self.take("{");
        let mut statements = Vec::new();
        loop {
            while self.take(";") {}
            if self.take("}") {
                return Some(Node::Block(statements));
            }
            statements.push(self.expression()?);
        }
    }

    /// A call, a number or a name.
    fn word(&mut self) -> Option<Node> {
        let is_end = |c: char| !(c.is_ascii_alphanumeric() || "-_.%".contains(c));
        let name = self.until(is_end);
        if name.is_empty() {
            return None;
        }
        if !self.rest.starts_with('(') {
            return Some(Node::Atom(name));
        }
        self.take("(");
        let mut arguments = Vec::new();
        while !self.take(")") {
            let value = self.expression()?;
            let argument = match value {
                Node::Atom(name) if self.take(":") => Argument {
                    name: Some(name),
                    value: self.expression()?,
                },
                value @ (Node::Text(_)
                | Node::Atom(_)
                | Node::Number(_)
                | Node::Trace(_)
                | Node::Array(_)
                | Node::Dict(_)
                | Node::Call(..)
                | Node::Block(_)
                | Node::WithSource(..)
                | Node::Marked(..)
                | Node::Removed(_)) => Argument::plain(value),
            };
            arguments.push(argument);
            self.take(",");
        }
        if let Some(mark) = Mark::named(&name) {
            let argument = arguments.pop()?;
            return Some(Node::Marked(mark, Box::new(argument.value)));
        }
        if name == "metadata" {
            let Some(Node::Text(value)) = arguments.pop().map(|argument| argument.value) else {
                return None;
            };
            return Origin::read(&value).map(Node::Trace);
        }
        Some(Node::Call(Function::named(&name)?, arguments))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_again() {
        let code = "#import \"/templates/templates.typ\": *\n#include \"/a.typ\"\n#show: chapter.with((\"title\":{\"A \\\"b\\\" \\u{a}\"},\"n\":none,))\n\
                    #{/*@1:20*/par({\"x\"; emph({\"y\"; }); }); list({\"a\"; }, [], ..task-list); metadata(\"ambonplan-trace 1:20\"); \u{1}\"a\"\u{2}\"b \"\u{2}\"\"\u{2}\"c\"\u{1}; image(\"/a\", width: 50%); ()}\n";
        let statements = read(code).unwrap();
        let mut again = String::new();
        for statement in &statements {
            statement.write(&mut again);
        }
        let read_again = read(&again).unwrap();
        // A line of content gets a block around it.
        let flat = |statements: Vec<Statement>| -> Vec<Statement> {
            let flat = statements.into_iter().map(|statement| match statement {
                Statement::Content(node) => Statement::Content(Node::Block(node.statements())),
                other @ (Statement::Import | Statement::Include(_) | Statement::Show(..)) => other,
            });
            flat.collect()
        };
        assert_eq!(flat(read_again), flat(statements));
    }

    #[test]
    fn what_is_no_part_is_not_read() {
        for code in [
            "#let a = 1",
            "text",
            "#{\"a",
            "#f(",
            "#(1, \"a\": 2,)",
            "#unknown()",
        ] {
            assert_eq!(read(code), None, "{code}");
        }
    }
}
