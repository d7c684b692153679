//! The official names of the OPD, and which of them a name in prose means.

use std::collections::{BTreeMap, BTreeSet};

use super::agency_name::{Join, Word, key, words};
use super::clipped_word::parts;
use crate::check::name;
use crate::resolve::{Id, Opd, Plan};

/// Fewest letters that tell a word from others.
const LEAST: usize = 3;

/// Fewest letters at the beginning that make two words alike.
const ALIKE: usize = 7;

/// Words in names of agencies of the state, which may otherwise be like one of the
/// city.
const STATE: &[&str] = &[
    "nasional",
    "pusat",
    "negara",
    "republik",
    "indonesia",
    "ri",
    "dunia",
];

/// Words before the name of another government.
const GOVERNMENTS: &[&str] = &["provinsi", "kabupaten", "kota", "pusat", "nasional"];

/// Nouns that look like the field of an agency and name a body of their own.
const BODIES: &[&str] = &[
    "kepolisian",
    "kejaksaan",
    "kementerian",
    "pengadilan",
    "kecamatan",
    "kelurahan",
    "perusahaan",
    "perguruan",
    "perbankan",
    "perwakilan",
    "persatuan",
    "perhimpunan",
    "perkumpulan",
    "pelabuhan",
    "pegadaian",
];

/// The official names of the OPD of a plan.
pub(crate) struct Registered {
    city: String,
    /// Without the word `provinsi`.
    province: String,
    /// Whole names.
    exact: BTreeSet<String>,
    names: Vec<Official>,
    /// Positions in `names` by the first letters of each word.
    begins: BTreeMap<String, Vec<usize>>,
}

/// An official name, taken apart, in small letters.
struct Official {
    opd: Id<Opd>,
    kind: String,
    words: Vec<String>,
    /// The abbreviation, and what is left of it without the short form of `dinas`.
    short: Vec<String>,
}

/// How well a name fits an official one: how many words in a thousand are common.
type Fit = usize;

/// An OPD that a name means without being its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meant {
    /// The OPD.
    pub opd: Id<Opd>,
    /// How many words of the text belong to the name.
    pub length: usize,
}

impl Registered {
    /// Takes the names of a plan apart.
    pub fn new(plan: &Plan) -> Self {
        let province = name::key(&plan.file.province);
        let mut all = Self {
            city: name::key(&plan.file.city),
            province: province.trim_start_matches("provinsi ").to_owned(),
            exact: BTreeSet::new(),
            names: Vec::new(),
            begins: BTreeMap::new(),
        };
        for (opd, entry) in plan.opds.iter() {
            let abbreviation = name::key(&entry.file.abbreviation);
            all.add(opd, &words(&entry.file.name, 0), abbreviation);
        }
        all
    }

    fn add(&mut self, opd: Id<Opd>, name: &[Word<'_>], abbreviation: String) {
        self.exact.insert(key(name));
        let mut lower = name.iter().map(|word| word.text.to_lowercase());
        let Some(kind) = lower.next() else { return };
        let words: Vec<String> = lower.collect();
        let tail = abbreviation.strip_prefix("dis");
        let tail = tail.filter(|tail| tail.chars().count() > LEAST);
        let mut short: Vec<String> = tail.map(str::to_owned).into_iter().collect();
        short.push(abbreviation);
        let at = self.names.len();
        for word in words.iter().chain(&short) {
            let known = self.begins.entry(beginning(word)).or_default();
            if known.last() != Some(&at) {
                known.push(at);
            }
        }
        self.names.push(Official {
            opd,
            kind,
            words,
            short,
        });
    }

    /// Whether a text is an official name, or one followed by that of the city.
    pub fn begins_with(&self, text: &str, official: &str) -> bool {
        let (name, official) = (words(text, 0), words(official, 0));
        let same = |name: &[Word<'_>]| key(name) == key(&official);
        name.get(..official.len()).is_some_and(same)
    }

    /// The OPD that a name means and does not name correctly. `after` is what
    /// follows the name.
    pub fn mistaken(&self, name: &[Word<'_>], after: &str) -> Option<Meant> {
        let exact = (1..=name.len()).rev().find(|&length| {
            let name = name.get(..length);
            name.is_some_and(|name| self.exact.contains(&key(name)))
        });
        let ends = match exact {
            Some(length) => vec![self.goes_on(name, length)?],
            None => {
                let end = self.city_at(name).unwrap_or(name.len());
                let joined = |at: usize| name.get(at).is_some_and(|next| next.join == Join::Space);
                // A name ends before a comma, before `dan`, or with the words.
                let ends = (2..=end).filter(|&length| length == end || !joined(length));
                ends.collect()
            }
        };
        if self.is_elsewhere(name, after) {
            return None;
        }
        let found = ends.into_iter().filter_map(|length| {
            let (fit, opd) = self.nearest(name.get(..length)?)?;
            Some((fit, Meant { opd, length }))
        });
        // Of names that fit as well, the one that is longer.
        found.max_by_key(|(fit, _)| *fit).map(|(_, meant)| meant)
    }

    /// Where a name ends that goes on behind the official one: `Dinas Perhubungan
    /// dan Pelayaran`. What follows may also be another body, or another agency
    /// whose kind is not repeated.
    fn goes_on(&self, name: &[Word<'_>], length: usize) -> Option<usize> {
        let next = name.get(length).filter(|next| next.join == Join::And)?;
        let field = next.text.to_lowercase();
        let official = self.beginning_like(&field);
        let kind = name.first()?.text.to_lowercase();
        let elliptic = |name: &&Official| name.kind == kind && name.words.first() == Some(&field);
        let known = |name: &&Official| name.words.contains(&field);
        let is_field = (field.starts_with("pe") || field.starts_with("ke"))
            && field.ends_with("an")
            && field.len() > 6
            && !BODIES.contains(&field.as_str());
        let fits = is_field || official.clone().any(|name| known(&name));
        if !fits || official.clone().any(|name| elliptic(&name)) {
            return None;
        }
        let rest = name.get(length + 1..)?;
        let more = rest.iter().take_while(|word| {
            let word = (word.join, word.text.to_lowercase());
            word.0 == Join::Space && !GOVERNMENTS.contains(&word.1.as_str())
        });
        Some(length + 1 + more.count())
    }

    /// Whether a name is that of an agency of another government.
    fn is_elsewhere(&self, name: &[Word<'_>], after: &str) -> bool {
        let lower: Vec<String> = name.iter().map(|word| word.text.to_lowercase()).collect();
        let next = after.split_whitespace().next().unwrap_or_default();
        let next = next.trim_end_matches(|c: char| !c.is_alphanumeric());
        let follows = next.starts_with(char::is_lowercase) && next != "kota";
        if lower.iter().any(|word| STATE.contains(&word.as_str()))
            || (follows && GOVERNMENTS.contains(&next))
        {
            return true;
        }
        let joined = format!(" {} ", lower.join(" "));
        let joined = joined.replace(&format!(" {} ", self.city), "  ");
        let in_province =
            !self.province.is_empty() && joined.contains(&format!(" {} ", self.province));
        let mut words = joined.split("  ").flat_map(|part| {
            let words: Vec<&str> = part.split_whitespace().collect();
            words
                .windows(2)
                .map(|pair| pair.first().copied())
                .collect::<Vec<_>>()
        });
        in_province || words.any(|word| word.is_some_and(|word| GOVERNMENTS.contains(&word)))
    }

    /// Where the name of the city begins, behind that of an agency.
    fn city_at(&self, name: &[Word<'_>]) -> Option<usize> {
        let count = self.city.split(' ').count();
        (1..name.len()).find(|&at| {
            let words = name.get(at..at + count).unwrap_or(&[]);
            let words: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
            words.join(" ") == self.city
        })
    }

    /// The official name that is most like a name, if half of the words of both
    /// are common.
    fn nearest(&self, name: &[Word<'_>]) -> Option<(Fit, Id<Opd>)> {
        let (kind, words) = name.split_first()?;
        let kind = kind.text.to_lowercase();
        let words: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
        let candidates: BTreeSet<usize> = words
            .iter()
            .filter_map(|word| self.begins.get(&beginning(word)))
            .flatten()
            .copied()
            .collect();
        let names = candidates.iter().filter_map(|at| self.names.get(*at));
        let fits = names.filter_map(|official| Some((official.fit(&kind, &words)?, official.opd)));
        fits.max_by_key(|(fit, _)| *fit)
    }

    /// The names that have a word with the first letters of this one.
    fn beginning_like(&self, word: &str) -> impl Iterator<Item = &Official> + Clone {
        let found = self.begins.get(&beginning(word));
        found
            .into_iter()
            .flatten()
            .filter_map(|at| self.names.get(*at))
    }
}

impl Official {
    fn fit(&self, kind: &str, words: &[String]) -> Option<Fit> {
        let mut common = BTreeSet::new();
        let mut others = 0usize;
        for word in words {
            let before = common.len();
            if self.short.contains(word) {
                common.extend(0..self.words.len());
            } else if let Some(at) = self.words.iter().position(|own| alike(own, word)) {
                common.insert(at);
            } else {
                common.extend(parts(word, &self.words));
            }
            others += usize::from(common.len() == before);
        }
        // Another kind of agency is another agency, unless much else is common.
        if kind != self.kind {
            others += 1;
            if common.len() < 2 {
                return None;
            }
        }
        let all = self.words.len() + others;
        let common = common.len();
        (common > 0 && common * 2 >= all).then(|| common * 1000 / all)
    }
}

/// Whether one word may stand for another: `Informasi` for `Informatika`.
fn alike(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars());
    let common = common.take_while(|(one, other)| one == other).count();
    one == other || common >= ALIKE
}

fn beginning(word: &str) -> String {
    word.chars().take(LEAST).collect()
}
