//! New plans and new entries.
//!
//! Nothing here touches the file system: each function returns the files to be
//! written, relative to the plan directory. What they hold passes every rule
//! that is an error.

use jiff::civil::Date;

use crate::model::is_id;
use crate::resolve::{Id, Pillar, Plan};
use crate::source::SourceTree;

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

/// Why an entry cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}\n  hint: {}", self.message, self.hint)
    }
}

impl std::error::Error for Refusal {}

fn refuse<T>(message: impl Into<String>, hint: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal {
        message: message.into(),
        hint: hint.into(),
    })
}

fn check_id(id: &str) -> Result<(), Refusal> {
    if is_id(id) {
        return Ok(());
    }
    refuse(
        format!("`{id}` cannot be an id"),
        "use lower-case letters, digits and single hyphens: `layanan-112`",
    )
}

/// A plan to begin with: one pillar, one OPD, one programme, one chapter.
pub fn plan(date: Date) -> Vec<NewFile> {
    let year = date.year();
    let fill = |text: &str| {
        text.replace("{date}", &date.to_string())
            .replace("{start}", &year.to_string())
            .replace("{next}", &year.saturating_add(1).to_string())
            .replace("{end}", &year.saturating_add(4).to_string())
    };
    let evaluation = format!("evaluations/{}-12-01.toml", year.saturating_add(1));
    [
        ("plan.toml", include_str!("scaffold/plan.toml")),
        (
            "chapters/pendahuluan.md",
            include_str!("scaffold/pendahuluan.md"),
        ),
        (
            "pillars/governance/pillar.toml",
            include_str!("scaffold/governance.toml"),
        ),
        (
            "pillars/governance/strategi.md",
            include_str!("scaffold/strategi.md"),
        ),
        (
            "opd/diskominfo/opd.toml",
            include_str!("scaffold/diskominfo.toml"),
        ),
        (
            "opd/diskominfo/programs/layanan-aduan.toml",
            include_str!("scaffold/layanan-aduan.toml"),
        ),
        ("registry/rpjmd.toml", include_str!("scaffold/rpjmd.toml")),
        (&evaluation, include_str!("scaffold/evaluasi.toml")),
    ]
    .into_iter()
    .map(|(path, text)| NewFile::new(path, fill(text)))
    .collect()
}

/// A pillar after the last one.
pub fn pillar(plan: &Plan, id: &str) -> Result<Vec<NewFile>, Refusal> {
    check_id(id)?;
    if plan.pillars.values().any(|pillar| pillar.id == id) {
        return refuse(
            format!("the pillar `{id}` exists already"),
            "choose another id",
        );
    }
    let order = plan
        .pillars
        .values()
        .map(|pillar| pillar.file.order.value)
        .max();
    let order = order.unwrap_or_default().saturating_add(1);
    let code = pillar_code(plan, id);
    let text = format!(
        "name = \"{id}\"\ncode = \"{code}\"\norder = {order}\nlast-number = 0\n\n\
         [[dimension]]\nid = \"{id}-1\"\nname = \"Dimensi pertama\"\n\n\
         [[policy]]\nid = \"{id}-arah-1\"\ntext = \"Arah kebijakan pertama.\"\ndimension = \"{id}-1\"\n"
    );
    Ok(vec![NewFile::new(
        format!("pillars/{id}/pillar.toml"),
        text,
    )])
}

/// Three letters of the id that no other pillar has for its code.
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
pub fn opd(plan: &Plan, id: &str) -> Result<Vec<NewFile>, Refusal> {
    check_id(id)?;
    if plan.opds.values().any(|opd| opd.id == id) {
        return refuse(
            format!("the OPD `{id}` exists already"),
            "choose another id",
        );
    }
    let text = format!(
        "name = \"{id}\"\nabbreviation = \"{id}\"\nkind = \"dinas\"\n\n\
         [head]\nposition = \"Kepala Dinas\"\n\n\
         [commitment]\nstatus = \"pending\"\n"
    );
    Ok(vec![NewFile::new(format!("opd/{id}/opd.toml"), text)])
}

/// A programme of an OPD in a pillar, with the next free number of the pillar.
///
/// The number is also noted in `pillar.toml`, so that it is never handed out
/// again even if the programme is dropped.
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
            format!("the programme `{id}` exists already, in `opd/{folder}`"),
            "choose another id; ids are unique in the whole plan",
        );
    }
    if !plan.opds.values().any(|known| known.id == opd) {
        let known: Vec<&str> = plan.opds.values().map(|opd| opd.id.as_str()).collect();
        return refuse(
            format!("there is no OPD `{opd}`"),
            format!(
                "known: {}; `ambonplan new opd {opd}` makes it",
                known.join(", ")
            ),
        );
    }
    let chosen = plan.pillars.iter().find(|(_, known)| match pillar {
        Some(wanted) => known.id == wanted,
        None => true,
    });
    let Some((pillar_id, pillar)) = chosen else {
        let known: Vec<&str> = plan
            .pillars
            .values()
            .map(|pillar| pillar.id.as_str())
            .collect();
        return refuse(
            "there is no such pillar",
            format!("known: {}; name one with `--pillar`", known.join(", ")),
        );
    };
    let Some(&dimension) = pillar.dimensions.first() else {
        return refuse(
            format!("the pillar `{}` has no dimension", pillar.id),
            "add a `[[dimension]]` to its `pillar.toml` first",
        );
    };
    let number = next_number(plan, pillar_id);
    // Next year and the one after, as far as the plan goes.
    let period = &plan.file.period;
    let first = plan.file.date.year().saturating_add(1);
    let first = first.max(period.start.0).min(period.end.0);
    let last = first.saturating_add(1).min(period.end.0);
    let budget: String = (first..=last)
        .map(|year| {
            format!("[[budget]]\nyear = {year}\nsource = \"apbd-kota\"\namount = 100_000_000\n\n")
        })
        .collect();
    let targets: Vec<String> = (first..=last)
        .zip(11..)
        .map(|(year, value)| format!("{year} = {value}"))
        .collect();
    let supports = match plan.goals.values().next() {
        Some(goal) => format!("supports = [\"goal:{}\"]\n", goal.entry.id.value),
        None => String::new(),
    };
    let text = format!(
        "title = \"{id}\"\nnumber = {number}\npillar = \"{}\"\ndimension = \"{}\"\n\
         status = \"proposed\"\nstart = {first:04}-01-01\nend = {last:04}-12-31\n\
         example = true\nsummary = \"Apa yang akan dirasakan warga.\"\n{supports}\n\
         [[activity]]\ntitle = \"Kegiatan pertama\"\n\n{budget}\
         [[indicator]]\nname = \"Indikator pertama {id}\"\nunit = \"layanan\"\nkind = \"outcome\"\n\
         direction = \"up\"\n\
         baseline = {{ year = {}, value = 10, source = \"contoh\" }}\n\
         targets = {{ {} }}\n",
        pillar.id,
        plan.dimensions[dimension].entry.id.value,
        first.saturating_sub(1),
        targets.join(", "),
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
        None => format!("last-number = {number}\n{}", source.text),
    };
    Some(NewFile {
        path: source.path.clone(),
        text,
        replaces: true,
    })
}
