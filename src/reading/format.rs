//! Files of other programs, told by how they begin, whatever they are called.

/// What a file is that was to be text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A document of Office or LibreOffice, or any other archive: DOCX, XLSX, ODT.
    Archive,
    /// A document of old versions of Office: DOC, XLS.
    OldOffice,
    /// A document of WordPad: RTF.
    Rtf,
    /// A PDF.
    Pdf,
    /// A page of the web, or a document that was saved as one.
    Html,
    /// XML, as some word processors write it.
    Xml,
    /// A picture.
    Image,
    /// Bytes that are no text.
    Binary,
}

/// How files begin that are no text of a plan.
const BEGINNINGS: [(&[u8], Format); 17] = [
    (b"PK\x03\x04", Format::Archive),
    (b"PK\x05\x06", Format::Archive),
    (b"\xd0\xcf\x11\xe0", Format::OldOffice),
    (b"{\\rtf", Format::Rtf),
    (b"%PDF-", Format::Pdf),
    (b"<!doctype html", Format::Html),
    (b"<html", Format::Html),
    (b"mime-version:", Format::Html),
    (b"<?xml", Format::Xml),
    (b"\x89png", Format::Image),
    (b"\xff\xd8\xff", Format::Image),
    (b"gif8", Format::Image),
    (b"\x1f\x8b", Format::Binary),
    (b"7z\xbc\xaf", Format::Binary),
    (b"rar!", Format::Binary),
    (b"\x7felf", Format::Binary),
    (b"sqlite format 3", Format::Binary),
];

/// How far a file is searched for bytes that no text has.
const REACH: usize = 4_096;

impl Format {
    /// What a file is that is no text; `None` for text in any encoding.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = text.trim_ascii_start();
        let begins = |beginning: &[u8]| {
            let first = text.get(..beginning.len());
            first.is_some_and(|first| first.eq_ignore_ascii_case(beginning))
        };
        let found = BEGINNINGS.iter().find(|(beginning, _)| begins(beginning));
        match found {
            // The name of a tag may go on: `<htmlx>` is another.
            Some((beginning, Self::Html)) if beginning.starts_with(b"<") => {
                let next = text.get(beginning.len());
                next.is_none_or(|byte| !byte.is_ascii_alphanumeric())
                    .then_some(Self::Html)
            }
            Some((_, format)) => Some(*format),
            None => is_binary(text).then_some(Self::Binary),
        }
    }
}

/// Whether bytes are neither UTF-8 nor any other text. In UTF-16 every other byte of
/// plain letters is zero; what is saved so is text in the wrong encoding.
fn is_binary(bytes: &[u8]) -> bool {
    let begin = bytes.get(..REACH).unwrap_or(bytes);
    let zeros = |parity: usize| {
        let places = begin.iter().skip(parity).step_by(2);
        places.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let wide = even.max(odd) > 8 * even.min(odd) && even.max(odd) * 8 > begin.len();
    // A single zero is a slip that others report; in programs' files they abound.
    even + odd > 3 && !wide
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn files_of_other_programs_are_known_by_their_beginning() {
        for (bytes, format) in [
            (b"PK\x03\x04\x14\x00\x06".as_slice(), Format::Archive),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", Format::OldOffice),
            (b"{\\rtf1\\ansi Profil.}", Format::Rtf),
            (b"\xef\xbb\xbf{\\rtf1 Profil.}", Format::Rtf),
            (b"%PDF-1.7\n", Format::Pdf),
            (b"\r\n<!DOCTYPE HTML>\n<p>a", Format::Html),
            (b"<html xmlns:v=\"x\">", Format::Html),
            (b"<HTML>", Format::Html),
            (b"MIME-Version: 1.0\nContent-Type: multipart", Format::Html),
            (b"<?xml version=\"1.0\"?>", Format::Xml),
            (b"\x89PNG\r\n", Format::Image),
            (b"\xff\xd8\xff\xe0", Format::Image),
            (b"\x00\x01\x00\x00\x00\x00\x02\x03", Format::Binary),
        ] {
            assert_eq!(Format::of(bytes), Some(format), "{bytes:?}");
        }
    }

    #[test]
    fn text_in_any_encoding_is_text() {
        for bytes in [
            b"".as_slice(),
            b"# Profil\n",
            b"PKK dan posyandu",
            b"<htmlx>",
            b"<p>Profil</p>",
            b"{ rtf }",
            b"Caf\xe9",
            b"a\x00b",
            b"\xff\xfe#\x00 \x00P\x00r\x00o\x00f\x00i\x00l\x00",
            b"\x00#\x00 \x00P\x00r\x00o\x00f\x00i\x00l",
        ] {
            assert_eq!(Format::of(bytes), None, "{bytes:?}");
        }
    }
}
