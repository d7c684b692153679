//! The worker that sets the book again after each change, beside the server that shows it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use ambonplan::finding::{Findings, Severity};
use ambonplan::language::{Arg, Catalogue, Language, Message};
use ambonplan::preview::{Layout, Session, Snapshot};
use ambonplan::reading;
use ambonplan::source::SourceTree;
use tokio::sync::watch;

use super::update;
use crate::commands::output;
use crate::commands::watch::Watch;

/// What is to be seen now.
#[derive(Clone, Default)]
pub struct Shown {
    /// Whether a change is being set.
    pub working: bool,
    /// Number of the edition; 0 before the first one.
    pub number: u64,
    /// The edition as the page reads it.
    pub update: Arc<String>,
    /// Its pages.
    pub layout: Option<Arc<Layout>>,
    /// The files as they are.
    pub tree: Arc<SourceTree>,
}

/// Sets the book of a session.
pub struct Renderer {
    directory: PathBuf,
    shown_as: String,
    language: Language,
    editor: bool,
    shown: watch::Sender<Shown>,
}

impl Renderer {
    /// A renderer for a plan; `what` is the name of the part that is shown.
    pub fn new(directory: &Path, what: &str, language: Language, editor: bool) -> Self {
        Self {
            directory: directory.to_path_buf(),
            shown_as: what.to_owned(),
            language,
            editor,
            shown: watch::Sender::default(),
        }
    }

    /// What is to be seen, now and after each change.
    pub fn shown(&self) -> watch::Receiver<Shown> {
        self.shown.subscribe()
    }

    /// Sets the book, and again after each change that `watch` tells of.
    pub fn begin(self, mut session: Session, watch: Option<Watch>) {
        // It ends with the process.
        thread::spawn(move || {
            let catalogue = Catalogue::new(self.language);
            self.set(&mut session, &catalogue);
            let Some(mut watch) = watch else { return };
            loop {
                watch.wait();
                self.set(&mut session, &catalogue);
            }
        });
    }

    fn set(&self, session: &mut Session, catalogue: &Catalogue) {
        let begin = Instant::now();
        self.shown.send_modify(|shown| shown.working = true);
        let mut findings = Findings::default();
        let edition = match reading::read(&self.directory, &mut findings) {
            Ok(tree) => session.update(tree, findings),
            Err(error) => Some(session.without_files(&error)),
        };
        let Some(edition) = edition else {
            self.shown.send_modify(|shown| shown.working = false);
            return;
        };
        let update = update::edition(&edition, &self.shown_as, self.editor, catalogue);
        let line = line(&edition, begin.elapsed().as_secs_f64(), catalogue);
        self.shown.send_modify(|shown| {
            *shown = Shown {
                working: false,
                number: edition.number,
                update: Arc::new(update),
                layout: edition.layout,
                tree: Arc::new(edition.project.tree),
            };
        });
        // Whoever closed the terminal still looks at the page.
        let _ = writeln!(output::err(), "{line}");
        session.tidy();
    }
}

/// What is said in the terminal of an edition.
fn line(edition: &Snapshot, seconds: f64, catalogue: &Catalogue) -> String {
    let words = |key, count| {
        let message = Message::new(key, vec![("count", Arg::Count(count))]);
        catalogue.text(&message)
    };
    let findings = &edition.project.findings;
    let counts = format!(
        "{}, {}",
        words("count-errors", findings.count(Severity::Error)),
        words("count-warnings", findings.count(Severity::Warning)),
    );
    match (&edition.problem, &edition.layout) {
        (Some(problem), _) => format!("{} ({counts})", update::say(problem, catalogue)),
        (None, layout) => {
            let pages = layout.as_ref().map_or(0, |layout| layout.sheets.len());
            format!("{}, {seconds:.1} s: {counts}", words("count-pages", pages))
        }
    }
}
