//! What tags mean, by their names.

/// What becomes of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A line ends.
    Break,
    /// Text is lowered, raised, or names a key.
    Sub,
    /// See above.
    Super,
    /// See above.
    Key,
    /// Its content is not shown.
    Hidden,
    /// It shows something by itself.
    Shown,
    /// It says how text looks, or what it is.
    Form,
}

impl Meaning {
    /// Whether the tag has an effect only together with its end.
    pub fn is_paired(self) -> bool {
        matches!(self, Self::Sub | Self::Super | Self::Key | Self::Hidden)
    }
}

/// The meaning of a tag, by its name in small letters.
pub fn meaning(name: &str) -> Meaning {
    match name {
        "br" => Meaning::Break,
        "sub" => Meaning::Sub,
        "sup" => Meaning::Super,
        "kbd" => Meaning::Key,
        "audio" | "canvas" | "datalist" | "iframe" | "noembed" | "noframes" | "noscript"
        | "object" | "script" | "style" | "template" | "title" | "video" => Meaning::Hidden,
        "area" | "embed" | "hr" | "img" | "input" | "meter" | "progress" => Meaning::Shown,
        _ => Meaning::Form,
    }
}

/// Whether the content of a hidden tag goes on, without tags of its own, until the
/// tag is closed, even if that never happens.
pub fn is_raw(name: &str) -> bool {
    matches!(
        name,
        "iframe" | "noembed" | "noframes" | "noscript" | "script" | "style" | "title"
    )
}

/// Whether a tag has no end.
pub fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether text before a tag and text behind it are different paragraphs.
pub fn parts_paragraphs(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "header"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Whether a tag keeps what stands before it and behind it apart by a space.
pub fn parts_words(name: &str) -> bool {
    matches!(name, "td" | "th")
}
