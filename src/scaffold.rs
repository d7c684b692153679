//! New plans and new entries.
//!
//! Nothing here touches the file system: each function returns the files to be
//! written, relative to the plan directory. What they hold passes every rule
//! that is an error, except that in a release placeholders are errors.

mod template;

use jiff::civil::Date;

use crate::finding::{NameIndex, Refusal};
use crate::language::{Catalogue, Language, Message, message};
use crate::model::{Government, is_id};
use crate::resolve::{Id, PROGRAM_NUMBERS, Pillar, Plan};
use crate::source::SourceTree;
use template::{Templates, fill, governed};

pub use template::{Placeholder, placeholders};
pub(crate) use template::{has_placeholder, pattern};

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Path relative to the plan directory, separated by `/`.
    pub path: String,
    /// Its whole text.
    pub text: String,
    /// Whether the file exists and is to be replaced.
    pub replaces: bool,
}

impl NewFile {
    fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            replaces: false,
        }
    }
}

fn refuse<T>(message: Message, hint: Message) -> Result<T, Refusal> {
    Err(Refusal { message, hint })
}

fn check_id(id: &str) -> Result<(), Refusal> {
    if is_id(id) {
        return Ok(());
    }
    let hint = match proposed_id(id) {
        Some(proposed) => message!("refused-id.proposed", id = proposed),
        None => message!("refused-id.hint"),
    };
    refuse(message!("refused-id", id = id), hint)
}

/// The id that is most like a text: `dinas-kominfo` for `Dinas Kominfo`. None if letters
/// in it have no counterpart in ids.
fn proposed_id(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !c.is_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let id = parts.join("-");
    is_id(&id).then_some(id)
}

/// A plan to begin with, of a city: one pillar, one OPD, one programme, one chapter.
#[must_use = "files are returned, not written"]
pub fn plan(date: Date, language: Language) -> Vec<NewFile> {
    plan_of(Government::Kota, date, language)
}

/// The same of any government.
#[must_use = "files are returned, not written"]
pub fn plan_of(government: Government, date: Date, language: Language) -> Vec<NewFile> {
    let year = date.year();
    let values = [
        ("date", date.to_string()),
        ("start", year.to_string()),
        ("next", year.saturating_add(1).to_string()),
        ("end", year.saturating_add(4).to_string()),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let files = Templates::of(language).plan.iter();
    files
        .map(|(path, text)| {
            let text = governed(text, government);
            NewFile::new(fill(path, &values), fill(&text, &values))
        })
        .collect()
}

/// The settings with which editors of TOML leave alone what `ambonplan fmt` writes, and
/// know the keys of a plan in this folder, which is named from where they stand and
/// separated by `/`; empty if it is the same.
pub fn taplo(plan: &str) -> String {
    let plan = match plan {
        "" => "\"".to_owned(),
        plan => format!("\"{}/", plan.replace('\\', "\\\\").replace('"', "\\\"")),
    };
    include_str!("scaffold/taplo.toml").replace("\"plan/", &plan)
}

/// A pillar after the last one.
///
/// # Errors
///
/// If the id is none, or another pillar has it.
pub fn pillar(plan: &Plan, id: &str) -> Result<Vec<NewFile>, Refusal> {
    check_id(id)?;
    if plan.pillars.values().any(|pillar| pillar.id == id) {
        return refuse(
            message!("refused-twice", kind = message!("kind-pillar"), id = id),
            message!("refused-twice.hint"),
        );
    }
    let order = plan
        .pillars
        .values()
        .map(|pillar| pillar.file.order.value)
        .max();
    let order = order.unwrap_or_default().saturating_add(1);
    let code = pillar_code(plan, id);
    let template = Templates::of(language_of(plan)).pillar;
    let order = order.to_string();
    let text = fill(template, &[("id", id), ("code", &code), ("order", &order)]);
    Ok(vec![NewFile::new(
        format!("pillars/{id}/pillar.toml"),
        text,
    )])
}

/// Three letters of the id that no other pillar has for its code.
/// The language of what is written into a plan.
fn language_of(plan: &Plan) -> Language {
    let language = plan.file.language.value;
    language.built_in().unwrap_or(Language::Indonesian)
}

/// The words of books in a language, each a comment: what is no comment any more is printed in
/// place of the words of the tool.
pub fn words(language: Language) -> NewFile {
    let path = match language {
        Language::Indonesian => "words/buku.ftl",
        Language::English => "words/book.ftl",
    };
    let lines = Catalogue::book(language)
        .iter()
        .flat_map(|source| source.lines());
    let text = lines.map(|line| match line {
        "" => "\n".to_owned(),
        line if line.starts_with('#') => format!("{line}\n"),
        line => format!("# {line}\n"),
    });
    NewFile::new(path, text.collect::<String>())
}

fn pillar_code(plan: &Plan, id: &str) -> String {
    let letters: Vec<char> = id
        .to_uppercase()
        .chars()
        .filter(char::is_ascii_uppercase)
        .collect();
    let taken = |code: &str| {
        plan.pillars
            .values()
            .any(|pillar| pillar.file.code.value == code)
    };
    let first: String = letters.iter().chain(&['X', 'X', 'X']).take(3).collect();
    std::iter::once(first.clone())
        .chain(('A'..='Z').map(|last| first.chars().take(2).chain([last]).collect()))
        .find(|code| !taken(code))
        .unwrap_or(first)
}

/// An OPD.
///
/// # Errors
///
/// If the id is none, or another OPD has it.
pub fn opd(plan: &Plan, id: &str) -> Result<Vec<NewFile>, Refusal> {
    check_id(id)?;
    if plan.opds.values().any(|opd| opd.id == id) {
        return refuse(
            message!("refused-twice", kind = message!("kind-opd"), id = id),
            message!("refused-twice.hint"),
        );
    }
    let text = fill(Templates::of(language_of(plan)).opd, &[("id", id)]);
    Ok(vec![NewFile::new(format!("opd/{id}/opd.toml"), text)])
}

/// A programme of an OPD in a pillar, with the next free number of the pillar.
///
/// The number is also noted in `pillar.toml`, so that it is never handed out
/// again even if the programme is dropped.
///
/// # Errors
///
/// If the id is none or another programme has it, if the plan has no such OPD or pillar, or if the
/// pillar has no number left.
pub fn program(
    plan: &Plan,
    tree: &SourceTree,
    id: &str,
    opd: &str,
    pillar: Option<&str>,
) -> Result<Vec<NewFile>, Refusal> {
    check_id(id)?;
    if let Some(known) = plan.programs.values().find(|program| program.id == id) {
        let folder = &plan.opds[known.opd].id;
        return refuse(
            message!("refused-twice.program", id = id, folder = folder),
            message!("refused-twice.program-hint"),
        );
    }
    if !plan.opds.values().any(|known| known.id == opd) {
        let known: NameIndex = plan.opds.values().map(|opd| opd.id.as_str()).collect();
        let kind = message!("kind-opd");
        let known = known.suggest(opd, &kind);
        return refuse(
            message!("unknown-entry", kind = kind, id = opd),
            message!("unknown-entry.opd-hint", id = opd, known = known),
        );
    }
    let chosen = plan.pillars.iter().find(|(_, known)| match pillar {
        Some(wanted) => known.id == wanted,
        None => true,
    });
    let Some((pillar_id, pillar)) = chosen else {
        let Some(wanted) = pillar else {
            return refuse(message!("no-pillar"), message!("no-pillar.hint"));
        };
        let known: NameIndex = plan
            .pillars
            .values()
            .map(|pillar| pillar.id.as_str())
            .collect();
        let kind = message!("kind-pillar");
        let known = known.suggest(wanted, &kind);
        return refuse(
            message!("unknown-entry", kind = kind, id = wanted),
            message!("unknown-entry.pillar-hint", id = wanted, known = known),
        );
    };
    let Some(&dimension) = pillar.dimensions.first() else {
        return refuse(
            message!("pillar-without-dimension", id = &pillar.id),
            message!("pillar-without-dimension.hint", id = &pillar.id),
        );
    };
    let number = next_number(plan, pillar_id);
    if !PROGRAM_NUMBERS.contains(&number) {
        return refuse(
            message!(
                "pillar-full",
                id = &pillar.id,
                last = PROGRAM_NUMBERS.end().to_string()
            ),
            message!("pillar-full.hint"),
        );
    }
    // Next year and the one after, as far as the plan goes.
    let period = &plan.file.period;
    let first = plan.file.date.year().saturating_add(1);
    let first = first.max(period.start.0).min(period.end.0);
    let last = first.saturating_add(1).min(period.end.0);
    let text = fill(
        Templates::of(language_of(plan)).program,
        &[
            ("id", id),
            ("number", &number.to_string()),
            ("pillar", &pillar.id),
            ("dimension", &plan.dimensions[dimension].entry.id.value),
            ("start", &format!("{first:04}-01-01")),
            ("end", &format!("{last:04}-12-31")),
        ],
    );
    let mut files = vec![NewFile::new(format!("opd/{opd}/programs/{id}.toml"), text)];
    files.extend(note_number(plan, tree, pillar_id, number));
    Ok(files)
}

/// The number after the highest that the pillar has ever given out.
fn next_number(plan: &Plan, id: Id<Pillar>) -> u32 {
    let pillar = &plan.pillars[id];
    let used = pillar
        .programs
        .iter()
        .map(|&id| plan.programs[id].file.number.value);
    let noted = pillar.file.last_number.as_ref().map(|number| number.value);
    used.chain(noted)
        .max()
        .unwrap_or_default()
        .saturating_add(1)
}

/// `pillar.toml` with the new number noted; nothing else in it changes.
fn note_number(plan: &Plan, tree: &SourceTree, id: Id<Pillar>, number: u32) -> Option<NewFile> {
    let file = &plan.pillars[id].file;
    let source = tree.get(file.span.file)?;
    let text = match &file.last_number {
        Some(last) => {
            let before = source.text.get(..last.span.start())?;
            let after = source.text.get(last.span.end()..)?;
            format!("{before}{number}{after}")
        }
        // The first line is outside every table, hence valid in any file.
        None => {
            let end = if source.text.contains("\r\n") {
                "\r\n"
            } else {
                "\n"
            };
            format!("last-number = {number}{end}{}", source.text)
        }
    };
    Some(NewFile {
        path: source.path.clone(),
        text,
        replaces: true,
    })
}
