//! What the search looks through: every page by its sections, as a script, so that it is found
//! where no server is.

use std::fmt::Write;

use super::settle::Settled;

impl Settled<'_> {
    /// The script with everything that the search finds: address, title, the page that a
    /// section stands on, text.
    pub(super) fn search_index(&self) -> String {
        let mut all = String::from("ambonplanSearch([\n");
        for page in self.all() {
            for one in &page.findable {
                let way = super::address::to_place("", &page.file, one.id.as_deref());
                let context = match &one.id {
                    Some(_) => page.name(),
                    None => page
                        .parent
                        .and_then(|part| self.page(part))
                        .map(super::page::Page::name)
                        .unwrap_or_default(),
                };
                let words: Vec<&str> = one.text.split_whitespace().collect();
                let entry = [way, one.title.clone(), context, words.join(" ")];
                let entry = serde_json::Value::from(entry.to_vec());
                // Writing to a string cannot fail.
                let _ = writeln!(all, "{entry},");
            }
        }
        all.push_str("]);\n");
        all
    }
}
