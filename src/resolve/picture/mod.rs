//! What the file of a picture holds, as far as it matters in print: whether it is whole,
//! whether it can be set in reasonable time and memory, and what of it would be missing.
//!
//! Nothing is decoded. Pictures are looked at whenever a plan is judged.

mod jpeg;
mod png;
mod svg;
mod wrapped;

pub(crate) use svg::letters as letters_of_drawing;

/// Most pixels of a picture: those of a page of A3 at 700 dots per inch. Each takes four
/// bytes or more while a book is set.
pub(crate) const MOST_PIXELS: u64 = 100_000_000;

/// What is wrong with a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It cannot be read.
    Broken(Broken),
    /// It takes more time or memory than a machine has.
    Oversized(Oversized),
    /// Its colours are those of a printing press, without a profile that says which.
    Typesetter,
    /// The book shows a part of it.
    Incomplete(Incomplete),
}

/// Why a picture cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// The file is no picture that the book can show.
    Unknown,
    /// It is a picture of another kind than its name says.
    Kind(Kind),
    /// Its end is missing.
    Truncated,
    /// It was damaged on its way.
    Damaged,
    /// It is a JPEG of a kind that hardly any program reads.
    RareJpeg,
    /// It has no width or no height.
    NoSize,
    /// It is no XML: what is wrong, and in which line.
    NotXml(XmlFault, u32),
    /// It is XML and no SVG: without the namespace, nobody knows what it is.
    NoSvg,
    /// It shows a file that is not there, or that cannot be shown from there.
    Link(String),
    /// A part of it uses itself, so that it has no end; the address of the part.
    Circular(String),
}

/// What of a picture is too much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oversized {
    /// It has more pixels than [`MOST_PIXELS`].
    Pixels {
        /// Its width.
        width: u64,
        /// Its height.
        height: u64,
    },
    /// Its entities would grow without limit.
    Entities,
    /// It has more elements than can be set.
    Elements,
    /// Too many of its elements stand inside each other.
    Depth,
    /// Its filters take more time than anybody waits; the one that takes most.
    Filter(String),
}

/// What of a picture the book does not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incomplete {
    /// Text in HTML.
    ForeignObject,
    /// Parts of another file, or its style.
    Elsewhere(String),
    /// A picture inside it that cannot be read.
    Inside,
}

/// Why a text is no XML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum XmlFault {
    /// It names a character that XML does not know: `nbsp`.
    Entity(String),
    /// It uses a prefix that it does not declare: `xlink`.
    Prefix(String),
    /// `&` is not written as `&amp;`.
    Ampersand,
    /// It ends before all elements do.
    End,
    /// Something else.
    Other,
}

/// The kinds of pictures that a book can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// GIF.
    Gif,
    /// WebP.
    Webp,
    /// SVG.
    Svg,
}

impl Kind {
    /// The kind that the name of a file says.
    fn of_name(path: &str) -> Option<Self> {
        let (_, ending) = path.rsplit_once('.')?;
        Some(match ending.to_ascii_lowercase().as_str() {
            "png" => Self::Png,
            "jpg" | "jpeg" => Self::Jpeg,
            "gif" => Self::Gif,
            "webp" => Self::Webp,
            "svg" => Self::Svg,
            _ => return None,
        })
    }

    /// The kind that the first bytes of a file say.
    fn of_bytes(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x89, b'P', b'N', b'G', ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'G', b'I', b'F', b'8', ..] => Some(Self::Gif),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Some(Self::Webp),
            _ => {
                let has = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
                has(b"<svg").then_some(Self::Svg)
            }
        }
    }

    /// What the kind is called, and the ending of its files.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Png => ("PNG", "png"),
            Self::Jpeg => ("JPEG", "jpg"),
            Self::Gif => ("GIF", "gif"),
            Self::Webp => ("WebP", "webp"),
            Self::Svg => ("SVG", "svg"),
        }
    }
}

/// What is wrong with the picture at `path` of the plan; `is_there` says which files the
/// plan has.
pub(crate) fn faults(path: &str, bytes: &[u8], is_there: &dyn Fn(&str) -> bool) -> Vec<Fault> {
    match (Kind::of_name(path), Kind::of_bytes(bytes)) {
        (Some(Kind::Svg), Some(Kind::Svg)) => svg::faults(path, bytes, is_there),
        (Some(named), Some(kind)) if named == kind => of_pixels(kind, bytes),
        (Some(_), Some(kind)) => vec![Fault::Broken(Broken::Kind(kind))],
        _ => vec![Fault::Broken(Broken::Unknown)],
    }
}

/// The files of the plan that the picture at `path` shows inside itself.
pub(crate) fn links(path: &str, bytes: &[u8]) -> Vec<String> {
    match Kind::of_name(path) {
        Some(Kind::Svg) => svg::links(path, bytes),
        _ => Vec::new(),
    }
}

/// The characters of the text that the picture at `path` shows; nothing of one in which all
/// are plain.
pub(crate) fn letters(path: &str, bytes: &[u8]) -> String {
    match Kind::of_name(path) {
        Some(Kind::Svg) => letters_of_drawing(bytes),
        _ => String::new(),
    }
}

/// What is wrong with a picture that is made of pixels.
fn of_pixels(kind: Kind, bytes: &[u8]) -> Vec<Fault> {
    let mut faults = match kind {
        Kind::Png => png::faults(bytes),
        Kind::Jpeg => jpeg::faults(bytes),
        Kind::Gif => wrapped::gif(bytes),
        Kind::Webp => wrapped::webp(bytes),
        Kind::Svg => Vec::new(),
    };
    match imagesize::blob_size(bytes) {
        Ok(size) => {
            let (width, height) = (size.width as u64, size.height as u64);
            if width.saturating_mul(height) > MOST_PIXELS {
                faults.push(Fault::Oversized(Oversized::Pixels { width, height }));
            } else if (width == 0 || height == 0) && faults.is_empty() {
                faults.push(Fault::Broken(Broken::NoSize));
            }
        }
        Err(_) if faults.is_empty() => faults.push(Fault::Broken(Broken::Unknown)),
        Err(_) => {}
    }
    faults
}

/// Two bytes as a number, the greater one first.
fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(usize::from(u16::from_be_bytes(two.try_into().ok()?)))
}

/// Four bytes as a number, the greatest one first.
fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}
