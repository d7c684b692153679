//! What `init` and `new` write to be replaced is found until it is, in both languages.

use std::process::Command;

use ambonplan::check::Options;
use ambonplan::finding::Level;
use ambonplan::language::Language;
use ambonplan::model::Government;
use ambonplan::project;
use ambonplan::scaffold::{self, placeholders};
use jiff::civil::date;

use crate::sandbox::Sandbox;

/// The placeholders that are found in a plan, as `path:line`, and their level.
fn found(sandbox: &Sandbox, release: bool) -> Vec<(String, Level)> {
    let options = Options {
        release,
        ..Options::default()
    };
    let project = project::load(&sandbox.plan(), &options).unwrap();
    let findings = project.findings.sorted(&project.tree).into_iter();
    let findings = findings.filter(|finding| finding.rule.name == "placeholder");
    findings
        .map(|finding| {
            let place = project.tree.place(finding.span);
            let (line, _) = place.rsplit_once(':').unwrap();
            (line.to_owned(), finding.level)
        })
        .collect()
}

/// A plan of `init` with all that `new` adds.
fn begun(language: Language) -> Sandbox {
    let sandbox = Sandbox::begun(language);
    for arguments in [
        vec!["new", "pillar", "living"],
        vec!["new", "opd", "dishub"],
        vec![
            "new", "program", "bus", "--opd", "dishub", "--pillar", "living",
        ],
    ] {
        assert_eq!(sandbox.run(&arguments).status, 0, "{arguments:?}");
    }
    sandbox
}

#[test]
fn every_placeholder_is_found_and_a_release_does_not_pass_with_it() {
    let mut texts = Vec::new();
    for (language, chapter, strategy, program) in [
        (
            Language::Indonesian,
            "chapters/pendahuluan.md",
            "pillars/governance/strategi.md",
            "opd/diskominfo/programs/layanan-aduan.toml:32",
        ),
        (
            Language::English,
            "chapters/introduction.md",
            "pillars/governance/strategy.md",
            "opd/diskominfo/programs/complaints.toml:32",
        ),
    ] {
        let sandbox = begun(language);
        let (chapter, strategy) = (format!("{chapter}:5"), format!("{strategy}:1"));
        let mut expected = vec![
            chapter.as_str(),
            "opd/dishub/opd.toml:1",
            "opd/dishub/opd.toml:2",
            "opd/dishub/programs/bus.toml:1",
            "opd/dishub/programs/bus.toml:8",
            "opd/dishub/programs/bus.toml:11",
            program,
            &strategy,
            "pillars/living/pillar.toml:1",
            "pillars/living/pillar.toml:8",
            "pillars/living/pillar.toml:12",
            "plan.toml:1",
            "plan.toml:2",
            "registry/rpjmd.toml:2",
            "registry/rpjmd.toml:3",
            "registry/rpjmd.toml:7",
        ];
        expected.sort_unstable();
        for (release, level) in [(false, Level::Warn), (true, Level::Deny)] {
            let found = found(&sandbox, release);
            let mut lines: Vec<&str> = found.iter().map(|(line, _)| line.as_str()).collect();
            lines.sort_unstable();
            assert_eq!(lines, expected);
            assert!(found.iter().all(|(_, found)| *found == level));
        }
        // What the rule looks for is what the files of this language hold, and no more.
        for file in walkdir::WalkDir::new(sandbox.plan()) {
            let path = file.unwrap().into_path();
            texts.extend(std::fs::read_to_string(path));
        }
    }
    for (government, language) in [
        (Government::Kabupaten, Language::Indonesian),
        (Government::Kabupaten, Language::English),
        (Government::Provinsi, Language::Indonesian),
        (Government::Provinsi, Language::English),
    ] {
        let files = scaffold::plan_of(government, date(2026, 11, 24), language);
        texts.extend(files.into_iter().map(|file| file.text));
    }
    let texts: Vec<String> = texts
        .iter()
        .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    for placeholder in placeholders() {
        let text = &placeholder.text;
        assert!(texts.iter().any(|one| one.contains(text)), "{text}");
    }
}

#[test]
fn a_text_that_was_changed_is_no_placeholder() {
    let sandbox = Sandbox::new();
    assert_eq!(found(&sandbox, true), []);
    // What is meant, in a sentence of its own.
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Pendahuluan\n\nKegiatan pertama dimulai pada 2027. Arah kebijakan pertama.\n\n\
         `Kota Contoh`\n",
    );
    sandbox.edit(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "\"Pembukaan loket dan kanal aduan\"",
        "\"Kegiatan pertama: pembukaan loket\"",
    );
    assert_eq!(found(&sandbox, true), []);
}

#[test]
fn a_placeholder_is_found_wherever_it_is_written() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "chapters/pendahuluan.md",
        "+++\ntitle = \"Profil Kota Contoh\"\n+++\n\n> Tulis di sini mengapa\n> kota\n\n\
         - Warga **Kota Contoh** dan Kota\n  Contoh.\n\n```ambonplan\nshow = \"phases\"\n\
         caption = \"Fase Example City\"\n```\n",
    );
    sandbox.write(
        "proposals/usul.toml",
        "title = \"Usul warga Kota Contoh\"\nby = \"Kegiatan pertama\"\nstatus = \"open\"\n",
    );
    sandbox.write(
        "registry/more.toml",
        "[[need]]\nid = \"a\"\ntext = \"\"\"\nTulis di sini mengapa kota\nmenyusun rencana ini.\"\"\"\n\
         \n[[need]]\nid = \"b\"\ntext = 'First activity' # Kota Contoh\n",
    );
    let found = found(&sandbox, false);
    let lines: Vec<&str> = found.iter().map(|(line, _)| line.as_str()).collect();
    assert_eq!(
        lines,
        [
            "chapters/pendahuluan.md:2",
            "chapters/pendahuluan.md:8",
            "chapters/pendahuluan.md:13",
            "proposals/usul.toml:1",
            "proposals/usul.toml:2",
            "registry/more.toml:3",
            "registry/more.toml:9",
        ]
    );
}

#[test]
fn an_english_plan_is_begun_and_continued_in_english() {
    let sandbox = Sandbox::empty();
    let init = ["--language", "en", "init"];
    assert_eq!(sandbox.run(&init).status, 0);
    for arguments in [
        ["new", "pillar", "living"].as_slice(),
        &["new", "opd", "dishub"],
        &["new", "program", "bus", "--opd", "dishub"],
    ] {
        assert_eq!(sandbox.run(arguments).status, 0);
    }
    let grep = |text: &str| {
        let output = Command::new("grep")
            .args(["-rl", text, "plan"])
            .current_dir(sandbox.root())
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(grep("language = \"en\""), "plan/plan.toml\n");
    assert_eq!(
        grep("First activity"),
        "plan/opd/dishub/programs/bus.toml\n"
    );
    for indonesian in ["Kegiatan", "Arah", "Dimensi", "Tulis", "warga"] {
        assert_eq!(grep(indonesian), "", "{indonesian}");
    }
    // Other plans are in Indonesian, whatever the locale.
    let sandbox = Sandbox::empty();
    assert_eq!(sandbox.run(&["init"]).status, 0);
    let plan = std::fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    assert!(plan.contains("Kota Contoh"));
}
