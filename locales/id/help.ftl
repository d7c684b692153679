# Bantuan perintah dan opsi. Bahasa Inggrisnya tertulis di samping perintah dan opsinya
# sendiri. `help-build` adalah perintah `build`, `.only` opsi `--only`, dan `.format-json`
# nilai `json` dari opsi `--format`. `help-any` berlaku untuk semua perintah.

help-words =
    .usage = Pemakaian
    .commands = Perintah
    .command = PERINTAH
    .arguments = Argumen
    .options = Opsi
    .any-options = [OPSI]
    .examples = Contoh
    .default = bawaan
    .possible-values = pilihan
    .values = Pilihan

help-headings =
    .how-the-plan-is-judged = Cara rencana dinilai

help-values =
    .base = LAMA
    .command = PERINTAH
    .date = TANGGAL
    .dir = FOLDER
    .file = BERKAS
    .format = BENTUK
    .head = BARU
    .how = CARA
    .id = ID
    .kind = JENIS
    .kind-id = JENIS:ID
    .columns = KOLOM
    .expression = UNGKAPAN
    .label = SEBUTAN
    .language = BAHASA
    .name = NAMA
    .new-id = ID-BARU
    .number = JUMLAH
    .ours = KITA
    .path = ALAMAT
    .plan = RENCANA
    .reader = PEMBACA
    .theirs = MEREKA
    .seconds = DETIK
    .shell = SHELL
    .n = N
    .port = PORT
    .revision = REVISI
    .rule = ATURAN
    .severity = TINGKAT
    .standard = STANDAR

help-any =
    .plan = Folder rencana [bawaan: `plan`, atau rencana yang memuat folder ini]
    .poll = Periksa perubahan setiap sekian detik, kalau sistem berkasnya tidak memberitahukannya
    .language = Bahasa temuan dan bantuan [bawaan: bahasa rencana, atau bahasa sistem]
    .language-id = Bahasa Indonesia
    .language-en = Bahasa Inggris
    .help = Menampilkan bantuan
    .help-more = (lebih lengkap dengan `--help`)
    .help-less = (ringkasnya dengan `-h`)
    .version = Menampilkan versi program
    .deny = Jadikan sebuah aturan, sebuah kelompok, atau semua peringatan (`warnings`) kesalahan
    .warn = Jadikan sebuah aturan atau kelompok peringatan
    .allow = Jangan laporkan sebuah aturan atau kelompok
    .release = Nilai rencana sebagai rencana yang akan ditandatangani dan dicetak
    .as-of = Nilai rencana seolah-olah hari ini tanggal itu, bukan tanggal rencana sendiri

help = Menyusun rencana induk kota cerdas: program dalam TOML dan narasi dalam Markdown menjadi satu PDF
    .after =
        Contoh:
          ambonplan init plan                          memulai sebuah rencana
          ambonplan check                              menampilkan semua yang salah
          ambonplan build                              menulis build/master-plan.pdf
          ambonplan build --only opd:diskominfo        satu bab saja, lebih cepat
          ambonplan preview opd:diskominfo --open      sama, langsung di peramban
          ambonplan diff main                          apa yang berubah sejak main
          ambonplan new program layanan-112 --opd diskominfo --pillar governance

        Status keluar: 0 bersih, 1 rencana punya kesalahan, 2 salah pakai, gagal membaca atau menulis, atau gangguan program.

help-help = Menampilkan bantuan ini, atau bantuan sebuah perintah
    .subcommand = Perintah yang bantuannya ditampilkan
    .command = Perintah yang bantuannya ditampilkan

help-build = Membuat PDF, atau halaman situs web
    .format = Bentuk buku
    .format-pdf = PDF
    .format-html = Folder berisi halaman situs web, yang bisa dibaca tanpa server
    .output = Tulis PDF ke berkas ini, atau ke keluaran baku dengan `-`, atau halaman ke folder ini [bawaan: build/<volume>.pdf atau build/<volume>]
    .only = Buat satu bagian saja: chapter:ID, pillar:ID, opd:ID, atau program:ID
    .volume = Buat buku ini dari plan.toml, bukan buku pertama
    .all-volumes = Buat semua buku di plan.toml
    .pdf-standard = Penuhi standar PDF ini, bukan a-2a,ua-1, atau jangan buat apa pun
    .system-fonts = Pakai juga huruf yang terpasang di komputer; hasilnya lalu bergantung pada komputer itu
    .timings = Tampilkan lama setiap tahap
    .deps = Tulis bahan-bahan buku ke berkas ini, sebagai aturan makefile; `-` adalah keluaran baku
    .changes-since = Tandai yang berubah sejak sebuah revisi git atau sebuah folder: teks baru digarisbawahi, teks lama dicoret, garis di tepi halaman, ringkasan sebelum bab pertama [bawaan: build/<volume>-changes.pdf]
    .watch = Buat lagi setiap kali ada perubahan, sampai dihentikan

help-check = Menampilkan semua yang salah dalam rencana
    .format = Cara temuan ditulis [bawaan: human; github di dalam GitHub Actions]
    .format-human = Kutipan sumber dengan keterangan
    .format-short = Satu baris untuk setiap temuan, seperti keluaran kompilator
    .format-json = Satu dokumen JSON; skemanya ditampilkan `ambonplan schema findings`
    .format-github = Untuk GitHub Actions: kutipan yang sama, anotasi, dan ringkasan pekerjaan
    .format-gitlab = Laporan mutu kode GitLab
    .format-sarif = Catatan SARIF 2.1.0
    .format-junit = Laporan JUnit: kesalahan menjadi kegagalan, peringatan menjadi kasus yang dilewati
    .max-findings = Tulis paling banyak sekian temuan
    .only = Nilai seluruh rencana, tetapi tulis dan perbaiki hanya yang menyangkut satu bagian: chapter:ID, pillar:ID, opd:ID, atau program:ID
    .all = Tulis setiap temuan juga dalam laporan untuk orang, meskipun banyak yang melanggar aturan yang sama
    .fix = Perbaiki apa yang dapat diperbaiki tanpa mengubah maksudnya
    .diff = Tampilkan apa yang akan diubah `--fix`, tanpa mengubah apa pun; status keluar 1 kalau ada yang akan berubah atau rencana punya kesalahan

help-completions = Menampilkan skrip yang membuat shell melengkapi perintah dan opsi
    .shell = Shell yang dipakai

help-diff = Menampilkan apa yang berubah dalam rencana: program, anggaran, target, kata-kata
    .base = Revisi git atau folder yang lebih dulu; `A..B` menyebut keduanya [bawaan: HEAD]
    .head = Revisi git atau folder yang kemudian [bawaan: folder rencana]
    .format = Cara perubahan ditulis
    .format-human = Untuk terminal
    .format-markdown = Untuk komentar pada permintaan penggabungan
    .format-json = Satu dokumen JSON; skemanya ditampilkan `ambonplan schema changes`
    .format-html = Satu halaman untuk peramban
    .format-pdf = Halaman cetak, dalam bahasa rencana
    .output = Tulis laporan ke berkas ini, bukan ke keluaran baku; `-` adalah keluaran baku
    .audience = Untuk siapa laporan ini [bawaan: council untuk html dan pdf, author untuk yang lain]
    .audience-council = Yang memutuskan dan menandatangani: nama, kata-kata, dan uang
    .audience-author = Yang menyusun rencana: juga tempat dalam berkas, kode, dan sidik
    .only = Tampilkan hanya yang berubah pada entri ini dan pada yang termasuk di dalamnya: opd:ID, pillar:ID, program:ID …
    .severity = Tampilkan hanya perubahan yang sedikitnya seberat ini
    .severity-breaking = Perubahan yang menarik kembali apa yang sudah disepakati
    .severity-warning = Itu, dan perubahan yang perlu dilihat seseorang
    .severity-note = Perubahan apa pun
    .fail-on = Status keluar 1 kalau ada perubahan seberat ini yang ditampilkan dan belum diterima
    .fail-on-breaking = Perubahan yang menarik kembali apa yang sudah disepakati
    .fail-on-warning = Itu, dan perubahan yang perlu dilihat seseorang
    .fail-on-note = Perubahan apa pun
    .policy-from = Rencana yang menentukan tingkat perubahan dan perubahan yang diterima
    .policy-from-base = Yang pertama: ketentuan yang kedua tidak berlaku
    .policy-from-head = Yang kedua
    .exit-code = Status keluar 1 kalau ada perubahan yang ditampilkan dan belum diterima
    .staged = Bandingkan dengan yang sudah di-stage: rencana seperti pada commit berikutnya
    .base-plan = Folder rencana di BASE, kalau waktu itu letaknya di tempat lain
    .install-driver = Agar `git diff` dan `git log -p` menampilkan nilai yang berubah, dan `git merge` menggabungkan menurut isi: tulis atribut dan pengaturan repositori, atau tampilkan saja
    .install-driver-write = Tulis
    .install-driver-print = Tampilkan saja
    .after =
        Contoh:
          ambonplan diff                         yang belum di-commit
          ambonplan diff --staged                yang diubah oleh commit berikutnya
          ambonplan diff main                    dari main sampai folder rencana
          ambonplan diff v1..v2                  di antara dua revisi
          ambonplan diff main...HEAD             sejak cabang ini dimulai
          ambonplan diff lama/plan baru/plan     di antara dua folder
          ambonplan diff main --only opd:bappeda --severity warning
          ambonplan diff main --format markdown --fail-on breaking
          ambonplan diff v1..v2 --format pdf -o perubahan.pdf

help-explain = Menjelaskan aturan dan jenis perubahan
    .rules = Nama atau kode aturan atau jenis perubahan, nama kelompok, jenis berkas (`program`, `opd`, …), atau `format` untuk semua berkas
    .all = Jelaskan semua aturan dan semua jenis perubahan

help-fmt = Menulis berkas TOML dalam bentuk bakunya
    .files = Berkas yang ditulis dalam bentuk baku, atau foldernya; `-` adalah masukan baku, yang ditulis ke keluaran baku [bawaan: semua berkas TOML dan Markdown dari rencana]
    .stdin-filename = Berkas rencana yang isinya datang dari masukan baku; tanpa ini, jenis TOML dikenali dari kunci-kuncinya
    .check = Jangan ubah apa pun; tampilkan berkas yang akan berubah, dengan status keluar 1 kalau ada
    .diff = Jangan ubah apa pun; tampilkan apa yang akan berubah

help-init = Memulai rencana dalam folder baru
    .directory = Folder tempat rencana dimulai [bawaan: folder `--plan`]
    .government = Rencana siapa: kota, kabupaten, atau provinsi
    .with-templates = Salin juga templat bawaan, untuk diubah
    .with-words = Tulis juga semua kata dalam buku sebagai komentar, untuk diubah
    .no-taplo = Jangan tulis `.taplo.toml`, pengaturan penyunting TOML

help-log = Menampilkan revisi mana yang mengubah sebuah entri, kapan, oleh siapa, dan bagaimana
    .subject = program:ID, opd:ID, pillar:ID … atau indicator:PROGRAM/NAMA; id lama menuju id yang baru
    .revision = Mulai dari revisi ini; `A..B` menampilkan yang terjadi dari A sampai B [bawaan: HEAD]
    .from = Mulai dari revisi ini, ditulis sebagai opsi
    .since = Tampilkan mulai tanggal ini, misalnya 2026-01-31
    .until = Tampilkan sampai dengan tanggal ini, misalnya 2026-01-31
    .max-count = Tampilkan paling banyak sekian perubahan
    .format = Cara riwayat ditulis
    .format-human = Satu baris untuk setiap perubahan
    .format-markdown = Untuk komentar atau halaman di tempat repositori
    .format-json = Satu dokumen JSON; skemanya ditampilkan `ambonplan schema log`

help-man = Menampilkan halaman untuk `man`
    .command = Perintah yang dijelaskan halaman itu [bawaan: program ini]
    .all = Tulis halaman program dan semua perintah ke folder ini

help-new = Menambahkan pilar, OPD, atau program
help-new-pillar = Menambahkan pilar setelah yang terakhir
    .id = Id pilar: huruf kecil, angka, dan tanda hubung
help-new-opd = Menambahkan OPD
    .id = Id OPD
help-new-program = Menambahkan program dengan nomor kosong berikutnya dalam pilarnya
    .id = Id program
    .opd = OPD yang memimpinnya
    .pillar = Pilarnya [bawaan: yang pertama]

help-list = Mendaftar entri rencana, dipilih dan diurutkan, sebagai tabel, CSV, atau JSON
    .what = Jenis entri, misalnya `program`, atau daftar di dalamnya, misalnya `program.budget`
    .columns = Kolomnya, dipisahkan koma: kunci entri, atau kunci daftarnya seperti `budget.amount`
    .filter = Hanya baris yang memenuhi ungkapan ini: `=`, `!=`, `<`, `<=`, `>`, `>=`, `contains`, `and`, `or`, `not`, dan tanda kurung
    .sort = Urutkan baris menurut kolom-kolom ini; `-` di depan kolom mendahulukan yang terbesar
    .format = Cara baris ditulis
    .format-table = Kolom untuk dibaca orang, teks panjang dipotong
    .format-csv = Nilai yang dipisahkan koma, dengan satu baris nama
    .format-json = Daftar objek JSON
    .output = Tulis ke berkas ini, atau ke keluaran baku dengan `-` [bawaan: keluaran baku]

help-rename = Memberi id lain kepada sebuah entri, dan mengubah semua yang merujuk kepadanya
    .entry = Entrinya: jenis dan id, misalnya `opd:diskominfo`
    .id = Id yang baru: huruf kecil, angka, dan tanda hubung
    .diff = Jangan ubah apa pun; tampilkan apa yang akan berubah

help-preview = Menampilkan halaman di peramban selagi rencana ditulis
    .what = Tampilkan satu bagian: chapter:ID, pillar:ID, opd:ID, program:ID, atau volume:ID [bawaan: buku pertama]
    .port = Pakai port ini [bawaan: selalu port yang sama untuk rencana yang sama, kalau tidak sedang dipakai]
    .open = Buka halamannya di peramban
    .no-watch = Tampilkan rencana seperti sekarang, tanpa mengikuti perubahan
    .allow-host = Jawab juga untuk nama ini, seperti tertulis dalam alamat tempat port diteruskan; boleh ditulis beberapa kali
    .editor = Izinkan halaman membuka sebuah tempat di penyunting ini; {"{"}file{"}"}, {"{"}line{"}"}, dan {"{"}column{"}"} diganti dengan tempatnya
    .system-fonts = Pakai juga huruf yang terpasang di komputer

help-merge = Menggabungkan dua versi berkas untuk git, menurut isinya
    .base = Berkas sebelum kedua pihak mengubahnya (%O)
    .ours = Berkas pihak kita (%A); hasilnya ditulis di sini
    .theirs = Berkas pihak lain (%B)
    .marker-size = Jumlah huruf sebuah tanda konflik (%L)
    .path = Nama berkas di dalam repositori (%P) [bawaan: nama berkas pihak kita]
    .base-label = Sebutan versi sebelum keduanya di belakang tanda konflik (%S)
    .ours-label = Sebutan pihak kita (%X)
    .theirs-label = Sebutan pihak lain (%Y)
    .after = git menjalankannya setelah dipasang:
        {"  "}ambonplan diff --install-driver

        Status akhir: 0 sudah digabungkan, 1 ada tanda konflik karena kedua pihak berbeda,
        129 kalau ada berkas yang tidak dapat dibaca atau ditulis.

help-textconv = Menampilkan nilai berkas TOML untuk git, satu per baris
    .file = Berkas TOML

help-schema = Menampilkan JSON Schema, untuk penyunting dan pembaca temuan
    .kind = Jenis berkas; `findings` adalah keluaran `check --format json`, `changes` keluaran `diff --format json`, `log` keluaran `log --format json`
    .all = Tulis skema semua jenis ke folder ini, sebagai JENIS.json
