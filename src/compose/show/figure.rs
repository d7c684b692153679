//! What is drawn from the data.

use crate::compose::Composer;
use crate::compose::tree::{Block, BlockKind, Drawing};
use crate::compose::view::Figure;
use crate::language::message;
use crate::resolve::narrative::alternative;

/// What the whole of a bar or of the period is divided into.
pub(super) const WHOLE: i128 = 1000;

/// Something drawn, but for number and caption.
pub(super) struct Drawn {
    /// What it shows, in words.
    alt: String,
    /// The drawing, given what every figure has.
    drawing: Box<dyn FnOnce(Figure) -> Drawing>,
}

impl Drawn {
    pub(super) fn new(alt: String, drawing: impl FnOnce(Figure) -> Drawing + 'static) -> Self {
        Self {
            alt,
            drawing: Box::new(drawing),
        }
    }
}

/// Most characters of what a drawing tells piece by piece, in words. Who listens cannot
/// skip in it, and a PDF holds no text without an end.
const TOLD: usize = 5_000;

impl Composer<'_> {
    /// Pieces of a text that says what a drawing shows: as many as somebody listens to,
    /// and how many more there are.
    pub(in crate::compose) fn some_of(&self, pieces: &[String], separator: &str) -> String {
        let mut told = String::new();
        let mut length = 0;
        for (at, piece) in pieces.iter().enumerate() {
            length += piece.chars().count() + separator.len();
            if length > TOLD {
                let more = self.format.number(pieces.len() - at);
                let more = self.words.say(&message!("book-and-others", count = more));
                told.push_str(&format!("{separator}{more}"));
                break;
            }
            if at > 0 {
                told.push_str(separator);
            }
            told.push_str(piece);
        }
        told
    }
}

/// Gives something drawn its caption and label.
pub(super) fn framed(drawn: Drawn, caption: &str, label: Option<String>) -> Block {
    let drawing = (drawn.drawing)(Figure {
        number: None,
        caption: caption.into(),
        alt: alternative(&drawn.alt).into_owned(),
        label,
    });
    BlockKind::Drawing(Box::new(drawing)).into()
}

/// Share of the largest amount, from 0 to 1000; 0 of what is below nothing.
pub(in crate::compose) fn share(amount: i128, largest: i128) -> u32 {
    let share = amount.saturating_mul(WHOLE).checked_div(largest);
    u32::try_from(share.unwrap_or(0)).unwrap_or(0)
}
