//! What is only known once the whole book has been written.

/// Begins and ends a mark. No text holds one: it is no character of a page.
const MARK: char = '\u{0}';

/// What a page waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pending {
    /// The attribute of a link to the place with a label.
    Link(String),
    /// A link to the place with a label that says its whole name.
    Named(String),
    /// The mark of a note to which is referred again, by its label, and which of the
    /// references it is.
    NoteReference(String, usize),
    /// Width and height of a figure, by the name of its file.
    Size(String),
    /// The table of contents.
    Contents,
    /// The list of all tables.
    Tables,
    /// The list of all figures.
    Figures,
}

impl Pending {
    /// What stands in its place meanwhile.
    pub fn mark(&self) -> String {
        let inside = match self {
            Self::Link(label) => format!("link {label}"),
            Self::Named(label) => format!("named {label}"),
            Self::NoteReference(label, at) => format!("note {at} {label}"),
            Self::Size(name) => format!("size {name}"),
            Self::Contents => "contents ".to_owned(),
            Self::Tables => "tables ".to_owned(),
            Self::Figures => "figures ".to_owned(),
        };
        format!("{MARK}{inside}{MARK}")
    }

    /// What the inside of a mark stands for.
    fn read(inside: &str) -> Option<Self> {
        let (kind, value) = inside.split_once(' ')?;
        let value_of = || value.to_owned();
        Some(match kind {
            "link" => Self::Link(value_of()),
            "named" => Self::Named(value_of()),
            "note" => {
                let (at, label) = value.split_once(' ')?;
                Self::NoteReference(label.to_owned(), at.parse().ok()?)
            }
            "size" => Self::Size(value_of()),
            "contents" => Self::Contents,
            "tables" => Self::Tables,
            "figures" => Self::Figures,
            _ => return None,
        })
    }

    /// A text in which every mark is replaced.
    pub fn replaced(text: &str, mut replace: impl FnMut(&Self) -> String) -> String {
        let mut all = String::with_capacity(text.len());
        for (at, piece) in text.split(MARK).enumerate() {
            if at % 2 == 0 {
                all.push_str(piece);
            } else if let Some(pending) = Self::read(piece) {
                all.push_str(&replace(&pending));
            }
        }
        all
    }
}
