//! The grammar of nomenclature codes.

/// What a code stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// `2.16.03`
    Program,
    /// `2.16.03.2.02`
    Activity,
    /// `2.16.03.2.02.0026`, or `2.16.03.2.02.09` in older documents.
    SubActivity,
}

/// A well-formed code, in the parts of which rules ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code<'a> {
    field: &'a str,
    program: &'a str,
    government: Option<&'a str>,
    activity: Option<&'a str>,
    sub: Option<&'a str>,
    level: Level,
}

impl<'a> Code<'a> {
    /// Reads a code; `None` if it does not follow the grammar.
    pub fn parse(text: &'a str) -> Option<Self> {
        let mut parts = text.split('.');
        let (affair, field) = (parts.next()?, parts.next()?);
        let field = text.get(..affair.len() + 1 + field.len())?;
        let program = parts.next()?;
        let (government, activity, sub) = (parts.next(), parts.next(), parts.next());
        if parts.next().is_some() || !is_field(field) || !digits(program, 2) {
            return None;
        }
        let level = match (government, activity, sub) {
            (None, ..) => Level::Program,
            (Some(government), Some(activity), sub)
                if digits(government, 1) && digits(activity, 2) =>
            {
                match sub {
                    None => Level::Activity,
                    Some(sub) if digits(sub, 2) || digits(sub, 4) => Level::SubActivity,
                    Some(_) => return None,
                }
            }
            _ => return None,
        };
        Some(Self {
            field,
            program,
            government,
            activity,
            sub,
            level,
        })
    }

    /// What it stands for.
    pub fn level(&self) -> Level {
        self.level
    }

    /// The field of government affairs: `2.16`.
    pub(crate) fn field(&self) -> &'a str {
        self.field
    }

    /// Whether the programme is that of another code. `X.XX` stands for every
    /// field.
    pub(crate) fn shares_program(&self, other: &Code<'_>) -> bool {
        let any = self.field == ANY_FIELD || other.field == ANY_FIELD;
        self.program == other.program && (any || self.field == other.field)
    }

    /// Whether it is of the activity of another code.
    pub(crate) fn is_in(&self, activity: &Code<'_>) -> bool {
        let same = self.government == activity.government && self.activity == activity.activity;
        same && self.shares_program(activity)
    }

    /// The level of government whose activity it is, if it is one.
    pub(crate) fn government(&self) -> Option<&'a str> {
        self.government
    }

    /// Number of digits of the sub-activity, if it is one.
    pub(crate) fn generation(&self) -> Option<usize> {
        self.sub.map(str::len)
    }
}

/// What stands for every field in programmes of support.
pub(crate) const ANY_FIELD: &str = "X.XX";

/// Whether text is a field of government affairs: `2.16`, or `X.XX`.
pub(crate) fn is_field(text: &str) -> bool {
    if text == ANY_FIELD {
        return true;
    }
    let Some((affair, field)) = text.split_once('.') else {
        return false;
    };
    let Ok(number) = field.parse::<u8>() else {
        return false;
    };
    // Affairs 4 to 8 are organs and support; their fields are not numbered in
    // one sequence.
    digits(field, 2)
        && match affair {
            "1" => (1..=6).contains(&number),
            "2" => (7..=24).contains(&number),
            "3" => (25..=32).contains(&number),
            "4" | "5" | "6" | "7" | "8" => number > 0,
            _ => false,
        }
}

/// The code that a text is, but for what people put around it: white space, a
/// point at the end, small letters, and one separator instead of the point. Two
/// separators in one text are more than one code, or a range of them.
pub(crate) fn tidy(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_suffix('.').unwrap_or(text);
    let mut separators: Vec<char> = text.chars().filter(|c| !c.is_alphanumeric()).collect();
    separators.sort_unstable();
    separators.dedup();
    let parts: Vec<&str> = match separators.as_slice() {
        [separator @ ('.' | ',' | '-' | '/' | ' ')] => text.split(*separator).collect(),
        _ => return None,
    };
    let whole = parts.iter().all(|part| !part.is_empty());
    whole.then(|| parts.join(".").to_uppercase())
}

/// Whether text is so many digits.
pub(crate) fn digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_both_generations_are_read() {
        for (text, level) in [
            ("2.16.03", Level::Program),
            ("X.XX.01", Level::Program),
            ("2.16.03.2.02", Level::Activity),
            ("2.16.03.2.02.09", Level::SubActivity),
            ("2.16.03.2.02.0026", Level::SubActivity),
        ] {
            assert_eq!(
                Code::parse(text).map(|code| code.level()),
                Some(level),
                "{text}"
            );
        }
        for text in [
            "",
            "2.16",
            "2.16.3",
            "2.16.03.2",
            "1.01.01.02.01.0001",
            "2.16.03.2.02.026",
            "2.16.03.2.02.0026.5.1.02",
            "9.16.03",
            "1.07.01",
            "2.16.03.",
        ] {
            assert_eq!(Code::parse(text), None, "{text}");
        }
    }

    #[test]
    fn tidying_touches_separators_only() {
        for (text, code) in [
            (" 2.16.03. ", "2.16.03"),
            ("2-16-03", "2.16.03"),
            ("2 16 03", "2.16.03"),
            ("2,16,03,2,02", "2.16.03.2.02"),
            ("x.xx.01", "X.XX.01"),
        ] {
            assert_eq!(tidy(text).as_deref(), Some(code), "{text}");
        }
        for text in [
            "",
            "2.16.03, 2.16.04",
            "2.16.02 / 2.16.03",
            "2.16.02-2.16.03",
            "2.16.03.2.02-03",
            "2.16.02.2.01 - 02",
            "2-16-03 2,02",
            "2 . 16 . 03",
            "2..16.03",
            "2_16_03",
            "2\u{2013}16\u{2013}03",
        ] {
            assert_eq!(tidy(text), None, "{text}");
        }
    }
}
