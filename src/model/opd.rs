//! `opd/<opd>/opd.toml`.

use jiff::civil::Date;

use super::decode::Context;
use super::gaps::Gaps;
use super::keyword::keywords;
use super::scalar::{Rupiah, Year};
use super::table::{Entry, Table};
use crate::source::{Span, Spanned};

keywords! {
    /// Kinds of city agencies.
    OpdKind {
        /// Secretariat of the city.
        SekretariatDaerah = "sekretariat-daerah",
        /// Secretariat of the city council.
        SekretariatDprd = "sekretariat-dprd",
        /// Inspectorate.
        Inspektorat = "inspektorat",
        /// Department.
        Dinas = "dinas",
        /// Agency.
        Badan = "badan",
        /// Unit, such as the municipal police.
        Satuan = "satuan",
        /// District office.
        Kecamatan = "kecamatan",
    }
}

keywords! {
    /// Whether the head of an OPD has signed the commitment.
    CommitmentStatus {
        /// Signed.
        Signed = "signed",
        /// Not yet.
        Pending = "pending",
    }
}

/// A city agency.
#[derive(Debug, Clone)]
pub struct OpdFile {
    /// The beginning of the file.
    pub span: Span,
    /// Official name.
    pub name: Spanned<String>,
    /// Abbreviation.
    pub abbreviation: Spanned<String>,
    /// Kind.
    pub kind: Spanned<OpdKind>,
    /// Organisation code.
    pub code: Option<Spanned<String>>,
    /// Fields of government affairs.
    pub fields: Vec<Spanned<String>>,
    /// Position in lists.
    pub order: Option<Spanned<u32>>,
    /// What the OPD does for the plan.
    pub summary: Option<Spanned<String>>,
    /// Where the name comes from.
    pub source: Option<Spanned<String>>,
    /// Its head.
    pub head: Option<Head>,
    /// Its commitment.
    pub commitment: Option<Commitment>,
    /// Budget ceilings.
    pub ceilings: Vec<Ceiling>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Entry for OpdFile {
    const NAME: &'static str = "opd";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let name = table.required("name", cx);
        let abbreviation = table.required("abbreviation", cx);
        let kind = table.required("kind", cx);
        let code = table.optional("code", cx);
        let fields = table.list("fields", cx);
        let order = table.optional("order", cx);
        let summary = table.optional("summary", cx);
        let source = table.optional("source", cx);
        let head = table.optional("head", cx);
        let commitment = table.optional("commitment", cx);
        let ceilings = table.list("ceiling", cx);
        Some(Self {
            span: table.span,
            name: name?,
            abbreviation: abbreviation?,
            kind: kind?,
            code,
            fields,
            order,
            summary,
            source,
            head,
            commitment,
            ceilings,
            gaps: table.gaps(),
        })
    }
}

impl OpdFile {
    /// The commitment, if it is said to have been signed.
    pub fn signed(&self) -> Option<&Commitment> {
        let commitment = self.commitment.as_ref();
        commitment.filter(|commitment| commitment.status.value == CommitmentStatus::Signed)
    }

    /// The day on which the head signed. `None` while no name and no day say so: a book
    /// states no signature that nobody answers for.
    pub fn attested(&self) -> Option<Date> {
        self.head.as_ref()?.name.as_ref()?;
        let date = self.signed()?.date.as_ref()?;
        Some(date.value)
    }
}

/// The head of an OPD.
#[derive(Debug, Clone)]
pub struct Head {
    /// The office.
    pub position: Spanned<String>,
    /// The person.
    pub name: Option<Spanned<String>>,
    /// Civil servant number (NIP).
    pub nip: Option<Spanned<String>>,
    /// In office since.
    pub since: Option<Spanned<Date>>,
}

impl Entry for Head {
    const NAME: &'static str = "opd-head";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let position = table.required("position", cx);
        let name = table.optional("name", cx);
        let nip = table.optional("nip", cx);
        let since = table.optional("since", cx);
        Some(Self {
            position: position?,
            name,
            nip,
            since,
        })
    }
}

/// The commitment of an OPD to the plan.
#[derive(Debug, Clone)]
pub struct Commitment {
    /// Signed or not.
    pub status: Spanned<CommitmentStatus>,
    /// When.
    pub date: Option<Spanned<Date>>,
    /// The document.
    pub document: Option<Spanned<String>>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Entry for Commitment {
    const NAME: &'static str = "opd-commitment";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let status = table.required("status", cx);
        let date = table.optional("date", cx);
        let document = table.optional("document", cx);
        Some(Self {
            status: status?,
            date,
            document,
            gaps: table.gaps(),
        })
    }
}

/// A budget ceiling (pagu) of one year.
#[derive(Debug, Clone)]
pub struct Ceiling {
    /// The year.
    pub year: Spanned<Year>,
    /// The ceiling.
    pub amount: Spanned<Rupiah>,
}

impl Entry for Ceiling {
    const NAME: &'static str = "opd-ceiling";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let year = table.required("year", cx);
        let amount = table.required("amount", cx);
        Some(Self {
            year: year?,
            amount: amount?,
        })
    }
}
