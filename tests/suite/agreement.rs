//! The schemas for editors and `check`: values of the shipped plan are changed one by one.
//! What a schema refuses is an error of `check`, and what `check` refuses for its form is
//! refused by the schema.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

use ambonplan::check::Options;
use ambonplan::finding::{Findings, Severity};
use ambonplan::model::shape::FileKind;
use ambonplan::project;
use ambonplan::reading;
use ambonplan::schema::schema;
use ambonplan::source::SourceTree;
use jsonschema::Validator;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::formats::json;
use crate::sandbox::Sandbox;

/// Rules that a value breaks by its form, whatever else the plan says.
const FORM: &[&str] = &["STR008", "STR011", "STR012", "MON002", "COD001", "PEO003"];

/// A value of the plan.
#[derive(Debug, Clone)]
struct Leaf {
    file: String,
    kind: FileKind,
    /// Its place as in JSON: `/activity/0/code`.
    pointer: String,
    range: Range<usize>,
    literals: &'static [&'static str],
}

/// What may stand in the place of a value.
fn literals(value: &DeValue<'_>) -> &'static [&'static str] {
    match value {
        DeValue::String(_) => &[
            "\"x\"",
            "\"A B\"",
            "\"9.9.9\"",
            "\"2.16.03.2.02\"",
            "\"2.16.03\"",
            "\"#12\"",
            "\"198001012005011002\"",
            "\"opd:A B\"",
            "\"program:x\"",
            "\" \"",
            "5",
            "true",
            "[]",
        ],
        DeValue::Integer(_) => &[
            "0", "-1", "6", "101", "1000", "1899", "2201", "\"1\"", "1.5", "true", "[]",
        ],
        DeValue::Float(_) => &["-1", "6", "\"1\"", "true"],
        DeValue::Boolean(_) => &["1", "\"true\""],
        DeValue::Datetime(_) => &["2026-01-01T07:00:00", "07:00:00", "1899-12-31", "5"],
        DeValue::Array(_) => &["5", "\"x\"", "{}"],
        DeValue::Table(_) => &["5", "\"x\"", "[]"],
    }
}

/// Collects the values in a value with their places; `keys` leaves out the numbers of items.
fn collect(
    value: &Spanned<DeValue<'_>>,
    (pointer, keys): (&str, &str),
    found: &mut impl FnMut(&str, &str, &Spanned<DeValue<'_>>),
) {
    found(pointer, keys, value);
    match value.get_ref() {
        DeValue::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let places = (format!("{pointer}/{at}"), format!("{keys}/*"));
                collect(item, (&places.0, &places.1), found);
            }
        }
        DeValue::Table(table) => {
            for (key, value) in table {
                let key = key.get_ref();
                let places = (format!("{pointer}/{key}"), format!("{keys}/{key}"));
                collect(value, (&places.0, &places.1), found);
            }
        }
        _ => {}
    }
}

/// Each value of each kind of file once, from the file that has the fewest so far.
fn leaves(tree: &SourceTree) -> Vec<Leaf> {
    let mut known: BTreeMap<(&str, String), Vec<Leaf>> = BTreeMap::new();
    for (_, file) in tree.iter() {
        let Some(kind) = FileKind::of(&file.role) else {
            continue;
        };
        let root = DeTable::parse(&file.text).unwrap();
        for (key, value) in root.get_ref() {
            let place = format!("/{}", key.get_ref());
            collect(value, (&place, &place), &mut |pointer, keys, value| {
                let range = value.span();
                // A table with a header has no value to stand in the place of.
                let inline = match value.get_ref() {
                    DeValue::Table(_) => file.text[range.clone()].starts_with('{'),
                    DeValue::Array(_) => file.text[..range.start].ends_with("= "),
                    _ => true,
                };
                if !inline {
                    return;
                }
                let all = known.entry((kind.word(), keys.to_owned())).or_default();
                all.push(Leaf {
                    file: file.path.clone(),
                    kind,
                    pointer: pointer.to_owned(),
                    range,
                    literals: literals(value.get_ref()),
                });
            });
        }
    }
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut chosen = Vec::new();
    for all in known.into_values() {
        let least = all
            .into_iter()
            .min_by_key(|leaf| taken.get(&leaf.file).copied().unwrap_or_default());
        let leaf = least.unwrap();
        *taken.entry(leaf.file.clone()).or_default() += 1;
        chosen.push(leaf);
    }
    chosen
}

/// A value with what stands in its place.
type Change<'l> = (&'l Leaf, &'static str);

/// What the schema and `check` say of a value.
#[derive(Debug, PartialEq, Eq)]
struct Verdicts {
    refused_by_schema: bool,
    errors: BTreeSet<&'static str>,
}

impl Verdicts {
    fn agree(&self) -> bool {
        let by_form = self.errors.iter().any(|code| FORM.contains(code));
        if self.refused_by_schema {
            !self.errors.is_empty()
        } else {
            !by_form
        }
    }
}

/// What is said of changed values that are all changed at once.
fn judge(
    tree: &SourceTree,
    validators: &BTreeMap<&str, Validator>,
    changes: &[Change<'_>],
) -> Vec<Verdicts> {
    let mut changed = tree.clone();
    let mut files: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (leaf, _)) in changes.iter().enumerate() {
        files.entry(&leaf.file).or_default().push(at);
    }
    let mut verdicts: Vec<Option<Verdicts>> = changes.iter().map(|_| None).collect();
    let mut ranges: Vec<Range<usize>> = changes.iter().map(|_| 0..0).collect();
    for (path, mut places) in files {
        places.sort_by_key(|at| changes[*at].0.range.start);
        let before = &tree.find(path).unwrap().1.text;
        let (mut text, mut copied) = (String::new(), 0);
        for at in &places {
            let (leaf, literal) = changes[*at];
            text.push_str(&before[copied..leaf.range.start]);
            ranges[*at] = text.len()..text.len() + literal.len();
            text.push_str(literal);
            copied = leaf.range.end;
        }
        text.push_str(&before[copied..]);
        let document =
            json(toml::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}")));
        let validator = &validators[changes[places[0]].0.kind.word()];
        let refused: BTreeSet<String> = validator
            .iter_errors(&document)
            .map(|error| error.instance_path().to_string())
            .collect();
        for at in places {
            verdicts[at] = Some(Verdicts {
                refused_by_schema: refused.contains(&changes[at].0.pointer),
                errors: BTreeSet::new(),
            });
        }
        changed.replace(path, text);
    }
    let judged = project::judge(changed, Findings::default(), &Options::default());
    for finding in judged.findings.iter() {
        if finding.severity() != Severity::Error {
            continue;
        }
        let path = judged.tree.get(finding.span.file).unwrap().path.as_str();
        for (at, (leaf, _)) in changes.iter().enumerate() {
            let range = &ranges[at];
            let touches = finding.span.start() < range.end && range.start < finding.span.end();
            if leaf.file == path && touches {
                let verdict = verdicts[at].as_mut().unwrap();
                verdict.errors.insert(finding.rule.code);
            }
        }
    }
    verdicts.into_iter().map(Option::unwrap).collect()
}

#[test]
fn schemas_and_check_refuse_the_same_forms() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("plan");
    let tree = reading::read(&root, &mut Findings::default()).unwrap();
    let validators: BTreeMap<&str, Validator> = FileKind::ALL
        .iter()
        .map(|kind| {
            let schema = serde_json::to_value(schema(*kind)).unwrap();
            (kind.word(), jsonschema::validator_for(&schema).unwrap())
        })
        .collect();
    let leaves = leaves(&tree);
    // One after the other from each file, at once from all files.
    let mut queues: BTreeMap<&str, Vec<Change<'_>>> = BTreeMap::new();
    let most = leaves.iter().map(|leaf| leaf.literals.len()).max().unwrap();
    for turn in 0..most {
        for leaf in &leaves {
            if let Some(literal) = leaf.literals.get(turn) {
                queues.entry(&leaf.file).or_default().push((leaf, *literal));
            }
        }
    }
    let (mut tried, mut doubtful) = (0, Vec::new());
    while queues.values().any(|queue| !queue.is_empty()) {
        let mut changes: Vec<Change<'_>> = Vec::new();
        for queue in queues.values_mut() {
            let mut together: Vec<Change<'_>> = Vec::new();
            queue.retain(|change| {
                let (leaf, _) = change;
                let apart = together.iter().all(|(other, _)| {
                    leaf.range.end < other.range.start || other.range.end < leaf.range.start
                });
                let now = together.len() < AT_ONCE && apart;
                if now {
                    together.push(*change);
                }
                !now
            });
            changes.extend(together);
        }
        tried += changes.len();
        let verdicts = judge(&tree, &validators, &changes);
        let together = changes.into_iter().zip(verdicts);
        doubtful.extend(together.filter(|(_, verdicts)| !verdicts.agree()));
    }
    // A mistake may keep others from being seen: alone, each is judged for certain.
    let doubts = doubtful.len();
    let mut apart = Vec::new();
    for (change, _) in doubtful {
        let verdicts = judge(&tree, &validators, &[change]);
        if !verdicts[0].agree() {
            let (leaf, literal) = change;
            apart.push(format!(
                "{}{} = {literal}: {:?}",
                leaf.file, leaf.pointer, verdicts[0]
            ));
        }
    }
    assert!(
        apart.is_empty(),
        "{doubts} of {tried}\n{}",
        apart.join("\n")
    );
    assert!(tried > 1_000, "{tried}");
}

/// How many values of a file are changed at once.
const AT_ONCE: usize = 4;

/// Codes and numbers of civil servants in every form that people give them.
#[test]
fn schemas_and_check_read_the_same_codes() {
    let program = "opd/diskominfo/programs/layanan-aduan.toml";
    let opd = "opd/diskominfo/opd.toml";
    let cases: [(FileKind, &str, &str, &str, &[&str]); 3] = [
        (
            FileKind::Program,
            program,
            "status = \"",
            "code = \"{}\"\nstatus = \"",
            &[
                "2.16.03",
                "X.XX.01",
                "1.06.01",
                "1.07.01",
                "2.06.01",
                "2.24.99",
                "3.32.10",
                "3.33.01",
                "4.01.01",
                "8.99.00",
                "9.01.01",
                "4.00.01",
                "2.16.3",
                "2.16.003",
                "2.16",
                "x.xx.01",
                "2.16.03 ",
                "2-16-03",
                "2.16.03.2.02",
            ],
        ),
        (
            FileKind::Program,
            program,
            "[[budget]]",
            "[[activity]]\ntitle = \"Loket\"\ncode = \"{}\"\n\n[[budget]]",
            &[
                "2.16.03.2.02",
                "2.16.03.2.02.0026",
                "2.16.03.2.02.09",
                "2.16.03.2.02.026",
                "2.16.03.2.2",
                "2.16.03.02.02",
                "2.16.03",
                "X.XX.01.2.01",
                "2.16.03.2.02.0026.1",
            ],
        ),
        (
            FileKind::Opd,
            opd,
            "name = \"Sitti Rahma\"\n",
            "name = \"Sitti Rahma\"\nnip = \"{}\"\n",
            &[
                "198001012005011002",
                "19800101 200501 1 002",
                " 198001012005011002 ",
                "198013012005011002",
                "198000012005011002",
                "198001322005011002",
                "198001012005001002",
                "198001012005131002",
                "198001012005013002",
                "19800101200501100",
                "1980010120050110021",
                "1980-0101-2005-01-1-002",
                "belum ada",
            ],
        ),
    ];
    for (kind, path, from, to, values) in cases {
        let schema = serde_json::to_value(schema(kind)).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        for value in values {
            let sandbox = Sandbox::new();
            sandbox.edit(path, from, &to.replace("{}", value));
            let text = std::fs::read_to_string(sandbox.plan().join(path)).unwrap();
            let valid = validator.is_valid(&json(toml::from_str(&text).unwrap()));
            let found = sandbox.findings();
            let refused = |rule: &str| found.iter().any(|finding| finding.starts_with(rule));
            let good = !["COD001", "PEO003"].iter().any(|rule| refused(rule));
            assert_eq!(valid, good, "{value}: {found:?}");
        }
    }
}
