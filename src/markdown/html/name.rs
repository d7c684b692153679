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
    pub(crate) fn is_paired(self) -> bool {
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

/// Elements that part the text before a tag of theirs from the text behind it.
const PARAGRAPHS: &str = "\
    address article aside blockquote body caption center dd details dialog div dl dt \
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li \
    main menu nav ol option p pre section summary table tbody tfoot thead tr ul";

/// The other elements of HTML, and the outermost ones of drawings and formulas.
const OTHERS: &str = "\
    a abbr acronym applet area audio b base basefont bdi bdo big blink br button canvas \
    cite code col colgroup data datalist del dfn dir em embed font frame frameset g hgroup \
    i iframe img input ins kbd label link map mark marquee math meta meter nobr noembed \
    noframes noscript object optgroup output param path picture progress q rect rp rt ruby \
    s samp script search select slot small source span strike strong style sub sup svg td \
    template textarea th time title tt u var video wbr";

/// Elements without an end.
const VOID: &str = "\
    area base br col embed hr img input link meta source track wbr";

/// Hidden elements whose content goes on, without tags of its own, until the tag is
/// closed, even if that never happens.
const RAW: &str = "iframe noembed noframes noscript script style title";

/// Attributes that have no value.
const WITHOUT_VALUE: &str = "\
    allowfullscreen async autofocus autoplay border checked compact controls defer \
    disabled download hidden loop multiple muted noshade nowrap open required reversed";

fn is_one_of(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

/// Whether text before a tag and text behind it are different paragraphs.
pub(crate) fn separates_paragraphs(name: &str) -> bool {
    is_one_of(PARAGRAPHS, name)
}

/// Whether a tag has no end.
pub(crate) fn is_void(name: &str) -> bool {
    is_one_of(VOID, name)
}

/// Whether the content of a hidden tag is not read as HTML.
pub(crate) fn is_raw(name: &str) -> bool {
    is_one_of(RAW, name)
}

/// Whether a tag, with its name in small letters, is no HTML but words between `<` and `>`:
/// `<nama lengkap>`, `a<b dan c>d`.
pub(crate) fn is_words(name: &str, tag: &str) -> bool {
    if !separates_paragraphs(name) && !is_one_of(OTHERS, name) && !name.contains(':') {
        return true;
    }
    let inside = tag.trim_start_matches('<').trim_end_matches(['>', '/']);
    // A value may hold anything.
    if inside.contains(['=', '"', '\'']) {
        return false;
    }
    let mut words = inside.split_whitespace().skip(1);
    words.any(|word| !is_one_of(WITHOUT_VALUE, &word.to_ascii_lowercase()) && word != "/")
}

/// Whether a tag keeps what stands before it and behind it apart by a space.
pub(crate) fn separates_words(name: &str) -> bool {
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
