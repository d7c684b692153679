//! Sixth stage: a book is laid out and exported.
//!
//! In: a [`Book`] and fonts. Out: its pages, or the bytes of a PDF. Faults that
//! Typst finds are reported at the place in the plan that they come from.

mod diagnostics;
mod soft_hyphens;
mod standards;
mod templates;
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};

use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandards, Timestamp};

pub use standards::Standards;
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

/// Sets a book and exports it.
///
/// Without chosen standards it follows PDF/A-2a and PDF/UA-1; content that these
/// do not allow, such as a character that no font has, then makes an ordinary
/// PDF and a warning. Returns nothing if the book could not be set, or does not
/// allow the standards that were chosen; the reason is among the findings.
pub fn typeset(
    book: &Book,
    tree: &SourceTree,
    fonts: &Fonts,
    standards: &Standards,
    findings: &mut Findings,
) -> Option<Pdf> {
    guarded(tree, findings, |findings| {
        let mut setting = Setting::new(book, tree, fonts, findings)?;
        let document = setting.lay_out()?;
        setting.export(&document, standards)
    })
}

/// Lays a book out without exporting it.
pub fn lay_out(
    book: &Book,
    tree: &SourceTree,
    fonts: &Fonts,
    findings: &mut Findings,
) -> Option<PagedDocument> {
    guarded(tree, findings, |findings| {
        Setting::new(book, tree, fonts, findings)?.lay_out()
    })
}

/// Typst is large, and templates can be anything: should it stop by itself,
/// that is a finding like others, and the last good book stays.
fn guarded<T>(
    tree: &SourceTree,
    findings: &mut Findings,
    set: impl FnOnce(&mut Findings) -> Option<T>,
) -> Option<T> {
    let done = catch_unwind(AssertUnwindSafe(|| set(findings)));
    done.unwrap_or_else(|_| {
        let span = diagnostics::plan_span(tree);
        findings.push(rules::typesetting::stopped(span));
        None
    })
}

/// A book that is being set.
struct Setting<'a> {
    book: &'a Book,
    tree: &'a SourceTree,
    world: BookWorld<'a>,
    findings: &'a mut Findings,
}

impl<'a> Setting<'a> {
    fn new(
        book: &'a Book,
        tree: &'a SourceTree,
        fonts: &'a Fonts,
        findings: &'a mut Findings,
    ) -> Option<Self> {
        Some(Self {
            book,
            tree,
            world: BookWorld::new(book, fonts)?,
            findings,
        })
    }

    /// Reports what Typst says, under `rule` or what each remark falls under.
    fn report(&mut self, rule: Option<&'static Rule>, diagnostics: &[SourceDiagnostic]) {
        for diagnostic in diagnostics {
            let rule = rule.unwrap_or_else(|| diagnostics::rule_of(diagnostic));
            let (world, book, tree) = (&self.world, self.book, self.tree);
            let finding = diagnostics::finding(rule, world, book, tree, diagnostic);
            self.findings.push(finding);
        }
    }

    fn lay_out(&mut self) -> Option<PagedDocument> {
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&self.world);
        self.report(None, &warnings);
        match output {
            Ok(document) => Some(soft_hyphens::settle(document)),
            Err(errors) => {
                self.report(None, &errors);
                None
            }
        }
    }

    fn export(&mut self, document: &PagedDocument, standards: &Standards) -> Option<Pdf> {
        let pdf = |standards| typst_pdf::pdf(document, &options(self.book, standards));
        let exported = match standards {
            Standards::Chosen(standards) => pdf(standards.clone()),
            Standards::Customary => match pdf(Standards::customary()) {
                Ok(bytes) => Ok(bytes),
                Err(errors) => {
                    let ordinary = pdf(PdfStandards::default());
                    self.report(Some(&rules::nonconforming_pdf::RULE), &errors);
                    ordinary
                }
            },
        };
        match exported {
            Ok(bytes) => Some(Pdf {
                bytes,
                pages: document.pages().len(),
            }),
            Err(errors) => {
                self.report(None, &errors);
                None
            }
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
