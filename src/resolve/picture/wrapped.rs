//! GIF and WebP, whose parts tell their lengths.

use super::{Broken, Fault};

/// What is wrong with a GIF. Only its first picture is printed.
pub(crate) fn gif(bytes: &[u8]) -> Vec<Fault> {
    match first_of_gif(bytes) {
        Some(true) => Vec::new(),
        Some(false) => vec![Fault::Broken(Broken::Damaged)],
        None => vec![Fault::Broken(Broken::Truncated)],
    }
}

/// Whether a GIF has a picture; `None` if it ends before.
fn first_of_gif(bytes: &[u8]) -> Option<bool> {
    let mut at = 13 + table(*bytes.get(10)?);
    loop {
        match bytes.get(at)? {
            // An extension, and its kind.
            0x21 => at = behind_blocks(bytes, at + 2)?,
            0x2c => {
                let colours = table(*bytes.get(at + 9)?);
                behind_blocks(bytes, at + 11 + colours)?;
                return Some(true);
            }
            _ => return Some(false),
        }
    }
}

/// Length of the table of colours that a byte of flags announces.
fn table(flags: u8) -> usize {
    match flags & 0x80 {
        0 => 0,
        _ => 3 << ((flags & 7) + 1),
    }
}

/// The place behind blocks that each begin with their length, up to an empty one.
fn behind_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}

/// What is wrong with a WebP.
pub(crate) fn webp(bytes: &[u8]) -> Vec<Fault> {
    let length = bytes.get(4..8).and_then(|four| four.try_into().ok());
    let length = length.map_or(u32::MAX, u32::from_le_bytes) as usize;
    if length.saturating_add(8) > bytes.len() {
        vec![Fault::Broken(Broken::Truncated)]
    } else {
        Vec::new()
    }
}
