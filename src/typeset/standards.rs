//! The PDF standards that a book follows.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use typst::diag::SourceDiagnostic;
use typst_pdf::{PdfStandard, PdfStandards};

/// Which standards a PDF is to follow.
#[derive(Debug, Clone, Default)]
pub enum Standards {
    /// PDF/A-2a for archives and PDF/UA-1 for readers of the screen, as far as
    /// the content allows.
    #[default]
    Customary,
    /// These, or else no book at all.
    Chosen(PdfStandards),
}

impl Standards {
    /// Reads names as Typst has them: `1.7`, `a-2b`, `ua-1`. The error says which
    /// name is unknown, or which two do not go together.
    pub fn parse(names: &[String]) -> Result<Self, String> {
        let chosen: Result<Vec<PdfStandard>, String> =
            names.iter().map(|name| standard(name)).collect();
        let standards = PdfStandards::new(&chosen?).map_err(|error| error.message().to_string())?;
        Ok(Self::Chosen(standards))
    }

    /// Those of a book of which nothing else was asked.
    #[expect(
        clippy::disallowed_methods,
        reason = "what stands for an error here is an ordinary PDF, which is a book"
    )]
    pub(super) fn customary() -> PdfStandards {
        // The two go together; if they ever did not, the book would still be
        // an ordinary PDF.
        PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).unwrap_or_default()
    }

    /// Those of the customary ones that a book may still follow after these errors, the
    /// best first.
    pub(super) fn that_hold(errors: &[SourceDiagnostic]) -> Vec<PdfStandards> {
        let breaks = |name: &str| errors.iter().any(|error| error.message.contains(name));
        let candidates: &[&[PdfStandard]] = match (breaks("PDF/A"), breaks("PDF/UA")) {
            (false, true) => &[&[PdfStandard::A_2a]],
            (true, false) => &[
                &[PdfStandard::A_2b, PdfStandard::Ua_1],
                &[PdfStandard::Ua_1],
            ],
            _ => &[],
        };
        let candidates = candidates.iter().map(|names| PdfStandards::new(names));
        candidates.filter_map(Result::ok).collect()
    }
}

fn standard(name: &str) -> Result<PdfStandard, String> {
    let lower = name.to_ascii_lowercase();
    let name: StrDeserializer<'_, Error> = lower.as_str().into_deserializer();
    PdfStandard::deserialize(name).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_typsts_and_must_go_together() {
        let parse = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            Standards::parse(&names).map(|_| ())
        };
        assert_eq!(parse(&["a-2b", "UA-1"]), Ok(()));
        let unknown = parse(&["a-9z"]).unwrap_err();
        assert!(
            unknown.contains("a-9z") && unknown.contains("ua-1"),
            "{unknown}"
        );
        assert!(parse(&["a-2b", "a-4"]).is_err());
    }
}
