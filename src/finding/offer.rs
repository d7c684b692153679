//! How what may have been meant is offered.

use crate::language::{Message, message};
use crate::model::{Meant, Remark};

/// Names in backticks, the last behind “or”.
pub fn alternatives<'n>(names: impl IntoIterator<Item = &'n str>) -> Message {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        None => message!("said", text = ""),
        Some((only, [])) => message!("said", text = only),
        Some((last, others)) => message!("or", others = others.join(", "), last = last),
    }
}

/// Asks whether one of some names was meant.
pub fn meant<'n>(names: impl IntoIterator<Item = &'n str>) -> Message {
    message!("did-you-mean-one-of", names = alternatives(names))
}

/// Says what to write.
pub fn write(text: &str) -> Message {
    message!("write", text = text)
}

/// Says what to write in place of a value, or asks whether it was meant; with what else
/// is to be said. `lines` are the values as they are to be shown, the likeliest first.
pub fn lines(lines: &[String], sure: bool, remark: Option<&Remark>) -> Message {
    let hint = match lines {
        [] => None,
        [only] if sure => Some(write(only)),
        lines => Some(meant(lines.iter().map(String::as_str))),
    };
    match (hint, remark.map(in_words)) {
        (Some(hint), Some(remark)) => message!("with-remark", hint = hint, remark = remark),
        (Some(hint), None) => hint,
        (None, Some(remark)) => remark,
        (None, None) => message!("said", text = ""),
    }
}

/// The same for a value alone.
pub fn value(meant: &Meant) -> Message {
    lines(&meant.values, meant.sure, meant.remark.as_ref())
}

/// Says that what has no value is left out.
pub fn nothing() -> Message {
    in_words(&Remark::Nothing)
}

fn in_words(remark: &Remark) -> Message {
    match remark {
        Remark::Percent => message!("remark.percent"),
        Remark::Unit => message!("remark.unit"),
        Remark::OneOnly => message!("remark.one-only"),
        Remark::OneNumber => message!("remark.one-number"),
        Remark::Bound => message!("remark.bound"),
        Remark::Nothing => message!("remark.nothing"),
        Remark::Whole => message!("remark.whole"),
        Remark::Separator => message!("remark.separator"),
        Remark::Scale => message!("remark.scale"),
        Remark::Shortened => message!("remark.shortened"),
        Remark::Negative => message!("remark.negative"),
        Remark::Serial(number) => message!("remark.serial", number = number),
        Remark::Days(first, second) => {
            message!("remark.days", first = *first, second = *second)
        }
        Remark::WholeMonth => message!("remark.whole-month"),
        Remark::PartOfYear => message!("remark.part-of-year"),
        Remark::Time => message!("remark.time"),
        Remark::NoSuchDay => message!("remark.no-such-day"),
        Remark::Years => message!("remark.years"),
        Remark::LostDigits => message!("remark.lost-digits"),
        Remark::Failure(written) => message!("remark.failure", written = written),
    }
}
