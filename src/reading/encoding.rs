//! Text in the encodings in which old editors save it.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// An encoding that a plan is not to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// What Notepad called “Unicode”.
    Utf16,
    /// What Notepad calls “ANSI”.
    Windows1252,
}

/// Bytes that mean nothing in Windows-1252.
const UNDEFINED: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/// The text of bytes that are in another encoding than UTF-8, and in which; `None` if
/// they are UTF-8, or damaged.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, Encoding)> {
    if let Some((encoding, bytes)) = utf_16(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return Some((text.into_owned(), Encoding::Utf16));
    }
    let is_single = |bytes: &[u8]| bytes.iter().all(|byte| !UNDEFINED.contains(byte));
    let is_foreign = bytes.utf8_chunks().any(|chunk| !chunk.invalid().is_empty());
    // Letters that are UTF-8 tell that others were damaged.
    let mut valid = bytes.utf8_chunks().map(|chunk| chunk.valid());
    if is_foreign && is_single(bytes) && valid.all(str::is_ascii) {
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
        return Some((text.into_owned(), Encoding::Windows1252));
    }
    None
}

/// The order of bytes in UTF-16, and the bytes behind the mark that tells it. Without a
/// mark it is told by the zeros that are half of each plain letter.
fn utf_16(bytes: &[u8]) -> Option<(&'static encoding_rs::Encoding, &[u8])> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Some((UTF_16LE, rest));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Some((UTF_16BE, rest));
    }
    let zeros = |parity: usize| {
        let places = bytes.iter().skip(parity).step_by(2);
        places.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let units = bytes.len() / 2;
    let are_most = |zeros: usize| units > 1 && zeros * 2 > units;
    match (are_most(even), are_most(odd)) {
        (false, true) => Some((UTF_16LE, bytes)),
        (true, false) => Some((UTF_16BE, bytes)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Encoding, decode};

    #[test]
    fn encodings_of_old_editors_are_known() {
        let little: Vec<u8> = "judul é"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let big: Vec<u8> = "judul é"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        for bytes in [
            [b"\xff\xfe".as_slice(), &little].concat(),
            [b"\xfe\xff".as_slice(), &big].concat(),
            little,
            big,
        ] {
            let decoded = Some(("judul é".to_owned(), Encoding::Utf16));
            assert_eq!(decode(&bytes), decoded);
        }
        let ansi = b"Caf\xe9 \x93satu\x94";
        let decoded = Some(("Café “satu”".to_owned(), Encoding::Windows1252));
        assert_eq!(decode(ansi), decoded);
        // UTF-8, text with a damaged letter, a byte of no encoding, a stray zero.
        for bytes in [
            "Café".as_bytes(),
            b"",
            b"Caf\xc3\xa9 \xe9",
            b"a\x81",
            b"a\x00b",
        ] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }
}
