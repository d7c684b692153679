//! Roots of Indonesian words by which a prefix is told from the beginning of a word.
//!
//! Only where spelling leaves a choice: a consonant behind a prefix settles it. What no list
//! has, and what two of them have, is not divided there.

use std::sync::LazyLock;

/// Roots, which stand in words with suffixes behind them; in their order.
pub(super) struct Roots(Vec<&'static str>);

impl Roots {
    /// Whether a piece of a word is one of them, with any suffixes behind it.
    pub fn have(&self, piece: &str) -> bool {
        let is_root = |piece: &str| {
            let derived = ["", "i", "an", "kan"].into_iter();
            derived
                .filter_map(|suffix| piece.strip_suffix(suffix))
                .any(|root| self.0.binary_search(&root).is_ok())
        };
        let clitics = ["", "nya", "lah", "kah", "pun", "ku", "mu"].into_iter();
        clitics
            .filter_map(|clitic| piece.strip_suffix(clitic))
            .any(is_root)
    }
}

fn roots(all: &'static str) -> Roots {
    let mut all: Vec<&str> = all.split(' ').collect();
    all.sort_unstable();
    Roots(all)
}

/// Roots that begin with a vowel, as they are met behind a prefix: `ber-ubah`, `meng-ikuti`,
/// `per-ubahan`, `ke-amanan`.
pub(super) static VOWELS: LazyLock<Roots> = LazyLock::new(|| {
    roots(
        "\
    abadi abai abdi acara acu ada adab adang adaptasi adat adegan adik adil administrasi adopsi \
    adu adukan advokasi afiliasi agama agen agenda agregasi ahli air aja ajak ajar aju akad akal \
    akan akar akhir akhlak akibat akomodasi akreditasi akses aksesibel aksi aktif aktivasi \
    aktual aku akuisisi akumulasi akuntabel akurat akut alam alamat alas alat alih alir aliran \
    alokasi alternatif alun alur aman amanah amanat amat ambang ambil ambulans amil amplop ampuh \
    ampun anak analisis ancam anda andai andal aneh aneka anggap anggar anggota anggur angin \
    angkat angkut angsur aniaya anjur antar antara anti antisipasi antre anugerah anulir anut \
    anyam aplikasi apresiasi apung arah arif aroma arsip arsitektur arti artikel arung arus asa \
    asah asal asap asas asimilasi asing asosiasi aspal aspek aspirasi asrama asuh asumsi \
    asuransi atap atas atur audio audit awak awal awam awan awas awet ayah ayom azas edar \
    edukasi edukatif efek efektif efektivitas efisien egois eja ekologi ekonomi ekor ekosistem \
    eksekusi ekspansi ekspor ekspresi ekstrak elak elektronik elemen eliminasi elit emas emban \
    embun embung embus emisi emosi empat empuk enak endap energi engkau entas entri erang erat \
    erti esa esensi esok estafet etika etis evaluasi evolusi ibadah ibarat ideal identifikasi \
    identitas ijazah ikan ikat iklan iklim ikrar ikut ikutserta ilham ilmiah ilmu imajinasi iman \
    imbal imbang imbas imbau imigrasi impit implementasi impor imunisasi inap incar indah indeks \
    indikasi individu induk industri informasi infrastruktur infus ingat ingin ingkar ingkas \
    inisiasi injak inklusi inklusif inovasi inovatif input insentif insinerasi inspeksi \
    inspirasi instalasi instruksi integrasi integritas intensif intensitas interaksi \
    internasional interpretasi intervensi inti inventarisasi investasi irama irigasi iring isi \
    isolasi istilah istimewa istirahat istri isu isyarat iuran izin obat objek observasi olah \
    olahan olahraga oleh omong omzet ongkos operasi operasional optimal optimalisasi optimis \
    orang orbit organisasi orientasi otomatis otonomi otoritas uang uap ubah ubin ucap udang \
    udara ujar uji ujung ukir ukur ulang ulas ulet umat umpama umpan umum umur undang undi unduh \
    undur unggah unggul ungkap ungkit uni unik unit unjuk unsur untai untuk untung upacara upaya \
    urai urap urbanisasi urus urut usaha usai usang usap usia usir usul usung usut utama utang \
    utara utuh utus",
    )
});

/// Roots with an `r`, of which `ber-`, `per-` and `ter-` have none of their own: `be-rencana`,
/// `pe-rumahan`.
pub(super) static BEHIND_R: LazyLock<Roots> = LazyLock::new(|| {
    roots(
        "\
    rabun racik racun radang raga ragam ragu rahasia raih rajin rakit rakyat ramah rambah rampai \
    rampas rampung ramu rancang rancu rangkai rangkap rangkul rangkum rangsang ranjau rantai \
    rantau ranti rapat rapi rasa rasional rata raut rawan rawat raya reaksi realisasi rebut reda \
    refleksi regulasi reka rekam rekat rekayasa rekomendasi rekreasi rekrut rekrutmen rela \
    relasi remaja rembes rembuk renang rencana rendah rendam renovasi rentan rentang reproduksi \
    reputasi resah resap resmi respons restorasi restu retak retribusi revisi revolusi riak ribu \
    rilis rimba rinci rindu ringan ringkas rintang rintis risak risalah risiko ritual riwayat \
    robek roboh roda rohani rokok rombak rombongan ronda rotasi ruang ruas rugi rujuk rukun \
    rumah rumpun rumus runding rundung rupa rupiah rusak rusuh rutin",
    )
});

/// Roots whose `k` has become `ng`: `me-ngelola`, `pe-ngembangan`.
pub(super) static BEHIND_K: LazyLock<Roots> = LazyLock::new(|| {
    roots(
        "\
    kabar kabul kabur kacau kader kagum kaidah kain kait kaji kalah kaleng kalibrasi kalkulasi \
    kampanye kampung kandang kandung kantong kapal kapasitas karang karantina karunia karya kata \
    katalog kategori katrol kawal kawin kebal kecam kecat kecewa kecil kecoh kecuali kedepan \
    kehendak kejar kejut kelabu keliling kelola kelompok keluar keluh kemas kembali kembang \
    kembara kemudi kemuka kena kenal kenang kencang kendala kendali kendara kenyang kepak kepal \
    kepung kerah keram kerap keras kerdil kering keringat kerja keroyok kerucut keruk kesah \
    kesal kesampingkan kesan kesimpulan ketahu ketat ketengah ketepi ketik ketuai ketuk khatam \
    khianat khusus kias kibar kikis kilap kilat kira kirim kisah koar kobar kocok kode kokoh \
    kolaborasi koleksi kolom kombinasi komentar komersial komitmen kompensasi kompilasi kompos \
    komposisi kompres komunikasi kondisi konfigurasi konfirmasi konsentrasi konsep konservasi \
    konsolidasi konstruksi konsultasi konsumsi kontrak kontribusi kontrol konversi koordinasi \
    korban koreksi kosong kotak kotor kuak kuasa kuat kubur kudeta kukuh kuliah kulit kulum \
    kumandang kumpul kunci kuning kunjung kuota kupas kurang kuras kurasi kurban kurung kutip \
    kutuk",
    )
});

/// Words that begin like a prefix with a vowel or two consonants behind it, and have none:
/// `berita`, `peran`, `terang`, `pengaruh`, `diploma`.
pub(super) static WHOLE: LazyLock<Roots> = LazyLock::new(|| {
    roots(
        "\
    beranda berandal berang berangkat berani berantakan berantas berapa beras berenguk beres \
    beri beringas beringin berita beritahu berontak diagnosa diagnosis diagram dialek dialog \
    diameter diare diploma diplomasi diplomat diplomatik mengapa penganan pengantin pengap \
    pengaruh perahu perak peran perang perangai perangkap perangkat perangko perawan perempuan \
    peri periang peribahasa perigi perih perihal perikemanusiaan periksa perilaku perintah \
    periode peristiwa periuk peroksida perunggu perut sekresi sekretariat sekretaris \
    sekrup sekrups setrika setrum terali terampil terang terap terapi teras terasi teratai \
    teratak teri teriak terigu terik terima teripang teritip teritori teritorial teritorium \
    terobos terompet terong teropong teror teroris terorisme terowong terowongan terumbu teruna \
    terus",
    )
});
