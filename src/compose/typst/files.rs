//! The files of a book.

use super::data::Data;
use super::lower;
use super::write::{CodeWriter, binding};
use super::{Function, Node, Statement};
use crate::compose::VirtualFile;
use crate::compose::document::Document;
use crate::compose::tree::Part;
use crate::compose::view;

/// Path of the file that includes all others.
pub(crate) const MAIN: &str = "/main.typ";

/// Every virtual file sees the templates through this one.
const IMPORT: &str = "#import \"/templates/templates.typ\": *\n";

/// A part of a book as statements.
#[derive(Debug, Clone)]
pub(crate) struct CodePart {
    /// Absolute path in the book.
    pub path: String,
    /// What stands in it.
    pub statements: Vec<Statement>,
}

impl From<Part> for CodePart {
    fn from(part: Part) -> Self {
        let (path, statements) = statements(part);
        let statements = statements.collect();
        Self { path, statements }
    }
}

/// The path of a part and what stands in it.
pub(crate) fn statements(part: Part) -> (String, impl Iterator<Item = Statement>) {
    let opening = part.opening.map(opening).into_iter();
    let trace = part.origin.map(Node::Trace).map(Statement::Content);
    let all = opening.chain(trace).chain(lower::part(part.body));
    (part.path, all)
}

/// The opening of a chapter, around all that follows.
pub(crate) fn opening(chapter: view::Chapter) -> Statement {
    Statement::Show(Function::Chapter, chapter.node())
}

/// The files of a document with these parts.
pub(crate) fn write<S: IntoIterator<Item = Statement>>(
    document: Document,
    parts: impl Iterator<Item = (String, S)>,
) -> Vec<VirtualFile> {
    let Document {
        settings,
        book,
        numbers,
        tracked,
        ..
    } = document;
    let settings = binding("/generated/settings.typ", "settings", &settings.node());
    let mut files = vec![settings];
    let mut main = CodeWriter::new(&numbers);
    main.push(IMPORT);
    main.line(&Statement::Show(Function::Book, book.node()));
    if tracked {
        main.push("#show: marks\n");
    }
    for (path, statements) in parts {
        if path.starts_with("/parts/") {
            main.line(&Statement::Include(path.clone()));
        }
        let mut writer = CodeWriter::new(&numbers);
        writer.push(IMPORT);
        writer.lines(statements);
        files.push(writer.finish(path));
    }
    files.push(main.finish(MAIN.into()));
    files
}
