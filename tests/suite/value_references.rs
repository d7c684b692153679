//! References in narrative that print a value of the plan, or are held against one.

use std::fs;

use crate::sandbox::{Sandbox, Site, copy};

const TEXT: &str = "chapters/pendahuluan.md";

/// A plan with two pillars, two OPD, two phases and three programmes, and a text.
fn with_text(text: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "plan.toml",
        "[[phase]]\nid = \"pertama\"\nname = \"Tahap pertama\"\nstart = 2026\nend = 2030\n",
        "[[phase]]\nid = \"pertama\"\nname = \"Tahap pertama\"\nstart = 2026\nend = 2027\n\n\
         [[phase]]\nid = \"kedua\"\nname = \"Tahap kedua\"\nstart = 2028\nend = 2030\n",
    );
    sandbox.write(
        "pillars/economy/pillar.toml",
        "name = \"Smart Economy\"\ncode = \"ECO\"\norder = 2\nperson-in-charge = \"dishub\"\n\
         last-number = 2\n\n[[dimension]]\nid = \"niaga\"\nname = \"Niaga\"\n",
    );
    let opd = fs::read_to_string(sandbox.plan().join("opd/diskominfo/opd.toml")).unwrap();
    let opd = opd
        .replace("Dinas Komunikasi dan Informatika", "Dinas Perhubungan")
        .replace("Diskominfo", "Dishub")
        .replace("Sitti Rahma", "Rahma Sitti");
    sandbox.write("opd/dishub/opd.toml", opd);
    sandbox.write(
        "opd/dishub/programs/terminal.toml",
        program(
            1,
            "2028-01-01",
            "
[[budget]]
year = 2028
source = \"apbn\"
amount = 1_254_000_000

[[budget]]
year = 2029
source = \"apbd-kota\"
amount = 996_500

[[indicator]]
name = \"Warga yang naik angkutan\"
unit = \"orang\"
kind = \"outcome\"
direction = \"up\"
baseline = { year = 2027, value = 12_500, source = \"contoh\" }
targets = { 2028 = 14_000, 2029 = 15_250.5 }

[[indicator]]
name = \"Warga yang puas\"
unit = \"%\"
kind = \"outcome\"
direction = \"up\"
baseline = { year = 2027, value = 52, source = \"contoh\" }
targets = { 2028 = 60, 2029 = 75.50 }
",
        ),
    );
    sandbox.write(
        "opd/dishub/programs/halte.toml",
        program(
            2,
            "2029-01-01",
            "
[[budget]]
year = 2029
source = \"apbd-kota\"
amount = 90_000_000
",
        ),
    );
    sandbox.write(TEXT, format!("# Pendahuluan\n\n{text}\n"));
    sandbox
}

fn program(number: u32, start: &str, rest: &str) -> String {
    format!(
        "title = \"Program {number}\"\nnumber = {number}\npillar = \"economy\"\n\
         dimension = \"niaga\"\nstatus = \"proposed\"\nstart = {start}\nend = 2029-12-31\n\
         summary = \"Warga dilayani.\"\nsupports = [\"goal:layanan-publik\"]\n{rest}"
    )
}

/// Everything that a reference can ask for, and what it prints in Indonesian.
const VALUES: &[(&str, &str)] = &[
    ("plan/budget", "Rp1,67 miliar"),
    ("plan/budget?form=full", "Rp1.669.996.500"),
    ("plan/budget?form=number", "1.669.996.500"),
    ("plan/budget/2026", "Rp150 juta"),
    ("plan/budget/2030", "Rp0"),
    ("plan/programs", "3"),
    ("plan/quick-wins", "1"),
    ("plan/indicators", "3"),
    ("plan/opds", "2"),
    ("plan/pillars", "2"),
    ("plan/dimensions", "2"),
    ("plan/phases", "2"),
    ("plan/goals", "1"),
    ("plan/priorities", "0"),
    ("plan/districts", "0"),
    ("plan/start", "2026"),
    ("plan/end", "2030"),
    ("pillar:economy/budget", "Rp1,34 miliar"),
    ("pillar:economy/budget/2029", "Rp91 juta"),
    ("pillar:economy/programs", "2"),
    ("pillar:economy/quick-wins", "0"),
    ("pillar:economy/indicators", "2"),
    ("pillar:economy/opds", "1"),
    ("pillar:economy/dimensions", "1"),
    ("dimension:pelayanan-publik/budget", "Rp325 juta"),
    ("dimension:niaga/programs", "2"),
    ("dimension:niaga/opds", "1"),
    ("opd:dishub/budget/2028", "Rp1,25 miliar"),
    ("opd:dishub/programs", "2"),
    ("opd:diskominfo/quick-wins", "1"),
    ("phase:pertama/budget", "Rp325 juta"),
    ("phase:kedua/budget/2029", "Rp91 juta"),
    ("phase:kedua/programs", "2"),
    ("phase:kedua/opds", "1"),
    ("phase:kedua/start", "2028"),
    ("phase:kedua/end", "2030"),
    ("source:apbn/budget", "Rp1,25 miliar"),
    ("source:apbn/programs", "1"),
    ("source:apbd-kota/opds", "2"),
    ("source:hibah/budget", "Rp0"),
    ("program:terminal/budget/2029", "Rp996.500"),
    ("program:terminal/budget", "Rp1,25 miliar"),
    ("program:terminal/indicators", "2"),
    ("program:terminal/start", "1 Januari 2028"),
    ("program:terminal/end?form=short", "2029"),
    ("program:terminal/indicator/1/baseline", "12.500 orang"),
    (
        "program:terminal/indicator/warga-yang-naik/target/2029",
        "15.250,5 orang",
    ),
    (
        "program:terminal/indicator/warga-yang-naik-angkutan/target/2028?form=number",
        "14.000",
    ),
    (
        "program:terminal/indicator/warga-yang-puas/target/2029",
        "75,50%",
    ),
    (
        "program:layanan-aduan/indicator/aduan/baseline",
        "52 persen",
    ),
];

/// A text with all of them, and what it prints.
fn all_values() -> (String, String) {
    let (mut text, mut printed) = (String::new(), String::new());
    for (at, (value, told)) in VALUES.iter().enumerate() {
        text.push_str(&format!("N{at} <value:{value}> lalu\n"));
        printed.push_str(&format!("N{at} {told} lalu "));
    }
    (text, printed)
}

#[test]
fn every_value_prints_in_the_book_and_on_pages() {
    let (text, printed) = all_values();
    let sandbox = with_text(&text);
    let told = sandbox.told();
    let wrong: Vec<&String> = told.iter().filter(|line| line.contains(TEXT)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let book = sandbox.build(&[]);
    book.assert_has(printed.trim_end());
    let site = Site::of(&sandbox.plan(), &[]);
    site.letters().assert_has(printed.trim_end());
}

#[test]
fn values_print_in_the_language_of_the_book() {
    let sandbox = with_text(
        "It needs <value:plan/budget>, <value:plan/budget?form=full>, \
         <value:program:terminal/indicator/1/target/2029> by <value:program:terminal/end>.",
    );
    sandbox.edit(
        "plan.toml",
        "status = \"draft\"",
        "status = \"draft\"\nlanguage = \"en\"",
    );
    let book = sandbox.build(&["--only", "chapter:pendahuluan"]);
    book.assert_has("Rp1.67 billion, Rp1,669,996,500, 15,250.5 orang by 31 December 2029.");
}

#[test]
fn a_value_jumps_to_the_entry_whose_it_is() {
    let plain = with_text("Tanpa nilai.");
    let linked = with_text(
        "Dengan <value:program:terminal/budget>, <value:pillar:economy/programs> dan \
         [sejumlah program](value:opd:dishub/programs).",
    );
    let of_plan = with_text("Dengan <value:plan/budget> dan <value:source:apbn/budget>.");
    let count = |sandbox: &Sandbox| sandbox.build(&[]).links().len();
    let before = count(&plain);
    assert_eq!(count(&of_plan), before);
    assert!(count(&linked) > before);
    let site = Site::of(&linked.plan(), &[]);
    let pages = site.pages();
    let selector = scraper::Selector::parse("main a").unwrap();
    let links = pages.values().flat_map(|page| page.select(&selector));
    let links = links.map(|link| link.text().collect::<String>().replace('\u{a0}', " "));
    let links: Vec<String> = links.collect();
    for words in ["Rp1,25 miliar", "sejumlah program"] {
        assert!(links.iter().any(|link| link == words), "{words}: {links:?}");
    }
}

#[test]
fn values_print_wherever_references_do() {
    let sandbox = with_text(
        "## Dana <value:plan/budget>\n\n\
         | Pilar | Dana |\n|---|---:|\n| <pillar:economy> | <value:pillar:economy/budget> |\n\n\
         Catatan[^dana] dan **<value:plan/programs>** program, \
         [](value:plan/pillars) pilar.\n\n\
         [^dana]: Dari <value:source:apbn/budget>.\n",
    );
    let book = sandbox.build(&[]);
    book.assert_has("Dana Rp1,67 miliar");
    book.assert_has("Smart Economy Rp1,34 miliar");
    book.assert_has("3 program, 2 pilar.");
    book.assert_has("Dari Rp1,25 miliar.");
}

#[test]
fn the_words_of_a_reference_stay_and_are_held_against_the_data() {
    let sandbox = with_text(
        "Memerlukan [hampir Rp1,7 miliar](value:plan/budget), [Rp1,67](value:plan/budget) miliar, [kira-kira \
         segitu](value:plan/budget) dan [Rp2,5 miliar](value:plan/budget).",
    );
    let told = sandbox
        .run(&["check", "--language", "en", "--format", "human"])
        .stdout;
    let expected = "warning[TXT066 contradicted-value]: the data say otherwise than “Rp2,5 miliar”";
    assert_eq!(
        told.matches("TXT066 contradicted-value").count(),
        1,
        "{told}"
    );
    assert!(told.contains(expected), "{told}");
    assert!(told.contains("they say Rp1,669,996,500"), "{told}");
    assert!(told.contains("`<value:plan/budget>`"), "{told}");
    let release = sandbox.run(&[
        "check",
        "--language",
        "en",
        "--release",
        "--format",
        "short",
    ]);
    assert!(
        release
            .stdout
            .lines()
            .any(|line| line.contains("error") && line.contains("TXT066")),
        "{}",
        release.stdout
    );
    let book = sandbox.build(&[]);
    book.assert_has(
        "Memerlukan hampir Rp1,7 miliar, Rp1,67 miliar, kira-kira segitu dan Rp2,5 miliar.",
    );
}

#[test]
fn what_is_not_understood_elsewhere_contradicts_nothing() {
    let sandbox = with_text(
        "Memerlukan [Rp2,5 miliar](value:plan/budget), \
         <value:program:halte/budget> dan <value:program:halte/indicator/1/baseline>.",
    );
    sandbox.edit("opd/dishub/programs/halte.toml", "90_000_000", "\"banyak\"");
    let told = sandbox.told();
    let follows: Vec<&String> = told
        .iter()
        .filter(|line| line.contains("TXT066") || line.contains("no budget"))
        .collect();
    assert!(follows.is_empty(), "{told:?}");
}

#[test]
fn rename_renames_the_ids_in_values() {
    let sandbox = with_text(
        "<value:program:terminal/budget>, [segitu](value:program:terminal/indicator/2/baseline), \
         <value:program:terminal/end?form=short>, <value:phase:kedua/budget>, \
         <value:program:terminal-lama/budget>, [ini][satu].\n\n\
         [satu]: value:program:terminal/budget/2029",
    );
    sandbox.write(
        "opd/dishub/programs/terminal-lama.toml",
        program(
            3,
            "2029-01-01",
            "\n[[budget]]\nyear = 2029\nsource = \"apbn\"\namount = 5\n",
        ),
    );
    sandbox.edit(
        "pillars/economy/pillar.toml",
        "last-number = 2",
        "last-number = 3",
    );
    for (entry, id) in [("program:terminal", "stasiun"), ("phase:kedua", "lanjutan")] {
        let run = sandbox.run(&["rename", entry, id, "--language", "en"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
    }
    let text = fs::read_to_string(sandbox.plan().join(TEXT)).unwrap();
    assert_eq!(
        text,
        "# Pendahuluan\n\n\
         <value:program:stasiun/budget>, [segitu](value:program:stasiun/indicator/2/baseline), \
         <value:program:stasiun/end?form=short>, <value:phase:lanjutan/budget>, \
         <value:program:terminal-lama/budget>, [ini][satu].\n\n\
         [satu]: value:program:stasiun/budget/2029\n"
    );
}

#[test]
fn other_commands_take_values_as_they_are() {
    let sandbox = with_text(&all_values().0);
    let text = fs::read_to_string(sandbox.plan().join(TEXT)).unwrap();
    assert_eq!(sandbox.run(&["fmt"]).status, 0);
    assert_eq!(sandbox.run(&["check", "--fix"]).status, 0);
    assert_eq!(fs::read_to_string(sandbox.plan().join(TEXT)).unwrap(), text);
    assert_eq!(sandbox.run(&["list", "program"]).status, 0);
}

#[test]
fn a_value_that_changed_is_seen_where_it_prints() {
    let sandbox = with_text(
        "Sebelum ini <value:program:terminal/indicator/2/baseline> warga puas, \
         lalu <value:program:terminal/budget> dibelanjakan.",
    );
    copy(&sandbox.plan(), &sandbox.root().join("lama"));
    sandbox.edit(
        "opd/dishub/programs/terminal.toml",
        "1_254_000_000",
        "1_500_000_000",
    );
    let told = |sandbox: &Sandbox| {
        let run = sandbox.run(&["diff", "lama", "plan", "--language", "en"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.stdout
    };
    // The data are told, and no text was written anew.
    assert!(
        !told(&sandbox).contains("narrative changed"),
        "{}",
        told(&sandbox)
    );
    let book = sandbox.build(&["--changes-since", "lama"]);
    book.assert_has("lalu Rp1,25 Rp1,5 miliar dibelanjakan.");
    sandbox.edit(TEXT, "Sebelum ini", "Dahulu");
    let told = told(&sandbox);
    let words = "[-Sebelum ini-] {+Dahulu+} 52% warga puas, lalu [-Rp1.25-] {+Rp1.5+} billion";
    assert!(told.contains(words), "{told}");
}

#[test]
fn a_value_of_an_entry_with_another_id_is_no_change_of_the_text() {
    let sandbox = with_text("Terminal memerlukan <value:program:terminal/budget>.");
    copy(&sandbox.plan(), &sandbox.root().join("lama"));
    let run = sandbox.run(&["rename", "program:terminal", "stasiun"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let run = sandbox.run(&["diff", "lama", "plan", "--language", "en"]);
    assert!(run.stdout.contains("stasiun"), "{}", run.stdout);
    assert!(!run.stdout.contains("narrative changed"), "{}", run.stdout);
}
