//! Every key that holds a text is printed, judged as prose or as a name, or not a text for
//! readers. The readers of the files tell which keys there are: one that is forgotten fails
//! here.

use std::collections::{BTreeMap, BTreeSet};

use ambonplan::check::Options;
use ambonplan::model::EntryKind;
use ambonplan::model::shape::{FileKind, Shape, Table};
use ambonplan::project;
use lopdf::Object;

use scraper::Selector;

use crate::sandbox::{Letters, Sandbox, Site};

/// Keys whose texts are ids, references, codes, paths and settings.
const NO_TEXT: &[(&str, &[&str])] = &[
    ("plan", &["emblem", "map"]),
    ("plan-policy", &["units"]),
    ("plan-phase", &["id"]),
    ("plan-volume", &["id", "front", "body", "annex"]),
    ("plan-exception", &["rule", "entry", "reason"]),
    ("plan-accepted", &["change", "reason", "by"]),
    ("pillar", &["code", "color", "person-in-charge"]),
    ("pillar-dimension", &["id"]),
    ("pillar-policy", &["id", "dimension"]),
    ("opd", &["code", "fields"]),
    ("opd-head", &["nip"]),
    (
        "program",
        &[
            "pillar",
            "dimension",
            "also",
            "code",
            "answers",
            "depends-on",
            "districts",
            "laws",
        ],
    ),
    ("program-activity", &["code", "districts"]),
    ("program-sub", &["code", "districts"]),
    ("program-budget", &["opd", "indicator"]),
    ("mission", &["id"]),
    ("goal", &["id", "mission"]),
    ("priority", &["id"]),
    ("member", &["opd", "stakeholder"]),
    ("stakeholder", &["id"]),
    ("law", &["id", "by", "number"]),
    ("district", &["id"]),
    ("need", &["id", "pillar"]),
    ("readiness", &["id"]),
    ("proposal", &["pillar"]),
    ("evaluation-realised", &["program", "indicator"]),
    ("evaluation-finding", &["id", "program", "opd"]),
    (
        "embed",
        &[
            "id",
            "pillar",
            "dimension",
            "opd",
            "district",
            "phase",
            "where",
        ],
    ),
];

/// Those of them that are printed all the same.
const PRINTED_CODES: &[&str] = &[
    "2.16.03.9.99",
    "2.16.9.01",
    "2.21",
    "198001012005011002",
    "987",
];

/// Keys whose texts are names: they stand as they are, and are no prose.
const NAMES: &[(&str, &[&str])] = &[
    (
        "plan",
        &[
            "city",
            "province",
            "title",
            "revision",
            "place",
            "emblem-alt",
        ],
    ),
    ("plan-volume", &["title"]),
    ("decree", &["title", "number"]),
    ("pillar", &["name"]),
    ("pillar-dimension", &["name"]),
    ("opd", &["name", "abbreviation"]),
    ("opd-head", &["position", "name"]),
    ("opd-commitment", &["document"]),
    ("program-indicator", &["unit"]),
    ("program-baseline", &["source"]),
    ("rpjmd", &["title"]),
    ("council", &["name"]),
    ("member", &["institution", "position"]),
    ("stakeholder", &["name"]),
    ("district", &["name"]),
    ("law", &["title", "issuer"]),
    ("abbreviation", &["short", "long"]),
    ("proposal", &["by", "workshop"]),
    ("front-matter", &["authors", "reviewer"]),
    ("embed", &["by"]),
];

/// A plan with a text behind every key, each in place of an `@`.
const FILES: &[(&str, &str)] = &[
    (
        "plan.toml",
        r#"city = "@"
province = "@"
title = "@"
subtitle = "@"
period = { start = 2026, end = 2030 }
revision = "@"
date = 2026-11-24
place = "@"
emblem = "assets/a.svg"
emblem-alt = "@"

[decree]
title = "@"
number = "@"
date = 2026-10-01

[policy]
units = ["persen"]

[policy.achievement]
bands = [
    { from = 90, name = "@" },
    { from = 0, name = "@", follow-up = "@" },
]

[[exception]]
rule = "flat-target"
entry = "plan.toml"
reason = "Lain."

[[accepted]]
change = "0123456789abcdef"
reason = "Lain."
by = "Lain"
date = 2026-10-01

[[phase]]
id = "satu"
name = "@"
start = 2026
end = 2030
description = "@"

[[volume]]
id = "semua"
title = "@"
front = ["cover", "approval", "commitments", "contents", "list-of-tables", "list-of-figures", "abbreviations"]
body = ["chapter:pendahuluan", "legal-basis", "readiness", "vision", "strategy", "pillars", "quick-wins", "road-map", "governance", "proposals", "evaluation", "opd", "budget"]
annex = ["action-matrix", "opd-list", "index"]
"#,
    ),
    (
        "assets/a.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>",
    ),
    (
        "pillars/governance/pillar.toml",
        r##"name = "@"
subtitle = "@"
code = "GOV"
order = 1
color = "#1d5b8f"
person-in-charge = "diskominfo"
goal = "@"

[[dimension]]
id = "layanan"
name = "@"
description = "@"

[[policy]]
id = "terpadu"
text = "@"
dimension = "layanan"
"##,
    ),
    (
        "opd/diskominfo/opd.toml",
        r#"name = "@"
abbreviation = "@"
kind = "dinas"
code = "2.16.9.01"
fields = ["2.21"]
summary = "@"
source = "@"

[head]
position = "@"
name = "@"
nip = "198001012005011002"

[commitment]
status = "signed"
date = 2026-10-01
document = "@"
"#,
    ),
    (
        "opd/diskominfo/programs/aduan.toml",
        r#"title = "@"
number = 1
pillar = "governance"
dimension = "layanan"
also = []
code = "2.16.03"
status = "running"
start = 2026-01-01
end = 2027-12-31
quick-win = false
source = "@"
summary = "@"
supports = ["goal:mutu"]
answers = ["usul"]
depends-on = []
districts = ["sirimau"]
laws = ["uu-1"]

[[activity]]
title = "@"
code = "2.16.03.9.99"
output = "@"
districts = ["sirimau"]
target-group = "@"
person-in-charge = "@"

[[activity.sub]]
title = "@"
code = "2.16.03.9.99.0001"
output = "@"
districts = ["sirimau"]
target-group = "@"
person-in-charge = "@"

[[activity.sub.indicator]]
name = "@"
unit = "@"
kind = "output"
direction = "up"
baseline = { year = 2025, value = 1, source = "@" }
targets = { 2026 = 2 }
measured-by = "@"

[[activity.sub.budget]]
year = 2026
source = "apbd-kota"
amount = 1_000_000
opd = "diskominfo"

[[budget]]
year = 2026
source = "apbd-kota"
amount = 1_000_000

[[indicator]]
name = "@"
unit = "@"
kind = "outcome"
direction = "up"
baseline = { year = 2025, value = 1, source = "@" }
targets = { 2026 = 2, 2027 = 3 }
measured-by = "@"

[[risk]]
text = "@"
mitigation = "@"
"#,
    ),
    (
        "registry/a.toml",
        r#"[rpjmd]
title = "@"
vision = "@"
source = "@"

[[mission]]
id = "melayani"
text = "@"
source = "@"

[[goal]]
id = "mutu"
text = "@"
mission = "melayani"
source = "@"

[[priority]]
id = "utama"
number = 1
text = "@"
source = "@"

[council]
name = "@"

[council.decree]
title = "@"
number = "@"
date = 2026-10-01

[[member]]
institution = "@"
element = "opd"
role = "ketua"
position = "@"
opd = "diskominfo"

[[member]]
institution = "@"
element = "akademisi"
role = "anggota"
stakeholder = "kampus"

[[stakeholder]]
id = "kampus"
name = "@"
element = "akademisi"
role = "@"
source = "@"

[[law]]
id = "uu-1"
kind = "perda"
issuer = "@"
number = "987"
year = 2014
title = "@"
status = "amended"
by = "uu-2"

[[law]]
id = "uu-2"
kind = "uu"
number = "9"
year = 2015
title = "@"

[[district]]
id = "sirimau"
name = "@"
source = "@"

[[need]]
id = "tenaga"
text = "@"
pillar = "governance"

[[readiness]]
id = "jaringan"
element = "infrastruktur"
aspect = "@"
current = 1
target = 2
gap = "@"
evidence = "@"

[[abbreviation]]
short = "@"
long = "@"
"#,
    ),
    (
        "proposals/usul.toml",
        r#"title = "@"
by = "@"
workshop = "@"
pillar = "governance"
status = "adopted"
reason = "@"
summary = "@"
"#,
    ),
    (
        "proposals/usul-lain.toml",
        "title = \"@\"\nby = \"@\"\nstatus = \"declined\"\nreason = \"@\"\n",
    ),
    (
        "evaluations/2026-11-01.toml",
        r#"title = "@"
status = "done"
scope = "@"
score = 3
source = "@"

[[realised]]
program = "aduan"
indicator = "lain"
year = 2026
value = 2

[[finding]]
id = "lambat"
text = "@"
status = "open"
program = "aduan"
opd = "diskominfo"
follow-up = "@"
deadline = 2027-01-01
"#,
    ),
    (
        "chapters/pendahuluan.md",
        r#"+++
title = "@"
authors = ["@", "@"]
status = "reviewed"
reviewer = "@"
+++

## Bagian

```ambonplan
show = "programs"
caption = "@"
id = "tabel"
pillar = "governance"
dimension = "layanan"
opd = "diskominfo"
district = "sirimau"
phase = "satu"
where = "pillar = governance"
```

```ambonplan
show = "dateline"
by = "@"
```
"#,
    ),
    (
        "opd/diskominfo/profil.md",
        "+++\nauthors = [\"@\"]\nreviewer = \"@\"\n+++\n\nTeks profil.\n",
    ),
    (
        "pillars/governance/strategi.md",
        "+++\nreviewer = \"@\"\n+++\n\nTeks strategi.\n",
    ),
];

/// A text of the plan: where it stands, and the key behind which it does.
struct Text {
    table: &'static str,
    key: String,
    value: String,
    path: &'static str,
    line: usize,
}

/// Writes the plan, with the word of a number in place of each `@`; returns its texts.
fn write(sandbox: &Sandbox, word: impl Fn(usize) -> String) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut number = 0;
    for (path, template) in FILES {
        let mut filled = String::new();
        let mut parts = template.split('@');
        filled.push_str(parts.next().unwrap());
        for part in parts {
            filled.push_str(&word(number));
            filled.push_str(part);
            number += 1;
        }
        // An evaluation names an indicator by its name, which is a text of a programme.
        if path.starts_with("evaluations") {
            let named = |text: &&Text| text.table == "program-indicator" && text.key == "name";
            let name = &texts.iter().find(named).unwrap().value;
            filled = filled.replace("indicator = \"lain\"", &format!("indicator = \"{name}\""));
        }
        for (kind, toml) in parts_of(path, &filled) {
            let value: toml::Table = toml.parse().unwrap();
            collect(
                &toml::Value::Table(value),
                &kind.table(),
                &mut |table, key, value| {
                    let line = filled.lines().position(|line| line.contains(value));
                    texts.push(Text {
                        table,
                        key: key.to_owned(),
                        value: value.to_owned(),
                        path,
                        line: line.unwrap() + 1,
                    });
                },
            );
        }
        sandbox.write(path, filled);
    }
    texts
}

/// The TOML of a file, by kind.
fn parts_of<'f>(path: &str, text: &'f str) -> Vec<(FileKind, &'f str)> {
    let role = ambonplan::source::Role::of(path);
    match FileKind::of(&role) {
        Some(kind) => vec![(kind, text)],
        None if role.is_narrative() => {
            let front = text.split("+++\n").nth(1).unwrap();
            let blocks = text.split("```ambonplan\n").skip(1);
            let blocks = blocks.map(|block| block.split("```").next().unwrap());
            std::iter::once((FileKind::FrontMatter, front))
                .chain(blocks.map(|block| (FileKind::Embed, block)))
                .collect()
        }
        None => Vec::new(),
    }
}

fn collect(value: &toml::Value, table: &Table, add: &mut impl FnMut(&'static str, &str, &str)) {
    for (key, value) in value.as_table().unwrap() {
        let shape = table.shape(key).unwrap();
        match (shape, value) {
            (Shape::Text, value) => add(table.name, key, value.as_str().unwrap()),
            (Shape::Table(inner), value) => collect(value, inner, add),
            (Shape::List(item), toml::Value::Array(values)) => {
                for value in values {
                    match &**item {
                        Shape::Text => add(table.name, key, value.as_str().unwrap()),
                        Shape::Table(inner) => collect(value, inner, add),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

/// Every key that holds texts, as the readers tell.
fn keys() -> BTreeSet<(&'static str, &'static str)> {
    fn add(table: &Table, keys: &mut BTreeSet<(&'static str, &'static str)>) {
        for key in &table.keys {
            let shape = match &key.shape {
                Shape::List(item) => item,
                shape => shape,
            };
            match shape {
                Shape::Text => {
                    keys.insert((table.name, key.name));
                }
                Shape::Table(inner) => add(inner, keys),
                _ => {}
            }
        }
    }
    let mut keys = BTreeSet::new();
    for kind in FileKind::ALL {
        add(&kind.table(), &mut keys);
    }
    keys
}

fn lists(list: &[(&'static str, &[&'static str])], table: &str, key: &str) -> bool {
    let mut tables = list.iter();
    tables.any(|(name, keys)| *name == table && keys.contains(&key))
}

/// A word that no other text has: of small letters, so that no rule takes it for more.
fn word(number: usize) -> String {
    let letter = |value: usize| char::from(b'a' + u8::try_from(value % 26).unwrap());
    format!("Xe{}{}qux", letter(number / 26), letter(number))
}

#[test]
fn every_text_is_printed() {
    let sandbox = Sandbox::empty();
    let texts = write(&sandbox, word);
    let used: BTreeSet<(&str, &str)> = texts
        .iter()
        .map(|text| (text.table, text.key.as_str()))
        .collect();
    let is_missing = |(table, key): &(&str, &str)| {
        !used.contains(&(*table, *key)) && !lists(NO_TEXT, table, key)
    };
    let missing: Vec<_> = keys().into_iter().filter(is_missing).collect();
    assert!(
        missing.is_empty(),
        "give the plan above a text for {missing:?}"
    );
    for (table, names) in NO_TEXT.iter().chain(NAMES) {
        for key in *names {
            assert!(keys().contains(&(table, key)), "there is no {table}.{key}");
        }
    }
    let book = sandbox.build(&[]);
    let letters = book.letters();
    // What describes a picture is read out instead.
    let alternative: Vec<String> = book
        .document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok())
        .filter_map(|alt| match alt {
            Object::String(bytes, _) => Some(
                lopdf::decode_text_string(&Object::String(
                    bytes.clone(),
                    lopdf::StringFormat::Literal,
                ))
                .unwrap_or_default(),
            ),
            _ => None,
        })
        .collect();
    assert_all(&texts, &letters, &alternative);
    let site = Site::of(&sandbox.plan(), &[]);
    let pages = site.pages();
    let pictures = Selector::parse("img").unwrap();
    let pictures = pages.values().flat_map(|page| page.select(&pictures));
    let told = pictures.filter_map(|picture| picture.value().attr("alt"));
    let told: Vec<String> = told.map(str::to_owned).collect();
    assert_all(&texts, &site.letters(), &told);
}

/// Asserts that all texts for readers stand in a book, or describe one of its pictures.
fn assert_all(texts: &[Text], letters: &Letters, alternative: &[String]) {
    let mut unprinted = BTreeMap::new();
    for text in texts
        .iter()
        .filter(|text| !lists(NO_TEXT, text.table, &text.key))
    {
        let spoken = || alternative.iter().any(|alt| alt.contains(&text.value));
        // The cover prints names in capitals.
        let printed = letters.count(&text.value) + letters.count(&text.value.to_uppercase());
        if printed == 0 && !spoken() {
            let place = format!("{}:{}", text.path, text.line);
            unprinted.insert(place, format!("{}.{}", text.table, text.key));
        }
    }
    assert!(unprinted.is_empty(), "read and not printed: {unprinted:?}");
    for code in PRINTED_CODES {
        letters.assert_has(code);
    }
}

#[test]
fn every_text_is_judged_as_prose_unless_it_is_a_name() {
    let sandbox = Sandbox::empty();
    let texts = write(&sandbox, |number| format!("{} TODO", word(number)));
    let project = project::load(&sandbox.plan(), &Options::default()).unwrap();
    let found: BTreeSet<String> = project
        .findings
        .iter()
        .filter(|finding| finding.rule.name == "editor-mark")
        .map(|finding| {
            let place = project.tree.place(finding.span);
            place.rsplit_once(':').unwrap().0.to_owned()
        })
        .collect();
    for text in texts
        .iter()
        .filter(|text| !lists(NO_TEXT, text.table, &text.key))
    {
        let place = format!("{}:{}", text.path, text.line);
        let key = (text.table, text.key.as_str());
        // Names are looked at for such marks as well, but not all that are listed.
        let is_name = lists(NAMES, text.table, &text.key);
        assert!(found.contains(&place) || is_name, "{key:?} at {place}");
    }
}

/// An abbreviation is used wherever a text is printed, that of a name too.
#[test]
fn every_text_can_use_an_abbreviation() {
    let sandbox = Sandbox::empty();
    let short = |number: usize| word(number).to_uppercase();
    let texts = write(&sandbox, short);
    let mut registry = String::new();
    for text in &texts {
        let own = text.table == "abbreviation";
        if !own && !lists(NO_TEXT, text.table, &text.key) {
            let entry = format!(
                "[[abbreviation]]\nshort = \"{}\"\nlong = \"Lain\"\n",
                text.value
            );
            registry.push_str(&entry);
        }
    }
    sandbox.write("registry/b.toml", &registry);
    let project = project::load(&sandbox.plan(), &Options::default()).unwrap();
    let mut unused = BTreeSet::new();
    for finding in project.findings.iter() {
        if let Some(subject) = &finding.subject
            && subject.kind == EntryKind::Abbreviation
            && finding.rule.name == "unused-entry"
            && let Some(text) = texts.iter().find(|text| text.value == subject.id)
            && text.table != "abbreviation"
        {
            unused.insert(format!("{}.{}", text.table, text.key));
        }
    }
    assert_eq!(unused, BTreeSet::new());
}
