//! What a rule is.

use crate::language::{Catalogue, Message, message};

/// What becomes of a broken rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing is said.
    Allow,
    /// A warning.
    Warn,
    /// An error, which keeps the book from being built.
    Deny,
}

impl Level {
    /// Every level.
    pub const ALL: &[Self] = &[Self::Allow, Self::Warn, Self::Deny];

    /// The level as it is written in `plan.toml`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}

/// A group of rules. The groups follow what a planner looks at, one after the
/// other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Group {
    /// Files, keys, ids and references.
    Structure,
    /// The levels and exceptions in `plan.toml`.
    Configuration,
    /// Whether everything that should be served is.
    Coverage,
    /// Dates and years.
    Time,
    /// Indicators and targets.
    Indicators,
    /// Budgets.
    Money,
    /// Nomenclature codes.
    Codes,
    /// Heads, signatures and the council.
    People,
    /// Evaluations and follow-ups.
    Evaluation,
    /// Laws.
    Law,
    /// Narrative.
    Text,
    /// The printed book.
    Output,
}

impl Group {
    /// Every group, in the order of this list.
    pub const ALL: &[Self] = &[
        Self::Structure,
        Self::Configuration,
        Self::Coverage,
        Self::Time,
        Self::Indicators,
        Self::Money,
        Self::Codes,
        Self::People,
        Self::Evaluation,
        Self::Law,
        Self::Text,
        Self::Output,
    ];

    /// The name that stands in `plan.toml` and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Configuration => "configuration",
            Self::Coverage => "coverage",
            Self::Time => "time",
            Self::Indicators => "indicators",
            Self::Money => "money",
            Self::Codes => "codes",
            Self::People => "people",
            Self::Evaluation => "evaluation",
            Self::Law => "law",
            Self::Text => "text",
            Self::Output => "output",
        }
    }

    /// First letters of the codes of its rules.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Structure => "STR",
            Self::Configuration => "CFG",
            Self::Coverage => "COV",
            Self::Time => "TIM",
            Self::Indicators => "IND",
            Self::Money => "MON",
            Self::Codes => "COD",
            Self::People => "PEO",
            Self::Evaluation => "EVA",
            Self::Law => "LAW",
            Self::Text => "TXT",
            Self::Output => "PDF",
        }
    }

    /// What the group is called in the language of the reader.
    pub fn title(self) -> Message {
        match self {
            Self::Structure => message!("group-structure"),
            Self::Configuration => message!("group-configuration"),
            Self::Coverage => message!("group-coverage"),
            Self::Time => message!("group-time"),
            Self::Indicators => message!("group-indicators"),
            Self::Money => message!("group-money"),
            Self::Codes => message!("group-codes"),
            Self::People => message!("group-people"),
            Self::Evaluation => message!("group-evaluation"),
            Self::Law => message!("group-law"),
            Self::Text => message!("group-text"),
            Self::Output => message!("group-output"),
        }
    }
}

/// When people are told of a rule, among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Before those of its severity: other findings may follow from it.
    First,
    /// In the order of their places.
    Between,
    /// Behind all others, from which it follows.
    Last,
}

/// Where the examples of a rule stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excerpt {
    /// In the file of a plan at this path, of which they show some lines. A line that is a
    /// comment and a path begins what stands in another file.
    File(&'static str),
    /// In the names: they are paths of files and folders, one a line.
    Names,
    /// Nowhere: they describe what no text shows, such as the size of a picture.
    Described,
}

impl Excerpt {
    /// The files of which an example shows lines, each with its path, the one at `first` first;
    /// the lines end with line breaks.
    pub fn files<'e>(first: &'e str, example: &'e str) -> Vec<(&'e str, String)> {
        let mut files = vec![(first, String::new())];
        for line in example.lines() {
            let path = line.strip_prefix("# ").filter(|path| {
                let is_file = path.ends_with(".toml") || path.ends_with(".md");
                is_file && !path.contains(' ')
            });
            if let Some(path) = path {
                files.push((path, String::new()));
            } else if let Some((_, text)) = files.last_mut() {
                text.push_str(line);
                text.push('\n');
            }
        }
        files
    }
}

/// A rule that a plan can break. Codes and names are stable.
///
/// What the rule does, why that is bad and how to mend it stand in the message
/// catalogues as the attributes `what`, `why` and `fix` of the message that has
/// the name of the rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Short stable code.
    pub code: &'static str,
    /// Name in words.
    pub name: &'static str,
    /// Group.
    pub group: Group,
    /// Level while the plan is being drafted.
    pub draft: Level,
    /// Level when the plan is to be signed and printed.
    pub release: Level,
    /// Whether the level is fixed: what breaks the rule cannot be understood,
    /// or is left out of the book.
    pub fixed_level: bool,
    /// When its findings are told.
    pub order: Order,
    /// Where the two examples stand.
    pub excerpt: Excerpt,
    /// What breaks the rule.
    pub bad_example: &'static str,
    /// What keeps it.
    pub good_example: &'static str,
}

impl Rule {
    /// A rule whose breach is an error.
    pub const fn error(code: &'static str, name: &'static str, group: Group) -> Self {
        Self {
            code,
            name,
            group,
            draft: Level::Deny,
            release: Level::Deny,
            fixed_level: false,
            order: Order::Between,
            excerpt: Excerpt::Described,
            bad_example: "",
            good_example: "",
        }
    }

    /// A rule whose breach is a warning.
    pub(crate) const fn warning(code: &'static str, name: &'static str, group: Group) -> Self {
        Self {
            draft: Level::Warn,
            release: Level::Warn,
            ..Self::error(code, name, group)
        }
    }

    /// A rule that is not applied to a draft.
    pub(crate) const fn release_only(code: &'static str, name: &'static str, group: Group) -> Self {
        Self {
            draft: Level::Allow,
            release: Level::Warn,
            ..Self::error(code, name, group)
        }
    }

    /// Makes the breach an error in a release.
    pub(crate) const fn strict(self) -> Self {
        Self {
            release: Level::Deny,
            ..self
        }
    }

    /// Fixes the level.
    pub const fn fixed_level(self) -> Self {
        Self {
            fixed_level: true,
            ..self
        }
    }

    /// Tells it before those that may follow from it.
    pub const fn first(self) -> Self {
        Self {
            order: Order::First,
            ..self
        }
    }

    /// Tells it behind all others.
    pub const fn last(self) -> Self {
        Self {
            order: Order::Last,
            ..self
        }
    }

    /// Shows the rule broken and kept in the file at `path`.
    pub const fn example(
        self,
        path: &'static str,
        bad_example: &'static str,
        good_example: &'static str,
    ) -> Self {
        self.shown(Excerpt::File(path), bad_example, good_example)
    }

    /// Shows the rule broken and kept by names of files.
    pub const fn names(self, bad_example: &'static str, good_example: &'static str) -> Self {
        self.shown(Excerpt::Names, bad_example, good_example)
    }

    /// Describes how the rule is broken and kept.
    pub(crate) const fn described(
        self,
        bad_example: &'static str,
        good_example: &'static str,
    ) -> Self {
        self.shown(Excerpt::Described, bad_example, good_example)
    }

    const fn shown(
        self,
        excerpt: Excerpt,
        bad_example: &'static str,
        good_example: &'static str,
    ) -> Self {
        Self {
            excerpt,
            bad_example,
            good_example,
            ..self
        }
    }

    /// What the catalogue says of the rule: `what`, `why` or `fix`.
    pub fn help(&self, attribute: &str, catalogue: &Catalogue) -> String {
        let key = format!("{}.{attribute}", self.name);
        catalogue.find(&key).unwrap_or_default()
    }

    /// The level in a draft or a release.
    pub fn level(&self, release: bool) -> Level {
        if release { self.release } else { self.draft }
    }
}
