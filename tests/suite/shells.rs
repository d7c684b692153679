//! Completion for shells, and pages for `man`.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::sandbox::Sandbox;

/// The commands that help names.
fn commands(sandbox: &Sandbox) -> BTreeSet<String> {
    let help = sandbox.run(&["--help", "--language", "en"]).stdout;
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let lines = commands.lines().take_while(|line| !line.is_empty());
    let names = lines.filter_map(|line| line.split_whitespace().next());
    names.map(str::to_owned).collect()
}

#[test]
fn every_shell_completes_commands_options_and_values() {
    let sandbox = Sandbox::empty();
    let commands = commands(&sandbox);
    assert!(commands.len() > 10, "{commands:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = sandbox.run(&["completions", shell]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        for word in commands
            .iter()
            .map(String::as_str)
            .chain(["max-findings", "stdin-filename"])
        {
            assert!(run.stdout.contains(word), "{shell}: {word}");
        }
        assert!(!run.stdout.contains("textconv"), "{shell}");
    }
    let run = sandbox.run(&["completions", "cmd"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    let run = sandbox.run(&["completions"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
}

/// What bash proposes behind some words.
#[cfg(target_os = "linux")]
fn proposed(sandbox: &Sandbox, words: &[&str]) -> BTreeSet<String> {
    let script = format!(
        "source <(ambonplan completions bash)\n\
         COMP_WORDS=(ambonplan {}); COMP_CWORD={}\n\
         _ambonplan ambonplan '{}' '{}'\n\
         printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words.join(" "),
        words.len(),
        words.last().unwrap(),
        words.iter().rev().nth(1).unwrap_or(&"ambonplan"),
    );
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_ambonplan"));
    let path = std::env::var("PATH").unwrap();
    let output = Command::new("bash")
        .args(["--norc", "-c", &script])
        .current_dir(sandbox.root())
        .env(
            "PATH",
            format!("{}:{path}", program.parent().unwrap().display()),
        )
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn bash_proposes_what_fits() {
    let sandbox = Sandbox::empty();
    let set = |words: &[&str]| -> BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    };
    assert_eq!(proposed(&sandbox, &["che"]), set(&["check"]));
    assert_eq!(
        proposed(&sandbox, &["check", "--max"]),
        set(&["--max-findings"])
    );
    assert_eq!(
        proposed(&sandbox, &["check", "--format", "s"]),
        set(&["short", "sarif"])
    );
    assert_eq!(proposed(&sandbox, &["schema", "pi"]), set(&["pillar"]));
}

#[test]
fn every_command_has_a_page() {
    let sandbox = Sandbox::empty();
    let commands = commands(&sandbox);
    let run = sandbox.run(&["man", "--all", "man1"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let listed: BTreeSet<&str> = run.stdout.lines().collect();
    let written: BTreeSet<String> = fs::read_dir(sandbox.root().join("man1"))
        .unwrap()
        .map(|entry| format!("man1/{}", entry.unwrap().file_name().to_str().unwrap()))
        .collect();
    let wanted: BTreeSet<String> = commands
        .iter()
        .filter(|command| *command != "help")
        .map(|command| format!("man1/ambonplan-{command}.1"))
        .chain(["man1/ambonplan.1".to_owned()])
        .chain(["opd", "pillar", "program"].map(|kind| format!("man1/ambonplan-new-{kind}.1")))
        .collect();
    assert_eq!(written, wanted);
    assert_eq!(listed, wanted.iter().map(String::as_str).collect());
    for command in commands.iter().filter(|command| *command != "help") {
        let run = sandbox.run(&["man", command]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        let page = sandbox.root().join(format!("man1/ambonplan-{command}.1"));
        assert_eq!(run.stdout, fs::read_to_string(page).unwrap());
        let title = format!(".TH ambonplan-{command} 1");
        assert!(run.stdout.contains(&title), "{}", run.stdout);
    }
    for name in ["new-program", "ambonplan-new-program"] {
        let run = sandbox.run(&["man", name]);
        let page = sandbox.root().join("man1/ambonplan-new-program.1");
        assert_eq!(run.stdout, fs::read_to_string(page).unwrap());
    }
    let run = sandbox.run(&["man"]);
    let page = fs::read_to_string(sandbox.root().join("man1/ambonplan.1")).unwrap();
    assert_eq!(run.stdout, page);
    // Headings too are in the language of the reader.
    for (language, wanted) in [
        (
            "id",
            ["NAMA", "RINGKASAN", "URAIAN", "OPSI", "CONTOH", "VERSI"],
        ),
        (
            "en",
            [
                "NAME",
                "SYNOPSIS",
                "DESCRIPTION",
                "OPTIONS",
                "EXAMPLES",
                "VERSION",
            ],
        ),
    ] {
        let page = sandbox.run(&["man", "init", "--language", language]).stdout;
        let headings: Vec<&str> = page
            .lines()
            .filter_map(|line| line.strip_prefix(".SH "))
            .filter(|heading| !heading.starts_with("ARG"))
            .collect();
        assert_eq!(headings, wanted);
    }
    for (name, wanted) in [
        (
            "bulid",
            "kesalahan: tidak ada perintah `bulid`; maksudnya `build`?\n",
        ),
        (
            "new-progam",
            "kesalahan: tidak ada perintah `new-progam`; maksudnya `new-program`?\n",
        ),
        (
            "xyz",
            "kesalahan: tidak ada perintah `xyz`; tulis salah satu: build, check, completions, \
             diff, explain, fmt, init, list, log, man, new, preview, rename, schema\n",
        ),
    ] {
        let run = sandbox.run(&["man", name]);
        let told = (run.status, run.stdout.as_str(), run.stderr.as_str());
        assert_eq!(told, (2, "", wanted));
    }
}
