//! Names of rules and groups, as levels are given to them.

use super::{rule, rules};
use crate::finding::{Group, Level, NameIndex, Rule};

/// Rules that a level is meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selector {
    /// Every rule.
    All,
    /// Every rule whose breach is a warning.
    Warnings,
    /// The rules of a group.
    Group(Group),
    /// One rule.
    Rule(&'static Rule),
}

impl Selector {
    /// Reads `all`, `warnings`, the name or prefix of a group, or the name or
    /// code of a rule.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "all" => return Some(Self::All),
            "warnings" => return Some(Self::Warnings),
            _ => {}
        }
        let group = Group::ALL
            .iter()
            .find(|group| group.word() == text || group.prefix().eq_ignore_ascii_case(text));
        match group {
            Some(group) => Some(Self::Group(*group)),
            None => rule(text).map(Self::Rule),
        }
    }

    /// The name that is most like a text which is none; of one that ends with a digit the
    /// code.
    pub fn nearest(text: &str) -> Option<&'static str> {
        if text.ends_with(|c: char| c.is_ascii_digit()) {
            let codes = || rules().into_iter().map(|rule| rule.code);
            let whole = Self::whole_code(text);
            if let Some(code) = codes().find(|code| whole.as_deref() == Some(code)) {
                return Some(code);
            }
            let known = codes().collect::<NameIndex>();
            let code = known.nearest(&text.to_uppercase())?;
            return codes().find(|known| *known == code);
        }
        let name = Self::names().collect::<NameIndex>();
        let name = name.nearest(text)?;
        Self::names().find(|known| *known == name)
    }

    /// A code with as many digits as codes have, which may be none; `None` if the text is
    /// not like a code. `TXT50` is short of a zero, and near to others as well.
    pub fn whole_code(text: &str) -> Option<String> {
        let text = text.to_uppercase();
        let at = text.find(|c: char| c.is_ascii_digit())?;
        let (group, number) = text.split_at_checked(at)?;
        let group = group.trim_end_matches(['-', '_', ' ']);
        let number: u16 = number.parse().ok()?;
        Some(format!("{group}{number:03}"))
    }

    /// What [`parse`](Self::parse) understands, for hints; without the codes.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let groups = Group::ALL.iter().map(|group| group.word());
        groups.chain(rules().into_iter().map(|rule| rule.name))
    }

    pub(super) fn selects(self, rule: &Rule, level: Level) -> bool {
        match self {
            Self::All => true,
            Self::Warnings => level == Level::Warn,
            Self::Group(group) => rule.group == group,
            Self::Rule(selected) => rule.code == selected.code,
        }
    }
}
