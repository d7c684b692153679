//! `ambonplan diff --install-driver`: registers the diff and merge drivers with git.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use ambonplan::language::{Catalogue, message};
use ambonplan::reading::Repository;

use super::failure::{Context, Result, bail};
use super::{language, output};

/// What `.gitattributes` of a plan says of its files.
const ATTRIBUTES: &[&str] = &[
    "*.toml diff=ambonplan",
    "*.toml merge=ambonplan",
    "*.md merge=ambonplan",
];

/// Where git keeps the texts that it compared, which another version may write otherwise.
const CACHE: &str = "refs/notes/textconv/ambonplan";

/// The settings of the repository, each with its value.
fn settings() -> Result<Vec<(&'static str, String)>> {
    let program = program()?;
    // Without the program git merges by itself: a driver that cannot be run would leave our
    // side as if it were the result.
    let driver = format!(
        "if command -v {program} >/dev/null; \
         then {program} merge %O %A %B -L %L -S %S -X %X -Y %Y -P %P; \
         else git merge-file --marker-size %L -L %X -L %S -L %Y %A %O %B; fi"
    );
    Ok(vec![
        ("diff.ambonplan.textconv", format!("{program} textconv")),
        ("diff.ambonplan.cachetextconv", "true".to_owned()),
        ("merge.ambonplan.name", "ambonplan".to_owned()),
        ("merge.ambonplan.driver", driver),
        ("merge.ambonplan.recursive", "ambonplan".to_owned()),
    ])
}

/// This program for a shell: by its name where that finds one, otherwise by its place.
fn program() -> Result<String> {
    const NAME: &str = "ambonplan";
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let file = format!("{NAME}{}", std::env::consts::EXE_SUFFIX);
    let is_found = std::env::split_paths(&paths).any(|folder| folder.join(&file).is_file());
    if is_found {
        return Ok(NAME.to_owned());
    }
    let place = std::env::current_exe().context(message!("failed-own-place"))?;
    let Some(place) = place.to_str() else {
        bail!("git-cannot-run", path = place.as_path());
    };
    // git hands it to a shell, which takes `\` for an escape.
    let place = place.replace('\\', "/").replace('\'', r"'\''");
    Ok(format!("'{place}'"))
}

/// Prints what makes `git diff`, `git log -p` and `git merge` see values instead of layout;
/// with `write`, tells git and writes the attributes into the plan.
pub fn install(plan: &Path, asked: language::Asked, write: bool) -> Result<()> {
    let mut out = output::out();
    let settings = settings()?;
    let file = plan.join(".gitattributes");
    if !write {
        writeln!(out, "# {}", file.display())?;
        for line in ATTRIBUTES {
            writeln!(out, "{line}")?;
        }
        let place = Catalogue::new(asked.language()).text(&message!("driver-repository"));
        writeln!(out, "\n# {place}")?;
        for (setting, value) in &settings {
            writeln!(out, "git config {setting} {}", quoted(value))?;
        }
        return Ok(());
    }
    let here = std::env::current_dir().context(message!("failed-current-directory"))?;
    Repository::around(plan, &here)?;
    // Without git nothing is written.
    let git = Command::new("git").arg("--version").output();
    git.context(message!("failed-git"))?;
    // Whatever it holds stays, in whatever encoding.
    let known = match fs::read(&file) {
        Ok(known) => known,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            return Err(error).with_context(|| message!("failed-reading", path = file.as_path()));
        }
    };
    // git alone knows in which of its files a setting belongs. Without it nothing is written.
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.arg("-C").arg(plan).args(arguments);
        command.output().context(message!("failed-git"))
    };
    for (setting, value) in &settings {
        let answer = git(&["config", setting, value])?;
        if !answer.status.success() {
            io::stderr().write_all(&answer.stderr)?;
            bail!("git-refused", setting = *setting);
        }
    }
    if git(&["rev-parse", "--quiet", "--verify", CACHE])?
        .status
        .success()
    {
        let answer = git(&["update-ref", "-d", CACHE])?;
        if !answer.status.success() {
            io::stderr().write_all(&answer.stderr)?;
            bail!("git-refused", setting = CACHE);
        }
    }
    let attributes = attributes(&known);
    if attributes != known {
        super::write::atomically(&file, &attributes)?;
        writeln!(out, "{}", file.display())?;
    }
    for (setting, value) in &settings {
        writeln!(out, "git config {setting} {}", quoted(value))?;
    }
    Ok(())
}

/// What stands in `.gitattributes`, with the lines that are missing.
fn attributes(known: &[u8]) -> Vec<u8> {
    let mut attributes = known.to_vec();
    let line_break = if known.windows(2).any(|two| two == b"\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    for line in ATTRIBUTES {
        let mut lines = known.split(|byte| *byte == b'\n');
        if lines.any(|known| known.trim_ascii() == line.as_bytes()) {
            continue;
        }
        if attributes.last().is_some_and(|last| *last != b'\n') {
            attributes.extend(line_break.as_bytes());
        }
        attributes.extend(line.as_bytes());
        attributes.extend(line_break.as_bytes());
    }
    attributes
}

/// A word for a shell.
fn quoted(value: &str) -> String {
    let mut quoted = String::from('"');
    for sign in value.chars() {
        if matches!(sign, '"' | '\\' | '$' | '`') {
            quoted.push('\\');
        }
        quoted.push(sign);
    }
    quoted.push('"');
    quoted
}
