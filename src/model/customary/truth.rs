//! Yes and no.

use super::Meant;

/// What may have been meant by a word for yes or no.
pub(crate) fn truth(text: &str) -> Option<Meant> {
    let word = text.to_lowercase();
    let word = word.trim_end_matches(['.', '!']);
    Some(match word {
        "ya" | "iya" | "y" | "yes" | "true" | "benar" | "betul" | "1" | "✓" | "✔" | "☑" => {
            Meant::sure("true")
        }
        "tidak" | "tdk" | "no" | "false" | "salah" | "bukan" | "0" | "☐" => Meant::sure("false"),
        "x" | "v" | "on" | "ada" | "sudah" | "aktif" | "setuju" => {
            Meant::perhaps(vec!["true".to_owned()])
        }
        "n" | "t" | "off" | "belum" | "-" | "tidak ada" | "nonaktif" => {
            Meant::perhaps(vec!["false".to_owned()])
        }
        _ => return None,
    })
}
