//! Names that are like each other.

/// The name in `known` that is most like `wrong`, if one is like it at all.
///
/// Likeness is the Damerau–Levenshtein distance; a third of the longer name may
/// differ, and at least one character always may.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    distances(wrong, known).min().map(|(_, name)| name)
}

/// The name that is most like `wrong`, if no other is as like it.
pub fn only_nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut all: Vec<_> = distances(wrong, known).collect();
    all.sort_unstable();
    match all.as_slice() {
        [(_, name)] => Some(name),
        [(first, name), (second, _), ..] if first < second => Some(name),
        _ => None,
    }
}

fn distances<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> impl Iterator<Item = (usize, &'a str)> {
    let lower = wrong.to_lowercase();
    let length = wrong.chars().count();
    known.into_iter().filter_map(move |name| {
        let limit = (length.max(name.chars().count()) / 3).max(1);
        // Lengths that differ by more cannot be nearer.
        if length.abs_diff(name.chars().count()) > limit {
            return None;
        }
        let distance = strsim::damerau_levenshtein(&lower, &name.to_lowercase());
        (distance <= limit).then_some((distance, name))
    })
}

#[cfg(test)]
mod tests {
    use super::{nearest, only_nearest};

    #[test]
    fn a_slip_of_the_pen_finds_its_name_and_a_stranger_does_not() {
        let known = ["diskominfo", "dishub", "bpbd"];
        assert_eq!(nearest("diskomifno", known), Some("diskominfo"));
        assert_eq!(nearest("DISHUB", known), Some("dishub"));
        assert_eq!(nearest("perpustakaan", known), None);
    }

    #[test]
    fn what_is_as_like_two_names_is_like_neither() {
        assert_eq!(only_nearest("cod", ["code", "cord", "title"]), None);
        assert_eq!(only_nearest("titel", ["code", "title"]), Some("title"));
    }
}
