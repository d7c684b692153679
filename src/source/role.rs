//! What a file is for, told by its path alone.

/// The part that a file plays in the plan directory: all that its path says, its folders
/// included. Which entry it declares and what kind of TOML it holds follow from it.
///
/// Ids are the names of files and folders as they stand on disk; whether they
/// are well formed is judged later.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// `plan.toml`
    Plan,
    /// `chapters/<chapter>.md`
    Chapter(String),
    /// `pillars/<pillar>/pillar.toml`
    Pillar(String),
    /// `pillars/<pillar>/*.md`
    PillarNarrative(String),
    /// `opd/<opd>/opd.toml`
    Opd(String),
    /// `opd/<opd>/*.md`
    OpdNarrative(String),
    /// `opd/<opd>/programs/<program>.toml`
    Program {
        /// Folder of the OPD.
        opd: String,
        /// Name of the file without its ending.
        id: String,
    },
    /// `opd/<opd>/programs/<program>.md`
    ProgramNarrative {
        /// Folder of the OPD.
        opd: String,
        /// Name of the file without its ending.
        id: String,
    },
    /// `registry/*.toml`
    Registry,
    /// `proposals/<proposal>.toml`
    Proposal(String),
    /// `evaluations/<date>.toml`
    Evaluation(String),
    /// `assets/**`
    Asset,
    /// `templates/*.typ`
    Template,
    /// `words/*.ftl`
    Words,
    /// A folder of the layout, where something else stands in its place.
    Folder(Folder),
    /// None of these.
    Unknown,
}

/// A folder of the layout.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Folder {
    /// `chapters`
    Chapters,
    /// `pillars`
    Pillars,
    /// `pillars/<pillar>`
    Pillar(String),
    /// `opd`
    Opds,
    /// `opd/<opd>`
    Opd(String),
    /// `opd/<opd>/programs`
    Programs(String),
    /// `registry`
    Registry,
    /// `proposals`
    Proposals,
    /// `evaluations`
    Evaluations,
    /// `assets`
    Assets,
    /// `templates`
    Templates,
    /// `words`
    Words,
}

impl Role {
    /// Tells the role of the file at `path`, which is relative to the plan and
    /// separated by `/`.
    pub fn of(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [folder, .., file] if *folder != "assets" && is_for_folder(file) => Self::Unknown,
            ["plan.toml"] => Self::Plan,
            ["chapters", file] => named(file, ".md", Self::Chapter),
            ["pillars", pillar, "pillar.toml"] => Self::Pillar((*pillar).into()),
            ["pillars", pillar, file] if file.ends_with(".md") => {
                Self::PillarNarrative((*pillar).into())
            }
            ["opd", opd, "opd.toml"] => Self::Opd((*opd).into()),
            ["opd", opd, file] if file.ends_with(".md") => Self::OpdNarrative((*opd).into()),
            ["opd", opd, "programs", file] if file.ends_with(".toml") => {
                named(file, ".toml", |id| Self::Program {
                    opd: (*opd).into(),
                    id,
                })
            }
            ["opd", opd, "programs", file] => named(file, ".md", |id| Self::ProgramNarrative {
                opd: (*opd).into(),
                id,
            }),
            ["registry", file] => named(file, ".toml", |_| Self::Registry),
            ["proposals", file] => named(file, ".toml", Self::Proposal),
            ["evaluations", file] => named(file, ".toml", Self::Evaluation),
            ["assets", _, ..] => Self::Asset,
            ["templates", file] => named(file, ".typ", |_| Self::Template),
            ["words", file] => named(file, ".ftl", |_| Self::Words),
            ["chapters"] => Self::Folder(Folder::Chapters),
            ["pillars"] => Self::Folder(Folder::Pillars),
            ["pillars", pillar] if is_plain(pillar) => {
                Self::Folder(Folder::Pillar((*pillar).into()))
            }
            ["opd"] => Self::Folder(Folder::Opds),
            ["opd", opd] if is_plain(opd) => Self::Folder(Folder::Opd((*opd).into())),
            ["opd", opd, "programs"] => Self::Folder(Folder::Programs((*opd).into())),
            ["registry"] => Self::Folder(Folder::Registry),
            ["proposals"] => Self::Folder(Folder::Proposals),
            ["evaluations"] => Self::Folder(Folder::Evaluations),
            ["assets"] => Self::Folder(Folder::Assets),
            ["templates"] => Self::Folder(Folder::Templates),
            ["words"] => Self::Folder(Folder::Words),
            _ => Self::Unknown,
        }
    }

    /// The role of a file whose id is not known: that of the folder in which any file
    /// may be the one.
    pub(super) fn without_id(self) -> Self {
        match self {
            Self::Chapter(_) => Self::Folder(Folder::Chapters),
            Self::Program { opd, .. } => Self::Folder(Folder::Programs(opd)),
            Self::ProgramNarrative { opd, .. } => Self::OpdNarrative(opd),
            Self::Proposal(_) => Self::Folder(Folder::Proposals),
            Self::Evaluation(_) => Self::Folder(Folder::Evaluations),
            Self::Asset => Self::Folder(Folder::Assets),
            Self::Folder(Folder::Pillar(_)) => Self::Folder(Folder::Pillars),
            Self::Folder(Folder::Opd(_)) => Self::Folder(Folder::Opds),
            Self::Plan
            | Self::Pillar(_)
            | Self::PillarNarrative(_)
            | Self::Opd(_)
            | Self::OpdNarrative(_)
            | Self::Registry
            | Self::Template
            | Self::Words
            | Self::Folder(_)
            | Self::Unknown => self,
        }
    }

    /// Whether the file is Markdown.
    pub fn is_narrative(&self) -> bool {
        matches!(
            self,
            Self::Chapter(_)
                | Self::PillarNarrative(_)
                | Self::OpdNarrative(_)
                | Self::ProgramNarrative { .. }
        )
    }

    /// Whether the file is read as text.
    pub fn is_text(&self) -> bool {
        !matches!(self, Self::Asset | Self::Folder(_) | Self::Unknown)
    }
}

/// Whether a file tells readers of the folder about it, as hosts of git show one, and is
/// no text of the book.
pub(crate) fn is_for_folder(name: &str) -> bool {
    let name = name.to_lowercase();
    let stem = name.strip_suffix(".md").unwrap_or_default();
    // Languages are told apart by an ending: `README.id.md`.
    let stem = stem.split('.').next().unwrap_or_default();
    let letters: String = stem.chars().filter(|c| c.is_alphanumeric()).collect();
    matches!(letters.as_str(), "readme" | "bacasaya")
}

/// Whether a name is that of a folder, as far as one can tell.
fn is_plain(name: &str) -> bool {
    !name.contains('.')
}

fn named(file: &str, ending: &str, role: impl FnOnce(String) -> Role) -> Role {
    match file.strip_suffix(ending) {
        Some(id) => role(id.into()),
        None => Role::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::{Folder, Role};

    #[test]
    fn the_path_alone_tells_the_role() {
        let program = Role::Program {
            opd: "diskominfo".into(),
            id: "layanan-112".into(),
        };
        for (path, role) in [
            ("plan.toml", Role::Plan),
            ("chapters/visi.md", Role::Chapter("visi".into())),
            ("pillars/living/pillar.toml", Role::Pillar("living".into())),
            (
                "pillars/living/a.md",
                Role::PillarNarrative("living".into()),
            ),
            ("opd/bpbd/opd.toml", Role::Opd("bpbd".into())),
            ("opd/diskominfo/programs/layanan-112.toml", program),
            ("registry/laws.toml", Role::Registry),
            ("assets/deep/er/a.svg", Role::Asset),
            ("templates/theme.typ", Role::Template),
            ("words/buku.ftl", Role::Words),
            ("words/id/buku.ftl", Role::Unknown),
            ("chapters/visi.txt", Role::Unknown),
            ("pillars/pillar.toml", Role::Unknown),
            (
                "opd/bpbd/programs/siaga.md",
                Role::ProgramNarrative {
                    opd: "bpbd".into(),
                    id: "siaga".into(),
                },
            ),
            ("opd/bpbd", Role::Folder(Folder::Opd("bpbd".into()))),
            ("opd/catatan.txt", Role::Unknown),
            ("notes.md", Role::Unknown),
            ("opd/bpbd/README.md", Role::Unknown),
            ("opd/bpbd/programs/readme.md", Role::Unknown),
            ("pillars/living/ReadMe.en.md", Role::Unknown),
            ("chapters/BACA SAYA.md", Role::Unknown),
            ("chapters/baca.md", Role::Chapter("baca".into())),
        ] {
            assert_eq!(Role::of(path), role, "{path}");
        }
    }
}
