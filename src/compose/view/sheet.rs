//! Sheets that are signed.

use schemars::JsonSchema;
use serde::Serialize;

/// `signature-sheet`: text and the places for signatures.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct SignatureSheet {
    /// Paragraphs.
    pub text: Vec<String>,
    /// `Ambon, 24 November 2026`, or the place and room for the day.
    pub place_and_date: String,
    /// Who signs.
    pub signatures: Vec<Signature>,
}

/// A place for a signature.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Signature {
    /// Role in which somebody signs, such as that of the chair.
    pub capacity: Option<String>,
    /// The office.
    pub office: String,
    /// The institution.
    pub institution: String,
    /// The person.
    pub name: Option<String>,
    /// Civil servant number, in its printed form.
    pub nip: Option<String>,
    /// Whether it is signed.
    pub signed: bool,
    /// When it was signed, or that it was not.
    pub note: Option<String>,
}
