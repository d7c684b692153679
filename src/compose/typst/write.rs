//! Writes expressions as code.

use std::collections::BTreeMap;

use super::function::Function;
use super::literal::push_literal;
use super::node::{Node, Statement};
use super::rooms::{NoteRooms, Open, Opened};
use super::run::{push_breakable, push_printed};
use super::source_map::SourceMap;
use crate::compose::VirtualFile;
use crate::compose::trace::Origin;
use crate::compose::tree::{Mark, PlaceNumber};

/// Code that grows, and where it comes from.
pub(crate) struct CodeWriter<'n> {
    code: String,
    sources: SourceMap,
    rooms: NoteRooms,
    /// What is open, the outermost first.
    open: Vec<Open>,
    /// The numbers of places by label.
    numbers: &'n BTreeMap<String, String>,
}

impl<'n> CodeWriter<'n> {
    pub fn new(numbers: &'n BTreeMap<String, String>) -> Self {
        Self {
            code: String::new(),
            sources: SourceMap::default(),
            rooms: NoteRooms::default(),
            open: Vec::new(),
            numbers,
        }
    }

    /// Adds code as it is.
    pub fn push(&mut self, code: &str) {
        self.code.push_str(code);
    }

    /// The file of code at a path.
    pub fn finish(self, path: String) -> VirtualFile {
        VirtualFile {
            path,
            code: self.code,
            sources: self.sources,
            rooms: self.rooms,
        }
    }

    /// Adds the sign with which something begins.
    fn begin(&mut self, what: Opened, sign: &str) {
        self.push(sign);
        let (start, statement) = (self.code.len(), self.code.len());
        self.open.push(Open {
            what,
            start,
            statement,
        });
    }

    /// Adds the sign with which what was begun last ends.
    fn end(&mut self, sign: &str) {
        self.open.pop();
        self.push(sign);
    }

    /// Adds the statements of a part, each as a line of markup.
    pub fn lines(&mut self, statements: impl IntoIterator<Item = Statement>) {
        let mut statements = statements.into_iter().peekable();
        while let Some(statement) = statements.next() {
            match &statement {
                Statement::Content(Node::Trace(origin)) => {
                    let next = statements.peek().and_then(Statement::content);
                    self.trace(*origin, next);
                }
                Statement::Content(_) | Statement::Show(..) | Statement::Include(_) => {
                    self.line(&statement);
                }
            }
        }
    }

    /// Adds a statement as a line of markup.
    pub fn line(&mut self, statement: &Statement) {
        match statement {
            Statement::Show(template, data) => {
                self.push("#show: ");
                self.push(template.name());
                self.push(".with(");
                self.value(data);
                self.push(")");
            }
            Statement::Include(path) => {
                self.push("#include ");
                push_literal(&mut self.code, path);
            }
            Statement::Content(node) => {
                self.push("#");
                self.block(std::slice::from_ref(node));
            }
        }
        self.push("\n");
    }

    /// Adds an expression as a value: a string in it is none that is printed.
    pub fn value(&mut self, node: &Node) {
        match node {
            Node::Text(text) => push_literal(&mut self.code, text),
            Node::Atom(code) => self.push(code),
            Node::Number(number) => self.number(number),
            Node::Trace(_) => self.push("none"),
            Node::Array(items) => {
                self.begin(Opened::Value, "(");
                for item in items {
                    self.value(item);
                    // The comma makes a list of one a list.
                    self.push(",");
                }
                self.end(")");
            }
            Node::Dict(fields) if fields.is_empty() => self.push("(:)"),
            Node::Dict(fields) => {
                self.begin(Opened::Value, "(");
                let around = self.sources.last();
                for (key, value) in fields {
                    push_literal(&mut self.code, key);
                    self.push(":");
                    self.value(value);
                    self.push(",");
                    self.sources.go_on(self.code.len(), around);
                }
                self.end(")");
            }
            Node::Call(function, arguments) => {
                if let (Function::Note, Some(Node::Text(label))) =
                    (function, arguments.first().map(|first| &first.value))
                {
                    self.rooms.note(label, &self.open);
                }
                let around = self.sources.last();
                if matches!(function, Function::Section) {
                    // It is of what comes below it, unless it says where it was written.
                    self.sources.go_on(self.code.len(), None);
                }
                self.push(function.name());
                self.begin(Opened::Call(*function), "(");
                for argument in arguments {
                    if let Some(name) = argument.name {
                        self.push(name);
                        self.push(": ");
                    }
                    match (function, &argument.value) {
                        (Function::Raw, Node::Text(text)) => self.verbatim(text),
                        (Function::CodeBlock, Node::Block(lines)) => self.code_lines(lines),
                        (_, value) => self.value(value),
                    }
                    self.push(", ");
                }
                self.end(")");
                self.sources.go_on(self.code.len(), around);
            }
            Node::Block(statements) => self.block(statements),
            Node::WithSource(origin, inner) => self.with_source(*origin, |own| own.value(inner)),
            Node::Marked(mark, inner) => {
                self.push(match mark {
                    Mark::Added => "added",
                    Mark::Removed => "removed",
                    Mark::Changed => "changed",
                });
                self.begin(Opened::Mark, "(");
                self.value(inner);
                self.end(")");
            }
            Node::Removed(inner) => self.value(inner),
        }
    }

    /// Says where what follows comes from, unless the next piece says so itself.
    fn trace(&mut self, origin: Origin, next: Option<&Node>) {
        if !matches!(next, Some(Node::WithSource(..))) {
            self.sources.begin(self.code.len(), origin);
        }
    }

    /// Adds what was written there.
    fn with_source(&mut self, origin: Origin, add: impl FnOnce(&mut Self)) {
        let around = self.sources.last();
        self.sources.begin(self.code.len(), origin);
        add(self);
        self.sources.go_on(self.code.len(), around);
    }

    /// Adds statements as content.
    pub fn block(&mut self, statements: &[Node]) {
        let is_trace = |node: &Node| matches!(node, Node::Trace(_));
        let (open, close) = if statements.iter().all(is_trace) {
            ("[", "]")
        } else {
            ("{", "}")
        };
        self.begin(Opened::Value, open);
        for (at, statement) in statements.iter().enumerate() {
            if let Some(open) = self.open.last_mut() {
                open.statement = self.code.len();
            }
            if let Node::Trace(origin) = statement {
                self.trace(*origin, statements.get(at + 1));
            } else {
                self.statement(statement);
                self.push("; ");
            }
        }
        self.end(close);
    }

    /// Adds an expression as content of its own: a string in it is printed.
    fn statement(&mut self, node: &Node) {
        match node {
            Node::Text(text) => self.printed(text),
            Node::WithSource(origin, inner) => {
                self.with_source(*origin, |own| own.statement(inner));
            }
            Node::Removed(inner) => self.statement(inner),
            Node::Atom(_)
            | Node::Number(_)
            | Node::Trace(_)
            | Node::Array(_)
            | Node::Dict(_)
            | Node::Call(..)
            | Node::Block(_)
            | Node::Marked(..) => self.value(node),
        }
    }

    /// Adds a string that is printed. In markup, each letter of it on a page knows the string
    /// that it comes from.
    fn printed(&mut self, text: &str) {
        self.push("[#\"");
        push_printed(&mut self.code, text);
        self.push("\"]");
    }

    /// Adds a string that is printed as it is.
    fn verbatim(&mut self, text: &str) {
        self.push("\"");
        push_breakable(&mut self.code, text);
        self.push("\"");
    }

    /// Adds lines of code, which a template takes for one string.
    fn code_lines(&mut self, lines: &[Node]) {
        self.push("\"");
        for line in lines {
            if let Node::Text(text) = line {
                push_breakable(&mut self.code, text);
            }
        }
        self.push("\"");
    }

    fn number(&mut self, number: &PlaceNumber) {
        let PlaceNumber {
            label,
            before,
            after,
            otherwise,
        } = number;
        match self.numbers.get(label) {
            Some(number) => {
                self.push("{");
                for text in [before, number, after] {
                    self.printed(text);
                    self.push("; ");
                }
                self.push("}");
            }
            None => self.printed(otherwise),
        }
    }
}

/// A file at a path that binds data to a name.
pub(crate) fn binding(path: &str, name: &str, data: &Node) -> VirtualFile {
    let numbers = BTreeMap::new();
    let mut writer = CodeWriter::new(&numbers);
    writer.push(&format!("#let {name} = "));
    writer.value(data);
    writer.push("\n");
    writer.finish(path.to_owned())
}
