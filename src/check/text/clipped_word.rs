//! Words that are made of the beginnings of others: `Kominfo`.

/// Fewest letters that stand for a word.
const LEAST: usize = 3;

/// Longest word that is taken apart, in letters.
const LONGEST: usize = 24;

/// The positions of the words, two at least, of whose beginnings a word is made.
pub fn parts(clipped: &str, words: &[String]) -> Vec<usize> {
    let letters: Vec<char> = clipped.chars().collect();
    if letters.len() > LONGEST {
        return Vec::new();
    }
    // For each length that can be made: the length before it, and the word.
    let mut made: Vec<Option<(usize, usize)>> = vec![None; letters.len() + 1];
    for from in 0..letters.len() {
        let reached = from == 0 || made.get(from).is_some_and(Option::is_some);
        let rest = letters.get(from..).unwrap_or(&[]);
        for (word, text) in words.iter().enumerate().filter(|_| reached) {
            let common = text.chars().zip(rest).take_while(|(one, two)| one == *two);
            for length in LEAST..=common.count() {
                if let Some(slot) = made.get_mut(from + length) {
                    slot.get_or_insert((from, word));
                }
            }
        }
    }
    let mut parts = Vec::new();
    let mut at = letters.len();
    while at > 0 {
        let Some(Some((before, word))) = made.get(at) else {
            return Vec::new();
        };
        parts.push(*word);
        at = *before;
    }
    parts.sort_unstable();
    parts.dedup();
    match parts.len() {
        0 | 1 => Vec::new(),
        _ => parts,
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn clipped_words_stand_for_several() {
        let words = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
        let kominfo = words("komunikasi informatika persandian");
        assert_eq!(parts("kominfo", &kominfo), [0, 1]);
        assert_eq!(parts("infokom", &kominfo), [0, 1]);
        assert_eq!(parts("kominfosan", &kominfo), Vec::<usize>::new());
        assert_eq!(parts("komunikasi", &kominfo), Vec::<usize>::new());
        assert_eq!(parts("", &kominfo), Vec::<usize>::new());
        assert_eq!(
            parts("perindpar", &words("perindustrian pariwisata")),
            [0, 1]
        );
        let same = words(&"aaaaaaaa ".repeat(9));
        assert_eq!(parts(&"a".repeat(24), &same), Vec::<usize>::new());
    }
}
