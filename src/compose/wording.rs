//! Words for values, in the language of the book.
//!
//! Headings and labels of a fixed layout are the templates' own; here are the
//! words for what stands in the data.

use crate::language::Language;
use crate::model::{
    CouncilRole, Direction, Element, EvaluationStatus, FollowUpStatus, FundingSource,
    IndicatorKind, LawStatus, ProposalStatus, ReadinessElement, Status,
};

/// Chooses words by language.
#[derive(Debug, Clone, Copy)]
pub struct Words(pub Language);

impl Words {
    /// The Indonesian or the English word.
    pub(crate) fn pick(self, indonesian: &'static str, english: &'static str) -> &'static str {
        match self.0 {
            Language::Indonesian => indonesian,
            Language::English => english,
        }
    }

    /// Status of a programme.
    pub fn status(self, status: Status) -> &'static str {
        match status {
            Status::Proposed => self.pick("Usulan", "Proposed"),
            Status::Approved => self.pick("Disetujui", "Approved"),
            Status::Running => self.pick("Berjalan", "Running"),
            Status::Done => self.pick("Selesai", "Done"),
            Status::Postponed => self.pick("Ditunda", "Postponed"),
            Status::Cancelled => self.pick("Dibatalkan", "Cancelled"),
        }
    }

    /// Source of money.
    pub fn source(self, source: FundingSource) -> &'static str {
        match source {
            FundingSource::ApbdKota => self.pick("APBD Kota", "City budget"),
            FundingSource::ApbdProvinsi => self.pick("APBD Provinsi", "Provincial budget"),
            FundingSource::Apbn => self.pick("APBN", "State budget"),
            FundingSource::DakFisik => self.pick("DAK Fisik", "Special allocation, physical"),
            FundingSource::DakNonfisik => {
                self.pick("DAK Nonfisik", "Special allocation, non-physical")
            }
            FundingSource::Hibah => self.pick("Hibah", "Grants"),
            FundingSource::Tjsl => self.pick("TJSL", "Corporate responsibility"),
            FundingSource::Kpbu => self.pick("KPBU", "Public-private partnership"),
            FundingSource::Swasta => self.pick("Swasta", "Private sector"),
            FundingSource::Masyarakat => self.pick("Masyarakat", "Community"),
            FundingSource::Lainnya => self.pick("Lainnya", "Other"),
        }
    }

    /// Kind of an indicator.
    pub(crate) fn indicator_kind(self, kind: IndicatorKind) -> &'static str {
        match kind {
            IndicatorKind::Output => self.pick("keluaran", "output"),
            IndicatorKind::Outcome => self.pick("hasil", "outcome"),
            IndicatorKind::Impact => self.pick("dampak", "impact"),
        }
    }

    /// Direction of an indicator.
    pub fn direction(self, direction: Direction) -> &'static str {
        match direction {
            Direction::Up => self.pick("naik", "up"),
            Direction::Down => self.pick("turun", "down"),
            Direction::Keep => self.pick("tetap", "keep"),
        }
    }

    /// Element of the council.
    pub(crate) fn element(self, element: Element) -> &'static str {
        match element {
            Element::Opd => self.pick("Pemerintah daerah", "City government"),
            Element::Bumn => self.pick("BUMN", "State enterprise"),
            Element::Bumd => self.pick("BUMD", "City enterprise"),
            Element::Akademisi => self.pick("Akademisi", "Academics"),
            Element::Swasta => self.pick("Swasta", "Private sector"),
            Element::Masyarakat => self.pick("Lembaga kemasyarakatan", "Civil society"),
            Element::InstansiVertikal => self.pick("Instansi vertikal", "State agency"),
        }
    }

    /// Role on the council.
    pub fn role(self, role: CouncilRole) -> &'static str {
        match role {
            CouncilRole::Ketua => self.pick("Ketua", "Chair"),
            CouncilRole::Wakil => self.pick("Wakil ketua", "Deputy chair"),
            CouncilRole::Sekretaris => self.pick("Sekretaris", "Secretary"),
            CouncilRole::Anggota => self.pick("Anggota", "Member"),
        }
    }

    /// Element of readiness.
    pub fn readiness(self, element: ReadinessElement) -> &'static str {
        match element {
            ReadinessElement::Struktur => self.pick("Struktur", "Structure"),
            ReadinessElement::Infrastruktur => self.pick("Infrastruktur", "Infrastructure"),
            ReadinessElement::Suprastruktur => self.pick("Suprastruktur", "Superstructure"),
        }
    }

    /// What became of a proposal.
    pub(crate) fn proposal(self, status: ProposalStatus) -> &'static str {
        match status {
            ProposalStatus::Adopted => self.pick("Diterima", "Adopted"),
            ProposalStatus::Deferred => self.pick("Ditunda", "Deferred"),
            ProposalStatus::Declined => self.pick("Tidak diterima", "Declined"),
            ProposalStatus::Open => self.pick("Belum diputuskan", "Open"),
        }
    }

    /// Whether an evaluation has been held.
    pub(crate) fn evaluation(self, status: EvaluationStatus) -> &'static str {
        match status {
            EvaluationStatus::Planned => self.pick("Dijadwalkan", "Planned"),
            EvaluationStatus::Done => self.pick("Terlaksana", "Held"),
        }
    }

    /// Whether a finding of an evaluation is settled.
    pub fn follow_up(self, status: FollowUpStatus) -> &'static str {
        match status {
            FollowUpStatus::Open => self.pick("Belum selesai", "Open"),
            FollowUpStatus::Closed => self.pick("Selesai", "Closed"),
        }
    }

    /// What has happened to a law, if anything has.
    pub(crate) fn law_status(self, status: LawStatus) -> Option<&'static str> {
        match status {
            LawStatus::InForce => None,
            LawStatus::Amended => Some(self.pick("telah diubah", "amended")),
            LawStatus::Repealed => Some(self.pick("dicabut", "repealed")),
        }
    }
}
