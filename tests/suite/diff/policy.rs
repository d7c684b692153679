//! Ceilings, thresholds and acceptances, and which plan decides of them.

use std::fs;

use ambonplan::diff::{self, Change, Diff, Figures, Kind, Settings, Severity, report};
use ambonplan::language::{Format, Language};
use ambonplan::model::Rupiah;
use serde_json::Value;

use super::{Files, Loaded, compare, generated, load};
use crate::history::History;

const OPD: &str = "opd/opd-0/opd.toml";

/// The plan with a ceiling of the first OPD for 2026.
fn with_ceiling(amount: i128) -> Files {
    let mut files = generated(36);
    let opd = files.get_mut(OPD).unwrap();
    opd.push_str(&format!("\n[[ceiling]]\nyear = 2026\namount = {amount}\n"));
    files
}

/// What the first OPD plans to spend of the city budget in 2026.
fn planned(loaded: &Loaded) -> i128 {
    let plan = &loaded.plan;
    let opd = plan.opds.values().find(|opd| opd.id == "opd-0").unwrap();
    let programs = opd.programs.iter().map(|id| &plan.programs[*id].file);
    let lines = programs.flat_map(|file| &file.budget);
    let lines = lines.filter(|line| {
        line.year.value.to_string() == "2026"
            && ["apbd-kota", "dak-fisik", "dak-nonfisik"].contains(&line.source.value.word())
    });
    lines.map(|line| line.amount.value.0).sum()
}

fn lines(diff: &Diff, kind: Kind, language: Language) -> Vec<String> {
    let changes = diff.changes.iter().filter(|one| one.kind == kind);
    report::lines(changes, language)
}

fn kinds(diff: &Diff) -> Vec<Kind> {
    diff.changes.iter().map(|one| one.kind).collect()
}

#[test]
fn what_was_planned_before_a_ceiling_was_set_is_known() {
    let without = load(&generated(36));
    let with = load(&with_ceiling(1_000_000));
    let format = Format::new(Language::English);
    let planned = format.money(planned(&without));
    assert_ne!(planned, "Rp0");

    let set = compare(&without, &with);
    assert_eq!(kinds(&set), [Kind::OverCeiling, Kind::CeilingChanged]);
    assert_eq!(
        lines(&set, Kind::OverCeiling, Language::English),
        [format!(
            "Dinas Urusan Bababa: above the ceiling of the OPD (ceiling: 2026: {planned}, without a \
             ceiling → 2026: {planned} of a ceiling of Rp1,000,000)"
        )]
    );
    let place = |change: &Change| change.after.as_ref().unwrap().place.line;
    let at = with
        .tree
        .find(OPD)
        .unwrap()
        .1
        .text
        .lines()
        .position(|line| line == "year = 2026");
    assert_eq!(Some(place(&set.changes[0])), at.map(|at| at + 1));

    // What has no ceiling any more is within none.
    let gone = compare(&with, &without);
    assert_eq!(kinds(&gone), [Kind::CeilingChanged]);
    assert_eq!(gone.changes[0].severity, Severity::Warning);
    assert_eq!(
        lines(&gone, Kind::CeilingChanged, Language::English),
        [format!(
            "Dinas Urusan Bababa: ceiling changed (ceiling: 2026: {planned} of a ceiling of Rp1,000,000 \
             → 2026: {planned}, without a ceiling)"
        )]
    );
    // Each is the other, seen from the other side.
    assert_eq!(set.inverted(&Settings::default()).changes, gone.changes);
    let mirrored = gone.inverted(&Settings::default());
    assert_eq!(mirrored.changes, compare(&without, &with).changes);

    let high = load(&with_ceiling(900_000_000_000));
    assert_eq!(
        kinds(&compare(&with, &high)),
        [Kind::WithinCeiling, Kind::CeilingChanged]
    );
    assert_eq!(kinds(&compare(&without, &high)), [Kind::CeilingChanged]);
    assert_eq!(kinds(&compare(&high, &without)), [Kind::CeilingChanged]);
}

#[test]
fn what_is_accepted_of_a_ceiling_is_of_that_ceiling_and_that_money() {
    let over = |base: &Files, head: &Files| {
        let diff = compare(&load(base), &load(head));
        let mut changes = diff.changes.into_iter();
        changes
            .find(|one| one.kind == Kind::OverCeiling)
            .unwrap()
            .fingerprint
    };
    let (base, head) = (with_ceiling(900_000_000_000), with_ceiling(2_000_000));
    let first = over(&base, &head);
    assert_eq!(over(&base, &head), first);
    // Another ceiling, another one before, none before, and other money before.
    assert_ne!(over(&base, &with_ceiling(1_000_000)), first);
    assert_ne!(over(&with_ceiling(800_000_000_000), &head), first);
    assert_ne!(over(&generated(36), &head), first);
    let mut other = base.clone();
    let program = other.get_mut("opd/opd-0/programs/program-0.toml").unwrap();
    *program = program.replacen("amount = ", "amount = 1", 1);
    assert_ne!(over(&other, &head), first);
}

#[test]
fn what_is_accepted_of_a_programme_that_goes_is_what_it_promised() {
    let path = "opd/opd-1/programs/program-13.toml";
    let removed = |base: &Files| {
        let mut head = base.clone();
        head.remove(path);
        let diff = compare(&load(base), &load(&head));
        let mut changes = diff.changes.into_iter();
        changes
            .find(|one| one.kind == Kind::ProgramRemoved)
            .unwrap()
            .fingerprint
    };
    let base = generated(36);
    let edited = |from: &str, to: &str| {
        let mut base = base.clone();
        let text = base.get_mut(path).unwrap();
        assert!(text.contains(from), "{text}");
        *text = text.replacen(from, to, 1);
        removed(&base)
    };
    let first = removed(&base);
    assert_eq!(edited("summary = \"", "summary = \"Kini "), first);
    for (from, to) in [
        ("amount = ", "amount = 1"),
        ("end = 20", "end = 21"),
        ("targets = { 2026 = ", "targets = { 2026 = 1"),
    ] {
        assert_ne!(edited(from, to), first, "{from}");
    }
}

#[test]
fn what_is_accepted_of_another_entry_that_goes_is_all_that_it_said() {
    let entries = [
        (
            "registry/hukum.toml",
            "[[law]]\nid = \"uu-1-2020\"\nkind = \"uu\"\nnumber = \"1\"\nyear = 2020\ntitle = \"X\"\n",
        ),
        (
            "proposals/usul.toml",
            "title = \"X\"\nby = \"Warga\"\nstatus = \"open\"\nsummary = \"Satu.\"\n",
        ),
    ];
    for (path, text) in entries {
        let removed = |title: &str| {
            let head = generated(18);
            let mut base = head.clone();
            base.insert(path.into(), text.replace("X", title));
            let diff = compare(&load(&base), &load(&head));
            let gone: Vec<&Change> = diff
                .changes
                .iter()
                .filter(|one| one.after.is_none())
                .collect();
            assert_eq!(gone.len(), 1, "{path}: {:?}", diff.changes);
            gone[0].fingerprint.clone()
        };
        assert_eq!(removed("Satu"), removed("Satu"), "{path}");
        assert_ne!(removed("Satu"), removed("Dua"), "{path}");
    }
}

#[test]
fn a_large_amount_is_a_warning_whatever_its_share() {
    let base = generated(18);
    let path = "opd/opd-0/programs/program-0.toml";
    let severity = |amount: i128, settings: &Settings| {
        let mut lines = base[path].lines().map(str::to_owned).collect::<Vec<_>>();
        let at = lines
            .iter()
            .position(|line| line.starts_with("amount"))
            .unwrap();
        let old: i128 = lines[at]
            .split("= ")
            .nth(1)
            .unwrap()
            .replace('_', "")
            .parse()
            .unwrap();
        lines[at] = format!("amount = {}", old + amount);
        let mut head = base.clone();
        head.insert(path.into(), lines.join("\n"));
        let (base, head) = (load(&base), load(&head));
        let plans = ((&base.plan, &base.tree), (&head.plan, &head.tree));
        let diff = diff::compare(plans.0, plans.1, settings);
        assert!(matches!(diff.changes[0].figures, Some(Figures::Money(_))));
        diff.changes[0].severity
    };
    let any = Settings {
        budget_percent: 100,
        ..Settings::default()
    };
    let set = Settings {
        budget_amount: Some(Rupiah(1_000_000)),
        ..any.clone()
    };
    assert_eq!(severity(1_000_001, &any), Severity::Note);
    assert_eq!(severity(1_000_000, &set), Severity::Note);
    assert_eq!(severity(1_000_001, &set), Severity::Warning);
    assert_eq!(severity(-1_000_001, &set), Severity::Warning);
    // What was to be a note in any case is a warning as well, and nothing is milder.
    let grave = Settings {
        severities: [(Kind::BudgetRaised, Severity::Breaking)].into(),
        ..set
    };
    assert_eq!(severity(1_000_001, &grave), Severity::Breaking);
}

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

#[test]
fn a_plan_does_not_judge_itself_if_the_first_one_decides() {
    let history = History::new();
    let sandbox = &history.sandbox;
    let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    let year = text
        .lines()
        .find(|line| line.starts_with("targets"))
        .unwrap();
    let lowered = year.replace("2026 = ", "2026 = 0.");
    sandbox.edit(PROGRAM, year, &lowered);
    let json = |more: &[&str]| -> Value {
        let mut arguments = vec!["diff", "--format", "json"];
        arguments.extend(more);
        serde_json::from_str(&sandbox.run(&arguments).stdout).unwrap()
    };
    let fingerprint = json(&[])["changes"][0]["fingerprint"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(json(&[])["changes"][0]["kind"], "target-lowered");
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    let milder = "[changes]\ntarget-lowered = \"note\"\n";
    let accepted = format!(
        "[[accepted]]\nchange = \"{fingerprint}\"\nreason = \"Sudah.\"\nby = \"Saya\"\n\
         date = 2026-11-20\n"
    );
    for own in [milder, &accepted] {
        sandbox.write("plan.toml", format!("{plan}\n{own}"));
        let gate = |more: &[&str]| {
            let mut arguments = vec!["diff", "--fail-on", "breaking", "--language", "en"];
            arguments.extend(more);
            sandbox.run(&arguments)
        };
        for head in [&[][..], &["--policy-from", "head"]] {
            let run = gate(head);
            assert_eq!(run.status, 0, "{}", run.stdout);
            let told = "\n`plan`, the second plan, decides itself that some of its changes are \
                        milder than usual or accepted.\n";
            assert!(run.stdout.contains(told), "{}", run.stdout);
        }
        let run = gate(&["--policy-from", "base"]);
        assert_eq!(run.status, 1, "{}", run.stdout);
        let told = "\nHow grave changes are, and which are accepted, is decided by `HEAD`, the \
                    first plan; what `plan` says of that does not count.\n";
        assert!(run.stdout.contains(told), "{}", run.stdout);
        assert_eq!(json(&[])["policy_from"], "head");
        assert_eq!(json(&["--policy-from", "base"])["policy_from"], "base");
        // Merged before, it counts.
        let edited = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
        sandbox.write(PROGRAM, &text);
        history.commit("Decide");
        sandbox.write(PROGRAM, edited);
        let run = gate(&["--policy-from", "base"]);
        assert_eq!(run.status, 0, "{}", run.stdout);
        sandbox.write("plan.toml", &plan);
        sandbox.write(PROGRAM, &text);
        history.commit("Begin again");
        sandbox.edit(PROGRAM, year, &lowered);
    }
}

#[test]
fn the_examples_for_continuous_integration_let_the_first_plan_decide() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for path in ["examples/ci/github.yml", "examples/ci/gitlab-ci.yml"] {
        let text = fs::read_to_string(root.join(path)).unwrap();
        let runs = text
            .lines()
            .filter(|line| line.contains("ambonplan diff \""));
        let runs: Vec<&str> = runs.collect();
        assert_eq!(runs.len(), 2, "{path}");
        assert!(
            runs.iter().all(|run| run.contains(" --policy-from base ")),
            "{runs:?}"
        );
    }
}
