//! Sheets that are signed.

use schemars::JsonSchema;

use crate::compose::tree::Content;

view! {
    /// `signature-sheet`: text and the places for signatures.
    pub(crate) struct SignatureSheet {
        /// Paragraphs.
        pub text: Vec<Content>,
        /// `Ambon, 24 November 2026`, or the place and room for the day.
        pub place_and_date: Content,
        /// Who signs.
        pub signatures: Vec<Signature>,
    }
}

view! {
    /// A place for a signature.
    pub struct Signature {
        /// Role in which somebody signs, such as that of the chair.
        pub(crate) capacity: Option<Content>,
        /// The office.
        pub(crate) office: Content,
        /// The institution, unless the office tells it.
        pub institution: Option<Content>,
        /// The person.
        pub name: Option<Content>,
        /// Civil servant number, in its printed form.
        pub nip: Option<Content>,
        /// Whether it is signed.
        pub signed: bool,
        /// When it was signed, or that it was not.
        pub note: Option<Content>,
    }
}
