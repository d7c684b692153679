//! Object streams: what a PDF says of its structure, in few bytes.
//!
//! Typst writes every object of a file by itself and none of them compressed but streams. A
//! tagged book has an object for each paragraph and cell. Since PDF 1.5 objects may stand in
//! compressed streams, which PDF/A-2 allows.
//!
//! Source: ISO 32000-2, 7.5.4 (cross-reference table), 7.5.7 (object streams) and 7.5.8
//! (cross-reference streams).

use std::io::{self, Write};
use std::ops::Range;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use rayon::prelude::*;

/// Objects that stand in one stream. A reader that wants one of them reads them all, some 100
/// kilobytes; the more there are, the less room they take.
const TOGETHER: usize = 1_000;

/// Length of an entry of the cross-reference stream: kind, place, place within a stream.
const PLACE: usize = 7;

/// Length of an entry of a cross-reference table.
const ENTRY: usize = 20;

/// A file with its objects in object streams. `None` for a file of a version that has none, and
/// for one that is not written as Typst writes it.
pub(super) fn packed(pdf: &[u8]) -> Option<Vec<u8>> {
    if pdf.get(..8)? < b"%PDF-1.5".as_slice() {
        return None;
    }
    let file = File::read(pdf)?;
    file.write(pdf).ok()
}

/// A file, by where its parts stand.
struct File {
    /// Up to where the header goes.
    header: usize,
    /// The objects, by their numbers in their order in the file.
    objects: Vec<(u32, Range<usize>)>,
    /// What stands in the dictionary of the trailer, but for the size.
    trailer: Range<usize>,
    /// One more than the highest number of an object.
    size: u32,
}

impl File {
    fn read(pdf: &[u8]) -> Option<Self> {
        let last = rfind(pdf, b"startxref\n")?;
        let table = number(pdf.get(last + b"startxref\n".len()..)?)?;
        let table = usize::try_from(table).ok()?;
        let head = pdf.get(table..)?.strip_prefix(b"xref\n0 ")?;
        let size = number(head)?;
        let entries = table + pdf.get(table..)?.iter().skip(5).position(|b| *b == b'\n')? + 6;
        let mut starts: Vec<(usize, u32)> = Vec::new();
        for id in 1..size {
            let at = entries + ENTRY * usize::try_from(id).ok()?;
            let entry = pdf.get(at..at + ENTRY)?;
            if entry.get(17) == Some(&b'n') {
                starts.push((usize::try_from(number(entry)?).ok()?, id));
            }
        }
        starts.sort_unstable();
        let ends = starts.iter().skip(1).map(|(start, _)| *start);
        let ends = ends.chain([table]);
        let objects = starts.iter().zip(ends);
        let objects = objects.map(|(&(start, id), end)| {
            let range = start..end;
            let begin = format!("{id} 0 obj\n");
            let written = pdf.get(range.clone())?;
            written.starts_with(begin.as_bytes()).then_some((id, range))
        });
        let behind = entries + ENTRY * usize::try_from(size).ok()?;
        let begin = format!("trailer\n<</Size {size}");
        let trailer = pdf.get(behind..last)?;
        let inside = trailer
            .strip_prefix(begin.as_bytes())?
            .strip_suffix(b">>\n")?;
        let start = behind + begin.len();
        Some(Self {
            header: starts.first()?.0,
            objects: objects.collect::<Option<_>>()?,
            trailer: start..start + inside.len(),
            size,
        })
    }

    fn write(&self, pdf: &[u8]) -> io::Result<Vec<u8>> {
        let mut out = Writer {
            bytes: part(pdf, 0..self.header).to_vec(),
            places: Vec::new(),
        };
        let mut small: Vec<(u32, &[u8])> = Vec::new();
        for (id, range) in &self.objects {
            let written = part(pdf, range.clone());
            match inside(*id, written) {
                Some(object) => small.push((*id, object)),
                None => out.object(*id, written),
            }
        }
        // Compressing takes the time of all this, and each stream stands for itself.
        let streams = small.par_chunks(TOGETHER).map(object_stream);
        let streams: Vec<io::Result<(String, Vec<u8>)>> = streams.collect();
        let mut next = self.size;
        for (objects, stream) in small.chunks(TOGETHER).zip(streams) {
            let (entries, content) = stream?;
            let places = objects.iter().enumerate();
            out.places
                .extend(places.map(|(at, (object, _))| (*object, Place::In(next, at))));
            out.stream(next, entries.as_bytes(), &content);
            next += 1;
        }
        out.table(next, part(pdf, self.trailer.clone()))?;
        Ok(out.bytes)
    }
}

/// What an object is, without the words around it; `None` for a stream, which stays one.
fn inside(id: u32, written: &[u8]) -> Option<&[u8]> {
    let begin = format!("{id} 0 obj\n");
    let object = written.strip_prefix(begin.as_bytes())?.trim_ascii_end();
    let object = object.strip_suffix(b"endobj")?.trim_ascii_end();
    (!object.ends_with(b"endstream")).then_some(object)
}

/// Where an object stands in the file that is written.
#[derive(Clone, Copy)]
enum Place {
    /// From this byte on.
    Byte(usize),
    /// In the stream of a number, at this place in it.
    In(u32, usize),
}

struct Writer {
    bytes: Vec<u8>,
    places: Vec<(u32, Place)>,
}

impl Writer {
    fn object(&mut self, id: u32, written: &[u8]) {
        self.places.push((id, Place::Byte(self.bytes.len())));
        self.bytes.extend_from_slice(written);
    }

    /// A stream with these entries in its dictionary and a content that is compressed.
    fn stream(&mut self, id: u32, entries: &[u8], content: &[u8]) {
        let begin = format!("{id} 0 obj\n<<");
        let filter = format!("/Filter/FlateDecode/Length {}>>\nstream\n", content.len());
        let (begin, filter) = (begin.as_bytes(), filter.as_bytes());
        let end = b"\nendstream\nendobj\n\n";
        self.object(id, &[begin, entries, filter, content, end].concat());
    }

    /// The cross-reference stream, which has a number too, and the end of the file.
    fn table(&mut self, id: u32, trailer: &[u8]) -> io::Result<()> {
        let start = self.bytes.len();
        let mut places = self.places.clone();
        places.push((id, Place::Byte(start)));
        places.sort_unstable_by_key(|(id, _)| *id);
        let size = id.saturating_add(1);
        let mut content = Vec::new();
        let mut above = [0; PLACE];
        let mut places = places.into_iter().peekable();
        for number in 0..size {
            let place = places.next_if(|(id, _)| *id == number);
            let (kind, at, index) = match place {
                // A number that nothing has leads to the first of these, which has no next.
                None => (0_u8, 0, if number == 0 { u16::MAX.into() } else { 0 }),
                Some((_, Place::Byte(at))) => (1, at, 0),
                Some((_, Place::In(stream, at))) => (2, stream as usize, at),
            };
            let [a, b, c, d] = field::<4>(at)?;
            let [e, f] = field::<2>(index)?;
            let place = [kind, a, b, c, d, e, f];
            // As the difference to the entry above, which is nearly always the same: the filter
            // "up" of PNG, which each row names.
            content.push(2);
            let rows = place.iter().zip(above);
            content.extend(rows.map(|(byte, above)| byte.wrapping_sub(above)));
            above = place;
        }
        let entries =
            format!("/Type/XRef/Size {size}/W[1 4 2]/DecodeParms<</Predictor 12/Columns {PLACE}>>");
        let entries = [entries.as_bytes(), trailer].concat();
        self.stream(id, &entries, &deflated(&content)?);
        self.bytes
            .extend_from_slice(format!("startxref\n{start}\n%%EOF").as_bytes());
        Ok(())
    }
}

/// Objects as the content of a stream, compressed, and the entries of its dictionary.
fn object_stream(objects: &[(u32, &[u8])]) -> io::Result<(String, Vec<u8>)> {
    let mut index = String::new();
    let mut content = Vec::new();
    for (object, written) in objects {
        index.push_str(&format!("{object} {} ", content.len()));
        content.extend_from_slice(written);
        content.push(b'\n');
    }
    let (count, first) = (objects.len(), index.len());
    let entries = format!("/Type/ObjStm/N {count}/First {first}");
    let all = [index.into_bytes(), content].concat();
    Ok((entries, deflated(&all)?))
}

/// A number in so many bytes.
fn field<const LENGTH: usize>(number: usize) -> io::Result<[u8; LENGTH]> {
    let bytes = number.to_be_bytes();
    let (high, low) = bytes.split_at(bytes.len().saturating_sub(LENGTH));
    let field = low.try_into().ok().filter(|_| high.iter().all(|b| *b == 0));
    field.ok_or_else(|| io::ErrorKind::InvalidData.into())
}

fn deflated(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

/// The number that some bytes begin with.
fn number(bytes: &[u8]) -> Option<u32> {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit());
    let digits = part(bytes, 0..digits.count());
    std::str::from_utf8(digits).ok()?.parse().ok()
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let mut windows = bytes.windows(wanted.len());
    windows.rposition(|window| window == wanted)
}

/// A part of some bytes; ranges come from them.
fn part(bytes: &[u8], range: Range<usize>) -> &[u8] {
    bytes.get(range).unwrap_or(&[])
}

#[cfg(test)]
mod tests {
    use lopdf::{Document, Object};

    use super::packed;

    /// A file in which number 3 is free.
    fn file(version: &str) -> Vec<u8> {
        let objects = [
            (1, "<</Type/Catalog/Pages 2 0 R>>"),
            (2, "<</Type/Pages/Count 0/Kids[]/A(b endobj)>>"),
            (5, "<</Length 4>>\nstream\na b \nendstream"),
            (4, "(endstream)"),
        ];
        let mut bytes = format!("%PDF-{version}\n%\u{80}\u{80}\n").into_bytes();
        let mut entries = [const { String::new() }; 6];
        entries[0] = "0000000003 65535 f\r\n".into();
        entries[3] = "0000000000 00000 f\r\n".into();
        for (id, object) in objects {
            entries[id] = format!("{:010} 00000 n\r\n", bytes.len());
            bytes.extend(format!("{id} 0 obj\n{object}\nendobj\n\n").bytes());
        }
        let start = bytes.len();
        let entries = entries.concat();
        let trailer = "trailer\n<</Size 6/Root 1 0 R/ID[(a)(b)]>>";
        let end = format!("xref\n0 6\n{entries}{trailer}\nstartxref\n{start}\n%%EOF");
        bytes.extend(end.bytes());
        bytes
    }

    #[test]
    fn a_file_with_object_streams_has_the_same_objects() {
        let file = file("1.7");
        let (before, after) = (
            Document::load_mem(&file).unwrap(),
            Document::load_mem(&packed(&file).unwrap()).unwrap(),
        );
        for id in [(1, 0), (2, 0), (4, 0), (5, 0)] {
            let (one, other) = (before.get_object(id), after.get_object(id));
            let (one, other) = (one.unwrap(), other.unwrap());
            match (one.as_stream(), other.as_stream()) {
                (Ok(one), Ok(other)) => assert_eq!(one.content, other.content),
                _ => assert_eq!(one, other),
            }
        }
        assert!(after.get_object((3, 0)).is_err());
        let keys = [b"Root".as_slice(), b"ID"];
        let kept = |document: &Document| -> Vec<Object> {
            let found = keys.map(|key| document.trailer.get(key).unwrap().clone());
            found.to_vec()
        };
        assert_eq!(kept(&before), kept(&after));
        assert_eq!(packed(&file), packed(&file));
    }

    #[test]
    fn other_files_stay_as_they_are() {
        assert_eq!(packed(&file("1.4")), None);
        let file = file("1.7");
        for end in 0..file.len() {
            assert_eq!(packed(&file[..end]).filter(|_| end < file.len() - 6), None);
        }
        // Its own files have no table any more.
        assert_eq!(packed(&packed(&file).unwrap()), None);
    }
}
