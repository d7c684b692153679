//! Whatever a plan holds stands in its book, in print and on its pages, every sum is that of
//! the data, and every link lands.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use ambonplan::check::Options;
use ambonplan::language::Format;
use ambonplan::model::{FundingSource, Rupiah, Year};
use ambonplan::project;
use ambonplan::resolve::{Id, Plan, Program};

use crate::generator;
use crate::sandbox::{Book, Letters, Sandbox, Site};

/// The plans of the repository, and a generated one without outlines, each with what its book
/// says in print and on its pages.
static BOOKS: LazyLock<Vec<(Plan, [Letters; 2])>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let generated = Sandbox::empty();
    generator::write(&generated.plan(), generator::plan(40));
    let plans = [
        root.join("plan"),
        root.join("examples/kota-teladan"),
        generated.plan(),
    ];
    plans
        .iter()
        .map(|directory| {
            let plan = project::load(directory, &Options::default()).unwrap().plan;
            let sandbox = Sandbox::empty();
            let run = sandbox.run(&[
                "--plan",
                directory.to_str().unwrap(),
                "build",
                "-o",
                "out.pdf",
            ]);
            assert_eq!(run.status, 0, "{}", run.stderr);
            let pdf = Book::open(&sandbox.root().join("out.pdf"));
            let site = Site::of(directory, &[]);
            (plan.unwrap(), [pdf.letters(), site.letters()])
        })
        .collect()
});

#[test]
fn a_book_holds_all_that_its_plan_holds() {
    for (plan, books) in BOOKS.iter() {
        for letters in books {
            holds_all(plan, letters);
        }
    }
}

fn holds_all(plan: &Plan, letters: &Letters) {
    let format = Format::new(plan.file.language.value);
    for (id, program) in plan.programs.iter() {
        holds_program(plan, id, program, letters, &format);
    }
    for opd in plan.opds.values() {
        letters.assert_has(&opd.file.name);
        letters.assert_has(&opd.file.abbreviation);
        letters.assert_has(match opd.file.attested() {
            Some(_) => "ditandatangani",
            None => "belum ditandatangani",
        });
    }
    for pillar in plan.pillars.values() {
        letters.assert_has(&pillar.file.name);
        letters.assert_has(pillar.file.goal.as_ref().unwrap());
    }
    for dimension in plan.dimensions.values() {
        letters.assert_has(&dimension.entry.name);
    }
    for policy in plan.policies.values() {
        letters.assert_has(&policy.entry.text);
    }
    for goal in plan.goals.values() {
        letters.assert_has(&goal.entry.text);
    }
    for mission in plan.missions.values() {
        letters.assert_has(&mission.text);
    }
    for priority in plan.priorities.values() {
        letters.assert_has(&priority.text);
    }
    for need in plan.needs.values() {
        letters.assert_has(&need.entry.text);
    }
    for law in plan.laws.values() {
        letters.assert_has(&law.entry.title);
    }
    for district in plan.districts.values() {
        letters.assert_has(&district.name);
    }
    for stakeholder in plan.stakeholders.values() {
        letters.assert_has(&stakeholder.name);
    }
    for member in plan.members.values() {
        letters.assert_has(&member.entry.institution);
    }
    for entry in plan.readiness.values() {
        letters.assert_has(&entry.aspect);
        letters.assert_has(&format.number(entry.current.value.0));
    }
    for proposal in plan.proposals.values() {
        letters.assert_has(&proposal.file.title);
        letters.assert_has(&proposal.file.by);
        // Why one was adopted is told by the programme that takes it up.
        if proposal.answered_by.is_empty()
            && let Some(reason) = &proposal.file.reason
        {
            letters.assert_has(reason);
        }
    }
    for evaluation in plan.evaluations.values() {
        letters.assert_has(&evaluation.file.title);
        letters.assert_has(&format.date(evaluation.date));
        for value in &evaluation.file.realised {
            letters.assert_has(&format.number(value.value.value.0));
        }
        for finding in &evaluation.file.findings {
            letters.assert_has(&finding.text);
            letters.assert_has(finding.follow_up.as_ref().unwrap());
        }
    }
    for phase in &plan.file.phases {
        letters.assert_has(&phase.name);
    }
    for entry in plan.abbreviations.values() {
        letters.assert_has(&format!("{} {}", entry.short.value, entry.long.value));
    }
}

fn holds_program(plan: &Plan, id: Id<Program>, program: &Program, book: &Letters, format: &Format) {
    let file = &program.file;
    book.assert_has(&format!("{} {}", plan.program_number(id), file.title.value));
    book.assert_has(&file.summary);
    book.assert_has(&format!(
        "{} – {}",
        format.date(file.start.value),
        format.date(file.end.value)
    ));
    for activity in &file.activities {
        book.assert_has(&activity.title);
        for text in activity.output.iter().chain(&activity.code) {
            book.assert_has(text);
        }
    }
    for indicator in &file.indicators {
        book.assert_has(&indicator.name);
        // A row of values, as they stand beside each other.
        let years = plan.file.period.years();
        let targets: Vec<String> = years
            .map(|year| match indicator.targets.get(year) {
                Some(target) => format.number(target.value.0),
                None => "–".into(),
            })
            .collect();
        let baseline = match &indicator.baseline {
            Some(baseline) => format!(
                "{} ({})",
                format.number(baseline.value.value.0),
                baseline.year.value
            ),
            None => "–".into(),
        };
        book.assert_has(&format!(
            "{} {baseline} {}",
            indicator.unit.value,
            targets.join(" ")
        ));
        if let Some(how) = &indicator.measured_by {
            book.assert_has(how.trim_end_matches('.'));
        }
    }
    for risk in &file.risks {
        book.assert_has(&risk.text);
        book.assert_has(&risk.mitigation);
    }
    if !file.budget.is_empty() {
        let total = format.money(total(program));
        book.assert_has(&format!("Jumlah anggaran {total}"));
    }
}

fn total(program: &Program) -> i128 {
    program
        .file
        .budget
        .iter()
        .map(|line| line.amount.value.0)
        .sum()
}

/// Budgets of each year by something, added up here and nowhere else.
fn by_year<K: Ord>(
    plan: &Plan,
    key: impl Fn(&Program, FundingSource) -> K,
) -> BTreeMap<K, Vec<i128>> {
    let years: Vec<Year> = plan.file.period.years().collect();
    let mut sums: BTreeMap<K, Vec<i128>> = BTreeMap::new();
    for program in plan.programs.values() {
        for line in &program.file.budget {
            let Rupiah(amount) = line.amount.value;
            let row = sums
                .entry(key(program, line.source.value))
                .or_insert_with(|| vec![0; years.len()]);
            let at = years.iter().position(|year| *year == line.year.value);
            row[at.expect("a budget outside the period")] += amount;
        }
    }
    sums
}

/// A row of amounts and their sum, as it is printed.
fn row(name: &str, amounts: &[i128], format: &Format) -> String {
    let printed = |amount: i128| match amount {
        0 => "–".to_owned(),
        amount => format.number(amount),
    };
    let amounts: Vec<String> = amounts
        .iter()
        .copied()
        .chain([amounts.iter().sum()])
        .map(printed)
        .collect();
    format!("{name} {}", amounts.join(" "))
}

#[test]
fn every_sum_of_a_book_is_that_of_the_data() {
    for (plan, books) in BOOKS.iter() {
        for letters in books {
            has_every_sum(plan, letters);
        }
    }
}

fn has_every_sum(plan: &Plan, letters: &Letters) {
    let format = Format::new(plan.file.language.value);
    let by_pillar = by_year(plan, |program, _| program.pillar);
    let by_opd = by_year(plan, |program, _| program.opd);
    let by_source = by_year(plan, |_, source| source);
    let all = by_year(plan, |_, _| ());
    let whole: i128 = plan.programs.values().map(total).sum();
    for (id, amounts) in &by_pillar {
        letters.assert_has(&row(&plan.pillars[*id].file.name, amounts, &format));
    }
    for (id, amounts) in &by_opd {
        letters.assert_has(&row(&plan.opds[*id].file.abbreviation, amounts, &format));
    }
    // The names of sources are words of the book.
    for amounts in by_source.values() {
        letters.assert_has(&row("", amounts, &format));
    }
    // Below each summary of more than one row, and below the action matrix.
    let sum = row("Jumlah", &all[&()], &format);
    let summed = [by_pillar.len(), by_opd.len(), by_source.len()];
    let summed = summed.iter().filter(|rows| **rows > 1).count();
    assert_eq!(letters.count(&sum), summed, "{sum}");
    letters.assert_has(&row("Jumlah seluruh program", &all[&()], &format));
    letters.assert_has(&format!("berjumlah {}", format.money(whole)));
    for pillar in plan.pillars.values() {
        let amounts = pillar.programs.iter();
        let sum: i128 = amounts.map(|id| total(&plan.programs[*id])).sum();
        letters.assert_has(&format!("Jumlah {}", format.number(sum)));
    }
    for opd in plan.opds.values().filter(|opd| !opd.programs.is_empty()) {
        let amounts = opd.programs.iter();
        let sum: i128 = amounts.map(|id| total(&plan.programs[*id])).sum();
        let line = format!(
            "{} {} {} {}",
            opd.file.name.value,
            opd.programs.len(),
            opd.partner_in.len(),
            format.number(sum)
        );
        letters.assert_has(&line);
    }
}

#[test]
fn every_link_of_every_volume_lands() {
    for plan in ["plan", "examples/kota-teladan"] {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join(plan);
        let sandbox = Sandbox::empty();
        let run = sandbox.run(&[
            "--plan",
            directory.to_str().unwrap(),
            "build",
            "--all-volumes",
        ]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        for entry in std::fs::read_dir(sandbox.root().join("build")).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "pdf") {
                let links = Book::open(&path).links();
                assert!(!links.is_empty(), "{}", path.display());
            }
        }
    }
}
