//! What Typst may see: the virtual files of a book, its images, the templates
//! and the fonts. There is no network, no clock and no file system behind it.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::files::{FileLoader, FileStore};
use typst_kit::fonts::FontStore;

use super::templates::BUILT_IN;
use crate::compose::Book;

/// The fonts that the book may be set with.
pub struct Fonts(FontStore);

impl Fonts {
    /// The fonts inside the binary: Libertinus Serif, New Computer Modern and
    /// DejaVu Sans Mono.
    pub fn embedded() -> Self {
        let mut store = FontStore::new();
        store.extend(typst_kit::fonts::embedded());
        Self(store)
    }

    /// Those, and behind them every font of the system. The output then depends
    /// on the machine.
    pub fn with_system() -> Self {
        let mut fonts = Self::embedded();
        fonts.0.extend(typst_kit::fonts::system());
        fonts
    }
}

/// The world of one book.
pub struct BookWorld<'a> {
    library: LazyHash<Library>,
    fonts: &'a Fonts,
    main: FileId,
    files: FileStore<BookFiles<'a>>,
}

impl<'a> BookWorld<'a> {
    /// A world in which only `book` exists. Returns nothing if the path of its
    /// main file is malformed.
    pub fn new(book: &'a Book, fonts: &'a Fonts) -> Option<Self> {
        let path = VirtualPath::new(&book.main).ok()?;
        Some(Self {
            library: LazyHash::new(Library::default()),
            fonts,
            main: RootedPath::new(VirtualRoot::Project, path).intern(),
            files: FileStore::new(BookFiles(book)),
        })
    }
}

impl World for BookWorld<'_> {
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

struct BookFiles<'a>(&'a Book);

impl FileLoader for BookFiles<'_> {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        if *id.root() != VirtualRoot::Project {
            return Err(FileError::AccessDenied);
        }
        let path = id.vpath().get_with_slash();
        if let Some(file) = self.0.files.iter().find(|file| file.path == path) {
            return Ok(Bytes::from_string(file.code.clone()));
        }
        // A plan's own template stands in front of the built-in one.
        if let Some(bytes) = self.0.assets.get(path) {
            return Ok(Bytes::new(bytes.to_vec()));
        }
        BUILT_IN
            .iter()
            .find(|(name, _)| *name == path)
            .map(|(_, text)| Bytes::from_string(*text))
            .ok_or_else(|| FileError::NotFound(path.into()))
    }
}
