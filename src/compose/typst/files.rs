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

/// Whether a chapter that opens so goes on where the one before it ends.
fn runs_on(opening: &Statement) -> bool {
    let Statement::Show(Function::Chapter, Node::Dict(fields)) = opening else {
        return false;
    };
    let yes = true.node();
    fields
        .iter()
        .any(|(key, value)| key == "runs-on" && *value == yes)
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
    // The chapter on whose pages the next one may go on.
    let mut open: Option<(CodeWriter<'_>, String)> = None;
    for (path, statements) in parts {
        let mut statements = statements.into_iter().peekable();
        let include = Statement::Include(path.clone());
        let is_chapter = path.starts_with("/parts/");
        let follows = statements.peek().is_some_and(runs_on);
        let leader = open.as_mut().filter(|_| follows);
        let is_led = leader.is_some();
        match leader {
            Some((writer, _)) => writer.line(&include),
            None if is_chapter => main.line(&include),
            None => {}
        }
        let mut writer = CodeWriter::new(&numbers);
        writer.push(IMPORT);
        writer.lines(statements);
        if is_led || !is_chapter {
            files.push(writer.finish(path));
        } else if let Some((last, path)) = open.replace((writer, path)) {
            files.push(last.finish(path));
        }
    }
    files.extend(open.map(|(last, path)| last.finish(path)));
    files.push(main.finish(MAIN.into()));
    files
}
