//! JPEG: segments, each behind a marker, and among them the pixels, which have no length.

use super::{Broken, Fault, short};

/// What is wrong with a JPEG.
pub(crate) fn faults(bytes: &[u8]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut colours = 0;
    let mut profile = false;
    let mut at = 2;
    loop {
        let Some((marker, start)) = next_marker(bytes, at) else {
            faults.push(Fault::Broken(Broken::Truncated));
            break;
        };
        at = start;
        match marker {
            END => break,
            // They stand alone.
            0x01 | 0xd0..=0xd8 => continue,
            _ => {}
        }
        let segment = short(bytes, start)
            .and_then(|length| bytes.get(start + 2..start.checked_add(length.max(2))?));
        let Some(segment) = segment else {
            faults.push(Fault::Broken(Broken::Truncated));
            break;
        };
        at = start + 2 + segment.len();
        match marker {
            // Huffman tables, extensions and arithmetic tables lie among the frames.
            0xc4 | 0xc8 | 0xcc => {}
            0xc0..=0xcf => {
                let precision = segment.first().copied().unwrap_or_default();
                colours = segment.get(5).copied().unwrap_or_default();
                if marker > 0xc2 || precision != 8 || !matches!(colours, 1 | 3 | 4) {
                    faults.push(Fault::Broken(Broken::RareJpeg));
                    break;
                }
            }
            0xe2 => profile |= segment.starts_with(b"ICC_PROFILE\0"),
            0xda => at = end_of_scan(bytes, at),
            _ => {}
        }
    }
    if colours == 4 && !profile {
        faults.push(Fault::Typesetter);
    }
    faults
}

/// The marker of the end.
const END: u8 = 0xd9;

/// The next marker from a place on, and the place behind it.
fn next_marker(bytes: &[u8], from: usize) -> Option<(u8, usize)> {
    let rest = bytes.get(from..)?;
    let first = rest.iter().position(|byte| *byte == 0xff)?;
    let fill = rest.get(first..)?.iter().position(|byte| *byte != 0xff)?;
    let at = from + first + fill;
    Some((*bytes.get(at)?, at + 1))
}

/// Where the pixels end that begin at a place: at the next marker that does not belong to
/// them.
fn end_of_scan(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or(&[]);
    let end = rest.windows(2).position(|pair| match pair {
        [0xff, marker] => !matches!(marker, 0x00 | 0xd0..=0xd7 | 0xff),
        _ => false,
    });
    end.map_or(bytes.len(), |end| from + end)
}
