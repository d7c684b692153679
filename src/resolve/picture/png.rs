//! PNG: chunks, each with its length and a sum over its bytes.

use super::{Broken, Fault, long};

/// Length of what stands before the first chunk.
const SIGNATURE: usize = 8;

/// What is wrong with a PNG.
pub(crate) fn faults(bytes: &[u8]) -> Vec<Fault> {
    let mut at = SIGNATURE;
    let mut pixels = false;
    loop {
        let chunk = long(bytes, at).and_then(|length| {
            let kind = at.checked_add(4)?;
            let end = kind.checked_add(4)?.checked_add(length as usize)?;
            Some((bytes.get(kind..end)?, long(bytes, end)?, end))
        });
        let Some((content, sum, end)) = chunk else {
            return vec![Fault::Broken(Broken::Truncated)];
        };
        let kind = content.get(..4).unwrap_or(&[]);
        // Those that a reader may pass by begin with a small letter.
        let needed = kind.first().is_some_and(u8::is_ascii_uppercase);
        if needed && crc32fast::hash(content) != sum {
            return vec![Fault::Broken(Broken::Damaged)];
        }
        pixels |= kind == b"IDAT";
        if kind == b"IEND" {
            return if pixels {
                Vec::new()
            } else {
                vec![Fault::Broken(Broken::Damaged)]
            };
        }
        at = end + 4;
    }
}
