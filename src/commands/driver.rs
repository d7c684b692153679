//! `ambonplan diff --install-driver`: how git itself shows changes of a plan.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use ambonplan::language::{Catalogue, message};
use ambonplan::source::Repository;

use super::failure::{Context, Result, bail};
use super::{language, output};

/// Entries of a plan, for `.gitattributes` of its directory.
const ATTRIBUTES: &str = "*.toml diff=ambonplan\n";

/// The setting that names the program which turns an entry into text for comparing.
const SETTING: &str = "diff.ambonplan.textconv";

/// What git runs, with the name of a file behind it: this program by its name where that
/// finds one, otherwise by its place. Without it every `git diff` of an entry would fail.
fn converter() -> Result<String> {
    const NAME: &str = "ambonplan";
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let file = format!("{NAME}{}", std::env::consts::EXE_SUFFIX);
    let is_found = std::env::split_paths(&paths).any(|folder| folder.join(&file).is_file());
    if is_found {
        return Ok(format!("{NAME} textconv"));
    }
    let place = std::env::current_exe().context(message!("failed-own-place"))?;
    let Some(place) = place.to_str() else {
        bail!("git-cannot-run", path = place.as_path());
    };
    // git hands it to a shell, which takes `\` for an escape.
    let place = place.replace('\\', "/").replace('\'', r"'\''");
    Ok(format!("'{place}' textconv"))
}

/// Prints what makes `git diff` and `git log -p` show values instead of layout; with
/// `write`, writes the attributes into the plan and tells git.
pub fn install(plan: &Path, asked: language::Asked, write: bool) -> Result<()> {
    let mut out = output::out();
    let converter = converter()?;
    let file = plan.join(".gitattributes");
    if !write {
        writeln!(out, "# {}\n{ATTRIBUTES}", file.display())?;
        let place = Catalogue::new(asked.language()).text(&message!("driver-repository"));
        writeln!(out, "# {place}\ngit config {SETTING} \"{converter}\"")?;
        return Ok(());
    }
    let here = std::env::current_dir().context(message!("failed-current-directory"))?;
    Repository::around(plan, &here)?;
    // Whatever it holds stays, in whatever encoding.
    let mut attributes = match fs::read(&file) {
        Ok(known) => known,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            return Err(error).with_context(|| message!("failed-reading", path = file.as_path()));
        }
    };
    let mut lines = attributes.split(|byte| *byte == b'\n');
    if !lines.any(|line| line.trim_ascii_end() == ATTRIBUTES.trim_end().as_bytes()) {
        if attributes.last().is_some_and(|last| *last != b'\n') {
            attributes.push(b'\n');
        }
        attributes.extend(ATTRIBUTES.as_bytes());
        super::write::atomically(&file, &attributes)?;
        writeln!(out, "{}", file.display())?;
    }
    // git alone knows in which of its files a setting belongs.
    let status = Command::new("git")
        .arg("-C")
        .arg(plan)
        .args(["config", SETTING, &converter])
        .status()
        .context(message!("failed-git"))?;
    if !status.success() {
        bail!("git-refused", setting = SETTING);
    }
    writeln!(out, "git config {SETTING} \"{converter}\"")?;
    Ok(())
}
