//! Who issued a law, as registries and texts name it.

/// Ministries, by the words that name each: in full, and as in the short forms of
/// their regulations (`Permendagri`), without `dan` and marks. The first stands
/// for the others. A ministry that is not here is compared as it is written.
const MINISTRIES: &[&[&str]] = &[
    &["dalam negeri", "dagri"],
    &[
        "pendayagunaan aparatur negara",
        "pendayagunaan aparatur negara reformasi birokrasi",
        "panrb",
        "pan rb",
    ],
    &["komunikasi digital", "komdigi"],
    &["komunikasi informatika", "kominfo"],
    &["keuangan", "keu"],
    &["kesehatan", "kes"],
    &[
        "perencanaan pembangunan nasional",
        "ppn",
        "bappenas",
        "ppn bappenas",
    ],
    &["pekerjaan umum perumahan rakyat", "pupr"],
    &["pekerjaan umum", "pu"],
    &["perumahan kawasan permukiman", "pkp"],
    &["perhubungan", "hub"],
    &["lingkungan hidup kehutanan", "lhk"],
    &["lingkungan hidup", "lh"],
    &["pendidikan kebudayaan", "dikbud"],
    &["pendidikan kebudayaan riset teknologi", "dikbudristek"],
    &["pendidikan dasar menengah", "dikdasmen"],
    &["kebudayaan", "kebud"],
    &["sosial", "sos"],
    &["energi sumber daya mineral", "esdm"],
    &["ketenagakerjaan", "naker"],
    &["perindustrian", "perin"],
    &["perdagangan", "dag"],
    &[
        "koperasi usaha kecil menengah",
        "koperasi ukm",
        "kopukm",
        "kukm",
    ],
    &["pariwisata ekonomi kreatif", "parekraf"],
    &["pariwisata", "par"],
    &["kelautan perikanan", "kp"],
    &["pertanian", "tan"],
    &["agraria tata ruang", "atr", "atr bpn", "agraria"],
    &[
        "desa pembangunan daerah tertinggal transmigrasi",
        "desa",
        "desapdtt",
        "desa pdtt",
    ],
    &["pemberdayaan perempuan perlindungan anak", "pppa", "pp pa"],
    &["hukum hak asasi manusia", "kumham"],
    &["pemuda olahraga", "pora"],
    &["badan usaha milik negara", "bumn"],
    &["agama", "ag"],
];

/// What stands before the name of a ministry.
const BEFORE_MINISTRY: &[&str] = &[
    "peraturan menteri",
    "keputusan menteri",
    "kementerian",
    "menteri",
    "permen",
    "kepmen",
    "kemen",
    "men",
];

/// Level of a regional government.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A province.
    Province,
    /// A regency.
    Regency,
    /// A city.
    City,
}

/// An issuer, as far as a text names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Issuer {
    /// A ministry.
    Ministry {
        /// Its name.
        name: String,
        /// Whether it is one of the list.
        known: bool,
    },
    /// A region.
    Region {
        /// Its level, if that is said.
        level: Option<Level>,
        /// Its name without the level, perhaps empty.
        name: String,
    },
}

impl Issuer {
    /// Reads the name of a ministry, in full or short.
    pub fn ministry(text: &str) -> Option<Self> {
        let text = text.to_lowercase();
        let mut rest = text.trim();
        for before in BEFORE_MINISTRY {
            rest = rest.strip_prefix(before).unwrap_or(rest).trim_start();
        }
        let words: Vec<&str> = words(rest)
            .take_while(|word| *word != "kepala")
            .filter(|word| !["dan", "ri", "republik", "indonesia"].contains(word))
            .collect();
        let name = words.join(" ");
        if name.is_empty() {
            return None;
        }
        let mut listed = MINISTRIES.iter();
        let found = listed.find(|names| names.contains(&name.as_str()));
        Some(Self::Ministry {
            known: found.is_some(),
            name: match found.and_then(|names| names.first()) {
                Some(first) => (*first).to_owned(),
                None => name,
            },
        })
    }

    /// Reads the name of a region or of the office of its head.
    pub fn region(text: &str) -> Option<Self> {
        let text = text.to_lowercase();
        let mut level = None;
        let mut name: Vec<&str> = Vec::new();
        for word in words(&text) {
            match word {
                "kota" | "walikota" => level = Some(Level::City),
                "kabupaten" | "kab" | "bupati" => level = Some(Level::Regency),
                "provinsi" | "prov" | "gubernur" => level = Some(Level::Province),
                "wali" | "pemerintah" | "daerah" | "kepala" => {}
                word => name.push(word),
            }
        }
        let name = name.join(" ");
        (level.is_some() || !name.is_empty()).then_some(Self::Region { level, name })
    }

    /// Whether two names can be of one issuer: what one of them leaves open, the
    /// other may say.
    pub fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Ministry { name, known },
                Self::Ministry {
                    name: other,
                    known: listed,
                },
            ) => name == other || known != listed,
            (
                Self::Region { level, name },
                Self::Region {
                    level: other_level,
                    name: other,
                },
            ) => {
                let same_level = level.is_none() || other_level.is_none() || level == other_level;
                let same_name = name.is_empty() || other.is_empty() || name == other;
                same_level && same_name
            }
            _ => true,
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::Issuer;

    #[test]
    fn one_issuer_has_several_names() {
        for (one, other, same) in [
            ("Permendagri", "Dalam Negeri", true),
            ("Permendagri", "Mendagri", true),
            (
                "PermenPANRB",
                "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
                true,
            ),
            ("Kementerian Kesehatan", "Permenkes", true),
            ("Permendagri", "Permenkes", false),
            (
                "Agraria dan Tata Ruang/Kepala Badan Pertanahan Nasional",
                "ATR/BPN",
                true,
            ),
            ("Permenabc", "Permenxyz", false),
            ("Permenabc", "Permenkes", true),
        ] {
            let (left, right) = (Issuer::ministry(one), Issuer::ministry(other));
            let agree = left.zip(right).map(|(left, right)| left.agrees(&right));
            assert_eq!(agree, Some(same), "{one} / {other}");
        }
        for (one, other, same) in [
            ("Kota Ambon", "Wali Kota Ambon", true),
            ("Kota Ambon", "Provinsi Maluku", false),
            ("Kota Ambon", "Provinsi", false),
            ("Kota Ambon", "Ambon", true),
            ("Kota Ambon", "Kota", true),
            ("Gubernur Maluku", "Provinsi Maluku", true),
            ("Bupati Buru", "Kabupaten Buru", true),
            ("Kota Ambon", "Kota Tual", false),
        ] {
            let (left, right) = (Issuer::region(one), Issuer::region(other));
            let agree = left.zip(right).map(|(left, right)| left.agrees(&right));
            assert_eq!(agree, Some(same), "{one} / {other}");
        }
        assert_eq!(Issuer::ministry("Permen"), None);
        assert_eq!(Issuer::region("Daerah"), None);
    }
}
