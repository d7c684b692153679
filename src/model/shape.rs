//! Shapes of entries: their keys and the types of values, recorded from their readers.
//!
//! The shape of an entry is recorded by reading an empty one: whatever key the
//! reader asks for is a key that the entry has. Schemas for editors and the
//! canonical order of keys come from here, so that neither can differ from
//! what is read.

use super::table::Entry;
use super::{Embed, EntryKind, FrontMatter, RegistryFile};
use super::{EvaluationFile, OpdFile, PillarFile, PlanFile, ProgramFile, ProposalFile};
use crate::source::Role;

/// What a key takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Text that is not empty.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A whole number from 0.
    Count,
    /// Whole rupiah.
    Money,
    /// A decimal.
    Number,
    /// A year.
    Year,
    /// A date without a time.
    Date,
    /// One of some words.
    Word(Vec<&'static str>),
    /// The code of a language: one of some words, or another one.
    Code(Vec<&'static str>),
    /// A reference that names its kind.
    Reference,
    /// A list.
    List(Box<Shape>),
    /// A table.
    Table(Table),
    /// A table whose keys are years.
    ByYear(Box<Shape>),
    /// A table whose keys are names.
    ByName(Box<Shape>),
}

impl Shape {
    /// The table that a key takes, one or several of it. `None` of what is no table whose keys
    /// are known.
    pub fn table(&self) -> Option<&Table> {
        match self {
            Self::Table(table) => Some(table),
            Self::List(item) => item.table(),
            Self::Text
            | Self::Boolean
            | Self::Count
            | Self::Money
            | Self::Number
            | Self::Year
            | Self::Date
            | Self::Word(_)
            | Self::Code(_)
            | Self::Reference
            | Self::ByYear(_)
            | Self::ByName(_) => None,
        }
    }

    /// The table that repeats, with a header in two brackets: `[[budget]]`. `None` of what is
    /// no list of tables.
    pub(crate) fn repeated(&self) -> Option<&Table> {
        let Self::List(item) = self else {
            return None;
        };
        match &**item {
            Self::Table(table) => Some(table),
            Self::Text
            | Self::Boolean
            | Self::Count
            | Self::Money
            | Self::Number
            | Self::Year
            | Self::Date
            | Self::Word(_)
            | Self::Code(_)
            | Self::Reference
            | Self::List(_)
            | Self::ByYear(_)
            | Self::ByName(_) => None,
        }
    }
}

/// A table with the keys that it may have, in their canonical order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Name of the kind of entry, under which its keys are described.
    pub name: &'static str,
    /// The keys.
    pub keys: Vec<Key>,
}

impl Table {
    /// What a key takes, if there is such a key.
    pub fn shape(&self, name: &str) -> Option<&Shape> {
        let mut keys = self.keys.iter();
        keys.find(|key| key.name == name).map(|key| &key.shape)
    }

    /// The lists of items that are values of the entry that the table is: its own, and those in
    /// items that have a name in the entry.
    pub fn lists(&self) -> Vec<ItemList<'_>> {
        let mut lists = Vec::new();
        self.add_lists(&[], &mut lists);
        lists
    }

    fn add_lists<'t>(&'t self, around: &[&'static str], lists: &mut Vec<ItemList<'t>>) {
        for key in self.keys.iter().filter(|key| !key.is_apart) {
            let name = match key.joined {
                Some(joined) => joined,
                None if around.is_empty() => key.name,
                None => continue,
            };
            if let Some(table) = key.shape.repeated() {
                let around = around.to_vec();
                let inside = [around.as_slice(), &[name]].concat();
                lists.push(ItemList {
                    name,
                    table,
                    around,
                });
                table.add_lists(&inside, lists);
            }
        }
    }
}

/// A list of items in an entry.
#[derive(Debug, Clone)]
pub struct ItemList<'t> {
    /// What the list is called in the entry.
    pub name: &'static str,
    /// What an item looks like.
    pub table: &'t Table,
    /// The lists in whose items it stands, from the outermost.
    pub around: Vec<&'static str>,
}

impl ItemList<'_> {
    /// The names of what tells its items apart in the entry: the items around each, and keys of
    /// its own.
    pub fn names(&self) -> Vec<&'static str> {
        let own = self.table.keys.iter().filter(|key| key.tells_apart);
        let around = self.around.iter().copied();
        around.chain(own.map(|key| key.name)).collect()
    }
}

/// A key of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// Whether it must be there.
    pub(crate) required: bool,
    /// What it takes.
    pub shape: Shape,
    /// Whether it tells the entry apart from others of its list.
    pub(crate) tells_apart: bool,
    /// Whether the order of its list means something.
    pub(crate) is_ordered: bool,
    /// Whether what it takes is no value of the entry: entries with addresses of their own, or
    /// nothing of the plan itself.
    pub(crate) is_apart: bool,
    /// What a list in an item of a list is called in the entry.
    pub joined: Option<&'static str>,
    /// The kinds of entries that it refers to.
    pub refers: Vec<EntryKind>,
}

/// Declares the kinds of TOML text in a plan: the name of each, the entry that reads it, the
/// files that hold it, and the path of such a file.
macro_rules! file_kinds {
    (
        files { $($(#[$doc:meta])* $kind:ident, $entry:ty, $role:pat, $path:literal;)* }
        inside $path_of_text:literal { $($(#[$inner_doc:meta])* $inner:ident, $inner_entry:ty;)* }
        others { $none:pat }
    ) => {
        /// A kind of TOML text in a plan. Unlike a kind of entry it is one of texts: a file
        /// of the registry holds entries of many kinds, and a block in Markdown is none.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum FileKind {
            $($(#[$doc])* $kind,)*
            $($(#[$inner_doc])* $inner,)*
        }

        impl FileKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind,)* $(Self::$inner,)*];

            /// The kinds that are files of their own.
            pub const FILES: &[Self] = &[$(Self::$kind,)*];

            /// The name of the kind.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$kind => <$entry>::NAME,)*
                    $(Self::$inner => <$inner_entry>::NAME,)*
                }
            }

            /// What a text of the kind looks like.
            pub fn table(self) -> Table {
                match self {
                    $(Self::$kind => <$entry>::table(),)*
                    $(Self::$inner => <$inner_entry>::table(),)*
                }
            }

            /// The path of a file of the kind, or of one in which it stands.
            pub fn path(self) -> &'static str {
                match self {
                    $(Self::$kind => $path,)*
                    $(Self::$inner => $path_of_text,)*
                }
            }

            /// The kind of TOML file that plays a part in the plan. Returns `None` if it is
            /// no TOML.
            pub fn of(role: &Role) -> Option<Self> {
                match role {
                    $($role => Some(Self::$kind),)*
                    $none => None,
                }
            }
        }
    };
}

file_kinds! {
    files {
        /// `plan.toml`
        Plan, PlanFile, Role::Plan, "plan.toml";
        /// `pillars/<pillar>/pillar.toml`
        Pillar, PillarFile, Role::Pillar(_), "pillars/pilar/pillar.toml";
        /// `opd/<opd>/opd.toml`
        Opd, OpdFile, Role::Opd(_), "opd/opd/opd.toml";
        /// `opd/<opd>/programs/<program>.toml`
        Program, ProgramFile, Role::Program { .. }, "opd/opd/programs/program.toml";
        /// `registry/*.toml`
        Registry, RegistryFile, Role::Registry, "registry/registry.toml";
        /// `proposals/<proposal>.toml`
        Proposal, ProposalFile, Role::Proposal(_), "proposals/usulan.toml";
        /// `evaluations/<date>.toml`
        Evaluation, EvaluationFile, Role::Evaluation(_), "evaluations/2026-01-01.toml";
    }
    inside "chapters/bab.md" {
        /// The fenced block `ambonplan`.
        Embed, Embed;
        /// The block at the beginning of a Markdown file.
        FrontMatter, FrontMatter;
    }
    others {
        Role::Chapter(_)
            | Role::PillarNarrative(_)
            | Role::OpdNarrative(_)
            | Role::ProgramNarrative { .. }
            | Role::Asset
            | Role::Template
            | Role::Words
            | Role::Folder(_)
            | Role::Unknown
    }
}

impl FileKind {
    /// The tables of a kind of text, at any depth, each with the key behind which it stands,
    /// empty for the text itself.
    pub fn tables(self) -> Vec<(&'static str, Table)> {
        let mut tables = vec![("", self.table())];
        let mut at = 0;
        while let Some((_, table)) = tables.get(at) {
            let keys = table.keys.iter();
            let found = keys.filter_map(|key| Some((key.name, key.shape.table()?.clone())));
            let found: Vec<_> = found.collect();
            tables.extend(found);
            at += 1;
        }
        tables
    }
}

#[cfg(test)]
mod tests {
    use super::FileKind;
    use crate::source::Role;

    #[test]
    fn a_kind_of_file_is_known_by_its_path() {
        for kind in FileKind::FILES {
            assert_eq!(FileKind::of(&Role::of(kind.path())), Some(*kind));
        }
    }
}
