//! The book does not conform to the archival and accessibility standards.

use crate::finding::{Group, Rule};

/// The rule.
pub static RULE: Rule = Rule::warning("PDF003", "nonconforming-pdf", Group::Output)
    .example("title = \"Kota musik 🎵\"", "title = \"Kota musik\"");
