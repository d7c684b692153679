//! Figures drawn from the data.

mod budget;
mod coverage;
mod dependencies;
mod paths;
mod readiness;
mod road_map;

use crate::compose::Composer;
use crate::compose::numbering::Numbering;
use crate::compose::view::Figure;
use crate::language::message;
use crate::model::Show;
use crate::resolve::narrative::alternative;

/// What the whole of a bar or of the period is divided into.
const WHOLE: i128 = 1000;

/// Something drawn: the call that draws it, but for number and caption.
pub(in crate::compose::show) struct Drawn {
    /// What it shows, in words.
    alt: String,
    /// The code, given what every figure has.
    code: Box<dyn FnOnce(Figure) -> String>,
}

impl Drawn {
    fn new(alt: String, code: impl FnOnce(Figure) -> String + 'static) -> Self {
        Self {
            alt,
            code: Box::new(code),
        }
    }
}

impl Composer<'_> {
    /// The code of a figure, or `None` if there is nothing to draw.
    pub(in crate::compose) fn figure(
        &mut self,
        show: Show,
        caption: &str,
        label: Option<String>,
        numbering: &mut Numbering,
    ) -> Option<String> {
        let drawn = self.drawn(show)?;
        let number = numbering.figure();
        self.number_place(label.as_ref(), number.as_ref());
        Some(framed(drawn, caption, number, label))
    }

    pub(in crate::compose::show) fn drawn(&self, show: Show) -> Option<Drawn> {
        match show {
            Show::RoadMap => self.road_map(),
            Show::Coverage => self.coverage(),
            Show::ReadinessChart => self.readiness_chart(),
            Show::SourceChart => self.source_chart(),
            Show::IndicatorPaths => self.all_paths(),
            Show::Dependencies => self.dependencies(),
            Show::BudgetChart => self.budget_chart(),
            // What is not drawn is made elsewhere.
            Show::Laws
            | Show::Rpjmd
            | Show::Priorities
            | Show::Goals
            | Show::Alignment
            | Show::Dimensions
            | Show::Readiness
            | Show::Needs
            | Show::Phases
            | Show::Programs
            | Show::QuickWins
            | Show::Council
            | Show::Stakeholders
            | Show::Districts
            | Show::Proposals
            | Show::Evaluations
            | Show::AchievementScale
            | Show::BudgetByPillar
            | Show::BudgetByOpd
            | Show::BudgetBySource
            | Show::Dateline => None,
        }
    }
}

/// Most characters of what a drawing tells piece by piece, in words. Who listens cannot
/// skip in it, and a PDF holds no text without an end.
const TOLD: usize = 3_000;

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

/// Gives something drawn its number, caption and label.
fn framed(drawn: Drawn, caption: &str, number: Option<String>, label: Option<String>) -> String {
    (drawn.code)(Figure {
        number,
        caption: caption.into(),
        alt: alternative(&drawn.alt).into_owned(),
        label,
    })
}

/// Share of the largest amount, from 0 to 1000; 0 of what is below nothing.
fn share(amount: i128, largest: i128) -> u32 {
    let share = amount.saturating_mul(WHOLE).checked_div(largest);
    u32::try_from(share.unwrap_or(0)).unwrap_or(0)
}
