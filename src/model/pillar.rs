//! `pillars/<pillar>/pillar.toml`.

use super::decode::Context;
use super::gaps::Gaps;
use super::table::{Entry, Listed, Table};
use crate::source::{Span, Spanned};

/// A pillar with its dimensions and policy directions.
#[derive(Debug, Clone)]
pub struct PillarFile {
    /// The beginning of the file.
    pub span: Span,
    /// Its name.
    pub name: Spanned<String>,
    /// A gloss of the name.
    pub subtitle: Option<Spanned<String>>,
    /// Prefix of programme numbers.
    pub code: Spanned<String>,
    /// Position among the pillars.
    pub order: Spanned<u32>,
    /// Colour as `#rrggbb`.
    pub color: Option<Spanned<String>>,
    /// OPD that answers for the pillar.
    pub person_in_charge: Option<Spanned<String>>,
    /// What the pillar is to achieve.
    pub goal: Option<Spanned<String>>,
    /// Highest programme number ever given out.
    pub last_number: Option<Spanned<u32>>,
    /// Its dimensions.
    pub dimensions: Listed<DimensionEntry>,
    /// Its policy directions.
    pub policies: Listed<PolicyEntry>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Entry for PillarFile {
    const NAME: &'static str = "pillar";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let name = table.required("name", cx);
        let subtitle = table.optional("subtitle", cx);
        let code = table.required("code", cx);
        let order = table.required("order", cx);
        let color = table.optional("color", cx);
        let person_in_charge = table.optional("person-in-charge", cx);
        let goal = table.optional("goal", cx);
        let last_number = table.optional("last-number", cx);
        let dimensions = table.listed("dimension", cx);
        let policies = table.listed("policy", cx);
        Some(Self {
            span: table.span,
            name: name?,
            subtitle,
            code: code?,
            order: order?,
            color,
            person_in_charge,
            goal,
            last_number,
            dimensions,
            policies,
            gaps: table.gaps(),
        })
    }
}

/// What is left of a pillar that could not be read.
#[derive(Debug, Clone)]
pub struct PillarRemains {
    /// Its dimensions.
    pub dimensions: Listed<DimensionEntry>,
    /// Its policy directions.
    pub policies: Listed<PolicyEntry>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

/// Read from a file whose faults have been reported.
impl Entry for PillarRemains {
    const NAME: &'static str = PillarFile::NAME;

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        Some(Self {
            dimensions: table.listed("dimension", cx),
            policies: table.listed("policy", cx),
            gaps: Gaps::default(),
        })
    }
}

/// A dimension of a pillar.
#[derive(Debug, Clone)]
pub struct DimensionEntry {
    /// Its id.
    pub id: Spanned<String>,
    /// Its name.
    pub name: Spanned<String>,
    /// What it is about.
    pub description: Option<Spanned<String>>,
}

impl Entry for DimensionEntry {
    const NAME: &'static str = "pillar-dimension";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let id = table.required("id", cx);
        let name = table.required("name", cx);
        let description = table.optional("description", cx);
        Some(Self {
            id: id?,
            name: name?,
            description,
        })
    }
}

/// A policy direction (arah kebijakan).
#[derive(Debug, Clone)]
pub struct PolicyEntry {
    /// Its id.
    pub id: Spanned<String>,
    /// Its text.
    pub text: Spanned<String>,
    /// The dimension that it serves.
    pub dimension: Option<Spanned<String>>,
}

impl Entry for PolicyEntry {
    const NAME: &'static str = "pillar-policy";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let id = table.required("id", cx);
        let text = table.required("text", cx);
        let dimension = table.optional("dimension", cx);
        Some(Self {
            id: id?,
            text: text?,
            dimension,
        })
    }
}
