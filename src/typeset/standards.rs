//! The PDF standards that a book follows.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use typst::diag::SourceDiagnostic;
use typst_pdf::{PdfStandard, PdfStandards};

use crate::language::{Message, message};

/// Which standards a PDF is to follow.
#[derive(Debug, Clone, Default)]
pub enum Standards {
    /// PDF/A-2a for archives and PDF/UA-1 for readers of the screen, as far as
    /// the content allows.
    #[default]
    Customary,
    /// Required standards: a book that violates one of them is not exported.
    Chosen(PdfStandards),
}

impl Standards {
    /// Reads names as Typst has them: `1.7`, `a-2b`, `ua-1`.
    ///
    /// # Errors
    ///
    /// Says which name is unknown, or which two do not go together.
    pub fn parse(names: &[String]) -> Result<Self, Message> {
        let chosen: Result<Vec<PdfStandard>, Message> =
            names.iter().map(|name| standard(name)).collect();
        match PdfStandards::new(&chosen?) {
            Ok(standards) => Ok(Self::Chosen(standards)),
            // Each is known: what is wrong is that they stand together.
            Err(_) => Err(message!("standards-apart", names = names.join(", "))),
        }
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

fn standard(name: &str) -> Result<PdfStandard, Message> {
    let lower = name.to_ascii_lowercase();
    let deserializer: StrDeserializer<'_, Error> = lower.as_str().into_deserializer();
    PdfStandard::deserialize(deserializer).map_err(|error| {
        // "unknown variant `x`, expected one of `1.4`, `1.5`"
        let said = error.to_string();
        let known: Vec<&str> = said.split('`').skip(3).step_by(2).collect();
        message!("unknown-standard", name = name, known = known.join(", "))
    })
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
        let known = "1.4, 1.5, 1.6, 1.7, 2.0, a-1b, a-1a, a-2b, a-2u, a-2a, a-3b, a-3u, a-3a, \
                     a-4, a-4f, a-4e, ua-1";
        assert_eq!(
            parse(&["A-9z"]),
            Err(message!("unknown-standard", name = "A-9z", known = known))
        );
        assert_eq!(
            parse(&["a-2b", "a-4"]),
            Err(message!("standards-apart", names = "a-2b, a-4"))
        );
    }
}
