//! Words in capitals that need no explanation. What only the administration of one field
//! says, such as names of plans and systems, stays out of the lists.

/// Units.
const UNITS: &[&str] = &[
    "KB", "MB", "GB", "TB", "PB", "KHz", "MHz", "GHz", "KW", "MW", "GW", "KWh", "MWh", "GWh",
    "KVA", "MVA", "MM", "CM", "KM", "HA", "MG", "KG",
];

/// What every citizen reads without being told.
const EVERYDAY: &[&str] = &[
    "RI", "NKRI", "UUD", "UU", "PP", "SK", "TNI", "PT", "CV", "RT", "RW", "KTP", "NIP", "TK", "SD",
    "SMP", "SMA", "SMK", "WIB", "WITA", "WIT", "TV", "AC", "LED", "USB", "SMS", "PDF", "WC", "BAB",
    "UD", "HP", "WA", "GPS", "CCTV", "ATM", "QR", "HIV", "AIDS", "TBC", "DBD", "COVID", "PLN",
    "BBM", "KK", "NIK", "SIM", "RP",
];

/// What every office of a region says, and what stands in the titles of the official
/// nomenclature, which nobody may change.
const ADMINISTRATION: &[&str] = &[
    "OPD", "SKPD", "APBD", "APBN", "PAD", "DPR", "DPRD", "BPK", "BPKP", "KPK", "BPS", "BPJS",
    "SDM", "ASN", "PNS", "UMKM", "BUMN", "BUMD", "BLUD", "UPTD", "UPT", "RSUD", "PKK", "MPR",
    "KPU", "POLRI",
];

/// Words that are written in capitals to stress them.
const STRESSED: &[&str] = &[
    "DAN",
    "ATAU",
    "TIDAK",
    "BUKAN",
    "BELUM",
    "JANGAN",
    "HANYA",
    "HARUS",
    "WAJIB",
    "BOLEH",
    "DILARANG",
    "SEMUA",
    "SETIAP",
    "SELURUH",
    "PENTING",
    "CATATAN",
    "NOT",
    "MUST",
    "ALL",
    "AND",
    "OR",
    "VISI",
    "MISI",
    "TUJUAN",
    "SASARAN",
    "STRATEGI",
    "PENDAHULUAN",
    "PENUTUP",
    "PENGANTAR",
    "LAMPIRAN",
    "DAFTAR",
    "ISI",
    "TABEL",
    "GAMBAR",
    "NAMA",
    "NOMOR",
    "JUMLAH",
    "TOTAL",
    "TAHUN",
    "TARGET",
    "URAIAN",
    "KETERANGAN",
    "SATUAN",
    "PROGRAM",
    "KEGIATAN",
    "INDIKATOR",
    "ANGGARAN",
    "SUMBER",
    "ALAMAT",
    "KOTA",
    "KABUPATEN",
    "PROVINSI",
    "DINAS",
    "BADAN",
    "UNTUK",
    "YANG",
    "PADA",
    "OLEH",
    "ATAS",
    "BAGI",
    "DENGAN",
    "DALAM",
    "DARI",
    "AGAR",
];

/// Whether a word is one of them.
pub(crate) fn is_common(word: &str) -> bool {
    [UNITS, EVERYDAY, ADMINISTRATION, STRESSED]
        .iter()
        .any(|list| list.contains(&word))
}
