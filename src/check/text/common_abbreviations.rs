//! Words in capitals that need no explanation: the list is short, so that the
//! abbreviations of administration stay out of it.

/// Units.
const UNITS: &[&str] = &[
    "KB", "MB", "GB", "TB", "PB", "KHz", "MHz", "GHz", "KW", "MW", "GW", "KWh", "MWh", "GWh",
    "KVA", "MVA", "MM", "CM", "KM", "HA", "MG", "KG",
];

/// What every citizen reads without being told.
const EVERYDAY: &[&str] = &[
    "RI", "NKRI", "UUD", "UU", "PP", "SK", "TNI", "PT", "CV", "RT", "RW", "KTP", "NIP", "TK", "SD",
    "SMP", "SMA", "SMK", "WIB", "WITA", "WIT", "TV", "AC", "LED", "USB", "SMS", "PDF", "WC", "BAB",
];

/// Words that are written in capitals to stress them.
const STRESSED: &[&str] = &[
    "DAN", "ATAU", "TIDAK", "BUKAN", "BELUM", "JANGAN", "HANYA", "HARUS", "WAJIB", "BOLEH",
    "DILARANG", "SEMUA", "SETIAP", "SELURUH", "PENTING", "CATATAN", "NOT", "MUST", "ALL", "AND",
    "OR",
];

/// Whether a word is one of them.
pub fn is_common(word: &str) -> bool {
    [UNITS, EVERYDAY, STRESSED]
        .iter()
        .any(|list| list.contains(&word))
}
