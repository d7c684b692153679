//! Entries as rows.

use std::fs;

use crate::sandbox::Sandbox;

/// The shipped plan.
fn shipped(arguments: &[&str]) -> (i32, String, String) {
    let sandbox = Sandbox::empty();
    let plan = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("plan");
    let mut all = vec!["list", "--plan", plan.to_str().unwrap()];
    all.extend(arguments);
    let run = sandbox.run(&all);
    (run.status, run.stdout, run.stderr)
}

#[test]
fn programmes_are_chosen_and_put_in_order() {
    let (status, rows, _) = shipped(&[
        "program",
        "--where",
        "pillar = governance and total > 3e9 and not quick-win",
        "--sort",
        "-total",
        "--language",
        "en",
    ]);
    assert_eq!(status, 0);
    assert_eq!(
        rows,
        "label   id                  title                             opd               pillar      status           total\n\
         GOV-01  layanan-112         Layanan panggilan darurat 112     diskominfo        governance  running  7,085,000,000\n\
         GOV-02  pusat-komando       Pusat komando kota                diskominfo        governance  running  5,720,000,000\n\
         GOV-04  loket-tunggal       Loket tunggal layanan warga       sekretariat-kota  governance  running  4,765,000,000\n\
         GOV-08  keamanan-informasi  Keamanan informasi dan data pribadi  diskominfo        governance  running  3,030,000,000\n"
            .replace("Layanan panggilan darurat 112     ", "Layanan panggilan darurat 112        ")
            .replace("Pusat komando kota                ", "Pusat komando kota                   ")
            .replace("Loket tunggal layanan warga       ", "Loket tunggal layanan warga          ")
            .replace("title                             opd", "title                                opd")
    );
}

#[test]
fn lists_of_entries_have_rows_of_their_own() {
    let sandbox = Sandbox::new();
    let csv = |arguments: &[&str]| {
        let mut all = vec!["list", "--format", "csv"];
        all.extend(arguments);
        let run = sandbox.run(&all);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{arguments:?}");
        run.stdout
    };
    assert_eq!(
        csv(&["program.budget"]),
        "program,year,source,amount,confirmed,opd,indicator\r\n\
         layanan-aduan,2026,apbd-kota,150000000,false,,\r\n\
         layanan-aduan,2027,apbd-kota,175000000,false,,\r\n"
    );
    assert_eq!(
        csv(&[
            "program.indicator",
            "--columns",
            "name,baseline.value,targets,targets.2027,program.opd"
        ]),
        "name,baseline.value,targets,targets.2027,program.opd\r\n\
         Aduan yang dijawab dalam tiga hari,52,\"60; 75.5\",75.5,diskominfo\r\n"
    );
    assert_eq!(
        csv(&[
            "program",
            "--columns",
            "id,total,total.2026,supports,budget.source"
        ]),
        "id,total,total.2026,supports,budget.source\r\n\
         layanan-aduan,325000000,150000000,\"policy:layanan-terpadu; goal:layanan-publik\",\
         \"apbd-kota; apbd-kota\"\r\n"
    );
    assert_eq!(
        csv(&["policy", "--columns", "id,pillar,dimension"]),
        "id,pillar,dimension\r\nlayanan-terpadu,governance,pelayanan-publik\r\n"
    );
    assert_eq!(
        csv(&["plan", "--columns", "city,period.start"])
            .lines()
            .count(),
        2
    );
    // A file, which no file of the plan can be.
    csv(&["opd", "-o", "opd.csv"]);
    let text = fs::read_to_string(sandbox.root().join("opd.csv")).unwrap();
    assert!(text.starts_with("id,name\r\ndiskominfo,"), "{text}");
    let run = sandbox.run(&["list", "opd", "-o", "plan/plan.toml"]);
    assert_eq!(run.status, 2);
}

/// Amounts and decimals are numbers, what is absent is null, several values are a list.
#[test]
fn json_has_types() {
    let (status, text, _) = shipped(&[
        "program",
        "--format",
        "json",
        "--columns",
        "id,total,code,quick-win,start,districts,number",
        "--where",
        "id = layanan-112",
    ]);
    assert_eq!(status, 0);
    let rows: serde_json::Value = serde_json::from_str(&text).unwrap();
    let row = &rows[0];
    assert_eq!(rows.as_array().unwrap().len(), 1);
    assert_eq!(row["total"], 7_085_000_000_i64);
    assert!(row["quick-win"].is_boolean() && row["number"].is_number());
    assert!(row["code"].is_null() || row["code"].is_string());
    assert_eq!(row["start"].as_str().unwrap().len(), 10);
}

/// Every kind that has a table is listed, with all that it has in its columns.
#[test]
fn every_kind_is_listed() {
    for kind in [
        "plan",
        "phase",
        "volume",
        "pillar",
        "dimension",
        "policy",
        "opd",
        "program",
        "rpjmd",
        "mission",
        "goal",
        "priority",
        "council",
        "stakeholder",
        "law",
        "district",
        "need",
        "readiness",
        "abbreviation",
        "proposal",
        "evaluation",
    ] {
        let (status, rows, told) = shipped(&[kind]);
        assert_eq!((status, told.as_str()), (0, ""), "{kind}");
        assert!(rows.lines().count() > 1, "{kind}: {rows}");
    }
}

#[test]
fn what_cannot_be_listed_is_told_with_what_can() {
    for (arguments, expected) in [
        (
            &["progam"][..],
            "error: there is no kind of entry `progam` that could be listed\n  help: did you mean `program`?\n",
        ),
        (
            &["pilar"],
            "error: there is no kind of entry `pilar` that could be listed\n  help: did you mean `pillar`?\n",
        ),
        (
            &["program.budgt"],
            "error: `program` has no list `budgt`\n  help: did you mean `budget`?\n",
        ),
        (
            &["program", "--columns", "tota"],
            "error: there is no column `tota`\n  help: did you mean `total`?\n",
        ),
        (
            &["program", "--sort", "-jumlah"],
            "error: there is no column `jumlah`\n",
        ),
        (
            &["program", "--where", "pillar = governance dan total > 1"],
            "error: at character 21 of `pillar = governance dan total > 1`\n  help: `dan` means nothing here; did you mean `and`?\n",
        ),
        (
            &["program", "--where", "total > 1.000.000.000"],
            "error: `1.000.000.000` cannot be compared with a value of `total`\n  help: write `1_000_000_000`\n",
        ),
        (
            &["program", "--where", "total > 1,000,000.50"],
            "error: `1,000,000.50` cannot be compared with a value of `total`\n  help: ",
        ),
        (
            &["program", "--where", "total > 1,000,000"],
            "error: `1,000,000` cannot be compared with a value of `total`\n  help: write `1_000_000`\n",
        ),
        (
            &["program", "--where", "total > 1 and status < running"],
            "error: values of `status` have no order\n  help: compare them by `=` or `!=`; several are joined by `or`\n",
        ),
        (
            &["program", "--where", "quick-win >= true"],
            "error: values of `quick-win` have no order\n",
        ),
        (
            &["program", "--where", "status = runing"],
            "error: `status` is never `runing`\n  help: did you mean `running`?\n",
        ),
        (
            &[
                "opd.ceiling",
                "--where",
                "opd.kind = dinass and year = 2026",
            ],
            "error: `opd.kind` is never `dinass`\n  help: did you mean `dinas`?\n",
        ),
        (
            &["chapter"],
            "error: there is no kind of entry `chapter` that could be listed\n  help: there are: abbreviation, council, ",
        ),
        (
            &["program", "--where", "pilar = governance"],
            "error: there is no column `pilar`\n  help: did you mean `pillar`?\n",
        ),
    ] {
        let mut all = arguments.to_vec();
        all.extend(["--language", "en"]);
        let (status, rows, told) = shipped(&all);
        assert_eq!((status, rows.as_str()), (2, ""), "{arguments:?}");
        assert!(told.starts_with(expected), "{arguments:?}: {told}");
    }
}

/// Numbers in texts, such as those of laws, are compared and sorted by what they count.
#[test]
fn numbers_in_texts_have_their_order() {
    let sandbox = Sandbox::new();
    let law = |id: &str, number: &str| {
        format!(
            "[[law]]\nid = \"{id}\"\nkind = \"perpres\"\nnumber = \"{number}\"\nyear = 2017\ntitle = \"Hal {id}\"\n"
        )
    };
    let laws = [law("a", "100"), law("b", "9"), law("c", "59")].concat();
    sandbox.write("registry/lagi.toml", laws);
    let numbers = |filter: &str| {
        let run = sandbox.run(&[
            "list",
            "law",
            "--columns",
            "number",
            "--sort",
            "number",
            "--format",
            "csv",
            "--where",
            &format!("year = 2017 and {filter}"),
        ]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.stdout
    };
    assert_eq!(numbers("number < 59"), "number\r\n9\r\n");
    assert_eq!(numbers("number >= 9"), "number\r\n9\r\n59\r\n100\r\n");
    assert_eq!(numbers("number = 100"), "number\r\n100\r\n");
}

/// A sum that lacks an amount is told to.
#[test]
fn what_could_not_be_read_is_told() {
    let sandbox = Sandbox::new();
    let path = "opd/diskominfo/programs/layanan-aduan.toml";
    sandbox.edit(path, "amount = 150_000_000", "amount = \"banyak\"");
    let run = sandbox.run(&["list", "program", "--columns", "total", "--format", "csv"]);
    assert_eq!(
        (run.status, run.stdout.as_str()),
        (1, "total\r\n175000000\r\n")
    );
    assert_eq!(
        run.stderr,
        "tidak semuanya terbaca, dan jumlah mungkin kurang; `ambonplan check` menunjukkan yang salah\n"
    );
}

/// The parts of an outline are values of their own, and an item is named by its own id.
#[test]
fn lists_of_values_are_compared_one_by_one() {
    let (status, rows, _) = shipped(&["volume", "--where", "front = cover", "--columns", "id"]);
    assert_eq!(status, 0);
    assert!(rows.lines().count() > 1, "{rows}");
    let (_, rows, _) = shipped(&[
        "evaluation.finding",
        "--format",
        "csv",
        "--columns",
        "evaluation,id,text",
    ]);
    assert!(rows.starts_with("evaluation,id,text\r\n20"), "{rows}");
}

/// As often as an id chooses something, its address chooses the same, whatever the column of
/// references: the id of the entry itself and that of the owner of an item, too.
#[test]
fn a_reference_is_compared_by_its_id_or_by_its_address() {
    for (what, column, kind, id) in [
        ("program", "id", "program", "layanan-112"),
        ("program", "pillar", "pillar", "governance"),
        ("program", "opd", "opd", "diskominfo"),
        ("program.budget", "program", "program", "layanan-112"),
        ("program.budget", "program.id", "program", "layanan-112"),
        ("program.budget", "program.opd", "opd", "diskominfo"),
        ("opd", "id", "opd", "diskominfo"),
        ("policy", "pillar", "pillar", "governance"),
        (
            "evaluation.realised",
            "evaluation",
            "evaluation",
            "2026-06-30",
        ),
    ] {
        let rows = |value: &str| {
            let chosen = format!("{column} = {value}");
            let (status, rows, told) = shipped(&[what, "--where", &chosen, "--format", "csv"]);
            assert_eq!((status, told.as_str()), (0, ""), "{what}: {chosen}");
            rows
        };
        let by_id = rows(id);
        assert!(by_id.lines().count() > 1, "{what}: {column} = {id}");
        assert_eq!(rows(&format!("{kind}:{id}")), by_id, "{what}: {column}");
        assert_eq!(rows(&format!("'{kind}:{id}'")), by_id, "{what}: {column}");
    }
}

#[test]
fn an_id_of_no_entry_is_told_with_the_nearest() {
    for (what, filter, expected) in [
        (
            "program",
            "pillar = governace",
            "`pillar` is never `governace`\n  help: did you mean `governance`?",
        ),
        (
            "program",
            "opd = opd:diskominf",
            "`opd` is never `diskominf`\n  help: did you mean `diskominfo`?",
        ),
        (
            "program",
            "quick-win or not (id != layanan-113)",
            "`id` is never `layanan-113`\n  help: did you mean `layanan-112`?",
        ),
        (
            "program",
            "partners = opd:diskominf",
            "`partners` is never `opd:diskominf`\n  help: did you mean `opd:diskominfo`?",
        ),
        (
            "program",
            "partners = unpati",
            "`partners` is never `unpati`\n  help: did you mean `unpatti`?",
        ),
        (
            "program.budget",
            "program.pillar = governace",
            "`program.pillar` is never `governace`\n  help: did you mean `governance`?",
        ),
    ] {
        let (status, rows, told) = shipped(&[what, "--where", filter, "--language", "en"]);
        assert_eq!((status, rows.as_str()), (2, ""), "{filter}");
        assert_eq!(told, format!("error: {expected}\n"), "{filter}");
    }
    // An id in order or in part need not be one.
    let (status, rows, _) = shipped(&["program", "--where", "id > l and pillar contains gov"]);
    assert!(status == 0 && rows.lines().count() > 1, "{rows}");
    // What could not be read may have it.
    let sandbox = Sandbox::new();
    sandbox.write("opd/diskominfo/programs/lain.toml", "title = \"");
    let run = sandbox.run(&["list", "program", "--where", "id = lain-lagi"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
}

/// Only what a list could have and was not read counts, not whatever else is wrong.
#[test]
fn a_list_is_incomplete_only_where_it_may_lack_something() {
    let sandbox = Sandbox::new();
    let status = |what: &str| {
        let run = sandbox.run(&["list", what]);
        assert_eq!(run.status == 0, run.stderr.is_empty(), "{what}");
        run.status
    };
    let kinds = ["program", "program.budget", "law", "opd", "plan", "policy"];
    let statuses = || kinds.map(status);
    let chapter = "chapters/salah.md";
    sandbox.write(
        chapter,
        "---\ntitle: Salah\n---\n\n```ambonplan\nshow = \"programs\"\nwhere = \"pilar = a\"\n```\n",
    );
    assert_eq!(sandbox.run(&["check"]).status, 1);
    assert_eq!(statuses(), [0; 6]);

    let program = "opd/diskominfo/programs/layanan-aduan.toml";
    let whole = fs::read_to_string(sandbox.plan().join(program)).unwrap();
    for wrong in [
        whole.replace("amount = 150_000_000", "amount = \"banyak\""),
        whole.replacen("title = \"", "title = ", 1),
        whole.replace("pillar = \"governance\"", "pillar = \"lain\""),
    ] {
        assert_ne!(wrong, whole);
        sandbox.write(program, wrong);
        assert_eq!(statuses(), [1, 1, 0, 0, 0, 0]);
    }
    sandbox.write(program, whole);
    sandbox.write("registry/lain.toml", "[[law]\n");
    assert_eq!(statuses(), [0, 0, 1, 0, 0, 0]);
    sandbox.write(
        "registry/lain.toml",
        "[[law]]\nid = \"satu\"\nyear = \"dulu\"\n",
    );
    assert_eq!(statuses(), [0, 0, 1, 0, 0, 0]);
}

/// A column is there if a value can be in it: tables in items have theirs behind a dot, and
/// entries with addresses of their own are no columns of others.
#[test]
fn no_column_is_always_empty() {
    let (status, rows, told) = shipped(&[
        "program",
        "--where",
        "indicator.baseline.value > 5 and id = layanan-112",
        "--columns",
        "id,indicator.baseline.value,indicator.baseline.year",
        "--format",
        "csv",
    ]);
    assert_eq!((status, told.as_str()), (0, ""));
    let row = rows.lines().nth(1).unwrap();
    assert!(row.split(',').all(|cell| !cell.is_empty()), "{rows}");
    for (what, column) in [
        ("program", "indicator.baseline"),
        ("pillar", "dimension.name"),
        ("pillar", "policy.text"),
        ("plan", "phase.name"),
        ("plan", "volume.id"),
        ("plan", "policy.achievement"),
        ("plan", "policy.units"),
        ("plan", "accepted.change"),
    ] {
        let (status, _, told) = shipped(&[what, "--columns", column, "--language", "en"]);
        assert_eq!(status, 2, "{column}");
        let message = format!("error: there is no column `{column}`\n");
        assert!(told.starts_with(&message), "{told}");
        let filter = format!("{column} = a");
        assert_eq!(shipped(&[what, "--where", &filter]).0, 2, "{column}");
    }
}

/// A kind without lists of items has nothing to choose from but itself.
#[test]
fn a_list_that_is_not_there_is_told_with_what_is() {
    for (what, meant) in [
        ("abbreviation.x", "abbreviation"),
        ("law.budget", "law"),
        ("pillar.dimension", "dimension"),
        ("plan.phase", "phase"),
        ("program.activities", "activity"),
    ] {
        let (status, _, told) = shipped(&[what, "--language", "en"]);
        assert_eq!(status, 2, "{what}");
        let hint = format!("\n  help: did you mean `{meant}`?\n");
        assert!(told.ends_with(&hint), "{what}: {told}");
    }
}
