//! The rules, each with its code, name and severity.
//!
//! `SRC` is about files, `FMT` about what stands in one entry, `REF` about
//! links between entries, `TXT` about narrative, `PDF` about the printed book.

use super::Severity;

/// A rule that a plan can break. Codes and names are stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Short stable code.
    pub code: &'static str,
    /// Name in words.
    pub name: &'static str,
    /// How bad breaking it is.
    pub severity: Severity,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $ident:ident = $code:literal $name:literal $severity:ident;)*) => {
        $($(#[$doc])* pub const $ident: Rule = Rule {
            code: $code,
            name: $name,
            severity: Severity::$severity,
        };)*

        /// All rules, in the order of their codes.
        pub const ALL: &[Rule] = &[$($ident),*];
    };
}

rules! {
    /// A file or folder that the file system does not give out.
    UNREADABLE_FILE = "SRC001" "unreadable-file" Error;
    /// Bytes that are not UTF-8 in a file of text.
    INVALID_UTF8 = "SRC002" "invalid-utf8" Error;
    /// A file above the size limit.
    FILE_TOO_LARGE = "SRC003" "file-too-large" Error;
    /// A symbolic link in the plan directory.
    SYMBOLIC_LINK = "SRC004" "symbolic-link" Error;
    /// A file that has no place in the layout.
    ORPHAN_FILE = "SRC005" "orphan-file" Warning;
    /// No `plan.toml`, no `pillar.toml`, no `opd.toml` where one is needed.
    MISSING_FILE = "SRC006" "missing-file" Error;

    /// Not TOML.
    SYNTAX_ERROR = "FMT001" "syntax-error" Error;
    /// A value of another type than the key takes.
    WRONG_TYPE = "FMT002" "wrong-type" Error;
    /// A key that the entry does not have.
    UNKNOWN_KEY = "FMT003" "unknown-key" Error;
    /// A required key that is not there.
    MISSING_FIELD = "FMT004" "missing-field" Error;
    /// A value of the right type that is not allowed.
    INVALID_VALUE = "FMT005" "invalid-value" Error;
    /// An id that does not match the grammar.
    INVALID_ID = "FMT006" "invalid-id" Error;
    /// A year outside the period of the plan.
    YEAR_OUTSIDE_PERIOD = "FMT007" "year-outside-period" Error;
    /// An end that lies before its start.
    END_BEFORE_START = "FMT008" "end-before-start" Error;
    /// A stated total that is not the sum of the lines.
    TOTAL_MISMATCH = "FMT009" "total-mismatch" Error;

    /// Two things of one kind with the same id, or ids that differ in case only.
    DUPLICATE_ID = "REF001" "duplicate-id" Error;
    /// A reference to something that does not exist.
    UNKNOWN_REFERENCE = "REF002" "unknown-reference" Error;
    /// A dimension that belongs to another pillar.
    FOREIGN_DIMENSION = "REF003" "foreign-dimension" Error;
    /// Two programmes of a pillar with the same number.
    DUPLICATE_NUMBER = "REF004" "duplicate-number" Error;
    /// References into files that could not be read are not judged.
    NOT_JUDGED = "REF005" "not-judged" Warning;
    /// The same line of a registry twice, or a table that may stand once.
    DUPLICATE_ENTRY = "REF006" "duplicate-entry" Error;

    /// A link in Markdown that is neither a web address nor a known scheme.
    UNKNOWN_LINK = "TXT001" "unknown-link" Error;
    /// An image that is not in the plan's assets.
    MISSING_IMAGE = "TXT002" "missing-image" Error;
    /// An image that cannot be decoded.
    BROKEN_IMAGE = "TXT003" "broken-image" Error;
    /// HTML that the book cannot show.
    HTML_IN_TEXT = "TXT004" "html-in-text" Warning;
    /// Text nested too deeply to be set.
    NESTED_TOO_DEEP = "TXT005" "nested-too-deep" Error;
    /// A chapter without a title.
    CHAPTER_WITHOUT_TITLE = "TXT006" "chapter-without-title" Error;
    /// An image that says nothing to a reader who cannot see it.
    IMAGE_WITHOUT_ALT = "TXT007" "image-without-alternative-text" Warning;

    /// Typst could not set the book.
    TYPESETTING = "PDF001" "typesetting" Error;
    /// Typst set the book and has a remark.
    TYPESETTING_REMARK = "PDF002" "typesetting-remark" Warning;
    /// The book does not conform to the archival and accessibility standards.
    NONCONFORMING = "PDF003" "nonconforming-pdf" Warning;
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn codes_and_names_are_unique() {
        for (i, rule) in ALL.iter().enumerate() {
            for other in &ALL[i + 1..] {
                assert_ne!(rule.code, other.code);
                assert_ne!(rule.name, other.name);
            }
        }
    }
}
