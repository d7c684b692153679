//! Sheets that are signed.

use schemars::JsonSchema;
use serde::Serialize;

use crate::compose::code::Content;

/// `signature-sheet`: text and the places for signatures.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct SignatureSheet {
    /// Paragraphs.
    pub text: Vec<Content>,
    /// `Ambon, 24 November 2026`, or the place and room for the day.
    pub place_and_date: Content,
    /// Who signs.
    pub signatures: Vec<Signature>,
}

/// A place for a signature.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
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
