//! What holds for any three versions of an entry.

use std::collections::{BTreeMap, BTreeSet};

use ambonplan::merge::Form;
use proptest::prelude::*;

use super::{merged, settled};

/// What an entry says, as people write it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Entry {
    title: u8,
    summary: Option<u8>,
    partners: BTreeSet<u8>,
    /// Amounts by year and source.
    budget: BTreeMap<(u8, u8), u8>,
    /// Targets by year, by the name of the indicator.
    indicators: BTreeMap<u8, BTreeMap<u8, u8>>,
}

/// One edit: what, where, and what of it becomes.
type Step = (u8, u8, u8);

impl Entry {
    fn base() -> Self {
        Self {
            title: 1,
            summary: Some(1),
            partners: [1, 2, 3].into(),
            budget: [((0, 0), 1), ((1, 0), 2), ((2, 0), 3)].into(),
            indicators: [
                (0, [(0, 1), (1, 2), (2, 3)].into()),
                (1, [(0, 4), (2, 5)].into()),
            ]
            .into(),
        }
    }

    fn edit(&mut self, (what, at, value): Step) {
        match what % 9 {
            0 => self.title = value,
            1 => self.summary = (value % 3 > 0).then_some(value),
            2 => {
                self.partners.insert(at);
            }
            3 => {
                self.partners.remove(&(at % 4));
            }
            4 => {
                self.budget.insert((at % 4, value % 2), value);
            }
            5 => {
                self.budget.remove(&(at % 4, value % 2));
            }
            6 => {
                let targets = self.indicators.entry(at % 4).or_default();
                targets.insert(value % 5, value);
            }
            7 => {
                self.indicators.remove(&(at % 4));
            }
            _ => {
                if let Some(targets) = self.indicators.get_mut(&(at % 4))
                    && targets.len() > 1
                {
                    targets.remove(&(value % 5));
                }
            }
        }
    }

    /// The entry as it is written, in one of several ways.
    fn written(&self, way: u8) -> String {
        let mut text = String::new();
        let gap = if way.is_multiple_of(2) { " = " } else { "=" };
        text.push_str(&format!("title{gap}\"Judul {}\"\n", self.title));
        if let Some(summary) = self.summary {
            text.push_str(&format!("summary{gap}\"Ringkasan {summary}\"\n"));
        }
        if !self.partners.is_empty() {
            let partners = self.partners.iter().map(|id| format!("\"opd:dinas-{id}\""));
            let partners: Vec<String> = partners.collect();
            match way % 3 {
                0 => text.push_str(&format!("partners = [{}]\n", partners.join(", "))),
                _ => text.push_str(&format!("partners = [\n  {},\n]\n", partners.join(",\n  "))),
            }
        }
        let lines = self.budget.iter().map(|((year, source), amount)| {
            let source = ["apbn", "csr"][usize::from(*source)];
            (u16::from(*year) + 2026, source, u32::from(*amount) * 1000)
        });
        let lines: Vec<_> = lines.collect();
        if way % 4 == 3 && !lines.is_empty() {
            let lines = lines.iter().map(|(year, source, amount)| {
                format!("  {{ year = {year}, source = \"{source}\", amount = {amount} }},\n")
            });
            let lines: String = lines.collect();
            text.push_str(&format!("budget = [\n{lines}]\n"));
        } else {
            for (year, source, amount) in lines {
                text.push_str(&format!(
                    "\n[[budget]]\nyear = {year}\nsource = \"{source}\"\namount = {amount}\n"
                ));
            }
        }
        for (name, targets) in &self.indicators {
            text.push_str(&format!(
                "\n[[indicator]]\nname = \"Indikator {name}\"\nunit = \"satuan {name}\"\n"
            ));
            let targets = targets.iter().map(|(year, value)| {
                // No two indicators are alike.
                let value = u32::from(*value) * 10 + u32::from(*name);
                (u16::from(*year) + 2026, value)
            });
            let joined = |mark: &str, between: &str| {
                let targets = targets.clone();
                let targets = targets.map(|(year, value)| format!("{mark}{year} = {value}"));
                targets.collect::<Vec<_>>().join(between)
            };
            match way % 5 {
                0 | 1 => text.push_str(&format!("targets = {{ {} }}\n", joined("", ", "))),
                2 | 3 => text.push_str(&format!("{}\n", joined("targets.", "\n"))),
                _ => text.push_str(&format!("[indicator.targets]\n{}\n", joined("", "\n"))),
            }
        }
        text
    }

    /// The parts that are merged by themselves, each as a text: keys, partners, lines of
    /// the budget, and values of indicators.
    fn parts(&self) -> BTreeMap<String, String> {
        read(&self.written(0))
    }
}

/// What a text says, value by value. A line of the budget is one: without its year it is
/// none.
fn read(text: &str) -> BTreeMap<String, String> {
    let table: toml::Table = text.parse().unwrap_or_else(|why| panic!("{why}\n{text}"));
    let mut parts = BTreeMap::new();
    let mut put = |place: String, value: String| {
        assert_eq!(parts.insert(place, value), None, "twice in\n{text}");
    };
    for (key, value) in &table {
        match key.as_str() {
            "partners" => {
                for one in value.as_array().unwrap() {
                    put(format!("partner {one}"), one.to_string());
                }
            }
            "budget" => {
                for one in value.as_array().unwrap() {
                    let place = format!("budget {} {}", one["year"], one["source"]);
                    put(place, one["amount"].to_string());
                }
            }
            "indicator" => {
                for one in value.as_array().unwrap() {
                    let name = &one["name"];
                    put(format!("indicator {name}"), one["unit"].to_string());
                    let targets = one.get("targets").and_then(toml::Value::as_table);
                    for (year, value) in targets.into_iter().flatten() {
                        put(format!("target {name} {year}"), value.to_string());
                    }
                }
            }
            key => put(key.to_owned(), value.to_string()),
        }
    }
    parts
}

/// What a place should hold with conflicts settled for one side; `None` where a whole item
/// is in conflict, of which the values are those of either side.
fn expected<'a>(
    place: &str,
    [base, ours, theirs]: [&'a BTreeMap<String, String>; 3],
    for_ours: bool,
) -> Option<&'a String> {
    // An indicator that one side took out and the other edited is in conflict as a whole.
    let name = place.strip_prefix("target ").map(|rest| {
        let (name, _) = rest.rsplit_once(' ').unwrap();
        format!("indicator {name}")
    });
    let name = name.unwrap_or_else(|| place.to_owned());
    let is_indicator = name.starts_with("indicator ");
    let of = |parts: &BTreeMap<String, String>| {
        let target = name.replacen("indicator", "target", 1) + " ";
        let parts = parts.iter();
        let parts = parts.filter(|(at, _)| **at == name || at.starts_with(&target));
        parts
            .map(|(at, value)| (at.clone(), value.clone()))
            .collect::<Vec<_>>()
    };
    let (was, our, their) = (of(base), of(ours), of(theirs));
    if is_indicator && !was.is_empty() && (our.is_empty() != their.is_empty()) {
        let (gone, kept) = if our.is_empty() {
            (ours, theirs)
        } else {
            (theirs, ours)
        };
        let is_edited = of(kept) != was;
        let side = match (is_edited, for_ours) {
            (false, _) => gone,
            (true, true) => ours,
            (true, false) => theirs,
        };
        return side.get(place);
    }
    let (was, our, their) = (base.get(place), ours.get(place), theirs.get(place));
    if our == was {
        their
    } else if their == was || their == our || for_ours {
        our
    } else {
        their
    }
}

/// The places of lists of which an item is in neither side while one side alone has a new one:
/// that may be the other under another name, and is left to be decided.
fn undecided([base, ours, theirs]: [&BTreeMap<String, String>; 3]) -> Vec<&'static str> {
    let lists = [
        ("budget ", &["budget "][..]),
        ("indicator ", &["indicator ", "target "]),
    ];
    let lists = lists.into_iter().filter(|(list, _)| {
        let of = |parts: &BTreeMap<String, String>| -> BTreeSet<String> {
            let places = parts.keys().filter(|place| place.starts_with(list));
            places.cloned().collect()
        };
        let (base, ours, theirs) = (of(base), of(ours), of(theirs));
        let is_gone = |place: &String| !ours.contains(place) && !theirs.contains(place);
        let is_gone = base.iter().any(is_gone);
        is_gone
            && ours
                .symmetric_difference(&theirs)
                .any(|place| !base.contains(place))
    });
    lists.flat_map(|(_, places)| places).copied().collect()
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((0_u8..9, 0_u8..6, 1_u8..9), 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// Each value comes from one of the versions, and each change of one side is there,
    /// however each version is written; where both changed the same, both stand there.
    #[test]
    fn nothing_is_invented_and_nothing_is_lost(
        before in steps(), here in steps(), there in steps(),
        ways in (0_u8..60, 0_u8..60, 0_u8..60),
    ) {
        let mut base = Entry::base();
        before.into_iter().for_each(|step| base.edit(step));
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        here.into_iter().for_each(|step| ours.edit(step));
        there.into_iter().for_each(|step| theirs.edit(step));
        let texts = [base.written(ways.0), ours.written(ways.1), theirs.written(ways.2)];
        let parts = [&base.parts(), &ours.parts(), &theirs.parts()];
        let (text, in_conflict) = merged(Form::Toml, &texts[0], &texts[1], &texts[2]);
        for for_ours in [true, false] {
            let result = read(&settled(&text, for_ours));
            let mut places: BTreeSet<&String> = result.keys().collect();
            parts.iter().for_each(|parts| places.extend(parts.keys()));
            let undecided = undecided(parts);
            prop_assert!(undecided.is_empty() || in_conflict, "{}", text);
            for place in places {
                if undecided.iter().any(|list| place.starts_with(list)) {
                    continue;
                }
                prop_assert_eq!(
                    result.get(place), expected(place, parts, for_ours),
                    "{} of\n{}\n--- base\n{}\n--- ours\n{}\n--- theirs\n{}",
                    place, text, texts[0], texts[1], texts[2]
                );
            }
        }
        prop_assert_eq!(in_conflict, text.contains("<<<<<<<"));
        // From the other side it is the same.
        let (mirrored, other_conflict) = merged(Form::Toml, &texts[0], &texts[2], &texts[1]);
        prop_assert_eq!(in_conflict, other_conflict, "{}\n---\n{}", text, mirrored);
        for for_ours in [true, false] {
            let one = read(&settled(&text, for_ours));
            prop_assert_eq!(one, read(&settled(&mirrored, !for_ours)));
        }
    }

    /// What one side alone did is the result, byte for byte, whatever the texts are.
    #[test]
    fn a_side_that_changed_nothing_leaves_the_other_as_it_is(
        base in "[a-c=\\[\\]\"\\r\\n# 1]{0,40}", other in "[a-c=\\[\\]\"\\r\\n# 1]{0,40}",
    ) {
        for form in [Form::Toml, Form::Text] {
            let as_it_is = (other.clone(), false);
            prop_assert_eq!(&merged(form, &base, &other, &base), &as_it_is);
            prop_assert_eq!(&merged(form, &base, &base, &other), &as_it_is);
            prop_assert_eq!(&merged(form, &base, &other, &other), &as_it_is);
        }
    }

    /// Comments of both sides stand in what is merged.
    #[test]
    fn comments_are_kept(
        here in steps(), there in steps(), at in (0_usize..12, 0_usize..12), ways in (0_u8..60, 0_u8..60, 0_u8..60),
    ) {
        let base = Entry::base();
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        here.into_iter().for_each(|step| ours.edit(step));
        there.into_iter().for_each(|step| theirs.edit(step));
        let remarked = |text: String, at: usize, remark: &str| -> String {
            // Above a line, or behind it.
            let remark = format!("# {remark}");
            let lines = text.lines().enumerate().map(|(line, text)| match (line == at, at % 2) {
                (true, 0) => format!("{remark}\n{text}\n"),
                (true, _) => format!("{text} {remark}\n"),
                _ => format!("{text}\n"),
            });
            lines.collect()
        };
        let base = base.written(ways.0);
        let ours = remarked(ours.written(ways.1), at.0, "dari kita");
        let theirs = remarked(theirs.written(ways.2), at.1, "dari mereka");
        let (text, _) = merged(Form::Toml, &base, &ours, &theirs);
        for (side, remark) in [(&ours, "# dari kita"), (&theirs, "# dari mereka")] {
            prop_assert_eq!(
                text.contains(remark), side.contains(remark),
                "{}\n--- base\n{}\n--- ours\n{}\n--- theirs\n{}", text, base, ours, theirs
            );
        }
    }
}
