//! `registry/*.toml`: what everything else refers to by id.

use rust_decimal::Decimal;

use super::decode::Context;
use super::decree::Decree;
use super::entry::entry;
use super::keyword::keywords;
use super::scalar::{Quantity, Year};
use crate::address::Kind;
use crate::language::message;
use crate::model::rules;
use crate::source::Spanned;

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
    CouncilRole {
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

entry! {
    /// One file of the registry: any of its tables.
    #[derive(Default)]
    RegistryFile = "registry", invalid_keys {
        /// `[rpjmd]`
        rpjmd: Spanned<Rpjmd> = optional("rpjmd"): own;
        /// `[[mission]]`
        missions: MissionEntry = listed("mission"): own;
        /// `[[goal]]`
        goals: GoalEntry = listed("goal"): own;
        /// `[[priority]]`
        priorities: PriorityEntry = listed("priority"): own;
        /// `[council]`
        council: Spanned<Council> = optional("council"): own;
        /// `[[member]]`
        members: MemberEntry = list("member"): own;
        /// `[[stakeholder]]`
        stakeholders: StakeholderEntry = listed("stakeholder"): own;
        /// `[[law]]`
        laws: LawEntry = listed("law"): own;
        /// `[[district]]`
        districts: DistrictEntry = listed("district"): own;
        /// `[[need]]`
        needs: NeedEntry = listed("need"): own;
        /// `[[readiness]]`
        readiness: ReadinessEntry = list("readiness"): own;
        /// `[[abbreviation]]`
        abbreviations: AbbreviationEntry = list("abbreviation"): own;
    }
}

impl RegistryFile {
    /// The ids of entries that could not be read, as far as they are known, list by list.
    pub(super) fn unread(&self) -> [(Kind, &[Option<Spanned<String>>]); 7] {
        [
            (Kind::Mission, &self.missions.unread),
            (Kind::Goal, &self.goals.unread),
            (Kind::Priority, &self.priorities.unread),
            (Kind::Stakeholder, &self.stakeholders.unread),
            (Kind::Law, &self.laws.unread),
            (Kind::District, &self.districts.unread),
            (Kind::Need, &self.needs.unread),
        ]
    }
}

entry! {
    /// The medium-term development plan that the book follows.
    Rpjmd = "rpjmd" {
        /// Title.
        title: Spanned<String> = required("title"): name;
        /// Vision.
        vision: Spanned<String> = required("vision"): sentence;
        /// Where it is published.
        source: Spanned<String> = optional("source"): sentence;
    }
}

entry! {
    /// A mission of the RPJMD.
    MissionEntry = "mission" {
        /// Its id.
        id: Spanned<String> = required("id"): key;
        /// Its text.
        text: Spanned<String> = required("text"): sentence;
        /// Where it is published.
        source: Spanned<String> = optional("source"): sentence;
    }
}

entry! {
    /// A goal of the RPJMD.
    GoalEntry = "goal", invalid_keys {
        /// Its id.
        id: Spanned<String> = required("id"): key;
        /// Its text.
        text: Spanned<String> = required("text"): sentence;
        /// The mission that it serves.
        mission: Spanned<String> = optional("mission"): reference(Mission);
        /// Whether it is an example.
        example: bool = or("example", false);
        /// Where it is published.
        source: Spanned<String> = optional("source"): sentence;
    }
}

entry! {
    /// A priority programme of the RPJMD.
    PriorityEntry = "priority" {
        /// Its id.
        id: Spanned<String> = required("id"): key;
        /// Its number in the RPJMD.
        number: Spanned<u32> = required("number");
        /// Its text.
        text: Spanned<String> = required("text"): sentence;
        /// Where it is published.
        source: Spanned<String> = optional("source"): sentence;
    }
}

entry! {
    /// The smart city council.
    Council = "council", invalid_keys {
        /// Its name.
        name: Spanned<String> = required("name"): name;
        /// The decree that appoints it.
        decree: Decree = optional("decree");
        /// Whether it is an example.
        example: bool = or("example", false);
    }
}

entry! {
    /// A member of the council.
    MemberEntry = "member", span, invalid_keys {
        /// The institution.
        institution: Spanned<String> = required("institution"): name key;
        /// Its element.
        element: Spanned<Element> = required("element");
        /// Its role.
        role: Spanned<CouncilRole> = required("role");
        /// The position that sits on the council.
        position: Spanned<String> = optional("position"): name;
        /// The OPD, for a body of the city government.
        opd: Spanned<String> = optional("opd"): reference(Opd);
        /// The stakeholder, for any other body.
        stakeholder: Spanned<String> = optional("stakeholder"): reference(Stakeholder);
        /// Whether it is an example.
        example: bool = or("example", false);
    }
}

entry! {
    /// A body outside the city government.
    StakeholderEntry = "stakeholder" {
        /// Its id.
        id: Spanned<String> = required("id"): key;
        /// Its name.
        name: Spanned<String> = required("name"): name;
        /// Its element.
        element: Spanned<Element> = required("element");
        /// What it does for the plan.
        role: Spanned<String> = optional("role"): sentence;
        /// Where its part is reported.
        source: Spanned<String> = optional("source"): sentence;
        /// Whether it is an example.
        example: bool = or("example", false);
    }
}

entry! {
    /// A law or regulation.
    LawEntry = "law", invalid_keys {
        /// Its id.
        id: Spanned<String> = required("id"): key;
        /// Its kind.
        kind: Spanned<LawKind> = required("kind");
        /// Ministry or region that issued it.
        issuer: Spanned<String> = optional("issuer"): name;
        /// Its number.
        number: Spanned<String> = required("number");
        /// Its year.
        year: Spanned<Year> = required("year");
        /// What it is about.
        title: Spanned<String> = required("title"): name;
        /// Whether it is in force.
        status: LawStatus = or("status", LawStatus::InForce);
        /// The law that amended or repealed it.
        by: Spanned<String> = optional("by"): reference(Law);
        /// Whether nobody has compared the title with the official text.
        unverified: bool = or("unverified", false);
    }
}

impl LawEntry {
    /// Kind, number and year: `Peraturan Presiden Nomor 95 Tahun 2018`. Laws keep their
    /// Indonesian names in any language.
    pub(crate) fn cited(&self) -> String {
        let issuer = self.issuer.as_ref().map(|issuer| issuer.value.as_str());
        let kind = match self.kind.value {
            LawKind::Uu => "Undang-Undang",
            LawKind::Perppu => "Peraturan Pemerintah Pengganti Undang-Undang",
            LawKind::Pp => "Peraturan Pemerintah",
            LawKind::Perpres => "Peraturan Presiden",
            LawKind::Keppres => "Keputusan Presiden",
            LawKind::Inpres => "Instruksi Presiden",
            LawKind::Permen => "Peraturan Menteri",
            LawKind::Kepmen => "Keputusan Menteri",
            LawKind::Perda => "Peraturan Daerah",
            LawKind::Perkada => "Peraturan Kepala Daerah",
            LawKind::Sk => "Keputusan",
        };
        // An issuer may be given as the customary short form (PermenPANRB),
        // which already says the kind.
        let name = match issuer {
            Some(issuer) if issuer.starts_with("Permen") || issuer.starts_with("Kepmen") => {
                issuer.to_owned()
            }
            Some(issuer) => format!("{kind} {issuer}"),
            None => kind.to_owned(),
        };
        format!(
            "{name} Nomor {} Tahun {}",
            self.number.value, self.year.value
        )
    }
}

entry! {
    /// A district (kecamatan).
    DistrictEntry = "district" {
        /// Its id.
        id: Spanned<String> = required("id"): key;
        /// Its name.
        name: Spanned<String> = required("name"): name;
        /// Where it is published.
        source: Spanned<String> = optional("source"): sentence;
    }
}

entry! {
    /// An institutional need.
    NeedEntry = "need" {
        /// Its id.
        id: Spanned<String> = required("id"): key;
        /// What is needed.
        text: Spanned<String> = required("text"): sentence;
        /// The pillar that needs it.
        pillar: Spanned<String> = optional("pillar"): reference(Pillar);
        /// Whether it is an example.
        example: bool = or("example", false);
    }
}

entry! {
    /// One aspect of the readiness of the city.
    ReadinessEntry = "readiness" {
        /// Its id.
        id: Spanned<String> = required("id"): key;
        /// Its element.
        element: Spanned<ReadinessElement> = required("element");
        /// What is looked at.
        aspect: Spanned<String> = required("aspect"): sentence;
        /// Present value, 0 to 5.
        current: Spanned<Quantity> = required("current");
        /// Value to be reached, 0 to 5.
        target: Spanned<Quantity> = required("target");
        /// What is missing.
        gap: Spanned<String> = optional("gap"): sentence;
        /// What the present value rests on.
        evidence: Spanned<String> = optional("evidence"): sentence;
        /// Whether it is an example.
        example: bool = or("example", false);
    }
    then |cx| {
        check_level(current.as_ref(), cx);
        check_level(target.as_ref(), cx);
    }
}

/// Readiness is measured from 0 to 5.
fn check_level(value: Option<&Spanned<Quantity>>, cx: &mut Context<'_>) {
    if let Some(value) = value
        && !(Decimal::ZERO..=Decimal::from(5)).contains(&value.value.0)
    {
        cx.report(
            rules::invalid_value::finding(value.span, message!("invalid-value.level"))
                .hint(message!("invalid-value.level-hint")),
        );
    }
}

entry! {
    /// An abbreviation.
    AbbreviationEntry = "abbreviation", span {
        /// Short form.
        short: Spanned<String> = required("short"): key;
        /// Long form.
        long: Spanned<String> = required("long");
    }
}
