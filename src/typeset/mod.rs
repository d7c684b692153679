//! Sixth stage: a book is laid out and exported.
//!
//! In: a [`Book`] and fonts. Out: the bytes of a PDF. Faults that Typst finds
//! are reported at the place in the plan that they come from.

mod diagnostics;
mod templates;
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};

use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

pub use templates::BUILT_IN;
use world::BookWorld;
pub use world::Fonts;

use crate::compose::Book;
use crate::finding::{Findings, Rule, rules};
use crate::source::SourceTree;

/// A finished book.
#[derive(Debug, Clone)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
}

/// Sets a book and exports it as PDF/A-2a and PDF/UA-1.
///
/// Content that these standards do not allow, such as a character that no font
/// has, makes an ordinary PDF and a warning. Returns nothing if the book could
/// not be set; the reason is among the findings.
pub fn typeset(
    book: &Book,
    tree: &SourceTree,
    fonts: &Fonts,
    findings: &mut Findings,
) -> Option<Pdf> {
    // Typst is large, and templates can be anything: should it stop by itself,
    // that is a finding like others, and the last good book stays.
    let set = catch_unwind(AssertUnwindSafe(|| export(book, tree, fonts, findings)));
    set.unwrap_or_else(|_| {
        let span = diagnostics::plan_span(tree);
        findings.push(rules::typesetting::stopped(span));
        None
    })
}

fn export(book: &Book, tree: &SourceTree, fonts: &Fonts, findings: &mut Findings) -> Option<Pdf> {
    let world = BookWorld::new(book, fonts)?;
    let mut report = |rule: Option<&'static Rule>, diagnostics: &[SourceDiagnostic]| {
        findings.extend(diagnostics.iter().map(|diagnostic| {
            let rule = rule.unwrap_or_else(|| diagnostics::rule_of(diagnostic));
            diagnostics::finding(rule, &world, book, tree, diagnostic)
        }));
    };
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    report(None, &warnings);
    let document = match output {
        Ok(document) => document,
        Err(errors) => {
            report(None, &errors);
            return None;
        }
    };
    let pages = document.pages().len();
    // The two standards go together; if they ever did not, the book would
    // still be an ordinary PDF.
    let strict = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).unwrap_or_default();
    let exported = typst_pdf::pdf(&document, &options(book, strict)).or_else(|errors| {
        report(Some(&rules::nonconforming_pdf::RULE), &errors);
        typst_pdf::pdf(&document, &options(book, PdfStandards::default()))
    });
    match exported {
        Ok(bytes) => Some(Pdf { bytes, pages }),
        Err(errors) => {
            report(None, &errors);
            None
        }
    }
}

fn options(book: &Book, standards: PdfStandards) -> PdfOptions {
    let date = book.date;
    // The plan's date, never the clock's: the same plan gives the same bytes.
    let timestamp = Datetime::from_ymd_hms(
        date.year().into(),
        date.month().unsigned_abs(),
        date.day().unsigned_abs(),
        0,
        0,
        0,
    )
    .map(Timestamp::new_utc);
    PdfOptions {
        ident: Smart::Custom(book.identifier.clone()),
        creator: Smart::Custom(Some(
            concat!("ambonplan ", env!("CARGO_PKG_VERSION")).into(),
        )),
        timestamp,
        standards,
        ..PdfOptions::default()
    }
}
