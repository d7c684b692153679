//! Sheets that are signed: the approval of the plan, and the commitment of the
//! heads of all OPD.

use super::Composer;
use super::tree::{BlockKind, Content};
use super::view::{Signature, SignatureSheet};
use crate::language::{capitalised, message};
use crate::model::{CouncilRole, PlanStatus};
use crate::resolve::{Id, Opd};

impl Composer<'_> {
    /// Who approves the plan: the chair and the secretary of the council, or,
    /// where the plan names none, the head of the region.
    pub(super) fn approval(&self) -> BlockKind {
        let file = &self.plan.file;
        let words = self.words;
        let purpose = words.say(&message!(
            "book-approval",
            title = &file.title.value,
            city = &file.city.value,
            period = self.period(),
        ));
        let adopted = match &file.decree {
            Some(decree) => words.say(&message!(
                "book-approval-decree",
                decree = self.decree(decree)
            )),
            None => words.get("book-approval-without-decree").to_owned(),
        };
        let text = vec![purpose, adopted];
        let mut signatures: Vec<Signature> = self
            .plan
            .members
            .values()
            .filter(|member| {
                let role = member.entry.role.value;
                matches!(role, CouncilRole::Ketua | CouncilRole::Sekretaris)
            })
            .map(|member| {
                let entry = &member.entry;
                let position = &entry.position;
                Signature {
                    capacity: Some(
                        self.words
                            .named("book-council-role", entry.role.value.word())
                            .into(),
                    ),
                    ..unsigned(
                        position.as_ref().unwrap_or(&entry.institution),
                        &entry.institution,
                    )
                }
            })
            .collect();
        if signatures.is_empty() {
            let office = self.words.get("book-head-of-region");
            signatures.push(unsigned(office, &file.city));
        }
        self.signature_sheet(text, signatures)
    }

    /// A place for the signature of every head, in the order of the OPD. One alone does not
    /// speak for several.
    pub(super) fn commitments(&self) -> BlockKind {
        let file = &self.plan.file;
        let heads = self.plan.opds.len();
        let commitment = self.words.say(&message!(
            "book-commitment-of-heads",
            heads = heads,
            city = &file.city.value,
            title = &file.title.value,
        ));
        let promise = self
            .words
            .say(&message!("book-promise-of-heads", heads = heads));
        let opds = self.plan.opds.iter();
        let signatures = opds.map(|(id, opd)| self.signature(id, opd)).collect();
        self.signature_sheet(vec![commitment, promise], signatures)
    }

    fn signature(&self, id: Id<Opd>, opd: &Opd) -> Signature {
        let head = opd.file.head.as_ref();
        let office = match head {
            Some(head) => head.position.value.as_str(),
            None => self.words.get("book-head-of-agency"),
        };
        let unsigned = unsigned(office, &opd.file.name);
        let name = head.and_then(|head| head.name.as_ref());
        let nip = head.and_then(|head| head.nip.as_ref());
        let from_opd = |content: Content| content.at(opd.file.name.span.into());
        Signature {
            capacity: unsigned.capacity,
            office: from_opd(unsigned.office),
            institution: unsigned.institution.map(from_opd),
            name: name.map(|name| from_opd(Content::text(name))),
            nip: nip.map(|nip| from_opd(spaced(&nip.value).into())),
            signed: opd.file.attested().is_some(),
            note: Some(from_opd(capitalised(&self.commitment(id)).into())),
        }
    }

    fn signature_sheet(&self, mut text: Vec<String>, signatures: Vec<Signature>) -> BlockKind {
        let file = &self.plan.file;
        if file.example.value {
            let example = self.words.get("book-example-sheet");
            text.insert(0, example.into());
        }
        let place = file.place.as_ref().unwrap_or(&file.city);
        // A draft is not signed on the day on which it was drafted.
        let date = match file.status.value {
            PlanStatus::Final => self.format.date(file.date.value),
            PlanStatus::Draft => "………………………………".into(),
        };
        BlockKind::Signatures(Box::new(SignatureSheet {
            text: text.into_iter().map(Content::from).collect(),
            place_and_date: format!("{}, {date}", place.value).into(),
            signatures,
        }))
    }
}

/// A place that nobody has signed yet.
fn unsigned(office: &str, institution: &str) -> Signature {
    Signature {
        capacity: None,
        office: Content::text(office),
        institution: (!office.contains(institution)).then(|| Content::text(institution)),
        name: None,
        nip: None,
        signed: false,
        note: None,
    }
}

/// A civil servant number as it is printed: birth, appointment, sex, sequence.
/// Anything else stays as it was written.
fn spaced(nip: &str) -> String {
    let digits: String = nip.chars().filter(char::is_ascii_digit).collect();
    let parts = [0..8, 8..14, 14..15, 15..18].map(|range| digits.get(range));
    match parts {
        [Some(birth), Some(appointed), Some(sex), Some(last)] if digits.len() == 18 => {
            format!("{birth} {appointed} {sex} {last}")
        }
        _ => nip.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::spaced;

    #[test]
    fn civil_servant_numbers_are_printed_in_four_groups() {
        assert_eq!(spaced("196910151990031007"), "19691015 199003 1 007");
        assert_eq!(spaced("19691015 199003 1 007"), "19691015 199003 1 007");
        assert_eq!(spaced("belum ada"), "belum ada");
    }
}
