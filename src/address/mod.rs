//! Addresses: what entries of a plan are called wherever one is spoken of.
//!
//! An entry has a kind and an id. References name both, findings and changes are about an
//! address, and the path of a file tells which entry it declares.

mod entry_ref;
mod kind;
mod link;
mod value;

pub use entry_ref::{EntryKind, EntryRef, Home};
pub use kind::Kind;
pub use link::{Form, LinkKind, PlaceKind};
pub(crate) use link::{form, link_kind, slug};
pub use value::{IndicatorValue, Measure, ValueLink, ValueOwner};
pub(crate) use value::{SEPARATOR, VALUE, VALUE_FORMS};
