//! How a reference to a value of the plan prints.

use super::Composer;
use super::tree::Content;
use crate::address::Form;
use crate::resolve::{PlanValue, Target};

impl Composer<'_> {
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
