//! From when and until when revisions are told.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};

use crate::reading::Commit;

/// A day or a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A whole day, by the clock of whoever wrote the revision.
    Day(Date),
    /// A moment, in seconds since 1970 in UTC.
    Moment(i64),
}

impl When {
    /// Reads a day, `2026-03-01`, or any other date that git takes. What is said in relation
    /// to the present, `2 weeks ago`, is in relation to `now`. `None` if it is no date.
    pub fn parse(text: &str, now: Option<Zoned>) -> Option<Self> {
        let text = text.trim();
        let is_plain = text.len() == 10 && !text.contains([':', ' ']);
        if is_plain && let Ok(day) = text.replace(['/', '.'], "-").parse::<Date>() {
            return Some(Self::Day(day));
        }
        let time = gix::date::parse(text, now).ok()?;
        Some(Self::Moment(time.seconds))
    }

    /// Whether a revision was written then or later.
    pub(super) fn is_reached_by(self, commit: &Commit) -> bool {
        match self {
            Self::Day(day) => written(commit).is_some_and(|date| date >= day),
            Self::Moment(moment) => commit.seconds >= moment,
        }
    }

    /// Whether a revision was written then or earlier.
    pub(super) fn is_not_passed_by(self, commit: &Commit) -> bool {
        match self {
            Self::Day(day) => written(commit).is_some_and(|date| date <= day),
            Self::Moment(moment) => commit.seconds <= moment,
        }
    }
}

/// The day on which a revision was written, by the clock of its author; `None` if no
/// calendar has it.
pub fn written(commit: &Commit) -> Option<Date> {
    Some(moment(commit)?.date())
}

/// When a revision was written, by the clock of its author.
pub(in crate::diff) fn moment(commit: &Commit) -> Option<Zoned> {
    let zone = TimeZone::fixed(Offset::from_seconds(commit.offset).ok()?);
    Some(Timestamp::from_second(commit.seconds).ok()?.to_zoned(zone))
}
