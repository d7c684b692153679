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

/// Elements of HTML beside those that part paragraphs, and the outermost ones of drawings
/// and formulas.
const OTHERS: [&str; 83] = [
    "a", "abbr", "acronym", "applet", "area", "audio", "b", "base", "basefont", "bdi", "bdo",
    "big", "blink", "br", "button", "canvas", "cite", "code", "col", "colgroup", "data",
    "datalist", "del", "dfn", "dir", "em", "embed", "font", "frame", "frameset", "g", "hgroup",
    "i", "iframe", "img", "input", "ins", "kbd", "label", "link", "map", "mark", "marquee", "math",
    "meta", "meter", "nobr", "noembed", "noframes", "noscript", "object", "optgroup", "output",
    "param", "path", "picture", "progress", "q", "rect", "rp", "rt", "ruby", "s", "samp", "script",
    "search", "select", "slot", "small", "source", "span", "strike", "strong", "style", "sub",
    "sup", "svg", "template", "textarea", "time", "title", "tt", "u",
];

/// Attributes that have no value.
const WITHOUT_VALUE: [&str; 20] = [
    "allowfullscreen",
    "async",
    "autofocus",
    "autoplay",
    "border",
    "checked",
    "compact",
    "controls",
    "defer",
    "disabled",
    "download",
    "hidden",
    "loop",
    "multiple",
    "muted",
    "noshade",
    "nowrap",
    "open",
    "required",
    "reversed",
];

/// Whether a tag, with its name in small letters, is no HTML but words between `<` and `>`:
/// `<nama lengkap>`, `a<b dan c>d`.
pub fn is_words(name: &str, tag: &str) -> bool {
    let known = parts_paragraphs(name)
        || OTHERS.contains(&name)
        || ["var", "video", "wbr", "td", "th"].contains(&name)
        || name.contains(':');
    if !known {
        return true;
    }
    let inside = tag.trim_start_matches('<').trim_end_matches(['>', '/']);
    // A value may hold anything.
    if inside.contains(['=', '"', '\'']) {
        return false;
    }
    let mut words = inside.split_whitespace().skip(1);
    words.any(|word| !WITHOUT_VALUE.contains(&word.to_ascii_lowercase().as_str()) && word != "/")
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

#[cfg(test)]
mod tests {
    use super::is_words;

    #[test]
    fn words_between_angles_are_no_tags() {
        for (name, tag) in [
            ("nama", "<nama>"),
            ("nama", "<nama lengkap>"),
            ("b", "<b dan c>"),
            ("nama-opd", "<nama-opd>"),
        ] {
            assert!(is_words(name, tag), "{tag}");
        }
        for (name, tag) in [
            ("b", "<b>"),
            ("input", "<input type=\"checkbox\" checked>"),
            ("details", "<details open>"),
            ("hr", "<hr />"),
            ("td", "<td nowrap>"),
            ("o:p", "<o:p>"),
            ("span", "<span style=color: red>"),
        ] {
            assert!(!is_words(name, tag), "{tag}");
        }
    }
}
