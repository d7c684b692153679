//! What Typst may see: the virtual files of a book, its images, the templates
//! and the fonts. There is no network, no clock and no file system behind it.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::Arc;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_kit::files::{FileLoader, FileStore};
use typst_kit::fonts::FontStore;

use super::templates::BUILT_IN;
use crate::compose::{Book, SourceMap, VirtualFile};
use crate::slice::slice;

/// The sans serif of labels and numbers, which does not come with Typst.
const SANS: [&[u8]; 3] = [
    include_bytes!("../../fonts/SourceSans3-Regular.otf"),
    include_bytes!("../../fonts/SourceSans3-It.otf"),
    include_bytes!("../../fonts/SourceSans3-Semibold.otf"),
];

/// The fonts that the book may be set with.
#[derive(Clone)]
pub struct Fonts(Arc<FontStore>);

impl Fonts {
    /// The fonts inside the binary: Libertinus Serif, New Computer Modern, DejaVu Sans Mono
    /// and Source Sans 3.
    pub fn embedded() -> Self {
        Self(Arc::new(Self::inside()))
    }

    /// Those, and behind them every font of the system. The output then depends
    /// on the machine.
    pub fn with_system() -> Self {
        let mut store = Self::inside();
        store.extend(typst_kit::fonts::system());
        Self(Arc::new(store))
    }

    fn inside() -> FontStore {
        let mut store = FontStore::new();
        store.extend(typst_kit::fonts::embedded());
        let sans = SANS
            .into_iter()
            .flat_map(|font| Font::iter(Bytes::new(font)));
        store.extend(sans.map(|font| {
            let info = font.info().clone();
            (font, info)
        }));
        store
    }
}

/// What templates may call: all of Typst, and that a cell is the head of its row.
fn library() -> Library {
    let features = [Feature::A11yExtras].into_iter().collect();
    Library::builder().with_features(features).build()
}

/// What Typst calls the file at a path of a book; `None` if the path is malformed.
pub(super) fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The world of a book, and of those that take its place.
pub struct BookWorld<B> {
    library: LazyHash<Library>,
    fonts: Fonts,
    main: FileId,
    files: FileStore<BookFiles<B>>,
}

impl<B: Borrow<Book>> BookWorld<B> {
    /// A world in which only `book` exists. Returns `None` if the path of its
    /// main file is malformed.
    pub fn new(book: B, fonts: &Fonts) -> Option<Self> {
        let main = file_id(&book.borrow().main)?;
        Some(Self {
            library: LazyHash::new(library()),
            fonts: fonts.clone(),
            main,
            files: FileStore::new(BookFiles {
                book,
                rewritten: BTreeMap::new(),
            }),
        })
    }

    /// Puts another book in the place of the one that is there. What both have in
    /// common is neither parsed nor laid out again.
    pub fn replace(&mut self, book: B) {
        let files = self.files.loader_mut();
        files.book = book;
        files.rewritten.clear();
        self.files.reset();
    }

    /// The book.
    pub fn book(&self) -> &Book {
        self.files.loader().book.borrow()
    }

    /// The code at a path, as it is set.
    pub fn code(&self, path: &str) -> Option<&str> {
        self.files.loader().code(path)
    }

    /// Where the code at a path, as it is set, comes from.
    pub fn sources(&self, path: &str) -> Option<&SourceMap> {
        self.files.loader().sources(path)
    }

    /// The file that sets the note with a label, and the byte of its code before which room
    /// can be asked for the note; `None` where it cannot.
    pub fn room(&self, label: &str) -> Option<(String, usize)> {
        let files = self.files.loader();
        let mut paths = files.book.borrow().files.iter().map(|file| &file.path);
        paths.find_map(|path| Some((path.clone(), files.file(path)?.rooms.find(label)?)))
    }

    /// Puts pieces of code into a file of the book, each before a byte.
    pub fn insert(&mut self, path: &str, pieces: &BTreeMap<usize, impl ToString>) {
        let Some(file) = self.files.loader().file(path) else {
            return;
        };
        let code = &file.code;
        let mut rewritten = String::with_capacity(code.len() + 3 * pieces.len());
        let mut copied = 0;
        let mut added = BTreeMap::new();
        for (&at, piece) in pieces {
            let piece = piece.to_string();
            rewritten.push_str(slice(code, copied..at));
            rewritten.push_str(&piece);
            added.insert(at, piece.len());
            copied = at;
        }
        rewritten.push_str(slice(code, copied..));
        let rewritten = VirtualFile {
            path: path.to_owned(),
            code: rewritten,
            sources: file.sources.moved(&added),
            rooms: file.rooms.moved(&added),
        };
        let files = self.files.loader_mut();
        files.rewritten.insert(path.to_owned(), rewritten);
        self.files.reset();
    }
}

impl<B: Borrow<Book> + Send + Sync> World for BookWorld<B> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.0.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.0.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

struct BookFiles<B> {
    book: B,
    /// Files of code that have been changed since they were composed.
    rewritten: BTreeMap<String, VirtualFile>,
}

impl<B: Borrow<Book>> BookFiles<B> {
    fn file(&self, path: &str) -> Option<&VirtualFile> {
        self.rewritten.get(path).or_else(|| {
            let mut files = self.book.borrow().files.iter();
            files.find(|file| file.path == path)
        })
    }

    fn code(&self, path: &str) -> Option<&str> {
        self.file(path).map(|file| file.code.as_str())
    }

    fn sources(&self, path: &str) -> Option<&SourceMap> {
        self.file(path).map(|file| &file.sources)
    }
}

impl<B: Borrow<Book>> FileLoader for BookFiles<B> {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        if *id.root() != VirtualRoot::Project {
            return Err(FileError::AccessDenied);
        }
        let path = id.vpath().get_with_slash();
        if let Some(file) = self.rewritten.get(path) {
            return Ok(Bytes::from_string(file.code.clone()));
        }
        // A plan's own template stands in front of the built-in one.
        if let Some(bytes) = self.book.borrow().bytes(path) {
            return Ok(Bytes::new(bytes.to_vec()));
        }
        BUILT_IN
            .iter()
            .find(|(name, _)| *name == path)
            .map(|(_, text)| Bytes::from_string(*text))
            .ok_or_else(|| FileError::NotFound(path.into()))
    }
}
