//! `opd/<opd>/opd.toml`.

use jiff::civil::Date;

use super::entry::entry;
use super::keyword::keywords;
use super::scalar::{Rupiah, Year};
use crate::source::Spanned;

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

entry! {
    /// A city agency.
    OpdFile = "opd", span, invalid_keys {
        /// Official name.
        name: Spanned<String> = required("name"): name;
        /// Abbreviation.
        abbreviation: Spanned<String> = required("abbreviation"): name;
        /// Kind.
        kind: Spanned<OpdKind> = required("kind");
        /// Organisation code.
        code: Spanned<String> = optional("code");
        /// Fields of government affairs.
        fields: Spanned<String> = list("fields");
        /// Position in lists.
        order: Spanned<u32> = optional("order");
        /// What the OPD does for the plan.
        summary: Spanned<String> = optional("summary"): sentence;
        /// Where the name comes from.
        source: Spanned<String> = optional("source"): sentence;
        /// Its head.
        head: Head = optional("head");
        /// Its commitment.
        commitment: Commitment = optional("commitment");
        /// Budget ceilings.
        ceilings: Ceiling = list("ceiling");
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

entry! {
    /// The head of an OPD.
    Head = "opd-head" {
        /// The office.
        position: Spanned<String> = required("position"): name;
        /// The person.
        name: Spanned<String> = optional("name"): name;
        /// Civil servant number (NIP).
        nip: Spanned<String> = optional("nip");
        /// In office since.
        since: Spanned<Date> = optional("since");
    }
}

entry! {
    /// The commitment of an OPD to the plan.
    Commitment = "opd-commitment", invalid_keys {
        /// Signed or not.
        status: Spanned<CommitmentStatus> = required("status");
        /// When.
        date: Spanned<Date> = optional("date");
        /// The document.
        document: Spanned<String> = optional("document"): name;
    }
}

entry! {
    /// A budget ceiling (pagu) of one year.
    Ceiling = "opd-ceiling" {
        /// The year.
        year: Spanned<Year> = required("year"): key;
        /// The ceiling.
        amount: Spanned<Rupiah> = required("amount");
    }
}
