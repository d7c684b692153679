//! What keys and words of a plan are called in Indonesian, and by other words in English.
//!
//! They are not read. Whoever writes `judul`, `berjalan` or `ongoing` is told what to write.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Keys with what else they are called than [reports](CALLED) call them, the customary name
/// first.
const KEYS: &[(&str, &[&str])] = &[
    ("abbreviation", &["singkatan", "nama singkat", "akronim"]),
    ("accepted", &["perubahan yang diterima", "diterima"]),
    (
        "achievement",
        &["skala penilaian", "skala capaian", "penilaian", "kinerja"],
    ),
    ("activity", &["kegiatan", "aktivitas"]),
    ("also", &["pilar lain", "pilar tambahan", "juga"]),
    (
        "amount",
        &[
            "jumlah",
            "nilai",
            "pagu",
            "anggaran",
            "nominal",
            "besaran",
            "rupiah",
            "dana",
            "jumlah anggaran",
            "nilai anggaran",
            "alokasi",
            "rp",
            "value",
            "cost",
        ],
    ),
    ("annex", &["lampiran"]),
    (
        "answers",
        &[
            "menjawab usulan",
            "menjawab",
            "usulan",
            "usulan yang dijawab",
        ],
    ),
    ("aspect", &["aspek", "aspek yang dilihat"]),
    ("authors", &["penulis", "pengarang", "penyusun"]),
    ("bands", &["kategori skala", "kategori", "pita"]),
    (
        "baseline",
        &[
            "nilai awal",
            "data dasar",
            "kondisi awal",
            "baseline",
            "capaian awal",
            "awal",
        ],
    ),
    ("body", &["isi buku", "isi", "bab", "batang tubuh"]),
    (
        "budget",
        &[
            "anggaran",
            "pendanaan",
            "biaya",
            "dana",
            "pagu",
            "rincian anggaran",
            "belanja",
        ],
    ),
    (
        "budget-change-amount",
        &["jumlah perubahan anggaran", "nilai perubahan anggaran"],
    ),
    (
        "budget-change-percent",
        &["persen perubahan anggaran", "perubahan anggaran"],
    ),
    (
        "by",
        &[
            "oleh",
            "pengusul",
            "diusulkan oleh",
            "diubah oleh",
            "dicabut oleh",
            "penulis",
        ],
    ),
    ("cap", &["capaian tertinggi", "batas atas"]),
    (
        "caption",
        &[
            "keterangan",
            "judul",
            "judul tabel",
            "judul gambar",
            "takarir",
        ],
    ),
    ("ceiling", &["pagu", "pagu anggaran", "pagu indikatif"]),
    ("change", &["perubahan", "sidik perubahan"]),
    ("changes", &["tingkat perubahan", "perubahan"]),
    (
        "city",
        &[
            "kota",
            "nama kota",
            "kabupaten",
            "nama kabupaten",
            "daerah",
            "nama daerah",
        ],
    ),
    (
        "code",
        &[
            "kode",
            "kode program",
            "kode kegiatan",
            "kode rekening",
            "kode opd",
            "kode skpd",
            "kode pilar",
            "nomenklatur",
            "kode nomenklatur",
        ],
    ),
    ("color", &["warna", "colour"]),
    ("commitment", &["komitmen", "pernyataan komitmen"]),
    (
        "confirmed",
        &["dipastikan", "pasti", "sudah pasti", "terkonfirmasi"],
    ),
    (
        "council",
        &["dewan", "dewan smart city", "dewan kota cerdas"],
    ),
    ("council-elements", &["unsur dewan", "unsur"]),
    (
        "current",
        &[
            "nilai kini",
            "kini",
            "saat ini",
            "nilai saat ini",
            "kondisi saat ini",
        ],
    ),
    (
        "date",
        &[
            "tanggal",
            "tgl",
            "hari",
            "tanggal tanda tangan",
            "tanggal penetapan",
        ],
    ),
    (
        "deadline",
        &[
            "tenggat",
            "batas waktu",
            "tanggal selesai",
            "target selesai",
        ],
    ),
    (
        "decimals",
        &["angka di belakang koma", "desimal", "angka desimal"],
    ),
    (
        "decree",
        &[
            "keputusan",
            "peraturan",
            "sk",
            "surat keputusan",
            "penetapan",
            "dasar penetapan",
        ],
    ),
    (
        "depends-on",
        &[
            "bergantung pada",
            "tergantung",
            "tergantung pada",
            "ketergantungan",
            "bergantung",
            "prasyarat",
            "menunggu",
        ],
    ),
    (
        "description",
        &["uraian", "deskripsi", "keterangan", "penjelasan", "summary"],
    ),
    ("dimension", &["dimensi"]),
    ("direction", &["arah", "arah indikator", "kecenderungan"]),
    ("district", &["kecamatan", "lokasi", "wilayah"]),
    (
        "districts",
        &["lokasi", "kecamatan", "wilayah", "tempat", "lokus"],
    ),
    ("document", &["dokumen", "berkas", "bukti", "surat"]),
    (
        "down",
        &["rumus indikator yang turun", "turun", "rumus turun"],
    ),
    ("element", &["unsur", "elemen"]),
    (
        "emblem",
        &["lambang", "logo", "lambang kota", "lambang daerah"],
    ),
    (
        "emblem-alt",
        &["teks alternatif lambang", "keterangan lambang"],
    ),
    (
        "end",
        &[
            "selesai",
            "akhir",
            "berakhir",
            "tanggal selesai",
            "tgl selesai",
            "tanggal akhir",
            "sampai",
            "tahun akhir",
            "tahun selesai",
            "waktu selesai",
            "finish",
        ],
    ),
    ("entry", &["entri", "berkas"]),
    (
        "evaluation-months",
        &["bulan antarevaluasi", "bulan evaluasi", "jarak evaluasi"],
    ),
    ("evidence", &["bukti", "dasar", "dasar penilaian"]),
    ("example", &["contoh", "hanya contoh"]),
    ("exception", &["pengecualian", "kecuali"]),
    ("fields", &["bidang urusan", "urusan", "bidang"]),
    ("finding", &["temuan", "catatan"]),
    (
        "follow-up",
        &["tindak lanjut", "rencana tindak lanjut", "rekomendasi"],
    ),
    (
        "from",
        &["mulai dari persen", "dari", "mulai dari", "batas bawah"],
    ),
    ("front", &["bagian awal", "awal", "halaman depan"]),
    ("gap", &["kesenjangan", "kekurangan", "yang belum ada"]),
    ("goal", &["sasaran", "tujuan", "sasaran pilar"]),
    (
        "government",
        &[
            "pemerintah",
            "pemerintahan",
            "jenis pemerintahan",
            "jenis daerah",
            "tingkat pemerintahan",
        ],
    ),
    (
        "head",
        &[
            "kepala",
            "kepala opd",
            "kepala dinas",
            "kepala badan",
            "pimpinan",
            "pejabat",
        ],
    ),
    ("id", &["id", "kode", "pengenal", "slug"]),
    (
        "indicator",
        &["indikator", "indikator kinerja", "ukuran", "tolok ukur"],
    ),
    (
        "institution",
        &["lembaga", "institusi", "instansi", "organisasi"],
    ),
    (
        "issuer",
        &[
            "penerbit",
            "lembaga penerbit",
            "instansi penerbit",
            "kementerian",
        ],
    ),
    (
        "kind",
        &[
            "jenis",
            "tipe",
            "macam",
            "jenis opd",
            "jenis indikator",
            "jenis peraturan",
        ],
    ),
    ("language", &["bahasa"]),
    ("last-number", &["nomor terakhir"]),
    ("law", &["peraturan", "dasar hukum", "regulasi", "hukum"]),
    (
        "laws",
        &[
            "dasar hukum",
            "peraturan",
            "regulasi",
            "landasan hukum",
            "hukum",
        ],
    ),
    ("links", &["alamat web", "tautan"]),
    ("long", &["kepanjangan", "panjang", "arti"]),
    ("map", &["peta", "peta kecamatan", "berkas peta"]),
    ("margins", &["margin", "tepi halaman"]),
    (
        "measured-by",
        &[
            "cara ukur",
            "diukur oleh",
            "cara pengukuran",
            "pengukuran",
            "sumber data",
            "metode",
            "penanggung jawab data",
        ],
    ),
    ("member", &["anggota", "anggota dewan"]),
    ("mission", &["misi"]),
    (
        "mitigation",
        &["mitigasi", "penanganan", "pengendalian", "tindakan"],
    ),
    (
        "name",
        &[
            "nama",
            "nama lengkap",
            "nama opd",
            "nama pilar",
            "nama pejabat",
            "nama indikator",
            "indikator",
            "uraian",
            "nama kepala",
            "judul",
            "title",
        ],
    ),
    ("need", &["kebutuhan", "kebutuhan kelembagaan"]),
    ("nip", &["nip", "nomor induk pegawai"]),
    ("number", &["nomor", "no", "nomor urut", "no urut", "urut"]),
    ("numbering", &["penomoran", "bernomor"]),
    (
        "opd",
        &[
            "opd",
            "skpd",
            "perangkat daerah",
            "dinas",
            "organisasi perangkat daerah",
            "instansi",
        ],
    ),
    ("order", &["urutan", "urut", "nomor urut", "no"]),
    ("output", &["keluaran", "hasil", "luaran"]),
    ("paper", &["kertas", "ukuran kertas"]),
    (
        "partners",
        &[
            "mitra",
            "mitra kerja",
            "opd pendukung",
            "pendukung",
            "kerja sama",
        ],
    ),
    (
        "period",
        &["periode", "tahun", "masa berlaku", "jangka waktu"],
    ),
    (
        "person-in-charge",
        &["penanggung jawab", "penanggungjawab", "pic", "koordinator"],
    ),
    ("phase", &["fase", "tahap", "tahapan"]),
    ("pillar", &["pilar", "pilar utama"]),
    ("place", &["tempat", "lokasi", "kota"]),
    ("policy", &["ambang", "kebijakan", "arah kebijakan"]),
    ("position", &["jabatan", "nama jabatan", "posisi"]),
    ("priority", &["program prioritas", "prioritas"]),
    ("program", &["program", "programnya", "id program"]),
    ("promise", &["janji", "dijanjikan", "janji kepada warga"]),
    ("province", &["provinsi", "propinsi", "nama provinsi"]),
    (
        "quick-win",
        &["quick win", "program unggulan", "percepatan"],
    ),
    ("quick-win-months", &["bulan quick win", "lama quick win"]),
    ("quick-win-years", &["tahun quick win"]),
    ("readiness", &["kesiapan", "kesiapan kota"]),
    ("realised", &["capaian", "realisasi", "hasil"]),
    ("reason", &["alasan", "sebab"]),
    ("reviewer", &["pemeriksa", "penelaah", "diperiksa oleh"]),
    ("revision", &["revisi", "versi", "perubahan"]),
    ("risk", &["risiko", "resiko"]),
    ("role", &["peran", "kedudukan", "jabatan"]),
    ("rpjmd", &["rpjmd"]),
    ("rule", &["aturan", "nama aturan"]),
    ("rules", &["tingkat aturan", "aturan"]),
    ("scope", &["cakupan", "lingkup", "ruang lingkup"]),
    ("score", &["nilai", "skor", "nilai keseluruhan"]),
    ("short", &["singkatan", "pendek"]),
    ("show", &["tampilkan", "tampil"]),
    ("since", &["sejak", "menjabat sejak", "mulai", "tmt"]),
    ("single-source-percent", &["persen satu sumber"]),
    (
        "source",
        &[
            "sumber",
            "sumber dana",
            "sumber anggaran",
            "sumber data",
            "sumber pendanaan",
            "referensi",
            "rujukan",
        ],
    ),
    ("stakeholder", &["pemangku kepentingan", "mitra", "lembaga"]),
    (
        "start",
        &[
            "mulai",
            "awal",
            "tanggal mulai",
            "tgl mulai",
            "dimulai",
            "dari",
            "tahun awal",
            "tahun mulai",
            "waktu mulai",
            "begin",
        ],
    ),
    ("status", &["status", "keadaan", "kondisi", "tahap"]),
    (
        "sub",
        &["sub kegiatan", "subkegiatan", "sub activity", "subactivity"],
    ),
    (
        "subtitle",
        &["subjudul", "sub judul", "anak judul", "penjelasan nama"],
    ),
    (
        "summary",
        &[
            "ringkasan",
            "uraian",
            "deskripsi",
            "keterangan",
            "penjelasan",
            "manfaat",
            "gambaran umum",
            "uraian program",
            "description",
            "abstract",
        ],
    ),
    (
        "supports",
        &["mendukung", "dukungan", "sasaran", "tujuan", "menunjang"],
    ),
    (
        "target",
        &[
            "sasaran nilai",
            "target",
            "nilai target",
            "nilai yang dituju",
        ],
    ),
    (
        "target-group",
        &["kelompok sasaran", "sasaran", "penerima manfaat"],
    ),
    (
        "targets",
        &["target", "target tahunan", "target kinerja", "sasaran"],
    ),
    (
        "text",
        &[
            "teks",
            "isi",
            "uraian",
            "bunyi",
            "risiko",
            "temuan",
            "nama",
            "judul",
            "keterangan",
            "title",
            "name",
            "description",
        ],
    ),
    ("theme", &["tema", "tampilan"]),
    (
        "title",
        &[
            "judul",
            "nama",
            "nama program",
            "nama kegiatan",
            "tentang",
            "judul program",
            "nama evaluasi",
            "program",
            "kegiatan",
            "name",
        ],
    ),
    (
        "total",
        &[
            "jumlah yang ditulis",
            "jumlah",
            "total anggaran",
            "jumlah anggaran",
            "jumlah seluruhnya",
        ],
    ),
    ("unit", &["satuan", "unit", "satuan ukuran"]),
    ("units", &["satuan yang dipakai", "satuan", "daftar satuan"]),
    ("unverified", &["belum diperiksa", "belum diverifikasi"]),
    (
        "value",
        &[
            "nilai",
            "capaian",
            "realisasi",
            "angka",
            "hasil",
            "jumlah",
            "amount",
        ],
    ),
    ("vision", &["visi"]),
    ("volume", &["buku", "jilid"]),
    ("where", &["syarat", "ungkapan", "yang"]),
    ("workshop", &["lokakarya", "forum", "musrenbang"]),
    ("year", &["tahun", "tahun anggaran", "ta", "thn"]),
];

/// Words with what they are called, the customary name first.
const WORDS: &[(&str, &[&str])] = &[
    ("a4", &["a4", "kuarto"]),
    (
        "achievement-scale",
        &["skala penilaian", "skala capaian", "kategori capaian"],
    ),
    (
        "adopted",
        &[
            "diterima",
            "diakomodasi",
            "diakomodir",
            "ditampung",
            "accepted",
            "taken up",
        ],
    ),
    (
        "akademisi",
        &[
            "akademisi",
            "akademik",
            "perguruan tinggi",
            "universitas",
            "kampus",
        ],
    ),
    ("alignment", &["keselarasan", "matriks keselarasan"]),
    ("allow", &["izinkan", "diizinkan", "abaikan", "biarkan"]),
    ("amended", &["diubah", "perubahan", "changed", "revised"]),
    ("anggota", &["anggota"]),
    ("apbd-kabupaten", &["apbd kabupaten", "apbd kab"]),
    (
        "apbd-kota",
        &[
            "apbd kota",
            "apbd",
            "apbd ii",
            "silpa",
            "add",
            "alokasi dana desa",
            "dana kelurahan",
            "pdrd",
            "pajak daerah",
            "retribusi",
        ],
    ),
    (
        "apbd-provinsi",
        &[
            "apbd provinsi",
            "apbd prov",
            "apbd",
            "apbd i",
            "bankeu",
            "bantuan keuangan provinsi",
            "bantuan provinsi",
            "bantuan keuangan",
        ],
    ),
    (
        "apbn",
        &[
            "apbn",
            "dekonsentrasi",
            "dekon",
            "tugas pembantuan",
            "tp",
            "pusat",
            "pemerintah pusat",
            "kementerian",
            "dipa",
            "sbsn",
        ],
    ),
    (
        "approved",
        &[
            "disetujui",
            "ditetapkan",
            "setuju",
            "disahkan",
            "agreed",
            "accepted",
            "rencana disetujui",
            "planned",
            "plan",
        ],
    ),
    ("badan", &["badan"]),
    ("bahari", &["bahari", "laut"]),
    (
        "bantuan-keuangan",
        &[
            "bantuan keuangan",
            "bankeu",
            "bantuan keuangan provinsi",
            "bantuan provinsi",
        ],
    ),
    (
        "blud",
        &["blud", "badan layanan umum daerah", "pendapatan blud"],
    ),
    (
        "bos",
        &[
            "bos",
            "bosp",
            "dana bos",
            "bantuan operasional sekolah",
            "bantuan operasional satuan pendidikan",
        ],
    ),
    ("breaking", &["berat", "melanggar"]),
    (
        "budget-by-opd",
        &[
            "anggaran per opd",
            "anggaran menurut opd",
            "anggaran",
            "budget",
            "budgets",
            "tabel anggaran",
        ],
    ),
    (
        "budget-by-pillar",
        &[
            "anggaran per pilar",
            "anggaran menurut pilar",
            "anggaran",
            "budget",
            "budgets",
            "tabel anggaran",
        ],
    ),
    (
        "budget-by-source",
        &[
            "anggaran per sumber",
            "anggaran menurut sumber",
            "anggaran per sumber dana",
            "anggaran",
            "budget",
            "budgets",
            "tabel anggaran",
        ],
    ),
    (
        "budget-chart",
        &[
            "bagan anggaran",
            "grafik anggaran",
            "diagram anggaran",
            "anggaran",
            "budget",
            "budgets",
        ],
    ),
    (
        "bumd",
        &[
            "bumd",
            "badan usaha milik daerah",
            "perusahaan daerah",
            "perumda",
        ],
    ),
    ("bumn", &["bumn", "badan usaha milik negara"]),
    (
        "cancelled",
        &[
            "dibatalkan",
            "batal",
            "canceled",
            "stopped",
            "dihentikan",
            "dropped",
        ],
    ),
    ("chapter", &["bab"]),
    (
        "closed",
        &[
            "selesai",
            "tuntas",
            "tutup",
            "ditutup",
            "sudah ditindaklanjuti",
            "done",
            "finished",
            "resolved",
        ],
    ),
    ("council", &["dewan", "dewan smart city"]),
    ("coverage", &["cakupan", "sebaran"]),
    (
        "dak-fisik",
        &[
            "dak fisik",
            "dak",
            "dana alokasi khusus",
            "dana alokasi khusus fisik",
        ],
    ),
    (
        "dak-nonfisik",
        &[
            "dak nonfisik",
            "dak non fisik",
            "dak",
            "dana alokasi khusus",
            "dana alokasi khusus nonfisik",
            "bok",
            "bop",
            "bantuan operasional kesehatan",
            "tpg",
        ],
    ),
    ("dana-desa", &["dana desa", "dd"]),
    (
        "dana-otsus",
        &[
            "dana otsus",
            "otsus",
            "otonomi khusus",
            "dana otonomi khusus",
        ],
    ),
    ("dateline", &["tempat dan tanggal", "titimangsa"]),
    ("dau", &["dau", "dana alokasi umum"]),
    ("dbh", &["dbh", "dana bagi hasil", "dbhcht", "dbh cht"]),
    (
        "declined",
        &["ditolak", "tolak", "tidak diterima", "rejected", "refused"],
    ),
    (
        "deferred",
        &["ditangguhkan", "ditunda", "tunda", "postponed", "delayed"],
    ),
    ("deny", &["tolak", "larang", "kesalahan", "error"]),
    ("dependencies", &["ketergantungan"]),
    ("dimension", &["dimensi"]),
    ("dimensions", &["dimensi", "daftar dimensi"]),
    ("dinas", &["dinas"]),
    ("district", &["kecamatan", "lokasi"]),
    ("districts", &["kecamatan", "daftar kecamatan"]),
    (
        "done",
        &[
            "selesai",
            "sudah selesai",
            "sudah dilakukan",
            "dilaksanakan",
            "tuntas",
            "rampung",
            "terlaksana",
            "finished",
            "completed",
            "complete",
            "closed",
            "sudah",
            "sudah terlaksana",
        ],
    ),
    (
        "down",
        &[
            "turun",
            "menurun",
            "negatif",
            "berkurang",
            "decrease",
            "decreasing",
            "decreases",
            "lower",
            "lower is better",
            "less",
            "minimize",
            "falling",
            "makin rendah",
            "negative",
            "menurunkan",
            "mengurangi",
        ],
    ),
    (
        "draft",
        &[
            "rancangan",
            "draf",
            "konsep",
            "sementara",
            "rancangan awal",
            "belum final",
        ],
    ),
    ("en", &["inggris", "english", "bahasa inggris"]),
    ("equal", &["sama lebar"]),
    ("evaluations", &["evaluasi", "daftar evaluasi"]),
    ("f4", &["f4", "folio"]),
    ("final", &["final", "naskah akhir", "akhir", "ditetapkan"]),
    ("footnote", &["catatan kaki"]),
    ("goal", &["tujuan", "sasaran"]),
    ("goals", &["tujuan", "sasaran", "daftar tujuan"]),
    (
        "hibah",
        &[
            "hibah",
            "hibah luar negeri",
            "hibah daerah",
            "donor",
            "grant",
        ],
    ),
    ("id", &["indonesia", "bahasa indonesia"]),
    ("impact", &["dampak", "effect", "dampak akhir"]),
    ("in-force", &["berlaku", "masih berlaku", "active", "valid"]),
    (
        "indicator-paths",
        &["jalur indikator", "perkembangan indikator"],
    ),
    (
        "infrastruktur",
        &["infrastruktur", "prasarana", "sarana prasarana"],
    ),
    ("inpres", &["inpres", "instruksi presiden"]),
    (
        "insentif-fiskal",
        &[
            "insentif fiskal",
            "dif",
            "did",
            "dana insentif daerah",
            "dana insentif fiskal",
        ],
    ),
    ("inspektorat", &["inspektorat", "inspektorat daerah"]),
    (
        "instansi-vertikal",
        &[
            "instansi vertikal",
            "vertikal",
            "kementerian",
            "instansi pusat",
        ],
    ),
    ("inverse", &["kebalikan", "terbalik"]),
    (
        "kabupaten",
        &[
            "kabupaten",
            "kab",
            "pemkab",
            "pemerintah kabupaten",
            "regency",
        ],
    ),
    ("kecamatan", &["kecamatan", "kantor kecamatan", "camat"]),
    (
        "keep",
        &[
            "tetap",
            "dipertahankan",
            "stabil",
            "dijaga",
            "maintain",
            "stable",
            "constant",
            "same",
            "flat",
            "konstan",
            "mempertahankan",
        ],
    ),
    ("kepmen", &["kepmen", "keputusan menteri"]),
    ("keppres", &["keppres", "keputusan presiden"]),
    ("ketua", &["ketua"]),
    (
        "kota",
        &["kota", "pemkot", "pemerintah kota", "kotamadya", "city"],
    ),
    (
        "kpbu",
        &[
            "kpbu",
            "kerja sama pemerintah dan badan usaha",
            "kerjasama pemerintah dan badan usaha",
            "ppp",
        ],
    ),
    (
        "lainnya",
        &[
            "lainnya",
            "lain lain",
            "lain",
            "dan lain lain",
            "dll",
            "pinjaman",
            "pinjaman daerah",
            "apbdes",
        ],
    ),
    ("law", &["peraturan", "dasar hukum", "undang undang"]),
    (
        "laws",
        &[
            "peraturan",
            "dasar hukum",
            "daftar peraturan",
            "tabel peraturan",
            "legal basis",
            "regulations",
        ],
    ),
    ("live", &["langsung", "hidup", "tautan saja"]),
    ("map", &["peta", "peta kecamatan", "peta wilayah"]),
    (
        "masyarakat",
        &[
            "masyarakat",
            "swadaya",
            "swadaya masyarakat",
            "komunitas",
            "warga",
        ],
    ),
    ("mirror", &["cermin", "dicerminkan"]),
    ("mirrored", &["dicerminkan", "jilid"]),
    ("mission", &["misi"]),
    ("need", &["kebutuhan"]),
    ("needs", &["kebutuhan", "daftar kebutuhan"]),
    ("note", &["catatan", "ringan"]),
    (
        "opd",
        &[
            "opd",
            "skpd",
            "perangkat daerah",
            "dinas",
            "pemerintah kota",
            "badan",
        ],
    ),
    (
        "open",
        &[
            "terbuka",
            "belum diputuskan",
            "belum selesai",
            "dalam proses",
            "menunggu",
            "pending",
            "undecided",
        ],
    ),
    (
        "outcome",
        &[
            "hasil",
            "capaian hasil",
            "result",
            "results",
            "hasil akhir",
            "manfaat",
        ],
    ),
    (
        "output",
        &[
            "keluaran",
            "luaran",
            "product",
            "deliverable",
            "hasil kegiatan",
            "keluaran kegiatan",
        ],
    ),
    ("pad", &["pad", "pendapatan asli daerah"]),
    (
        "pending",
        &[
            "belum ditandatangani",
            "belum",
            "menunggu",
            "belum tanda tangan",
            "unsigned",
            "not signed",
            "not yet",
        ],
    ),
    ("perda", &["perda", "peraturan daerah"]),
    (
        "perkada",
        &[
            "perkada",
            "perwali",
            "perwalkot",
            "perbup",
            "peraturan wali kota",
            "peraturan walikota",
            "peraturan bupati",
            "pergub",
            "peraturan gubernur",
            "peraturan kepala daerah",
        ],
    ),
    (
        "permen",
        &[
            "permen",
            "peraturan menteri",
            "permendagri",
            "permenpan",
            "permenkominfo",
            "pmk",
        ],
    ),
    (
        "perppu",
        &[
            "perppu",
            "perpu",
            "peraturan pemerintah pengganti undang undang",
        ],
    ),
    ("perpres", &["perpres", "peraturan presiden"]),
    ("phases", &["fase", "tahapan", "tahap"]),
    ("pillar", &["pilar"]),
    (
        "planned",
        &[
            "direncanakan",
            "rencana",
            "akan dilakukan",
            "belum dilakukan",
            "scheduled",
            "plan",
            "dijadwalkan",
            "terjadwal",
        ],
    ),
    ("policy", &["kebijakan", "arah kebijakan"]),
    (
        "postponed",
        &[
            "ditunda", "tunda", "tertunda", "delayed", "on hold", "paused", "deferred",
        ],
    ),
    ("pp", &["pp", "peraturan pemerintah"]),
    ("priorities", &["program prioritas", "prioritas"]),
    ("priority", &["prioritas", "program prioritas"]),
    ("program", &["program"]),
    (
        "programs",
        &[
            "program",
            "daftar program",
            "tabel program",
            "programme",
            "programmes",
            "projects",
        ],
    ),
    ("proposal", &["usulan"]),
    ("proposals", &["usulan", "daftar usulan"]),
    (
        "proposed",
        &[
            "usulan",
            "diusulkan",
            "usul",
            "direncanakan",
            "rencana",
            "planned",
            "plan",
            "idea",
            "usulan baru",
        ],
    ),
    (
        "provinsi",
        &[
            "provinsi",
            "prov",
            "propinsi",
            "pemprov",
            "pemerintah provinsi",
            "province",
        ],
    ),
    (
        "quick-wins",
        &["quick win", "daftar quick win", "program unggulan"],
    ),
    ("readiness", &["kesiapan", "kesiapan kota"]),
    ("readiness-chart", &["bagan kesiapan", "grafik kesiapan"]),
    ("rempah", &["rempah", "hangat"]),
    (
        "repealed",
        &["dicabut", "tidak berlaku", "cabut", "revoked", "void"],
    ),
    ("reviewed", &["diperiksa", "sudah diperiksa", "ditelaah"]),
    ("road-map", &["peta jalan", "roadmap"]),
    ("rpjmd", &["rpjmd"]),
    (
        "running",
        &[
            "berjalan",
            "sedang berjalan",
            "berlangsung",
            "sedang berlangsung",
            "dilaksanakan",
            "sedang dilaksanakan",
            "aktif",
            "jalan",
            "ongoing",
            "on going",
            "in progress",
            "active",
            "sedang jalan",
        ],
    ),
    (
        "satuan",
        &["satuan", "satpol pp", "satuan polisi pamong praja"],
    ),
    (
        "sekretariat-daerah",
        &["sekretariat daerah", "setda", "sekretariat kota"],
    ),
    (
        "sekretariat-dprd",
        &["sekretariat dprd", "setwan", "sekretariat dewan"],
    ),
    ("sekretaris", &["sekretaris"]),
    (
        "signed",
        &[
            "ditandatangani",
            "sudah ditandatangani",
            "tertandatangani",
            "sudah",
        ],
    ),
    (
        "sk",
        &[
            "sk",
            "keputusan",
            "surat keputusan",
            "keputusan wali kota",
            "keputusan walikota",
            "keputusan bupati",
        ],
    ),
    (
        "source-chart",
        &["bagan sumber dana", "grafik sumber dana", "sumber dana"],
    ),
    ("stakeholder", &["pemangku kepentingan", "mitra"]),
    ("stakeholders", &["pemangku kepentingan", "daftar mitra"]),
    ("struktur", &["struktur"]),
    ("suprastruktur", &["suprastruktur"]),
    (
        "swasta",
        &[
            "swasta",
            "dunia usaha",
            "investasi swasta",
            "pihak ketiga",
            "investor",
        ],
    ),
    (
        "tjsl",
        &[
            "tjsl",
            "csr",
            "tanggung jawab sosial",
            "tanggung jawab sosial dan lingkungan",
            "tanggung jawab sosial perusahaan",
        ],
    ),
    (
        "up",
        &[
            "naik",
            "meningkat",
            "positif",
            "bertambah",
            "increase",
            "increasing",
            "increases",
            "higher",
            "higher is better",
            "more",
            "maximize",
            "rising",
            "makin tinggi",
            "positive",
            "meningkatkan",
        ],
    ),
    ("uu", &["uu", "undang undang"]),
    ("wakil", &["wakil", "wakil ketua"]),
    ("warn", &["peringatan", "peringatkan", "ingatkan"]),
    ("warning", &["peringatan"]),
];

/// Parts of a book with what they are called, the customary name first.
const PARTS: &[(&str, &[&str])] = &[
    (
        "abbreviations",
        &["daftar singkatan", "singkatan", "list of abbreviations"],
    ),
    (
        "action-matrix",
        &[
            "matriks rencana aksi",
            "matriks aksi",
            "rencana aksi",
            "matriks program",
            "matriks",
        ],
    ),
    (
        "approval",
        &[
            "lembar pengesahan",
            "pengesahan",
            "halaman pengesahan",
            "persetujuan",
        ],
    ),
    (
        "at-a-glance",
        &["sekilas", "selayang pandang", "satu halaman", "one page"],
    ),
    (
        "budget",
        &[
            "anggaran",
            "pendanaan",
            "ringkasan anggaran",
            "pagu",
            "budgets",
        ],
    ),
    (
        "commitments",
        &[
            "lembar komitmen",
            "komitmen",
            "pernyataan komitmen",
            "commitment",
        ],
    ),
    (
        "contents",
        &["daftar isi", "isi", "table of contents", "toc"],
    ),
    (
        "cover",
        &[
            "sampul",
            "halaman sampul",
            "kulit",
            "halaman judul",
            "title page",
        ],
    ),
    (
        "decisions",
        &[
            "keputusan",
            "yang perlu diputuskan",
            "lembar keputusan",
            "decision",
        ],
    ),
    (
        "evaluation",
        &[
            "evaluasi",
            "pemantauan dan evaluasi",
            "monev",
            "evaluations",
        ],
    ),
    (
        "governance",
        &[
            "tata kelola",
            "kelembagaan",
            "dewan",
            "tata kelola pelaksanaan",
        ],
    ),
    ("index", &["indeks", "penjurus"]),
    (
        "legal-basis",
        &["dasar hukum", "landasan hukum", "peraturan", "laws"],
    ),
    ("list-of-figures", &["daftar gambar", "figures"]),
    ("list-of-tables", &["daftar tabel", "tables"]),
    ("opd", &["bagian opd", "perangkat daerah", "skpd", "opds"]),
    (
        "opd-list",
        &["daftar opd", "daftar perangkat daerah", "daftar skpd"],
    ),
    (
        "pillars",
        &["pilar", "semua pilar", "pilar pilar", "pillar"],
    ),
    ("promises", &["janji", "janji kepada warga", "promise"]),
    (
        "proposals",
        &["usulan", "daftar usulan", "usulan lokakarya"],
    ),
    (
        "quick-wins",
        &["quick win", "program unggulan", "program percepatan"],
    ),
    (
        "readiness",
        &["kesiapan", "kesiapan kota", "kesiapan daerah"],
    ),
    ("road-map", &["peta jalan", "roadmap"]),
    (
        "strategy",
        &["strategi", "arah strategis", "strategi pembangunan"],
    ),
    ("vision", &["visi", "visi dan misi", "visi misi"]),
];

/// Those of some parts of a book that may be called `text`.
pub fn parts<'w>(text: &str, known: &[&'w str]) -> Vec<&'w str> {
    let called = plain(text);
    let known = known.iter().copied();
    known
        .filter(|part| is_called(PARTS, part, &called))
        .collect()
}

/// Whether a name is that of a key of some entry.
pub(crate) fn is_key(name: &str) -> bool {
    KEYS.iter().any(|(key, _)| *key == name) || CALLED.contains_key(name)
}

/// What reports call keys.
static CALLED: LazyLock<BTreeMap<&str, String>> = LazyLock::new(|| {
    let lines = include_str!("../../locales/id/keys.ftl").lines();
    let called = lines.filter_map(|line| line.strip_prefix("field-")?.split_once(" = "));
    called.map(|(key, name)| (key, plain(name))).collect()
});

/// Those of some keys that may be called `name`.
pub(crate) fn keys<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Vec<&'k str> {
    let called = plain(name);
    let known = known.into_iter();
    let is_it = |key: &&str| {
        is_called(KEYS, key, &called) || CALLED.get(key).is_some_and(|name| *name == called)
    };
    known.filter(is_it).collect()
}

/// Those of some words that may be called `text`.
pub fn words<'w>(text: &str, known: &[&'w str]) -> Vec<&'w str> {
    let called = plain(text);
    let known = known.iter().copied();
    known
        .filter(|word| is_called(WORDS, word, &called))
        .collect()
}

/// A reference such as `pilar:layanan` with its kind as a plan calls it, if one of some
/// kinds alone may be called that.
pub(crate) fn reference(text: &str, kinds: &[&str]) -> Option<String> {
    let (kind, id) = text.split_once(':')?;
    match words(kind, kinds).as_slice() {
        [only] => Some(format!("{only}:{id}")),
        _ => None,
    }
}

/// Whether `text` names a part of what the word stands for and not the whole: DAU is
/// money of the city budget, and there is other money in it.
pub(crate) fn is_part_of(text: &str, word: &str) -> bool {
    let joined = |text: &str| plain(text).replace(' ', "");
    let all = WORDS.iter().find(|(one, _)| *one == word);
    let name = all.and_then(|(_, names)| names.first());
    let called = joined(text);
    joined(word) != called && name.is_none_or(|name| joined(name) != called)
}

fn is_called(all: &[(&str, &[&str])], word: &str, called: &str) -> bool {
    if called.is_empty() {
        return false;
    }
    let mut names = all.iter().filter(|(one, _)| *one == word);
    plain(word) == called || names.any(|(_, names)| names.contains(&called))
}

/// Words in lower case, without what stands between them.
pub(crate) fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{CALLED, KEYS, PARTS, WORDS, keys, plain, words};
    use crate::address::Kind;
    use crate::language::{Catalogue, Language};
    use crate::model::shape::{FileKind, Shape, Table};
    use crate::resolve::OUTLINE_WORDS;

    /// The tables and the lists of words of every kind of file.
    fn everything() -> (Vec<Table>, Vec<Vec<&'static str>>) {
        fn collect(shape: Shape, tables: &mut Vec<Table>, lists: &mut Vec<Vec<&'static str>>) {
            match shape {
                Shape::Word(words) | Shape::Code(words) => lists.push(words),
                Shape::List(inner) | Shape::ByYear(inner) | Shape::ByName(inner) => {
                    collect(*inner, tables, lists);
                }
                Shape::Table(table) => {
                    for key in &table.keys {
                        collect(key.shape.clone(), tables, lists);
                    }
                    tables.push(table);
                }
                Shape::Text
                | Shape::Boolean
                | Shape::Count
                | Shape::Money
                | Shape::Number
                | Shape::Year
                | Shape::Date
                | Shape::Reference => {}
            }
        }
        let (mut tables, mut lists) = (Vec::new(), Vec::new());
        for kind in FileKind::ALL {
            collect(Shape::Table(kind.table()), &mut tables, &mut lists);
        }
        lists.push(Kind::ALL.iter().map(|kind| kind.word()).collect());
        (tables, lists)
    }

    fn names(all: &[(&'static str, &[&str])]) -> BTreeSet<&'static str> {
        assert!(all.is_sorted_by_key(|(name, _)| *name));
        all.iter().map(|(name, _)| *name).collect()
    }

    #[test]
    fn every_key_and_every_word_has_an_indonesian_name_and_nothing_else_has() {
        let (tables, lists) = everything();
        let known = tables.iter().flat_map(|table| &table.keys);
        let known: BTreeSet<&str> = known.map(|key| key.name).collect();
        let called = CALLED.keys().copied().filter(|key| known.contains(key));
        assert_eq!(&names(KEYS) | &called.collect(), known);
        let known: BTreeSet<&str> = lists.into_iter().flatten().collect();
        assert_eq!(names(WORDS), known);
        assert_eq!(names(PARTS), OUTLINE_WORDS.iter().copied().collect());
        for (name, called) in KEYS.iter().chain(WORDS).chain(PARTS) {
            assert!(!called.is_empty(), "{name}");
            for one in *called {
                assert_eq!(plain(one), *one, "{name}");
            }
        }
    }

    /// What the tool itself calls a key or a word is understood.
    #[test]
    fn the_names_that_the_tool_uses_are_understood() {
        let catalogue = Catalogue::new(Language::Indonesian);
        let said = |begin: &str, word: &str| catalogue.find(&format!("{begin}-{word}"));
        let (tables, lists) = everything();
        for table in &tables {
            for key in &table.keys {
                if let Some(text) = said("field", key.name) {
                    let found = keys(&text, table.keys.iter().map(|key| key.name));
                    assert!(found.contains(&key.name), "{}: {text}: {found:?}", key.name);
                }
            }
        }
        for list in &lists {
            for word in list {
                if let Some(text) = said("word", word) {
                    let found = words(&text, list);
                    assert!(found.contains(word), "{word}: {text}: {found:?}");
                }
            }
        }
    }

    #[test]
    fn names_are_understood_however_they_are_joined() {
        let program = FileKind::Program.table();
        for (written, meant) in [
            ("judul", "title"),
            ("Nama_Program", "title"),
            ("tanggal-mulai", "start"),
            ("TGL SELESAI", "end"),
            ("anggaran", "budget"),
            ("lokasi", "districts"),
            ("ringkasan", "summary"),
            ("kegiatan", "activity"),
        ] {
            let found = keys(written, program.keys.iter().map(|key| key.name));
            assert!(found.contains(&meant), "{written}");
        }
    }
}
