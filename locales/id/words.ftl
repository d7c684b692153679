# Kata yang diperlukan oleh lebih dari satu pesan.

error = kesalahan
warning = peringatan
hint = saran

did-you-mean = maksudnya `{ $name }`?
known = yang ada: { $known }
one-of = tulis salah satu: { $known }
first-one = yang pertama ada di sini
defined-here = didefinisikan di sini
program-starts = program mulai di sini
program-ends = program berakhir di sini
said = { $text }

kind-program = program
kind-opd = OPD
kind-pillar = pilar
kind-dimension = dimensi
kind-policy = arah kebijakan
kind-mission = misi
kind-goal = tujuan
kind-priority = program prioritas
kind-need = kebutuhan kelembagaan
kind-law = peraturan
kind-district = kecamatan
kind-stakeholder = pemangku kepentingan
kind-proposal = usulan
kind-chapter = bab
kind-heading = subjudul
kind-figure = gambar
kind-table = tabel
kind-phase = fase
kind-readiness = aspek kesiapan
kind-finding = temuan evaluasi
kind-indicator = indikator
kind-volume = buku
kind-abbreviation = singkatan

type-text = teks
type-true-or-false = `true` atau `false`
type-boolean = nilai benar/salah
type-whole-number = bilangan bulat
type-decimal = bilangan desimal
type-number = bilangan
type-rupiah = jumlah dalam rupiah bulat
type-year = tahun
type-date = tanggal
type-date-without-time = tanggal tanpa jam
type-date-or-time = tanggal atau jam
type-list = daftar
type-tables = daftar tabel
type-table = tabel

group-structure = Struktur
group-configuration = Pengaturan
group-coverage = Cakupan
group-time = Waktu
group-indicators = Indikator
group-money = Anggaran
group-codes = Kode
group-people = Orang
group-evaluation = Evaluasi
group-law = Hukum
group-text = Narasi
group-output = Buku tercetak

level-allow = tidak dilaporkan
level-warn = peringatan
level-deny = kesalahan

count-errors = { $count } kesalahan
count-warnings = { $count } peringatan
count-pillars = { $count } pilar
count-opds = { $count } OPD
count-programs = { $count } program
count-pages = { $count } halaman
plan-unreadable = rencana tidak terbaca
unchanged = tidak berubah
waiting-for-plan = proses lain sedang menulis ke dalam rencana; menunggu sampai selesai
nothing-built = tidak ada yang dibuat
found-elsewhere = di luar `{ $part }`: { $errors }, { $warnings }; `ambonplan check` menampilkannya
more-of-rule = … dan { $number } lagi: { $rule } di { $files } berkas
total-errors = { $number } kesalahan di { $files } berkas
total-warnings = { $number } peringatan di { $files } berkas
all-findings = temuan yang berulang diringkas; `ambonplan check --all` menampilkan semuanya
more-findings = dan { $count } lagi; `--max-findings` menentukan berapa yang ditampilkan
summary-fixable = { $count } dapat diperbaiki dengan `ambonplan check --fix`
fixed = { $count } temuan diperbaiki

rule-level = Tingkat
rule-group = Kelompok
rule-release = saat terbit
rule-firm = tetap
rule-why = Mengapa ini buruk
rule-fix = Cara memperbaiki
rule-wrong = Salah
rule-right = Benar
rules-title = Aturan
rules-intro = Semua aturan yang diterapkan `ambonplan check`, dengan kode dan namanya. `ambonplan explain NAMA` menampilkan salah satunya; tingkat diubah dan pengecualian dibuat di `plan.toml`. Halaman ini dihasilkan otomatis.
serving = Pratinjau berjalan di alamat itu; tekan Ctrl-C untuk berhenti.
refused-host = Pratinjau ini hanya menjawab di alamatnya sendiri: { $url }. Jika Anda memang membukanya dengan nama atau port lain, hentikan pratinjau lalu jalankan lagi dengan `--allow-host { $name }`.
refused-nameless = Pratinjau ini hanya menjawab di alamatnya sendiri: { $url }.
refused-page = Permintaan ini datang dari halaman lain dan tidak dijawab. Bukalah pratinjaunya langsung: { $url }
port-taken = Port { $port }, yang biasanya dipakai untuk rencana ini, sedang terpakai, mungkin oleh pratinjau lain; kali ini dipakai port lain.
polling = Rencana berada di sistem berkas yang tidak mengabarkan perubahan; isinya diperiksa setiap { $seconds } detik (`--poll=DETIK`).
no-browser = Peramban tidak dapat dibuka; bukalah alamat itu sendiri.
stale-errors = { $count ->
   *[other] { $count } kesalahan menahan halaman yang terakhir
}
stale-gone = bagian yang ditampilkan tidak ada lagi di rencana
stale-missing = folder rencana tidak ada lagi
stale-directory = folder rencana tidak dapat dibaca: { $why }
watching = Menunggu perubahan; tekan Ctrl-C untuk berhenti.
