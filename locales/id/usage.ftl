# Ucapan baris perintah: kegagalan, kemajuan, dan apa yang salah pada argumen.

usage = Pemakaian
usage-more = Untuk melihat semua perintah dan opsi, tulis `--help` di belakang perintah.
usage-unknown-command = tidak ada perintah `{ $name }`
usage-unknown-option = tidak ada opsi `{ $name }`
usage-unexpected = `{ $name }` berlebih: perintah ini tidak menerimanya
usage-no-value = `{ $argument }` memerlukan nilai, tetapi nilainya tidak ditulis
usage-invalid-value = `{ $value }` bukan nilai untuk `{ $argument }`
usage-refused-value = `{ $value }` bukan nilai untuk `{ $argument }`: { $reason }
usage-refused = nilai itu tidak dapat dipahami
usage-number = tulis bilangan bulat, misalnya 20
usage-range = tulis bilangan bulat dari { $least } sampai { $most }
usage-missing = belum ditulis: { $names }
usage-missing-command = perintahnya belum ditulis
usage-conflict = `{ $argument }` tidak dapat dipakai bersama { $others }
usage-repeated = `{ $argument }` ditulis lebih dari sekali
usage-no-equals = tulis `=` di antara `{ $argument }` dan nilainya
usage-too-many = `{ $value }` berlebih: nilai untuk `{ $argument }` sudah cukup
usage-too-few = nilai untuk `{ $argument }` kurang
usage-not-text = ada argumen yang bukan Unicode yang sah
usage-other = { $text }

refused-day = tulis tahun, bulan, dan hari, misalnya 2027-01-31
    .meant = tulis tahun, bulan, dan hari; mungkin maksudnya { $values }
refused-host-name = tulis namanya saja, tanpa `https://` dan `/`: `contoh.app.github.dev`, `localhost:9000`
refused-level = tingkat aturan `{ $rule }` tetap: apa yang melanggarnya tidak dapat dipahami atau dicetak
refused-rule = tidak ada aturan atau kelompok dengan nama itu; daftarnya ada di `ambonplan explain --all`
    .similar = tidak ada aturan atau kelompok dengan nama itu; maksudnya `{ $similar }`?
refused-editor =
    .quotation = ada tanda petik yang belum ditutup
    .empty = tulis sebuah perintah, misalnya `code -g {"{"}file{"}"}:{"{"}line{"}"}`
    .file = `{"{"}file{"}"}` harus ada di tempat nama berkas: `code -g {"{"}file{"}"}:{"{"}line{"}"}`
unknown-standard = `--pdf-standard`: tidak ada standar `{ $name }`; yang ada: { $known }
standards-apart = `--pdf-standard`: tidak ada PDF yang dapat memenuhi semuanya sekaligus: { $names }

stage-reading = membaca dan memeriksa rencana
stage-composing = merangkai buku
stage-typesetting = menyusun halaman
stage-writing = menulis berkas

plan-begun = { $count } berkas di `{ $path }`; jalankan `ambonplan build --plan { $argument }` untuk membuat bukunya
taplo-written = `{ $path }` memberi tahu penyunting TOML cara menulis rencana; `ambonplan schema --all .schemas` menambahkan kunci-kuncinya
diff-in-conflict = `{ $name }` belum selesai digabungkan: { $count } berkas masih memuat konflik git, dan dari berkas itu hanya sisi kita yang dibandingkan, atau tidak sama sekali; `ambonplan check` menunjukkan tempatnya
driver-repository = di dalam repositori
merge-too-large = `{ $path }` lebih dari { $limit } MiB; ini bukan berkas rencana dan tidak digabungkan
textconv-too-large = lebih dari { $limit } MiB, bukan berkas rencana

failed-because = sebab: { $cause }
failed-printing = keluaran tidak dapat ditulis
failed-plan = folder rencana `{ $path }` tidak dapat dibaca
failed-reading = `{ $path }` tidak dapat dibaca
failed-removing = `{ $path }` tidak dapat dihapus
failed-writing = `{ $path }` tidak dapat ditulis
failed-writing-into = tidak ada yang dapat ditulis ke dalam `{ $path }`
failed-replacing = `{ $path }` tidak dapat diganti
failed-directory = folder `{ $path }` tidak dapat dibuat
failed-finding = `{ $path }` tidak dapat ditemukan
failed-locking = `{ $path }` tidak dapat dikunci
failed-current-directory = folder tempat perintah ini dijalankan tidak dapat diketahui
failed-own-place = letak program ini tidak dapat diketahui
failed-git = `git` tidak dapat dijalankan
failed-starting = `{ $program }` tidak dapat dijalankan
failed-interrupts = sistem tidak memberi tahu program ini tentang Ctrl-C
failed-waiting = sistem tidak mengizinkan program ini menunggu peristiwa
failed-listening = tidak ada port 127.0.0.1 yang dapat dipakai
    .port = port { $port } tidak dapat dipakai; mungkin dipakai pratinjau lain: pilih port lain dengan `--port`
failed-json = JSON tidak dapat ditulis: { $text }

no-plan = tidak ada rencana di sini; jalankan `ambonplan init`, atau sebutkan foldernya dengan `--plan FOLDER`
    .nearby = tidak ada rencana di sini; ada satu di `{ $plan }`: tambahkan `--plan { $plan }`
    .named = tidak ada folder `{ $path }`; sebutkan folder yang memuat `plan.toml`, atau mulai rencana di sana dengan `ambonplan init`
    .named-nearby = tidak ada folder `{ $path }`; ada rencana di `{ $plan }`: tulis `--plan { $plan }`
inside-plan = `{ $path }` adalah folder di dalam rencana `{ $plan }`: tulis `--plan { $plan }`; `--only` dengan jenis dan id, misalnya `--only opd:diskominfo`, menampilkan sebagian saja
no-plan-in = `plan.toml` dari `{ $name }` tidak dapat dibaca
no-rule = tidak ada aturan `{ $name }`; daftarnya ada di `ambonplan explain --all`
    .similar = tidak ada aturan `{ $name }`; { $hint }
no-date = `{ $text }` pada `{ $option }` bukan tanggal; tulis seperti 2026-01-31
no-subject = `{ $subject }` tidak menunjuk apa pun; tulis program:ID, opd:ID, atau indicator:PROGRAM/NAMA
no-entry = `{ $subject }` bukan entri; tulis opd:ID, pillar:ID, atau program:ID
    .meant = `{ $subject }` tidak menunjuk apa pun; maksudnya `{ $meant }`?
    .indicator = `{ $subject }` adalah bagian sebuah program; tulis `program:{ $program }`
list-incomplete = tidak semuanya terbaca, dan jumlah mungkin kurang; `ambonplan check` menunjukkan yang salah
expression-apart = `{ $value }` tidak dapat dibandingkan dengan nilai `{ $column }`
expression-unordered = nilai `{ $column }` tidak mempunyai urutan
    .hint = bandingkan dengan `=` atau `!=`; beberapa nilai digabung dengan `or`
expression-word = `{ $column }` tidak pernah `{ $value }`
list-known = yang ada: { $known }
list-no-kind = tidak ada jenis entri `{ $kind }` yang dapat didaftar
list-no-list = `{ $kind }` tidak mempunyai daftar `{ $list }`
list-no-column = tidak ada kolom `{ $column }`
expression-error = pada huruf ke-{ $at } dari `{ $text }`
expression-letter = `{ $letter }` tidak berarti di sini
expression-unclosed = teks yang dimulai di sini tidak ditutup
expression-column = di sini harus ada kolom
expression-value = di sini harus ada nilai
expression-close = di sini harus ada `)`
expression-meant = `{ $word }` tidak berarti di sini; maksudnya `{ $meant }`?
expression-unexpected = `{ $word }` tidak berarti di sini
expression-deep = tanda kurung dan `not` bersarang lebih dari { $most } kali
no-address = `{ $subject }` bukan alamat entri; tulis jenis dan id-nya, misalnya program:ID atau law:ID
no-entry-of-plan = rencana ini tidak mempunyai entri `{ $entry }`
rename-same = `{ $entry }` sudah bernama begitu
    .hint = beri id lain
rename-taken = `{ $entry }` sudah ada, di { $place }
    .hint = pilih id lain
rename-over = `{ $path }` sudah ada; tidak ada yang ditimpa
    .hint = pilih id lain, atau pindahkan dahulu berkas itu
rename-without-id = `{ $entry }` tidak mempunyai id yang dapat diganti
    .hint = yang dapat diganti namanya adalah entri dengan id sendiri: pilar, OPD, program, bab, peraturan, dan isi `registry/` lainnya
rename-unread = tidak seluruh rencana terbaca, dan bagian yang tidak terbaca mungkin menyebut entri itu: { $place }
    .hint = `ambonplan check` menunjukkan yang salah; perbaiki, lalu ganti namanya
rename-unwritable = rujukan di { $place } ditulis dengan cara yang tidak dapat diubah huruf demi huruf
    .hint = tulis id di situ tanpa tanda pelolosan, lalu ganti namanya
rename-ambiguous = id di { $place } menyebut entri dari beberapa jenis
    .hint = tulis alamatnya di situ, misalnya `partners = opd:bpbd or partners = stakeholder:bpbd`, lalu ganti namanya
rename-encoding = berkas yang memuat rujukan di { $place } bukan UTF-8, dan akan ditulis dengan penyandian lain
    .hint = simpan dahulu sebagai UTF-8, lalu ganti namanya
rename-worse = rencana ini akan lebih sering melanggar aturan `{ $rule }` daripada sebelumnya; tidak ada yang diubah
    .hint = pilih id lain
rename-named = rencana ini tidak akan merujuk ke `{ $entry }` sesering sebelumnya; tidak ada yang diubah
    .hint = periksa apakah id baru itu sudah disebut di tempat lain: `ambonplan check`
renamed = { $references ->
        [0] Sekarang bernama `{ $entry }`; tidak ada yang merujuk ke sana.
       *[other] Sekarang bernama `{ $entry }`; { $references } rujukan diubah.
    }
failed-moving = { $from } tidak dapat diganti namanya menjadi { $to }
no-file = `{ $path }` bukan berkas biasa
no-file-of-plan = `{ $path }` bukan berkas TOML atau Markdown dari rencana
is-a-directory = `{ $path }` adalah folder; tulis nama berkas
is-a-disk = `{ $path }` adalah diska; tulis nama berkas
endless-links = `{ $path }` menunjuk dari tautan ke tautan tanpa akhir
write-protected = `{ $path }` dilindungi, tidak dapat ditulisi
exists-already = `{ $path }` sudah ada; tidak ada yang ditimpa
over-the-plan = `{ $path }` adalah berkas rencana; tulislah di luar `{ $plan }`
directory-not-empty = `{ $path }` tidak kosong; pilih folder baru
plan-around = `{ $path }` berada di dalam rencana `{ $around }`, sedangkan rencana tidak bisa memuat rencana lain; pilih folder di luarnya
pdf-on-terminal = PDF tidak dapat dibaca di terminal; tulis nama berkasnya dengan `--output BERKAS`
watch-without-name = `--watch` membuat banyak buku; tulis nama berkasnya dengan `--output BERKAS`
html-without = `--format html` menulis halaman situs web, yang tidak mengenal `{ $option }`; pakai salah satu saja
html-without-name = `--format html` menulis folder berisi banyak berkas; tulis namanya dengan `--output FOLDER`
html-no-folder = `{ $path }` bukan folder, sedangkan `--format html` menulis folder; tulis nama lain dengan `--output FOLDER`
html-foreign-folder = folder `{ $path }` berisi berkas yang tidak ditulis oleh `ambonplan build --format html`, misalnya `{ $name }`; pilih folder baru atau kosong dengan `--output FOLDER`
html-foreign-file = `{ $path }` tidak ditulis oleh `ambonplan build --format html`, tetapi berada di tempat sebuah halaman; pindahkan berkas itu
html-in-the-plan = folder `{ $path }` akan berada di dalam rencana; tulis nama folder di luar `{ $plan }` dengan `--output FOLDER`
html-another-book = folder `{ $path }` berisi buku `{ $known }`, sedangkan yang ini `{ $book }`: halamannya akan menggantikan halaman buku itu; tulis nama folder lain dengan `--output FOLDER`, atau hapus dahulu folder ini
html-link = `{ $path }` adalah tautan simbolis di tempat sebuah halaman atau folder halaman; hapus tautan itu
html-long-name = halaman `{ $name }` tidak dapat ditulis: namanya lebih panjang dari { $most } bita; beri id yang lebih pendek
html-half-written = belum semuanya ditulis: folder `{ $path }` kini berisi halaman buku ini dan halaman buku sebelumnya, sampai buku berhasil dibuat lagi
html-removed = { $count } halaman yang tidak lagi ada dalam buku dihapus dari `{ $path }`
deps-without-name = `--deps` memerlukan buku yang bernama; keluaran baku tidak bernama
deps-name = nama { $name } tidak dapat ditulis dalam makefile; beri berkas itu nama lain, atau jangan pakai `--deps`
diff-with-format = `--diff` menampilkan perubahan, bukan temuan; jangan pakai `--format`
git-cannot-run = git tidak dapat disuruh menjalankan `{ $path }`; pasang `ambonplan` di folder yang ada dalam PATH
git-refused = git menolak mengatur `{ $setting }`
git-says = git menyatakan: { $text }
    .ancestors = { $count ->
        [0] tidak ada revisi sebelumnya
       *[other] hanya ada { $count } revisi sebelumnya
    }
    .parents = { $count ->
        [0] revisi itu yang pertama dan tidak mempunyai induk
       *[other] induknya hanya { $count }
    }
    .log = git hanya mengingat { $count } keadaannya
    .checkouts = git hanya mengingat { $count } cabang yang dikerjakan sebelumnya
    .date = tanggal ditulis seperti `2026-11-24` atau dengan kata Inggris seperti `yesterday`
    .subject = tidak ada revisi dengan “{ $text }” dalam pesannya
    .path = di dalamnya tidak ada berkas `{ $path }`
    .kind = itu berkas atau folder, bukan revisi utuh
    .upstream = cabang itu tidak mengikuti cabang lain
    .brace = kurung kurawal penutup `{"}"}` belum ada
    .empty = namanya belum ditulis
    .name = cabang atau tag tidak dapat bernama begitu
    .ambiguous = beberapa objek diawali angka itu; tulis lebih lengkap

no-repository = `{ $path }` tidak berada dalam repositori git
no-plan-toml = `{ $path }` tidak berisi `plan.toml`, dan tidak ada revisi yang bernama demikian; tulis folder sebuah rencana, atau sebuah revisi
    .below = `{ $path }` tidak berisi `plan.toml`; rencananya ada di `{ $plan }`: tulis itu
named-twice = `{ $name }` adalah nama revisi, dan juga folder berisi rencana; yang dibandingkan adalah revisinya. Tulis `./{ $name }` untuk foldernya.
base-plan-directory = `--base-plan` menyebut letak rencana dalam sebuah revisi, sedangkan `{ $path }` adalah folder: pakai salah satu saja
changes-since-nothing = `{ $name }` belum mempunyai rencana: semuanya baru, dan tidak ada yang ditandai
repository-unreadable = repositori git tidak dapat dibaca: { $reason }
    .tables = repositori ini menyimpan cabang dan tag dalam format reftable, yang belum dapat dibaca: sebutkan commit dengan hash lengkapnya, atau jalankan `git refs migrate --ref-format=files` satu kali
revision-unborn = `{ $name }` belum mempunyai commit
revision-unresolved = tidak dapat ditentukan revisi mana `{ $name }` itu: { $reason }
    .shallow = tidak dapat ditentukan revisi mana `{ $name }` itu: { $reason }; riwayat di sini tidak lengkap, `git fetch --unshallow` mengambil seluruhnya
    .apart = keduanya tidak mempunyai riwayat yang sama
    .one-or-two = tulis satu revisi, `A..B`, atau `A...B`
    .range = itu sebuah rentang; tulis satu revisi, misalnya `{ $first }`
    .file = itu sebuah berkas; tulis sebuah revisi, atau folder di dalamnya: `main:kota/plan`
    .none = begitulah penyedia repositori menulis bahwa tidak ada revisi; tulis nama cabang yang menjadi tujuan permintaan
    .no-parent = commit itu tidak mempunyai induk tersebut
    .unborn = di sini belum ada commit
    .no-commit = itu bukan commit, sehingga tidak mempunyai riwayat
revision-unknown = tidak ada revisi atau folder `{ $name }`; kalau ada di tempat lain, `git fetch origin { $name }` mengambilnya
    .hash = tidak ada revisi atau folder `{ $name }`; kalau ada di tempat lain, `git fetch` mengambil yang baru di sana
    .steps = tidak ada revisi atau folder `{ $name }`; kalau `{ $branch }` ada di tempat lain, `git fetch origin { $branch }` mengambilnya
    .remote = tidak ada revisi atau folder `{ $name }`; maksudnya `{ $remote }`?
    .shallow = tidak ada revisi atau folder `{ $name }`; riwayat di sini tidak lengkap, `git fetch --unshallow` mengambil seluruhnya
revision-missing = objek { $object } dari revisi `{ $name }` tidak ada di sini; `git fetch --refetch --no-filter` mengambil semua objek
    .shallow = objek { $object } dari revisi `{ $name }` tidak ada di sini; `git fetch --unshallow` mengambil seluruh riwayat
    .partial = objek { $object } dari revisi `{ $name }` tidak ada di sini, karena klon ini baru mengambil berkas ketika git memintanya; `git diff --stat { $name }` mengambil yang berbeda dari berkas sekarang, `git fetch --refetch --no-filter` mengambil semuanya
revision-damaged = revisi `{ $name }` tidak dapat dibaca karena ada objek git yang rusak di sini: { $reason }; `git fsck` mendaftar yang rusak, dan klon yang baru utuh
revision-submodule = revisi `{ $name }` memuat commit { $commit } dari submodul `{ $path }`, yang tidak ada di sini; `git -C { $path } fetch origin { $commit }` mengambilnya
    .absent = revisi `{ $name }` memuat submodul `{ $path }` di dalam rencana, tetapi submodul itu belum diambil; `git submodule update --init { $path }` mengambilnya
revision-conflict = `{ $path }` masih bertentangan; selesaikan, lalu jalankan `git add { $path }`
revision-without-plan = revisi `{ $name }` tidak mempunyai rencana di `{ $place }`
    .moved = revisi `{ $name }` tidak mempunyai rencana di `{ $place }`, dan dahulu mempunyai beberapa yang kini tidak ada: { $places }; sebutkan dengan `--base-plan` yang mana

unknown-part = tidak ada { $kind } `{ $id }`; { $hint }
    .malformed = bagian ditulis dengan jenis dan id, misalnya `opd:diskominfo`, bukan `{ $text }`
    .kind = bagian adalah chapter, pillar, opd, atau program, misalnya `opd:diskominfo`, bukan `{ $kind }`
    .meant = jenis `{ $kind }` ditulis dengan kata lain di sini: tulis `{ $meant }`
unknown-entry = tidak ada { $kind } `{ $id }`
    .opd-hint = { $known }; `ambonplan new opd { $id }` membuatnya
    .pillar-hint = { $known }; `ambonplan new pillar { $id }` membuatnya
no-pillar = rencana ini belum mempunyai pilar
    .hint = `ambonplan new pillar ID` membuatnya
refused-id = `{ $id }` tidak dapat menjadi id
    .hint = pakai huruf kecil, angka, dan tanda hubung tunggal: `layanan-112`
    .proposed = pakai huruf kecil, angka, dan tanda hubung tunggal: `{ $id }`
refused-twice = { $kind } `{ $id }` sudah ada
    .hint = pilih id lain
    .program = program `{ $id }` sudah ada, di `opd/{ $folder }`
    .program-hint = pilih id lain; setiap id hanya boleh dipakai sekali dalam seluruh rencana
pillar-without-dimension = pilar `{ $id }` belum mempunyai dimensi
    .hint = tambahkan dulu `[[dimension]]` di `pillars/{ $id }/pillar.toml`
pillar-full = pilar `{ $id }` sudah memakai nomor terakhirnya, { $last }
    .hint = nomor tidak pernah dipakai dua kali; masukkan program ke pilar lain dengan `--pillar`, atau perbaiki `last-number` di `pillar.toml` kalau terlalu tinggi

system-not-found = berkas atau folder itu tidak ada
system-permission-denied = Anda tidak berhak melakukannya
system-already-exists = sudah ada sesuatu dengan nama itu
system-not-a-directory = ada bagian dari letaknya yang bukan folder
system-is-a-directory = itu sebuah folder
system-read-only = diskanya hanya dapat dibaca
system-full = diskanya penuh, atau jatah Anda di sana habis
system-too-large = berkasnya akan terlalu besar
system-invalid-name = sistem tidak mengizinkan nama seperti itu
system-in-use = sedang dibuka di program lain; tutup dulu di sana
system-address-in-use = sedang dipakai program lain
system-irregular = itu bukan berkas dan bukan folder
system-other = sistem menyatakan: { $text }

standard-input-alone = `-` adalah masukan baku dan hanya dapat ditulis sendiri
standard-input-unread = `--stdin-filename` menamai masukan baku; jangan sebut berkas lain
standard-input-waiting = masukan baku dibaca; Ctrl+D (Windows: Ctrl+Z, lalu Enter) mengakhirinya
standard-input-too-large = masukan baku lebih dari { $limit } MiB
standard-input-nameless = tidak dapat diketahui berkas apa masukan baku ini; sebutkan dengan `--stdin-filename BERKAS`
failed-standard-input = masukan baku tidak dapat dibaca
failed-summary = ringkasan pekerjaan tidak dapat ditulis ke `{ $path }`
no-command = tidak ada perintah `{ $name }`; { $hint }
poll-without-watch = `--poll` adalah cara `--watch` memeriksa; tulis keduanya
poll-without-changes = `--poll` memeriksa perubahan, `--no-watch` tidak; pilih salah satu
refused-seconds = tulis detik, lebih dari 0 dan paling banyak { $most }: `--poll=2`

man-name = NAMA
man-synopsis = RINGKASAN
man-description = URAIAN
man-extra = CONTOH
man-version = VERSI
