//! `registry/*.toml`: what everything else refers to by id.

use rust_decimal::Decimal;

use super::decode::Context;
use super::gaps::Gaps;
use super::keyword::keywords;
use super::plan::Decree;
use super::scalar::{Quantity, Year};
use super::table::{Entry, Listed, Table};
use crate::finding::rules;
use crate::language::message;
use crate::source::{Span, Spanned};

keywords! {
    /// Elements of the smart city council.
    Element {
        /// City agencies.
        Opd = "opd",
        /// State enterprises.
        Bumn = "bumn",
        /// City enterprises.
        Bumd = "bumd",
        /// Academics.
        Akademisi = "akademisi",
        /// Private sector.
        Swasta = "swasta",
        /// Civil society.
        Masyarakat = "masyarakat",
        /// Agencies of the state: ministries and their offices in the region.
        InstansiVertikal = "instansi-vertikal",
    }
}

keywords! {
    /// Roles on the council.
    Role {
        /// Chair.
        Ketua = "ketua",
        /// Deputy chair.
        Wakil = "wakil",
        /// Secretary.
        Sekretaris = "sekretaris",
        /// Member.
        Anggota = "anggota",
    }
}

keywords! {
    /// Kinds of laws, in the order of their rank.
    LawKind {
        /// Act.
        Uu = "uu",
        /// Government regulation in place of an act.
        Perppu = "perppu",
        /// Government regulation.
        Pp = "pp",
        /// Presidential regulation.
        Perpres = "perpres",
        /// Presidential decree.
        Keppres = "keppres",
        /// Presidential instruction.
        Inpres = "inpres",
        /// Ministerial regulation.
        Permen = "permen",
        /// Ministerial decree.
        Kepmen = "kepmen",
        /// Regional regulation.
        Perda = "perda",
        /// Regulation of a head of region.
        Perkada = "perkada",
        /// Decree.
        Sk = "sk",
    }
}

keywords! {
    /// Whether a law is in force.
    LawStatus {
        /// In force.
        InForce = "in-force",
        /// Amended.
        Amended = "amended",
        /// Repealed.
        Repealed = "repealed",
    }
}

keywords! {
    /// Elements of readiness.
    ReadinessElement {
        /// Structure.
        Struktur = "struktur",
        /// Infrastructure.
        Infrastruktur = "infrastruktur",
        /// Superstructure.
        Suprastruktur = "suprastruktur",
    }
}

/// One file of the registry: any of its tables.
#[derive(Debug, Clone, Default)]
pub struct RegistryFile {
    /// `[rpjmd]`
    pub rpjmd: Option<Spanned<Rpjmd>>,
    /// `[[mission]]`
    pub missions: Listed<MissionEntry>,
    /// `[[goal]]`
    pub goals: Listed<GoalEntry>,
    /// `[[priority]]`
    pub priorities: Listed<PriorityEntry>,
    /// `[council]`
    pub council: Option<Spanned<Council>>,
    /// `[[member]]`
    pub members: Vec<MemberEntry>,
    /// `[[stakeholder]]`
    pub stakeholders: Listed<StakeholderEntry>,
    /// `[[law]]`
    pub laws: Listed<LawEntry>,
    /// `[[district]]`
    pub districts: Listed<DistrictEntry>,
    /// `[[need]]`
    pub needs: Listed<NeedEntry>,
    /// `[[readiness]]`
    pub readiness: Vec<ReadinessEntry>,
    /// `[[abbreviation]]`
    pub abbreviations: Vec<AbbreviationEntry>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Entry for RegistryFile {
    const NAME: &'static str = "registry";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        Some(Self {
            rpjmd: table.optional("rpjmd", cx),
            missions: table.listed("mission", cx),
            goals: table.listed("goal", cx),
            priorities: table.listed("priority", cx),
            council: table.optional("council", cx),
            members: table.list("member", cx),
            stakeholders: table.listed("stakeholder", cx),
            laws: table.listed("law", cx),
            districts: table.listed("district", cx),
            needs: table.listed("need", cx),
            readiness: table.list("readiness", cx),
            abbreviations: table.list("abbreviation", cx),
            gaps: table.gaps(),
        })
    }
}

/// The medium-term development plan that the book follows.
#[derive(Debug, Clone)]
pub struct Rpjmd {
    /// Title.
    pub title: Spanned<String>,
    /// Vision.
    pub vision: Spanned<String>,
    /// Where it is published.
    pub source: Option<Spanned<String>>,
}

impl Entry for Rpjmd {
    const NAME: &'static str = "rpjmd";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let title = table.required("title", cx);
        let vision = table.required("vision", cx);
        let source = table.optional("source", cx);
        Some(Self {
            title: title?,
            vision: vision?,
            source,
        })
    }
}

/// A mission of the RPJMD.
#[derive(Debug, Clone)]
pub struct MissionEntry {
    /// Its id.
    pub id: Spanned<String>,
    /// Its text.
    pub text: Spanned<String>,
    /// Where it is published.
    pub source: Option<Spanned<String>>,
}

impl Entry for MissionEntry {
    const NAME: &'static str = "mission";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let id = table.required("id", cx);
        let text = table.required("text", cx);
        let source = table.optional("source", cx);
        Some(Self {
            id: id?,
            text: text?,
            source,
        })
    }
}

/// A goal of the RPJMD.
#[derive(Debug, Clone)]
pub struct GoalEntry {
    /// Its id.
    pub id: Spanned<String>,
    /// Its text.
    pub text: Spanned<String>,
    /// The mission that it serves.
    pub mission: Option<Spanned<String>>,
    /// Whether it is an example.
    pub example: Spanned<bool>,
    /// Where it is published.
    pub source: Option<Spanned<String>>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Entry for GoalEntry {
    const NAME: &'static str = "goal";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let id = table.required("id", cx);
        let text = table.required("text", cx);
        let mission = table.optional("mission", cx);
        let example = table.or("example", false, cx);
        let source = table.optional("source", cx);
        Some(Self {
            id: id?,
            text: text?,
            mission,
            example,
            source,
            gaps: table.gaps(),
        })
    }
}

/// A priority programme of the RPJMD.
#[derive(Debug, Clone)]
pub struct PriorityEntry {
    /// Its id.
    pub id: Spanned<String>,
    /// Its number in the RPJMD.
    pub number: Spanned<u32>,
    /// Its text.
    pub text: Spanned<String>,
    /// Where it is published.
    pub source: Option<Spanned<String>>,
}

impl Entry for PriorityEntry {
    const NAME: &'static str = "priority";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let id = table.required("id", cx);
        let number = table.required("number", cx);
        let text = table.required("text", cx);
        let source = table.optional("source", cx);
        Some(Self {
            id: id?,
            number: number?,
            text: text?,
            source,
        })
    }
}

/// The smart city council.
#[derive(Debug, Clone)]
pub struct Council {
    /// Its name.
    pub name: Spanned<String>,
    /// The decree that appoints it.
    pub decree: Option<Decree>,
    /// Whether it is an example.
    pub example: Spanned<bool>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Entry for Council {
    const NAME: &'static str = "council";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let name = table.required("name", cx);
        let decree = table.optional("decree", cx);
        let example = table.or("example", false, cx);
        Some(Self {
            name: name?,
            decree,
            example,
            gaps: table.gaps(),
        })
    }
}

/// A member of the council.
#[derive(Debug, Clone)]
pub struct MemberEntry {
    /// The table.
    pub span: Span,
    /// The institution.
    pub institution: Spanned<String>,
    /// Its element.
    pub element: Spanned<Element>,
    /// Its role.
    pub role: Spanned<Role>,
    /// The position that sits on the council.
    pub position: Option<Spanned<String>>,
    /// The OPD, for a body of the city government.
    pub opd: Option<Spanned<String>>,
    /// The stakeholder, for any other body.
    pub stakeholder: Option<Spanned<String>>,
    /// Whether it is an example.
    pub example: Spanned<bool>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Entry for MemberEntry {
    const NAME: &'static str = "member";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let institution = table.required("institution", cx);
        let element = table.required("element", cx);
        let role = table.required("role", cx);
        let position = table.optional("position", cx);
        let opd = table.optional("opd", cx);
        let stakeholder = table.optional("stakeholder", cx);
        let example = table.or("example", false, cx);
        Some(Self {
            span: table.span,
            institution: institution?,
            element: element?,
            role: role?,
            position,
            opd,
            stakeholder,
            example,
            gaps: table.gaps(),
        })
    }
}

/// A body outside the city government.
#[derive(Debug, Clone)]
pub struct StakeholderEntry {
    /// Its id.
    pub id: Spanned<String>,
    /// Its name.
    pub name: Spanned<String>,
    /// Its element.
    pub element: Spanned<Element>,
    /// What it does for the plan.
    pub role: Option<Spanned<String>>,
    /// Where its part is reported.
    pub source: Option<Spanned<String>>,
    /// Whether it is an example.
    pub example: Spanned<bool>,
}

impl Entry for StakeholderEntry {
    const NAME: &'static str = "stakeholder";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let id = table.required("id", cx);
        let name = table.required("name", cx);
        let element = table.required("element", cx);
        let role = table.optional("role", cx);
        let source = table.optional("source", cx);
        let example = table.or("example", false, cx);
        Some(Self {
            id: id?,
            name: name?,
            element: element?,
            role,
            source,
            example,
        })
    }
}

/// A law or regulation.
#[derive(Debug, Clone)]
pub struct LawEntry {
    /// Its id.
    pub id: Spanned<String>,
    /// Its kind.
    pub kind: Spanned<LawKind>,
    /// Ministry or region that issued it.
    pub issuer: Option<Spanned<String>>,
    /// Its number.
    pub number: Spanned<String>,
    /// Its year.
    pub year: Spanned<Year>,
    /// What it is about.
    pub title: Spanned<String>,
    /// Whether it is in force.
    pub status: Spanned<LawStatus>,
    /// The law that amended or repealed it.
    pub by: Option<Spanned<String>>,
    /// Whether nobody has compared the title with the official text.
    pub unverified: Spanned<bool>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Entry for LawEntry {
    const NAME: &'static str = "law";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let id = table.required("id", cx);
        let kind = table.required("kind", cx);
        let issuer = table.optional("issuer", cx);
        let number = table.required("number", cx);
        let year = table.required("year", cx);
        let title = table.required("title", cx);
        let status = table.or("status", LawStatus::InForce, cx);
        let by = table.optional("by", cx);
        let unverified = table.or("unverified", false, cx);
        Some(Self {
            id: id?,
            kind: kind?,
            issuer,
            number: number?,
            year: year?,
            title: title?,
            status,
            by,
            unverified,
            gaps: table.gaps(),
        })
    }
}

/// A district (kecamatan).
#[derive(Debug, Clone)]
pub struct DistrictEntry {
    /// Its id.
    pub id: Spanned<String>,
    /// Its name.
    pub name: Spanned<String>,
    /// Where it is published.
    pub source: Option<Spanned<String>>,
}

impl Entry for DistrictEntry {
    const NAME: &'static str = "district";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let id = table.required("id", cx);
        let name = table.required("name", cx);
        let source = table.optional("source", cx);
        Some(Self {
            id: id?,
            name: name?,
            source,
        })
    }
}

/// An institutional need.
#[derive(Debug, Clone)]
pub struct NeedEntry {
    /// Its id.
    pub id: Spanned<String>,
    /// What is needed.
    pub text: Spanned<String>,
    /// The pillar that needs it.
    pub pillar: Option<Spanned<String>>,
    /// Whether it is an example.
    pub example: Spanned<bool>,
}

impl Entry for NeedEntry {
    const NAME: &'static str = "need";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let id = table.required("id", cx);
        let text = table.required("text", cx);
        let pillar = table.optional("pillar", cx);
        let example = table.or("example", false, cx);
        Some(Self {
            id: id?,
            text: text?,
            pillar,
            example,
        })
    }
}

/// One aspect of the readiness of the city.
#[derive(Debug, Clone)]
pub struct ReadinessEntry {
    /// Its id.
    pub id: Spanned<String>,
    /// Its element.
    pub element: Spanned<ReadinessElement>,
    /// What is looked at.
    pub aspect: Spanned<String>,
    /// Present value, 0 to 5.
    pub current: Spanned<Quantity>,
    /// Value to be reached, 0 to 5.
    pub target: Spanned<Quantity>,
    /// What is missing.
    pub gap: Option<Spanned<String>>,
    /// What the present value rests on.
    pub evidence: Option<Spanned<String>>,
    /// Whether it is an example.
    pub example: Spanned<bool>,
}

impl Entry for ReadinessEntry {
    const NAME: &'static str = "readiness";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let id = table.required("id", cx);
        let element = table.required("element", cx);
        let aspect = table.required("aspect", cx);
        let current = table.required("current", cx);
        let target = table.required("target", cx);
        check_level(current.as_ref(), cx);
        check_level(target.as_ref(), cx);
        let gap = table.optional("gap", cx);
        let evidence = table.optional("evidence", cx);
        let example = table.or("example", false, cx);
        Some(Self {
            id: id?,
            element: element?,
            aspect: aspect?,
            current: current?,
            target: target?,
            gap,
            evidence,
            example,
        })
    }
}

/// Readiness is measured from 0 to 5.
fn check_level(value: Option<&Spanned<Quantity>>, cx: &mut Context<'_>) {
    if let Some(value) = value
        && !(Decimal::ZERO..=Decimal::from(5)).contains(&value.value.0)
    {
        cx.report(
            rules::invalid_value::found(value.span, message!("invalid-value.level"))
                .hint(message!("invalid-value.level-hint")),
        );
    }
}

/// An abbreviation.
#[derive(Debug, Clone)]
pub struct AbbreviationEntry {
    /// The table.
    pub span: Span,
    /// Short form.
    pub short: Spanned<String>,
    /// Long form.
    pub long: Spanned<String>,
}

impl Entry for AbbreviationEntry {
    const NAME: &'static str = "abbreviation";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let short = table.required("short", cx);
        let long = table.required("long", cx);
        Some(Self {
            span: table.span,
            short: short?,
            long: long?,
        })
    }
}
