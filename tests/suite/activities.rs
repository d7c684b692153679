//! Activities and sub activities with money, indicators and places of their own.

use crate::sandbox::Sandbox;

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

/// Two activities, the first with two sub activities, all with money of the first year.
const LEVELS: &str = r#"
[[activity]]
title = "Pengelolaan kanal"
code = "2.16.03.2.02"

[[activity.sub]]
title = "Aplikasi kanal"
code = "2.16.03.2.02.0027"
output = "1 aplikasi"
districts = ["pusat"]
target-group = "Warga kota"
person-in-charge = "Kepala bidang aplikasi"

[[activity.sub.budget]]
year = 2026
source = "dau"
amount = 60_000_000

[[activity.sub.budget]]
year = 2026
source = "pad"
amount = 40_000_000
opd = "setda"

[[activity.sub.indicator]]
name = "Aplikasi yang berjalan"
unit = "aplikasi"
kind = "output"
direction = "up"
baseline = { year = 2025, value = 0, source = "pemeriksaan" }
targets = { 2026 = 1 }
measured-by = "Pemeriksaan tiap bulan."

[[activity.sub]]
title = "Operator kanal"

[[activity.sub.budget]]
year = 2026
source = "dau"
amount = 20_000_000

[[activity]]
title = "Penyuluhan warga"

[[activity.budget]]
year = 2026
source = "bos"
amount = 30_000_000
"#;

/// The plan that `init` writes, with these activities, and money of the programme itself in the
/// year after.
fn plan(own_money: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let path = sandbox.plan().join(PROGRAM);
    let text = std::fs::read_to_string(path).unwrap();
    let start = text.find("[[activity]]").unwrap();
    let end = text.find("[[indicator]]").unwrap();
    let head = text[..start].replace("summary", "code = \"2.16.03\"\nsummary");
    let years = "start = 2026-01-01\nend = 2026-12-31";
    let from = head.find("start =").unwrap();
    let to = head.find("quick-win").unwrap();
    let head = format!("{}{years}\n{}", &head[..from], &head[to..]);
    let indicators = r#"[[indicator]]
name = "Aduan yang dijawab dalam tiga hari"
unit = "persen"
kind = "outcome"
direction = "up"
baseline = { year = 2025, value = 52, source = "laporan" }
targets = { 2026 = 60 }
measured-by = "Catatan kanal aduan."
"#;
    assert!(text[end..].starts_with("[[indicator]]"));
    sandbox.write(
        PROGRAM,
        format!("{head}{own_money}\n{LEVELS}\n{indicators}"),
    );
    sandbox.write(
        "registry/wilayah.toml",
        "[[district]]\nid = \"pusat\"\nname = \"Pusat\"\n",
    );
    sandbox.write(
        "opd/setda/opd.toml",
        "name = \"Sekretariat Daerah\"\nabbreviation = \"Setda\"\nkind = \"badan\"\n",
    );
    sandbox
}

fn listed(sandbox: &Sandbox, arguments: &[&str]) -> String {
    let mut all = vec!["list"];
    all.extend(arguments);
    all.extend(["--format", "csv"]);
    let run = sandbox.run(&all);
    assert_eq!(run.status, 0, "{}", run.stderr);
    run.stdout
}

#[test]
fn every_rupiah_counts_once_whatever_level_says_it() {
    let sum = "[[budget]]\nyear = 2026\nsource = \"dau\"\namount = 150_000_000\n";
    for own in ["", sum] {
        let sandbox = plan(own);
        let total = listed(&sandbox, &["program", "--columns", "id,total,total.2026"]);
        let row = "layanan-aduan,150000000,150000000";
        assert!(total.contains(row), "{own}: {total}\n{:?}", sandbox.told());
        let site = sandbox.run(&["build", "--format", "html", "-o", "situs"]);
        assert_eq!(site.status, 0, "{}", site.stderr);
        let budget = std::fs::read_to_string(sandbox.root().join("situs/budget.html")).unwrap();
        for (name, amount) in [
            ("DAU", "80.000.000"),
            ("PAD", "40.000.000"),
            ("BOS", "30.000.000"),
        ] {
            assert!(budget.contains(name) && budget.contains(amount), "{name}");
        }
        // What another OPD spends is counted with it.
        assert!(budget.contains("Setda") && budget.contains("110.000.000"));
    }
}

#[test]
fn sums_that_are_none_are_told() {
    let sandbox = plan("[[budget]]\nyear = 2026\nsource = \"dau\"\namount = 140_000_000\n");
    let told = sandbox.told().join("\n");
    assert!(told.contains("MON014"), "{told}");
}

#[test]
fn lists_have_rows_of_what_is_in_activities() {
    let sandbox = plan("");
    let rows = listed(
        &sandbox,
        &[
            "program.sub",
            "--columns",
            "program,activity,title,code,person-in-charge",
        ],
    );
    let wanted =
        "layanan-aduan,Pengelolaan kanal,Aplikasi kanal,2.16.03.2.02.0027,Kepala bidang aplikasi";
    assert!(rows.contains(wanted), "{rows}");
    let rows = listed(
        &sandbox,
        &[
            "program.sub-budget",
            "--columns",
            "sub,source,amount,opd",
            "--where",
            "amount > 30e6",
        ],
    );
    let rows: Vec<&str> = rows.lines().collect();
    let wanted = [
        "sub,source,amount,opd",
        "Aplikasi kanal,dau,60000000,",
        "Aplikasi kanal,pad,40000000,setda",
    ];
    assert_eq!(rows, wanted);
    let chosen = listed(
        &sandbox,
        &[
            "program",
            "--columns",
            "id",
            "--where",
            "sub.code = 2.16.03.2.02.0027",
        ],
    );
    assert_eq!(chosen.lines().last(), Some("layanan-aduan"));
}

#[test]
fn the_book_prints_all_levels() {
    let sandbox = plan("");
    let book = sandbox.build(&[]);
    let letters = book.letters();
    for text in [
        "1. Pengelolaan kanal",
        "1.1 Aplikasi kanal (2.16.03.2.02.0027)",
        "1.2 Operator kanal",
        "2. Penyuluhan warga",
        "1 aplikasi",
        "Lokasi: Pusat",
        "Kelompok sasaran: Warga kota",
        "Penanggung jawab: Kepala bidang aplikasi",
        "Aplikasi yang berjalan (aplikasi) – Awal 2025: 0 (pemeriksaan); 2026: 1. Pemeriksaan tiap bulan.",
        "120.000.000",
        "Indikator dan target",
        "Pagu menurut sumber dan tahun",
    ] {
        letters.assert_has(text);
    }
}

/// What changes between two states of the plan, without the places.
fn changes(before: &Sandbox, after: &Sandbox) -> String {
    let (base, head) = (before.plan(), after.plan());
    let (base, head) = (base.to_str().unwrap(), head.to_str().unwrap());
    let run = before.run(&["diff", base, head, "--language", "en"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let changes = run.stdout.lines().filter(|line| line.contains("[DIF"));
    let details = run.stdout.lines().filter(|line| line.starts_with("      "));
    let details = details.filter(|line| !line.contains("-->"));
    let lines: Vec<&str> = changes.chain(details).map(str::trim).collect();
    lines.join("\n")
}

#[test]
fn money_that_moves_between_sub_activities_is_told_as_that() {
    let (before, after) = (plan(""), plan(""));
    after.edit(PROGRAM, "amount = 60_000_000", "amount = 50_000_000");
    after.edit(PROGRAM, "amount = 20_000_000", "amount = 30_000_000");
    assert_eq!(
        changes(&before, &after),
        "to be looked at[DIF009 budget-shifted] GOV-01 Layanan aduan warga: budget shifted\n\
         the budget stays Rp150,000,000\n\
         amount (Pengelolaan kanal, Aplikasi kanal, 2026, general allocation): \
         Rp60,000,000 → Rp50,000,000\n\
         amount (Pengelolaan kanal, Operator kanal, 2026, general allocation): \
         Rp20,000,000 → Rp30,000,000"
    );
}

#[test]
fn an_activity_with_another_name_takes_along_what_is_in_it() {
    let (before, after) = (plan(""), plan(""));
    after.edit(PROGRAM, "Pengelolaan kanal", "Pengelolaan kanal aduan");
    assert_eq!(
        changes(&before, &after),
        "for information[DIF064 activity-changed] GOV-01 Layanan aduan warga: activity changed\n\
         activity: Pengelolaan kanal {+aduan+}"
    );
    // What changes in it at once is told by itself.
    after.edit(PROGRAM, "amount = 20_000_000", "amount = 30_000_000");
    let told = changes(&before, &after);
    assert!(told.contains("[DIF007 budget-raised]"), "{told}");
    assert_eq!(told.matches("[DIF").count(), 2, "{told}");
}

#[test]
fn a_sub_activity_that_is_gone_is_told_with_its_money() {
    let (before, after) = (plan(""), plan(""));
    let text = std::fs::read_to_string(after.plan().join(PROGRAM)).unwrap();
    let start = text
        .find("[[activity.sub]]\ntitle = \"Operator kanal\"")
        .unwrap();
    let end = text.find("[[activity]]\ntitle = \"Penyuluhan").unwrap();
    after.write(PROGRAM, format!("{}{}", &text[..start], &text[end..]));
    assert_eq!(
        changes(&before, &after),
        "needs a decision[DIF061 activity-removed] GOV-01 Layanan aduan warga: activity removed\n\
         to be looked at[DIF008 budget-lowered] GOV-01 Layanan aduan warga: budget lowered\n\
         sub-activity: Pengelolaan kanal, Operator kanal → –\n\
         budget: Rp150,000,000 → Rp130,000,000 (−Rp20,000,000, −13.3%)\n\
         budget of a sub-activity: Pengelolaan kanal, Operator kanal, 2026, general allocation \
         (Rp20,000,000) → –"
    );
}
