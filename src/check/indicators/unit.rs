//! Units as people mean them.

use crate::check::name::key;

/// Customary units and the other ways in which they are written. Units of
/// indicators are no closed list; what is not here is compared as it stands.
const SPELLINGS: &[(&str, &[&str])] = &[
    ("persen", &["%", "percent", "per cent"]),
    ("orang", &["org"]),
    ("detik", &["dtk"]),
    ("menit", &["mnt"]),
    ("tahun", &["thn"]),
    ("bulan", &["bln"]),
    ("meter", &["m", "mtr"]),
    ("kilometer", &["km"]),
    ("meter persegi", &["m2", "m²"]),
    ("kilometer persegi", &["km2", "km²"]),
    ("meter kubik", &["m3", "m³"]),
    ("hektare", &["ha", "hektar"]),
    ("kilogram", &["kg"]),
    ("liter", &["l", "ltr"]),
    ("derajat celsius", &["°c"]),
    ("megabit per detik", &["mbps"]),
    ("kilowatt jam", &["kwh"]),
];

/// A unit by which two units are the same: without case, with `per` for a stroke,
/// and each part in its customary spelling.
pub(crate) fn unit_key(unit: &str) -> String {
    let unit = key(&unit.replace('/', " per "));
    let parts: Vec<&str> = match customary(&unit) {
        Some(whole) => vec![whole],
        None => unit
            .split(" per ")
            .map(|part| customary(part).unwrap_or(part))
            .collect(),
    };
    parts.join(" per ")
}

fn customary(unit: &str) -> Option<&'static str> {
    let mut spellings = SPELLINGS.iter();
    let found = spellings.find(|(_, others)| others.contains(&unit));
    found.map(|(customary, _)| *customary)
}

#[cfg(test)]
mod tests {
    use super::unit_key;

    #[test]
    fn one_unit_has_several_spellings() {
        for (one, other) in [
            ("%", "Persen"),
            ("per cent", "persen"),
            ("orang/bln", "orang per bulan"),
            ("liter / detik", "l per dtk"),
            ("M2", "meter  persegi"),
            ("Mbps", "megabit per detik"),
        ] {
            assert_eq!(unit_key(one), unit_key(other), "{one}");
        }
        assert_ne!(unit_key("m"), unit_key("menit"));
        assert_eq!(unit_key("laporan"), "laporan");
    }
}
