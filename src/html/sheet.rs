//! Sheets that are signed, and the end of a foreword.

use super::element::{Element, Markup, element};
use super::writer::Writer;
use crate::compose::view::{Dateline, Signature, SignatureSheet};

impl Writer<'_> {
    /// Text and the places for signatures.
    pub(super) fn signatures(&mut self, sheet: &SignatureSheet) -> Markup {
        let mut made = Markup::default();
        for paragraph in &sheet.text {
            let plain = self.plain(paragraph);
            self.page.describe(&plain);
            made.push(self.content_in("p", paragraph));
            self.page.say(" ");
        }
        let dateline = self.content_in("p", &sheet.place_and_date);
        made.push(dateline.class("dateline"));
        self.page.say(" ");
        let signatures = sheet.signatures.iter();
        let signatures: Vec<Element> = signatures.map(|one| self.signature(one)).collect();
        made.push(element("ul").class("signatures").add_all(signatures));
        made
    }

    fn signature(&mut self, it: &Signature) -> Element {
        let class = if it.signed { "signed" } else { "open" };
        let mut made = element("li").class(class);
        let lines = [
            (it.capacity.as_ref(), "capacity"),
            (Some(&it.office), "office"),
            (it.institution.as_ref(), "institution"),
            (it.note.as_ref(), "state"),
            (it.name.as_ref(), "name"),
        ];
        for (line, class) in lines {
            if let Some(line) = line {
                made = made.add(self.content_in("p", line).class(class));
                self.page.say(" ");
            } else if class == "name" {
                let word = self.word("book-label-name");
                made = made.add(element("p").class("name nobody").text(word));
            }
        }
        if let Some(nip) = &it.nip {
            let nip = self.content(nip);
            made = made.add(element("p").class("nip").text("NIP ").add(nip));
            self.page.say(" ");
        }
        made
    }

    /// Place, date and who writes.
    pub(super) fn dateline(&mut self, dateline: &Dateline) -> Element {
        let made = self.content_in("p", &dateline.place_and_date);
        self.page.say(" ");
        let made = made.class("dateline");
        match &dateline.by {
            Some(by) => made.add(element("br")).add(self.content_in("strong", by)),
            None => made,
        }
    }
}
