//! How what may have been meant is offered.

use super::{Meant, Remark};
use crate::finding::offer;
use crate::language::{Message, message};

/// Says what to write in place of a value, or asks whether it was meant; with what else
/// is to be said. `lines` are the values as they are to be shown, the likeliest first.
pub fn lines(lines: &[String], sure: bool, remark: Option<&Remark>) -> Message {
    let hint = match lines {
        [] => None,
        [only] if sure => Some(offer::write(only)),
        lines => Some(offer::meant(lines.iter().map(String::as_str))),
    };
    match (hint, remark.map(Remark::message)) {
        (Some(hint), Some(remark)) => message!("with-remark", hint = hint, remark = remark),
        (Some(hint), None) => hint,
        (None, Some(remark)) => remark,
        (None, None) => message!("said", text = ""),
    }
}

impl Meant {
    /// Says what to write in place of the value, or asks whether it was meant.
    pub(crate) fn offer(&self) -> Message {
        lines(&self.values, self.sure, self.remark.as_ref())
    }
}

impl Remark {
    /// The remark in words.
    pub(crate) fn message(&self) -> Message {
        match self {
            Self::Percent => message!("remark.percent"),
            Self::Unit => message!("remark.unit"),
            Self::OneOnly => message!("remark.one-only"),
            Self::OneNumber => message!("remark.one-number"),
            Self::Bound => message!("remark.bound"),
            Self::Nothing => message!("remark.nothing"),
            Self::Whole => message!("remark.whole"),
            Self::Separator => message!("remark.separator"),
            Self::Scale => message!("remark.scale"),
            Self::Shortened => message!("remark.shortened"),
            Self::Negative => message!("remark.negative"),
            Self::Serial(number) => message!("remark.serial", number = number),
            Self::Days(first, second) => {
                message!("remark.days", first = *first, second = *second)
            }
            Self::WholeMonth => message!("remark.whole-month"),
            Self::PartOfYear => message!("remark.part-of-year"),
            Self::Time => message!("remark.time"),
            Self::NoSuchDay => message!("remark.no-such-day"),
            Self::Years => message!("remark.years"),
            Self::LostDigits => message!("remark.lost-digits"),
            Self::Failure(written) => message!("remark.failure", written = written),
        }
    }
}
