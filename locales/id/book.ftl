### Kata-kata dalam buku. Rencana boleh mengganti yang mana pun.

## Wilayah: `$government` ialah `kota`, `kabupaten`, atau `provinsi`

book-region = { $government ->
        [kabupaten] kabupaten
        [provinsi] provinsi
       *[kota] kota
    }
book-district-name = { $government ->
        [kabupaten] kecamatan
        [provinsi] kabupaten/kota
       *[kota] kecamatan
    }
book-agency-of-region = perangkat daerah

## Bab dan lampiran

book-chapter = BAB { $number }
book-annex = Lampiran { $number }
book-annex-prefix = L{ $number }
book-chapter-legal-basis = Landasan Hukum
book-chapter-readiness = Kesiapan Daerah
book-chapter-vision = Visi, Misi, dan Tujuan
book-chapter-strategy = Strategi
book-chapter-quick-wins = Program Percepatan (Quick Win)
book-chapter-road-map = Peta Jalan
book-chapter-governance = Kelembagaan
book-chapter-proposals = Usulan dan Tindak Lanjut
book-chapter-evaluation = Evaluasi
book-title-contents = Daftar Isi
book-title-approval = Lembar Pengesahan
book-title-commitments = Pernyataan Komitmen
book-title-promises = Yang Berubah bagi Warga
book-title-decisions = Yang Perlu Diputuskan
book-title-list-of-tables = Daftar Tabel
book-title-list-of-figures = Daftar Gambar
book-title-abbreviations = Daftar Singkatan
book-title-opd = Profil Perangkat Daerah
book-title-budget = Anggaran
book-title-action-matrix = Matriks Rencana Aksi
book-title-index = Indeks Program
book-title-opd-list = Daftar Perangkat Daerah
book-title-removed = Yang Dihapus
book-title-changes = Perubahan Rencana
book-title-summary-of-changes = Ringkasan Perubahan

## Judul tabel dan gambar

book-caption-laws = Landasan hukum
book-caption-rpjmd = Misi dan tujuan RPJMD
book-caption-priorities = Program prioritas RPJMD
book-caption-goals = Tujuan RPJMD dan program pendukung
book-caption-alignment = Keselarasan program dengan tujuan RPJMD
book-caption-dimensions = Pilar dan dimensi
book-caption-readiness = Kesiapan daerah
book-caption-needs = Kebutuhan kelembagaan
book-caption-phases = Fase peta jalan
book-caption-programs = Program
book-caption-quick-wins = Program percepatan (quick win)
book-caption-council = Susunan dewan menurut unsur
book-caption-stakeholders = Pemangku kepentingan
book-caption-districts = { $government ->
        [kabupaten] Kecamatan dan program
        [provinsi] Kabupaten/kota dan program
       *[kota] Kecamatan dan program
    }
book-caption-proposals = Usulan dan tindak lanjut
book-caption-evaluations = Jadwal dan hasil evaluasi
book-caption-achievement-scale = Skala penilaian capaian
book-caption-budget-by-pillar = Anggaran menurut pilar
book-caption-budget-by-opd = Anggaran menurut perangkat daerah
book-caption-budget-by-source = Anggaran menurut sumber dana
book-caption-road-map = Peta jalan program
book-caption-budget-chart = Anggaran tiap tahun menurut pilar
book-caption-coverage = Program tiap perangkat daerah menurut pilar
book-caption-readiness-chart = Kesiapan kini dan yang dituju
book-caption-source-chart = Anggaran seluruh tahun menurut sumber dana
book-caption-indicator-paths = Jalur indikator utama tiap program
book-caption-dependencies = Ketergantungan antarprogram
book-caption-map = { $government ->
        [kabupaten] Program di tiap kecamatan
        [provinsi] Program di tiap kabupaten dan kota
       *[kota] Program di tiap kecamatan
    }
book-caption-dateline = Tempat dan tanggal

## Sebutan nilai

book-status-proposed = Usulan
book-status-approved = Disetujui
book-status-running = Berjalan
book-status-done = Selesai
book-status-postponed = Ditunda
book-status-cancelled = Dibatalkan
book-fund-apbd-kota = { $government ->
        [kabupaten] APBD Kabupaten
        [provinsi] APBD Kota
       *[kota] APBD Kota
    }
book-fund-apbd-kabupaten = APBD Kabupaten
book-fund-apbd-provinsi = APBD Provinsi
book-fund-apbn = APBN
book-fund-pad = PAD
book-fund-dau = DAU
book-fund-dbh = DBH
book-fund-dak-fisik = DAK Fisik
book-fund-dak-nonfisik = DAK Nonfisik
book-fund-insentif-fiskal = Insentif fiskal
book-fund-dana-otsus = Dana Otsus
book-fund-bantuan-keuangan = Bantuan keuangan
book-fund-blud = BLUD
book-fund-bos = BOS
book-fund-dana-desa = Dana Desa
book-fund-hibah = Hibah
book-fund-tjsl = TJSL
book-fund-kpbu = KPBU
book-fund-swasta = Swasta
book-fund-masyarakat = Masyarakat
book-fund-lainnya = Lainnya
book-indicator-kind-output = keluaran
book-indicator-kind-outcome = hasil
book-indicator-kind-impact = dampak
book-direction-mark-up = ↑
book-direction-mark-down = ↓
book-direction-mark-keep = →
book-element-opd = Pemerintah daerah
book-element-bumn = BUMN
book-element-bumd = BUMD
book-element-akademisi = Akademisi
book-element-swasta = Swasta
book-element-masyarakat = Lembaga kemasyarakatan
book-element-instansi-vertikal = Instansi vertikal
book-council-role-ketua = Ketua
book-council-role-wakil = Wakil ketua
book-council-role-sekretaris = Sekretaris
book-council-role-anggota = Anggota
book-readiness-struktur = Struktur
book-readiness-infrastruktur = Infrastruktur
book-readiness-suprastruktur = Suprastruktur
book-proposal-status-adopted = Diterima
book-proposal-status-deferred = Ditunda
book-proposal-status-declined = Tidak diterima
book-proposal-status-open = Belum diputuskan
book-evaluation-status-planned = Dijadwalkan
book-evaluation-status-done = Terlaksana
book-follow-up-status-open = Belum selesai
book-follow-up-status-closed = Selesai
book-law-status-amended = telah diubah
book-law-status-repealed = dicabut
book-band-very-high = Sangat tinggi
book-band-high = Tinggi
book-band-medium = Sedang
book-band-low = Rendah
book-band-very-low = Sangat rendah

## Label dalam templat

book-label-opd = Pelaksana
book-label-dimension = Dimensi
book-label-also = Pilar lain
book-label-partners = Mitra
book-label-period = Waktu
book-label-status = Status
book-label-result = Capaian
book-label-districts = Lokasi
book-label-code = Kode
book-label-supports = Mendukung
book-label-answers = Menjawab usulan
book-label-depends-on = Bergantung pada
book-label-laws = Dasar hukum
book-label-total = Jumlah anggaran
book-label-source = Sumber
book-label-abbreviation = Singkatan
book-label-opd-code = Kode perangkat daerah
book-label-head = Pimpinan
book-label-commitment = Komitmen
book-label-partner-in = Mitra dalam program
book-label-current = kini
book-label-target = yang dituju
book-label-realised = realisasi
book-label-baseline = nilai awal
book-label-planned = target
book-label-down-is-good = turun = baik
book-label-keep-is-good = tetap = baik
book-label-path-scale = Skala: persen dari 0 sampai 100 (garis titik-titik); lainnya dari nol.
book-label-shades = Jumlah program, makin gelap makin banyak:
book-label-north = U
book-label-goal = Sasaran
book-label-changes-for = Yang berubah bagi warga
book-label-road = Kapan dikerjakan
book-label-person-in-charge = Penanggung jawab
book-label-policies = Arah kebijakan
book-label-activities = Kegiatan
book-label-budget = Anggaran (rupiah)
book-label-indicators = Indikator dan target
book-label-measured = Cara ukur
book-label-risks = Risiko
book-label-example = Contoh
book-label-quick-win = Quick win
book-label-draft = Rancangan
book-label-draft-text = Draf
book-label-by = Oleh
book-label-example-book = Program dan angka dalam buku ini adalah contoh
book-label-table = Tabel
book-label-continued = lanjutan
book-label-figure = Gambar
book-label-revision = Revisi
book-label-emblem = Lambang { book-region }
book-label-name = Nama
book-label-note = Catatan
book-label-tip = Kiat
book-label-important = Penting
book-label-warning = Peringatan
book-label-caution = Awas
book-label-glance-promises = Yang dijanjikan kepada warga
book-label-glance-money = Anggaran seluruh tahun
book-label-glance-districts = { $government ->
        [kabupaten] Program di tiap kecamatan
        [provinsi] Program di tiap kabupaten/kota
       *[kota] Program di tiap kecamatan
    }
book-label-glance-phases = Tahapan
book-label-answers-for-it = Penanggung jawab

## Kepala kolom, sebutan, dan catatan pendek

book-status = Status
book-number = No.
book-target = Target
book-quick-win = quick win
book-other-parts = Bagian lain
book-pillar = Pilar
book-opd = OPD
book-source-of-funds = Sumber dana
book-budget-in-rupiah = Anggaran (rupiah)
book-of-which-confirmed = di antaranya dipastikan
book-confirmed = dipastikan
book-total = Jumlah
book-path = Jalur
book-no-budget = Belum ada anggaran yang diisi pada program dalam rencana ini.
book-abbreviation = Singkatan
book-meaning = Kepanjangan
book-programmes-by-title = Program menurut abjad
book-programmes-by-code = Program menurut kode
book-programmes-by-source-of-funds = Program menurut sumber dana
book-index-key = Menurut
book-programmes = Program
book-programme-and-agency = Program dan pelaksana
book-main-indicator = Indikator utama
book-baseline = Awal
book-final = Akhir
book-total-of-all-programmes = Jumlah seluruh program
book-action-matrix = Matriks rencana aksi, anggaran dalam rupiah
book-example-text = Teks ini contoh: hanya yang disertai sumber di dalamnya adalah fakta.
book-about-profiles = Bagian ini memuat profil setiap { book-agency-of-region }: perannya dalam { book-smart-region }, program yang dipimpinnya, dan program perangkat daerah lain yang didukungnya.
book-agency = Perangkat daerah
book-leads = Memimpin
book-supports = Mendukung
book-budget-in-rp = Anggaran (Rp)
book-agencies-and-programmes = Perangkat daerah dan program yang dipimpinnya
book-leads-no-programme = Belum ada program yang dipimpin perangkat daerah ini.
book-not-yet-signed = belum ditandatangani
book-commitment = Komitmen
book-list-of-agencies = Daftar perangkat daerah
book-draft = Rancangan
book-figures-are-examples = Angka dalam buku ini contoh
book-smart-region = { book-region } cerdas
book-dimensions-and-policy-directions = Dimensi dan arah kebijakan
book-pillar-without-programmes = Pilar ini belum memiliki program.
book-policy-direction = Arah kebijakan
book-dimension = Dimensi
book-institutional-need = Kebutuhan kelembagaan
book-met-by = Dipenuhi oleh
book-scope = Cakupan
book-years = Tahun
book-programme = Program
book-whole-region = Seluruh { book-region }
book-activity = Kegiatan
book-activity-and-sub = Kegiatan dan sub kegiatan
book-programme-activity-and-sub = Program, kegiatan, dan sub kegiatan
book-target-group = Kelompok sasaran
book-person-in-charge-of-activity = Penanggung jawab
book-location = Lokasi
book-carried-out-by = Pelaksana dan lokasi
book-indicator-matrix = Indikator dan target
book-money-matrix = Pagu menurut sumber dan tahun
book-output = Keluaran
book-time = Waktu
book-indicator = Indikator
book-indicator-or-source = Indikator dan sumber dana
book-unit = Satuan
book-baseline-source = nilai awal
book-risk = Risiko
book-mitigation = Penanganan
book-section = Subbab
book-figure = Gambar
book-table = Tabel
book-goal-prefix = T
book-priority-prefix = P
book-need-prefix = K
book-policy-prefix = A
book-supports-goal = tujuan
book-supports-priority = prioritas
book-supports-policy = arah kebijakan
book-supports-need = kebutuhan
book-no-quick-win = bukan quick win
book-a-selection = terpilih
book-law = Peraturan
book-about = Tentang
book-by = oleh
book-title-unverified = (judul belum diperiksa)
book-mission = Misi
book-goal = Tujuan
book-vision = Visi
book-priority-programme = Program prioritas
book-supporting-programmes = Program pendukung
book-rpjmd-goal = Tujuan RPJMD
book-pillar-and-dimension = Pilar dan dimensi
book-aspect = Aspek
book-current-level = Kini
book-gap = Kesenjangan
book-evidence = Bukti
book-need = Kebutuhan
book-phase = Fase
book-phase-direction = Arah
book-programmes-that-begin = Program yang dimulai
book-programme-and-change = Program dan yang dirasakan warga
book-date = Tanggal
book-evaluation = Evaluasi
book-score = Nilai
book-finding = Temuan
book-follow-up = Tindak lanjut
book-deadline = Tenggat
book-findings-and-follow-up = Temuan dan tindak lanjutnya
book-billion-rupiah = miliar rupiah
book-no-programme-matches = tidak ada program yang sesuai.
book-nothing-entered = Belum ada isian.
book-institution = Lembaga
book-position = Jabatan
book-council-role = Kedudukan
book-body = Lembaga
book-element = Unsur
book-role = Peran
book-district = { $government ->
        [kabupaten] Kecamatan
        [provinsi] Kabupaten/kota
       *[kota] Kecamatan
    }
book-programmes-in-district = Program khusus { book-district-name } ini
book-proposal = Usulan
book-proposed-by = Pengusul
book-what-became-of-it = Tindak lanjut
book-about-removed = Program dan bagian berikut ada dalam rencana terdahulu dan tidak ada lagi dalam rencana ini.
book-removed-stamp = Dihapus
book-note-mark = catatan
book-other-figure = Gambar di atas berbeda dari yang terdahulu. Perbedaannya tidak dapat ditunjukkan satu per satu; garis di tepi halaman menandai seluruh gambar.
book-other-signer = oleh pejabat terdahulu; pejabat yang baru belum menandatangani
book-changes-by-pillar = Perubahan menurut pilar dan perangkat daerah
book-severity = Bobot
book-change = Perubahan
book-page = Hlm.
book-unmarked = Yang tidak bertanda
book-always-unmarked = Kaki halaman, nomor bab, tabel, gambar, dan halaman, serta urutan dan tata letak mengikuti rencana yang baru tanpa tanda.
book-not-printed-as-text = Perubahan berikut ada dalam rencana, tetapi tidak ditandai dalam buku ini, karena buku ini tidak mencetaknya sebagai teks:
book-in-all = Seluruhnya
book-budget-change-by-pillar = Perubahan anggaran menurut pilar
book-million-rupiah = juta rupiah
book-rupiah = rupiah
book-year = Tahun
book-realised-value = Realisasi
book-result-percent = Capaian (%)
book-verdict = Penilaian
book-not-judged = tidak dinilai
book-results = Realisasi dibandingkan dengan target
book-number-of-results = Jumlah capaian
book-results-by-verdict = Capaian menurut penilaian
book-result-against-target = Capaian terhadap target
book-head-of-region = { $government ->
        [kabupaten] Bupati
        [provinsi] Gubernur
       *[kota] Wali Kota
    }
book-head-of-agency = Kepala
book-example-sheet = Lembar ini contoh dan bukan pernyataan pejabat mana pun.
book-approval-without-decree = Peraturan yang menetapkan rencana ini belum tercantum.
book-page-short = hlm.
book-glance-empty = Rencana ini belum memiliki program yang dijalankan.
book-promises-none = Rencana ini belum memiliki program yang dijanjikan kepada warga.
book-promises-about = Bagian ini menceritakan dengan kata-kata biasa apa yang berubah bagi warga: dari keadaan sekarang ke keadaan yang dituju, kapan, dan siapa yang bertanggung jawab. Yang disebut di sini ialah program yang lebih dahulu dirasakan warga; setiap program ada dalam bab pilarnya.
book-decisions-commitments = Komitmen yang belum ditandatangani
book-decisions-commitments-about = Kepala perangkat daerah berikut belum menandatangani komitmen.
book-decisions-approval = Program yang menunggu persetujuan
book-decisions-money = Program tanpa anggaran
book-decisions-money-about = Tetapkan anggaran dan sumber dananya, atau tunda programnya.
book-decisions-proposals = Usulan yang belum diputuskan
book-decisions-proposals-about = Terima, tunda, atau tolak usulan ini, dan sampaikan alasannya kepada pengusul.
book-decisions-findings = Temuan evaluasi yang belum selesai
book-decisions-findings-about = Pastikan tindak lanjutnya selesai pada tenggatnya.
book-decisions-overdue = lewat tenggat
book-decisions-evaluation = Evaluasi berikutnya
book-decisions-needs = Kebutuhan yang belum dijawab program
book-decisions-needs-about = Tidak ada program yang memenuhi kebutuhan kelembagaan berikut.
book-decisions-largest = Anggaran terbesar
book-decisions-years = Anggaran menurut tahun
book-decisions-sources = Anggaran yang sudah dipastikan
book-decisions-sources-unconfirmed = Seluruh anggaran masih indikatif: belum ada sumber dana yang dipastikan.

## Halaman situs web

book-web-skip = Langsung ke isi
book-web-ways = Jalan dalam rencana
book-web-search = Cari
book-web-results = Hasil
book-web-no-results = Tidak ditemukan.
book-web-entries = Semua entri
book-web-about-entries = Setiap entri rencana dengan alamat yang tetap, meskipun nomor atau urutan bab berubah.
book-web-chapters = Bab
book-web-part-of = Bagian dari
book-web-on-this-page = Di halaman ini
book-web-notes = Catatan
book-web-back = Kembali ke teks
book-web-turn = Halaman sebelum dan sesudahnya
book-web-previous = Sebelumnya
book-web-next = Selanjutnya
book-web-figure-in-words = Isi gambar dalam kata-kata

## Dengan nilai

book-decree-number = { $decree } Nomor { $number }
book-decree-date = { $decree } tanggal { $date }
book-emblem-of = Lambang { $city }
book-government-of = Pemerintah { $city }
book-revision-of = Revisi { $revision }
book-fields = bidang urusan { $fields }
book-signed = ditandatangani { $date }
book-programmes-of = Program { $owner }
book-dimensions-of = Dimensi { $pillar }
book-policy-directions-of = Arah kebijakan { $pillar }
book-institutional-needs-of = Kebutuhan kelembagaan { $pillar }
book-total-of = Jumlah { $pillar }
book-see = lihat { $volume }
book-reviewed-by = { $authors }; ditelaah oleh { $reviewers }
book-example-mark = { $text } (contoh)
book-with-source = { $text } (sumber: { $source })
book-priority-number = program prioritas { $number }:
book-and-others = dan lainnya sebanyak { $count }
book-map-whole = Untuk seluruh { book-region }: { $count } lagi
book-map-kilometres = { $number } km
book-map-metres = { $number } m
book-alt-budget-chart = Anggaran tiap tahun menurut pilar dalam { $unit }. { $told }.
book-alt-source-chart = Anggaran menurut sumber dana, { $period }, dalam { $unit }: { $told }.
book-alt-source = { $source } memberi { $amount } atau { $share } dari semuanya
book-alt-coverage = Peta warna jumlah program tiap perangkat daerah menurut pilar. { $told }.
book-alt-map = Peta jumlah program tiap { book-district-name }. { $told }.
book-alt-dependencies = Program yang menunggu program lain: { $told }.
book-alt-indicator-paths = Jalur indikator dari nilai awal ke target terakhir: { $told }.
book-alt-readiness-chart = Kesiapan kini dan yang dituju, dari 0 sampai 5: { $told }.
book-alt-road-map = Waktu program tiap pilar, { $period }. { $told }.
book-alt-column = tahun { $column } sebesar { $total }, terdiri atas { $parts }
book-alt-part = { $name } sebesar { $amount }
book-alt-row = { $name }: { $cells }, jumlah { $total }
book-alt-path = { $name }: dari { $first } ({ $from }) menuju { $last } { $unit } ({ $to })
book-alt-path-target = { $name }: menuju { $last } { $unit } ({ $to })
book-alt-path-reached = { $path }, tercapai { $reached } ({ $year })
book-alt-readiness-level = { $aspect } kini { $current }, yang dituju { $target }
book-alt-waits = { $program } menunggu { $first }
book-approval = { $title } disusun sebagai pedoman pelaksanaan { book-smart-region } di { $city } { $period }.
book-approval-decree = Rencana ini ditetapkan dengan { $decree }.
book-waterfall-unit = { $unit }; garis nol adalah anggaran semula, { $before }, yang kini menjadi { $after }
book-cancelled-money = Jumlah itu masih memuat { $money } dari program yang dibatalkan:
book-band-between = { $from } sampai kurang dari { $above } persen
book-band-from = { $from } persen atau lebih
book-band-below = kurang dari { $above } persen
book-band-any = berapa pun
book-results-up = Capaian indikator yang diharapkan naik ialah realisasi dibagi target.
book-results-down-mirror = Capaian indikator yang diharapkan turun ialah dua kali target dikurangi realisasi, lalu dibagi target.
book-results-down-inverse = Capaian indikator yang diharapkan turun ialah target dibagi realisasi.
book-results-keep = Capaian indikator yang dipertahankan berkurang menurut selisihnya dari target.
book-results-judged = { $rounding }; angka yang tercetak itulah yang dinilai.
book-results-judged-capped = { $rounding } dan paling tinggi dicatat { $cap } persen; angka yang tercetak itulah yang dinilai.
book-legend = Buku ini menandai yang berubah di antara keduanya.
book-legend-added = Yang baru bergaris bawah
book-legend-removed = yang dihapus dicoret
book-legend-bars = garis di tepi halaman menunjukkan tempatnya.
book-legend-annex = Program dan bagian yang dihapus seluruhnya ada dalam lampiran terakhir.
book-unmarked-templates = Tata letak buku: berkas dalam `templates`
book-unmarked-colors = Warna pilar
book-unmarked-emblem = Lambang pada sampul
book-unmarked-page = Halaman yang mendatar, dan tanda draf di tepi halaman
book-glance-budget = anggaran seluruh tahun
book-glance-programmes = program
book-number-of-programmes = { $number } program
book-glance-agencies = perangkat daerah pelaksana
book-glance-quick-wins = quick win
book-more-paragraphs = dan { $count } alinea lain
book-results-rounding = { $decimals ->
        [0] Hasilnya dibulatkan ke persen bulat
        [1] Hasilnya dibulatkan sampai satu angka di belakang koma
       *[other] Hasilnya dibulatkan sampai { $decimals } angka di belakang koma
    }
book-commitment-of-heads = { $heads ->
        [1] Saya, kepala perangkat daerah { $city }, berkomitmen melaksanakan program yang menjadi tanggung jawab saya dalam { $title }.
       *[other] Kami, para kepala perangkat daerah { $city }, berkomitmen melaksanakan program yang menjadi tanggung jawab kami dalam { $title }.
    }
book-promise-of-heads = { $heads ->
        [1] Saya menyediakan data yang benar, menganggarkan yang telah direncanakan, dan melaporkan hasilnya secara terbuka pada setiap evaluasi.
       *[other] Kami menyediakan data yang benar, menganggarkan yang telah direncanakan, dan melaporkan hasilnya secara terbuka pada setiap evaluasi.
    }
book-needed = Anggaran { $programs } program dalam { $pillars } pilar berjumlah { $money } selama { $period }. Angka pada tiap tabel dijumlahkan dari baris anggaran yang sama, sehingga jumlah menurut pilar, perangkat daerah, tahun, dan sumber dana selalu sama. Angka dalam tabel ditulis dalam rupiah.

## Nilai yang dirujuk narasi

book-value-number = { $number }
book-value-money = { $money }
book-value-million = Rp{ $number }{ "\u00A0" }juta
book-value-billion = Rp{ $number }{ "\u00A0" }miliar
book-value-trillion = Rp{ $number }{ "\u00A0" }triliun
book-value-quantity = { $number }{ "\u00A0" }{ $unit }
book-value-measured = { $number }{ $unit }
book-value-date = { $date }
book-title-at-a-glance = Sekilas { $city } { $year }
book-glance-lead = Selama { $period }, { $opds } perangkat daerah menjalankan { $programs } program dalam { $pillars } pilar.
book-glance-everywhere = { $count } program menjangkau seluruh { book-region }; di samping itu ada yang khusus bagi { book-district-name } tertentu:
book-alt-glance-money = Anggaran seluruh tahun { $total } menurut pilar: { $told }.
book-alt-glance-districts = Jumlah program khusus { book-district-name }: { $told }.
book-alt-glance-phases = Tahapan pada garis waktu: { $told }.
book-numbers-in-volume = Programnya diuraikan dalam { $volume }.
book-promises-more = Selain itu ada { $count } program lain
book-decisions-about = Menurut rencana per { $date }, inilah yang menunggu keputusan atau tanda tangan, lalu anggaran yang perlu diketahui untuk memutuskannya.
book-decisions-none = Menurut rencana per { $date }, tidak ada yang menunggu keputusan atau tanda tangan.
book-decisions-approval-about = Setujui, ubah, atau batalkan program ini; anggarannya berjumlah { $money }.
book-decisions-evaluation-about = { $late ->
        [0] Siapkan data realisasi sebelum tanggal ini.
       *[other] Ada evaluasi yang tanggalnya sudah lewat: laksanakan atau jadwalkan kembali.
    }
book-decisions-largest-about = { $count } program dengan anggaran terbesar memerlukan { $money } dari { $all }.
book-decisions-years-about = Rencana ini memerlukan { $money }, paling banyak pada { $year }.
book-decisions-sources-about = Dari { $all }, { $money } sudah dipastikan; selebihnya indikatif.
book-decisions-confirmed = { $money } sudah dipastikan
