//! Words that limit a number: `about`, `more than`.

/// How a sentence limits a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// It is the value, maybe rounded.
    Is,
    /// It is near the value.
    About,
    /// The value is a little less.
    Almost,
    /// The value is more.
    MoreThan,
    /// The value is as much or more.
    AtLeast,
    /// The value is as much or less.
    AtMost,
    /// The value is less.
    LessThan,
}

/// What stands before a number and limits it. Of two that end alike the longer one is meant.
const BEFORE: &[(&str, Bound)] = &[
    ("sekitar", Bound::About),
    ("kira-kira", Bound::About),
    ("kurang lebih", Bound::About),
    ("lebih kurang", Bound::About),
    ("berkisar", Bound::About),
    ("about", Bound::About),
    ("around", Bound::About),
    ("roughly", Bound::About),
    ("approximately", Bound::About),
    ("some", Bound::About),
    ("±", Bound::About),
    ("~", Bound::About),
    ("≈", Bound::About),
    ("hampir", Bound::Almost),
    ("nyaris", Bound::Almost),
    ("mendekati", Bound::Almost),
    ("almost", Bound::Almost),
    ("nearly", Bound::Almost),
    ("close to", Bound::Almost),
    ("just under", Bound::Almost),
    ("lebih dari", Bound::MoreThan),
    ("lebih daripada", Bound::MoreThan),
    ("melebihi", Bound::MoreThan),
    ("melampaui", Bound::MoreThan),
    ("more than", Bound::MoreThan),
    ("exceeding", Bound::MoreThan),
    (">", Bound::MoreThan),
    ("paling sedikit", Bound::AtLeast),
    ("sedikitnya", Bound::AtLeast),
    ("sekurang-kurangnya", Bound::AtLeast),
    ("setidaknya", Bound::AtLeast),
    ("setidak-tidaknya", Bound::AtLeast),
    ("minimal", Bound::AtLeast),
    ("tidak kurang dari", Bound::AtLeast),
    ("at least", Bound::AtLeast),
    ("no less than", Bound::AtLeast),
    ("not less than", Bound::AtLeast),
    ("no fewer than", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    // These may tell a place: `dibangun di atas enam pilar`.
    ("di atas", Bound::AtLeast),
    ("over", Bound::AtLeast),
    ("above", Bound::AtLeast),
    ("paling banyak", Bound::AtMost),
    ("paling lama", Bound::AtMost),
    ("maksimal", Bound::AtMost),
    ("tidak lebih dari", Bound::AtMost),
    ("at most", Bound::AtMost),
    ("up to", Bound::AtMost),
    ("no more than", Bound::AtMost),
    ("not more than", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("di bawah", Bound::AtMost),
    ("under", Bound::AtMost),
    ("below", Bound::AtMost),
    ("kurang dari", Bound::LessThan),
    ("less than", Bound::LessThan),
    ("fewer than", Bound::LessThan),
    ("<", Bound::LessThan),
];

/// How what stands before and behind a number limits it.
pub(super) fn bound(before: &str, behind: &str) -> Bound {
    let before = before.trim_end().to_lowercase();
    let ends = BEFORE.iter().filter(|(words, _)| {
        let rest = before.strip_suffix(words);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphabetic) || !words.is_ascii())
    });
    if let Some((_, bound)) = ends.max_by_key(|(words, _)| words.len()) {
        return *bound;
    }
    let behind = behind.trim_start().to_lowercase();
    let behind = behind
        .strip_prefix("rupiah")
        .unwrap_or(&behind)
        .trim_start();
    match behind.strip_prefix("lebih") {
        Some(rest) if !rest.starts_with(char::is_alphabetic) => Bound::MoreThan,
        Some(_) | None if behind.starts_with('+') => Bound::AtLeast,
        Some(_) | None => Bound::Is,
    }
}
