//! Regulations and decrees.

use jiff::civil::Date;

use super::entry::entry;
use crate::source::Spanned;

entry! {
    /// A regulation or decree.
    Decree = "decree" {
        /// Its title.
        title: Spanned<String> = required("title"): name;
        /// Its number.
        number: Spanned<String> = optional("number"): name;
        /// Its date.
        date: Spanned<Date> = optional("date");
    }
}
