//! `pillars/<pillar>/pillar.toml`.

use super::decode::Context;
use super::entry::entry;
use super::invalid_keys::InvalidKeys;
use super::table::{Entry, Listed, Table};
use crate::source::Spanned;

entry! {
    /// A pillar with its dimensions and policy directions.
    PillarFile = "pillar", span, invalid_keys {
        /// Its name.
        name: Spanned<String> = required("name"): name;
        /// A gloss of the name.
        subtitle: Spanned<String> = optional("subtitle"): sentence;
        /// Prefix of programme numbers.
        code: Spanned<String> = required("code");
        /// Position among the pillars.
        order: Spanned<u32> = required("order");
        /// Colour as `#rrggbb`.
        color: Spanned<String> = optional("color");
        /// OPD that answers for the pillar.
        person_in_charge: Spanned<String> = optional("person-in-charge"): reference(Opd);
        /// What the pillar is to achieve.
        goal: Spanned<String> = optional("goal"): sentence;
        /// Highest programme number ever given out.
        last_number: Spanned<u32> = optional("last-number");
        /// Its dimensions.
        dimensions: DimensionEntry = listed("dimension"): own;
        /// Its policy directions.
        policies: PolicyEntry = listed("policy"): own;
    }
}

/// What is left of a pillar that could not be read.
#[derive(Debug, Clone)]
pub struct PartialPillar {
    /// Its dimensions.
    pub dimensions: Listed<DimensionEntry>,
    /// Its policy directions.
    pub policies: Listed<PolicyEntry>,
    /// Keys that say something which is not known.
    pub(crate) invalid_keys: InvalidKeys,
}

/// Read from a file whose faults have been reported.
impl Entry for PartialPillar {
    const NAME: &'static str = PillarFile::NAME;

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        Some(Self {
            dimensions: table.listed("dimension", cx),
            policies: table.listed("policy", cx),
            invalid_keys: InvalidKeys::default(),
        })
    }
}

entry! {
    /// A dimension of a pillar.
    DimensionEntry = "pillar-dimension" {
        /// Its id.
        id: Spanned<String> = required("id"): key;
        /// Its name.
        name: Spanned<String> = required("name"): name;
        /// What it is about.
        description: Spanned<String> = optional("description"): sentence;
    }
}

entry! {
    /// A policy direction (arah kebijakan).
    PolicyEntry = "pillar-policy" {
        /// Its id.
        id: Spanned<String> = required("id"): key;
        /// Its text.
        text: Spanned<String> = required("text"): sentence;
        /// The dimension that it serves.
        dimension: Spanned<String> = optional("dimension"): reference(Dimension);
    }
}
