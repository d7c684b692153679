//! How values of the plan print in running text.

use super::Composer;
use super::tree::Content;
use crate::address::Form;
use crate::model::Rupiah;
use crate::resolve::{PlanValue, Target, shortened};

impl Composer<'_> {
    /// `Rp255,96 miliar`: rounded to two decimal places of its scale.
    pub(super) fn short_money(&self, amount: Rupiah) -> String {
        self.words.say(&shortened(amount))
    }

    /// The value, which jumps to the entry whose it is, if that is in this book.
    pub(super) fn value_reference(
        &self,
        value: &PlanValue,
        form: Option<Form>,
        target: Option<Target>,
    ) -> Content {
        let text = Content::text(&self.words.say(&value.printed(form)));
        match target {
            Some(target) => self.present.link(self.plan, target, text),
            None => text,
        }
    }
}
