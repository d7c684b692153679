//! Numbers in Indonesian words.

/// The number that a text says in words: `seratus lima puluh juta`. `None` if it is
/// anything else.
pub(crate) fn in_words(text: &str) -> Option<i64> {
    let text = text.to_lowercase().replace('-', " ");
    let (mut total, mut below, mut last) = (0i64, 0i64, 0i64);
    let mut some = false;
    // What is said must get smaller: `seratus dua ratus` are two numbers.
    let mut smallest = i64::MAX;
    for word in text.split_whitespace().filter(|word| *word != "dan") {
        some = true;
        let step = match word {
            "belas" | "sepuluh" | "sebelas" | "puluh" => 100,
            "seratus" | "ratus" => 1_000,
            _ => 1,
        };
        if step > 1 && below % step != 0 {
            return None;
        }
        match word {
            "belas" if !(2..=9).contains(&last) => return None,
            "sepuluh" | "sebelas" | "seratus" | "seribu" | "sejuta" | "semiliar" | "semilyar"
                if last != 0 =>
            {
                return None;
            }
            "puluh" | "ratus" if !(2..=9).contains(&last) => return None,
            "belas" => last = last.checked_add(10)?,
            "sepuluh" => last = last.checked_add(10)?,
            "sebelas" => last = last.checked_add(11)?,
            "puluh" => {
                below = below.checked_add(last.checked_mul(10)?)?;
                last = 0;
            }
            "seratus" => below = below.checked_add(100)?,
            "ratus" => {
                below = below.checked_add(last.checked_mul(100)?)?;
                last = 0;
            }
            "seribu" | "sejuta" | "semiliar" | "semilyar" => {
                let scale = match word {
                    "seribu" => 1_000,
                    "sejuta" => 1_000_000,
                    _ => 1_000_000_000,
                };
                if below != 0 || scale >= smallest {
                    return None;
                }
                smallest = scale;
                total = total.checked_add(scale)?;
            }
            "ribu" | "juta" | "miliar" | "milyar" | "triliun" | "trilyun" => {
                let scale = match word {
                    "ribu" => 1_000,
                    "juta" => 1_000_000,
                    "miliar" | "milyar" => 1_000_000_000,
                    _ => 1_000_000_000_000,
                };
                let count = below.checked_add(last)?;
                if count == 0 || scale >= smallest {
                    return None;
                }
                smallest = scale;
                total = total.checked_add(count.checked_mul(scale)?)?;
                (below, last) = (0, 0);
            }
            word => {
                let digits = [
                    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan",
                    "sembilan",
                ];
                let digit = digits.iter().position(|digit| *digit == word)?;
                if last != 0 {
                    return None;
                }
                last = i64::try_from(digit).ok()?;
            }
        }
    }
    let sum = total.checked_add(below)?.checked_add(last)?;
    some.then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn numbers_are_read_as_they_are_spoken() {
        for (text, number) in [
            ("sepuluh", Some(10)),
            ("dua belas", Some(12)),
            ("dua puluh lima", Some(25)),
            ("seratus lima puluh juta", Some(150_000_000)),
            (
                "satu miliar dua ratus lima puluh juta tiga ratus ribu",
                Some(1_250_300_000),
            ),
            ("seribu lima ratus", Some(1_500)),
            ("juta", None),
            ("seratus dua ratus juta", None),
            ("seratus juta dua ratus juta", None),
            ("dua puluh tiga puluh", None),
            ("dua tiga", None),
            ("seribu dua ribu", None),
            ("sepuluh lima", None),
            ("sembilan belas ribu lima ratus", Some(19_500)),
            ("banyak", None),
            ("", None),
        ] {
            assert_eq!(in_words(text), number, "{text}");
        }
    }
}
