unknown-link = tautan `{ $destination }` tidak mengarah ke mana pun dalam buku
    .hint = rujuk bagian lain dengan `<chapter:…>`, `<opd:…>`, `<program:…>`; alamat web diawali https://
    .scheme-hint = tulis alamat web (https://…) atau rujukan seperti `<program:layanan-112>`
    .form = rujukan tidak dapat dicetak sebagai `{ $query }`
    .form-hint = tulis `?form=` dengan salah satu dari { $known }, atau kosongkan untuk bentuk yang lazim
    .what = Menemukan tautan Markdown yang bukan alamat web dan bukan rujukan.
    .why = Di buku tercetak tidak ada yang dapat diklik.
    .fix = Rujuk entrinya dengan jenis dan id.
missing-image = gambar `{ $destination }` tidak ada dalam rencana
    .hint = taruh gambar di `assets/`, lalu tulis `![…](assets/nama.svg)`
    .outside = gambar hanya dibaca dari `assets/` dalam rencana; taruh berkasnya di sana
    .elsewhere = `{ $path }` bukan gambar dalam rencana
    .elsewhere-related = berkas ini di luar `assets/`
    .emblem-hint = taruh gambar di `assets/`, lalu tulis `emblem = "assets/emblem.svg"`
    .backslash = gambar `{ $destination }` tidak ditemukan: letak berkas ditulis dengan `/`
    .backslash-hint = tulis `{ $path }`
    .what = Menemukan gambar yang tidak ada di antara aset rencana.
    .why = Buku akan bolong.
    .fix = Taruh berkasnya di `assets/`, atau perbaiki letaknya.
broken-image = `{ $path }` tidak dapat dibaca sebagai gambar
    .kind = isi `{ $path }` adalah { $kind }, bukan seperti yang tertulis pada namanya
    .kind-hint = beri nama `{ $name }`, atau simpan ulang
    .truncated = bagian akhir `{ $path }` hilang; sisa gambarnya akan kosong
    .damaged = `{ $path }` rusak: isi dan jumlah pengamannya tidak cocok
    .copy-hint = salin atau unduh ulang berkasnya dari sumbernya
    .rare-jpeg = `{ $path }` adalah jenis JPEG yang tidak dapat dibaca
    .rare-jpeg-hint = buka dengan program gambar apa pun dan simpan sebagai JPEG biasa, 8 bit dan tiga warna
    .no-size = `{ $path }` tidak punya lebar atau tinggi
    .entity = baris { $line } `{ $path }` memuat `&{ $name };`, yang tidak dikenal SVG
    .entity-hint = tulis karakternya sendiri sebagai ganti `&{ $name };`, atau ekspor ulang gambarnya
    .prefix = baris { $line } `{ $path }` memakai `{ $prefix }:`, yang tidak dijelaskan berkas itu
    .ampersand = baris { $line } `{ $path }` memuat `&`, yang dalam SVG mengawali nama karakter
    .ampersand-hint = tulis `&amp;`, atau ekspor ulang gambarnya
    .not-xml = baris { $line } `{ $path }` tidak ditulis sebagaimana mestinya SVG
    .not-xml-hint = ekspor ulang gambarnya
    .no-svg = `{ $path }` tidak menyatakan diri sebagai SVG
    .no-svg-hint = awali dengan `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" …>`, atau ekspor ulang gambarnya sebagai berkas
    .link = `{ $path }` menampilkan `{ $link }`, yang tidak dapat ditampilkan buku
    .link-hint = sematkan gambar itu ke dalam SVG saat mengekspor, atau taruh di `assets/` sebagai PNG atau JPEG dan sebut relatif terhadap SVG-nya
    .circular = dalam `{ $path }`, bagian `{ $part }` memakai dirinya sendiri sehingga gambarnya tidak berakhir
    .circular-hint = lepaskan klona bagian itu di program gambar (Inkscape: Edit > Clone > Unlink Clone) lalu ekspor ulang, atau tampilkan sebagai PNG
    .related = gambarnya
    .hint = simpan ulang sebagai PNG, JPEG, GIF, WebP, atau SVG dengan akhiran yang sesuai
    .pdf-hint = simpan halaman PDF itu sebagai SVG atau PNG: PDF di dalam buku melanggar PDF/A
    .what = Menemukan berkas yang ditampilkan sebagai gambar padahal bukan, gambar yang akhirnya hilang atau rusak, berkas yang namanya menyebut jenis lain dari isinya, serta SVG yang tidak tersusun benar, menampilkan yang tidak ada, atau bagian-bagiannya saling memakai tanpa akhir.
    .why = Buku tidak dapat disusun.
    .fix = Simpan ulang gambarnya.
html-in-text = { $tags } dihilangkan; teks di antara tag tetap dicetak
    .words = `{ $words }` terbaca sebagai tag HTML dan tidak tercetak
    .words-hint = tulis `\{ $words }` agar tercetak
    .address = `<{ $tag }>` dihilangkan; teksnya dicetak, alamatnya `{ $address }` hilang
    .shown = `<{ $tag }>` dihilangkan, dan yang ditampilkannya hilang
    .hidden = `<{ $tag }>` dihilangkan bersama isinya, “{ $beginning }”
    .empty = `<{ $tag }>` dihilangkan
    .markup = `{ $beginning }` dihilangkan
    .comment = komentar ini tidak ditutup di tempat yang dimaksud; teks sesudahnya tidak dicetak
    .comment-hint = tulis `-->` di akhir komentar
    .unfinished = `{ $beginning }` berawal seperti tag, tetapi tidak berakhir; dicetak sebagaimana adanya
    .hint = tulis dengan Markdown, atau buang tagnya
    .markdown-hint = dalam Markdown ini ditulis `{ $markdown }`
    .unfinished-hint = akhiri tagnya dengan `>`, atau tulis `&lt;` untuk `<`
    .what = Menemukan HTML dalam narasi. `<br>`, `<sub>`, `<sup>`, dan `<kbd>` berlaku di buku seperti di peramban, dan komentar dihilangkan tanpa pemberitahuan jika berakhir dengan `-->` sebelum komentar lain dimulai. Tag lain dihilangkan; teks di antaranya dicetak, kecuali yang tidak ditampilkan peramban, seperti isi `<script>`.
    .why = Yang dikatakan tag tentang teksnya, dan yang ditampilkannya sendiri, hilang dari buku.
    .fix = Tulis dengan Markdown.
mathematics = rumus tidak disusun; dicetak sebagaimana ditulis
    .torn = tanda di dalam rumus ini terbaca sebagai tanda Markdown; rumus tidak disusun
    .hint = tulis dengan `<sub>`, `<sup>`, dan tanda seperti × dan ÷, atau tampilkan sebagai gambar; jika bukan rumus, tulis `\$`
    .what = Menemukan rumus di antara tanda dolar: `$…$` dan `$$…$$`. Jumlah uang seperti US$ 5 dibiarkan.
    .why = Buku mencetak rumus beserta tanda dolar dan perintahnya.
    .fix = Tulis sebagai teks, atau tampilkan sebagai gambar.
nested-too-deep = kutipan dan daftar bersarang lebih dari { $limit } tingkat
    .hint = ratakan teksnya; surel yang ditempel sering menyarangkan kutipan
    .what = Menemukan teks yang bersarang terlalu dalam untuk dicetak.
    .why = Tidak ada halaman yang cukup lebar.
    .fix = Ratakan teksnya.
chapter-without-title = bab ini tidak punya judul
    .hint = awali dengan judul tingkat 1: `# Pendahuluan`
    .what = Menemukan bab tanpa judul tingkat 1.
    .why = Babnya akan hilang dari daftar isi.
    .fix = Awali berkas dengan judul.
image-without-alternative-text = gambar ini tidak punya teks alternatif
    .hint = sebut isi gambar di dalam kurung: `![Peta kota](…)`
    .what = Menemukan gambar tanpa teks alternatif.
    .why = Pembaca yang tidak dapat melihatnya tidak memperoleh apa-apa.
    .fix = Uraikan gambarnya di dalam kurung.
english-number = “{ $number }” ditulis dengan gaya Inggris
    .hint = dalam bahasa Indonesia “{ $number }”
    .what = Menemukan bilangan dengan koma di antara ribuan atau titik sebelum desimal dalam narasi dan teks entri rencana berbahasa Indonesia, bila tidak ada arti lain yang mungkin. `Rp1,250 triliun` berdesimal tiga, `110,112,119` sebuah daftar, `Nomor 12.3` sebuah nomor: ketiganya dibiarkan. Yang mungkin sebuah daftar tidak diperbaiki otomatis.
    .why = Dalam tabel buku yang sama titik memisahkan ribuan; pembaca dapat keliru seribu kali.
    .fix = Tulis 1.250.000 dan 12,5. `ambonplan check --fix` melakukannya.
opd-name = “{ $name }” bukan nama resmi
    .official = registrinya
    .hint = tulis “{ $name }”, atau rujuk OPD-nya dengan `<opd:…>`
    .what = Menemukan nama OPD dalam narasi, teks entri, dan di antara anggota dewan yang separuh katanya, atau kepanjangan katanya (Kominfo), sama dengan nama resmi tetapi bukan nama itu. Nama lembaga pusat, provinsi, dan daerah lain dibiarkan.
    .why = Satu kantor dengan tiga nama tampak seperti tiga kantor.
    .fix = Tulis nama resminya, atau rujukan yang mencetaknya.
undefined-abbreviation = “{ $word }” tidak dijelaskan di mana pun
    .hint = tambahkan ke `registry/abbreviations.toml`, atau tulis “… ({ $word })” saat pertama dipakai
    .what = Menemukan singkatan dalam narasi dan teks entri yang tidak dijelaskan registri maupun teksnya: “… (SPBE)”, “SPBE (Sistem …)”, “selanjutnya disebut SPBE”. Masing-masing dilaporkan sekali. Judul dan kata yang ditulis dengan huruf besar, angka Romawi, satuan, nama berkas, dan yang dikenal semua orang (PT, UU, PP, RI, RT, KTP) dibiarkan.
    .why = Buku ini dibaca warga.
    .fix = Tambahkan singkatannya ke registri, atau tulis kepanjangannya.
malformed-address = `{ $address }` bukan alamat yang dapat dihubungi
    .form = periksa alamatnya: tidak dapat dibaca sebagai alamat web
    .host = periksa nama situsnya: perlu nama dan domain teratas, misalnya `ambon.go.id`
    .mail = tulis `mailto:` dan alamat surel, misalnya `mailto:diskominfo@ambon.go.id`
    .telephone = tulis `tel:` dan nomornya tanpa spasi, misalnya `tel:+62-911-123456`
    .length = persingkat alamatnya: PDF tidak dapat memuat yang lebih panjang
    .long = alamat `{ $beginning }…` lebih dari 8.000 huruf; alamatnya tercetak, tetapi tidak dapat diklik
    .what = Menemukan alamat web, surel, dan telepon yang bentuknya tidak benar.
    .why = Pembaca di layar mengekliknya; pembaca di kertas mengetiknya.
    .fix = Perbaiki alamatnya. Apakah alamat itu menjawab tidak diperiksa.
misplaced-caption = judul “{ $caption }” dari gambar di tengah baris tidak tercetak
    .hint = biarkan gambar sendiri dalam paragrafnya, atau hapus judulnya
    .table = `{ $word }` tercetak apa adanya: setelah paragraf ini tidak ada tabel
    .table-hint = letakkan tepat di atas tabel, dengan satu baris kosong di antaranya; bila bukan judul tabel, tulis `{ $other }`
    .block = `{ $word }` tercetak apa adanya: blok di bawahnya punya judul sendiri
    .block-hint = hapus baris ini, lalu tulis `caption = "{ $caption }"` di dalam blok itu
    .written = judul tabel ini tercetak apa adanya: bentuknya bukan `Tabel: …`
    .written-hint = tulis `{ $right }`
    .what = Menemukan judul gambar yang gambarnya berdiri di dalam baris teks.
    .why = Hanya gambar yang berdiri sendiri menjadi gambar bernomor dan berjudul; teks judul itu akan hilang.
    .fix = Beri baris kosong sebelum dan sesudah gambar.
coarse-image = `{ $path }` lebarnya { $pixels } piksel dan tercetak { $density } titik per inci
    .hint = pakai gambar selebar { $needed } piksel atau lebih, atau kecilkan dengan `width=…%`
    .related = gambarnya
    .what = Menemukan gambar yang tercetak di bawah 150 titik per inci.
    .why = Yang tampak tajam di layar tampak kabur di kertas.
    .fix = Pakai gambar dalam ukuran aslinya, atau kecilkan lebarnya. Tanpa lebar sendiri, gambar dibuat selebar yang diizinkan pikselnya, tetapi tidak lebih sempit daripada sepertiga lebar teks.
heavy-image = `{ $path }` berukuran { $size } MB
    .hint = simpan sebagai JPEG, atau dengan piksel lebih sedikit: 2000 cukup untuk selebar halaman
    .related = gambarnya
    .what = Menemukan gambar yang lebih besar dari 10 MB.
    .why = Buku menjadi sebesar itu pula, dan pembaca harus memuatnya, sering kali lewat telepon.
    .fix = Simpan gambar dengan ukuran lebih kecil.
heading-without-space = ini bukan judul: setelah `{ $marks }` tidak ada spasi
    .other = ini bukan judul: setelah `{ $marks }` ada spasi yang tidak dikenal Markdown
    .hint = tulis `{ $marks } ` dengan spasi biasa, lalu judulnya
    .what = Menemukan baris berawalan `#` yang dimaksudkan sebagai judul, tanpa spasi sesudahnya atau dengan spasi lain, misalnya spasi tak putus dari pengolah kata. Tagar dibiarkan.
    .why = Baris itu tercetak di tengah paragraf beserta tandanya, dan tidak ada dalam daftar isi.
    .fix = Tulis spasi setelah tandanya. `ambonplan check --fix` melakukannya.
broken-table = baris-baris ini bukan tabel: garis putus-putus di bawah baris pertama tidak ada
    .other-columns = baris-baris ini bukan tabel: baris pertama punya { $columns } kolom, garisnya { $dashes }
    .hint = tulis `{ $dashes }` di bawah baris pertama
    .behind-text = baris-baris ini bukan tabel: menempel pada teks di atasnya
    .behind-text-hint = beri baris kosong sebelum tabel
    .surplus = sel ini tidak tercetak: barisnya punya { $cells } sel, tabelnya { $columns } kolom
    .surplus-hint = beri kepala tabel sel sebanyak itu, atau tulis `\|` untuk `|` yang bukan batas sel
    .behind-table = baris ini menjadi baris tabel di atasnya: `{ $line }`
    .behind-table-hint = beri satu baris kosong di bawah tabel; bila memang baris tabel, tulis `|` di antara selnya
    .divided = baris tabel ini terputus ke baris berikutnya, sehingga tercetak sebagai beberapa baris
    .divided-hint = tulis dalam satu baris: `{ $row }`; `<br>` memulai baris baru di dalam sel
    .what = Menemukan baris dengan `|` yang tidak menjadi tabel karena garis putus-putusnya tidak ada atau jumlah kolomnya lain, dan sel di luar kolom terakhir sebuah tabel.
    .why = Tanpa garis itu baris-barisnya menyatu menjadi satu paragraf; sel di luar kolom terakhir tidak tercetak sama sekali.
    .fix = Tulis garis dengan kolom sebanyak baris pertama. `ambonplan check --fix` melakukannya bila jumlah selnya sama.
indented-code = teks ini tercetak sebagai kode: di depannya ada empat spasi atau tab
    .hint = hapus spasi atau tab di awal baris; untuk kode, tulis ``` pada baris sebelum dan sesudahnya
    .what = Menemukan teks yang menjadi blok kode karena empat spasi atau tab di awal barisnya.
    .why = Yang menjorokkan paragraf tidak bermaksud menulis kode: teksnya tercetak dengan huruf selebar mesin tik, dan tanda Markdown di dalamnya menjadi huruf.
    .fix = Hapus spasi atau tabnya. `ambonplan check --fix` melakukannya untuk teks biasa.
pasted-list = { $count ->
        [one] baris dengan `{ $sign }` ini bukan butir daftar
       *[other] { $count } baris dengan `{ $sign }` ini bukan daftar
    }
    .symbol = { $count ->
        [one] baris dengan butir huruf simbol ini bukan butir daftar
       *[other] { $count } baris dengan butir huruf simbol ini bukan daftar
    }
    .hint = awali setiap butir dengan `- `
    .letters-hint = awali setiap butir dengan `1. `; agar hurufnya tetap, beri baris kosong di antara butirnya
    .what = Menemukan daftar yang ditempel dari pengolah kata: baris berawalan `•`, `·`, `–`, `o`, butir huruf simbol, `a.`, atau `(1)`, yang bagi Markdown bukan butir daftar.
    .why = Baris-baris itu menyatu menjadi satu paragraf.
    .fix = Awali setiap butir dengan `- ` atau `1. `. `ambonplan check --fix` melakukannya untuk butir, dan memisahkan baris yang berhuruf.
pasted-table = baris-baris ini bukan tabel: tampaknya disalin dari lembar kerja
    .hint = tulis `| … | … |` untuk setiap baris dan `|---|---|` di bawah baris pertama
    .what = Menemukan baris yang selnya dipisahkan tab, titik koma, atau koma, seperti yang disalin dan diekspor lembar kerja.
    .why = Baris-baris itu menyatu menjadi satu paragraf.
    .fix = Jadikan tabel. `ambonplan check --fix` melakukannya bila jumlah selnya sama.
undefined-label = label `{ $label }` tidak dijelaskan di mana pun; tercetak beserta kurungnya
    .hint = tulis `[{ $label }]: https://…` dalam berkas ini, atau langsung alamatnya: `[…](https://…)`
    .note = catatan `{ $label }` tidak ada; tercetak beserta kurungnya
    .note-hint = tulis catatannya dalam berkas ini: `[^{ $label }]: …`
    .idle = label `{ $label }` tidak dirujuk di mana pun; baris ini tidak dicetak
    .idle-hint = rujuk dengan `[…][{ $label }]`; jika baris ini teks biasa, beri `\` di depan `[`
    .idle-note = catatan kaki `{ $label }` tidak dirujuk di dalam teks; catatan ini tercetak di akhir teks
    .idle-note-hint = tulis `[^{ $label }]` di bagian teks yang diterangkannya, di luar catatan kaki
    .twice = label `{ $label }` sudah dijelaskan sebelumnya; baris ini tidak dicetak
    .first = penjelasan pertama
    .twice-hint = beri label lain, atau hapus; jika baris ini teks biasa, beri `\` di depan `[`
    .what = Menemukan tautan dan catatan yang labelnya tidak dijelaskan dalam berkasnya: `[laporan][l]`, `[^1]`; juga baris seperti `[l]: https://…` yang tidak dirujuk, atau yang labelnya sudah dijelaskan sebelumnya.
    .why = Buku mencetak kurung label yang tidak dijelaskan, dan yang dirujuk tidak ada. Penjelasan yang tidak terpakai sama sekali tidak tercetak.
    .fix = Jelaskan labelnya satu kali dalam berkas yang sama. Beri `\` di depan kurung pada baris yang merupakan teks biasa: `\[Sumber]: BPS`.
broken-link = ini bukan tautan: tercetak beserta kurungnya
    .hint = tulis `[teks](alamat)` tanpa spasi, dan beri `\` di depan kurung dalam alamat
    .image-blank = nama berkas gambar ini memuat spasi: tercetak sebagai teks
    .blank = alamat tautan ini memuat spasi: tercetak sebagai teks
    .blank-hint = tulis di antara kurung sudut: `<{ $address }>`, atau ganti nama berkasnya
    .unclosed = kurung tutup setelah alamat tidak ada: tercetak sebagai teks
    .unclosed-hint = tutup kurungnya setelah alamat
    .apart = ada spasi di antara kedua kurung: tercetak sebagai teks
    .apart-hint = tulis alamatnya langsung setelah kurung: `[teks](alamat)`
    .embedded = gambar ini tercetak sebagai teks
    .embedded-hint = tulis `![isi gambar](assets/{ $path })`
    .what = Menemukan tautan dan gambar yang tercetak sebagai teks: ada spasi di dalam atau di depan alamat, atau kurungnya tidak lengkap.
    .why = Gambarnya tidak ada di buku, dan letak berkasnya yang tercetak.
    .fix = Tulis alamatnya di antara kurung sudut, langsung setelah teksnya. `ambonplan check --fix` melakukannya bila berkasnya ada.
foreign-markup = `{ $mark }` tidak berarti apa-apa di sini dan ikut tercetak
    .hint = hapus; `**…**` menebalkan, `*…*` memiringkan, dan lebar gambar ditulis dalam judulnya: `![…](a.png "… {"{"}width=60%{"}"}")`
    .colons-hint = hapus titik duanya; untuk kotak tulis `> [!NOTE]`
    .grid-hint = jangan menggambar garis: tulis `| … | … |` untuk setiap baris dan `|---|---|` di bawah baris pertama
    .field-hint = ganti dengan teksnya: isian otomatis program lain tidak berlaku di sini
    .marked-hint = tulis `**{ $words }**`
    .below-hint = tulis `<sub>{ $words }</sub>`
    .above-hint = tulis `<sup>{ $words }</sup>`
    .wiki-hint = hapus kurung sikunya; rujukan ditulis `<program:id>`, tautan `[teks](https://…)`
    .citation-hint = sebut sumbernya, misalnya dalam catatan kaki: `[^1]`, lalu `[^1]: …` di baris tersendiri
    .latex-hint = tulis dengan Markdown: `**…**` menebalkan, `- ` memulai butir, `[^1]` memberi catatan kaki
    .formula-hint = tulis dengan `<sub>`, `<sup>`, dan tanda seperti × dan ÷, atau tampilkan sebagai gambar
    .reference-hint = tulis `<{ $words }>` tanpa spasi
    .emoji-hint = hapus, atau tulis dengan kata
    .box-hint = untuk kotak tulis `> [!NOTE]` dan awali setiap barisnya dengan `> `; ada pula `TIP`, `IMPORTANT`, `WARNING`, dan `CAUTION`
    .heading-hint = untuk judul tulis `## { $words }`
    .caption-hint = tulis `Tabel: { $words }` di atas tabelnya
    .entity-hint = tulis karakternya sendiri
    .directive-hint = hapus; itu perintah untuk program lain
    .data-hint = hapus, atau beri ``` pada baris sebelum dan sesudahnya agar tercetak sebagai kode; data rencana tempatnya di berkas `.toml`
    .chat-hint = hapus waktu dan nama pengirimnya
    .what = Menemukan tanda dari ragam lain yang tidak berlaku di sini: `:::` dan atribut pandoc, tabel yang digambar dengan `+---+`, `==…==`, `H~2~O`, `[[…]]`, `{"{{"} … {"}}"}`, `[@sumber]`, perintah LaTeX, `:smile:`, `!!! note`, judul AsciiDoc dan wiki, JSON, dan pesan obrolan.
    .why = Tanda itu tercetak sebagaimana adanya.
    .fix = Tulis maksudnya dengan yang ada dalam ragam ini.
empty-text = tidak ada yang tercetak dari teks ini
    .hint = tulis teksnya, atau hapus berkasnya
    .what = Menemukan teks yang kosong atau hanya berisi spasi, komentar, atau keterangan awal.
    .why = Ada yang mengira teksnya ada di buku: berkas di awan mungkin belum terunduh, atau belum pernah tersimpan.
    .fix = Tulis teksnya, atau hapus berkasnya.
empty-heading = judul ini tidak berisi apa-apa dan tidak tercetak
    .hint = tulis judulnya setelah tanda, atau hapus barisnya
    .what = Menemukan judul tanpa kata.
    .why = Judul tanpa kata tidak ada dalam daftar isi, dan dilarang PDF/UA.
    .fix = Tulis judulnya, atau hapus barisnya.
unprinted-heading = judul “{ $text }” tidak tercetak: teks ini dinamai entrinya
    .hint = tulis `## { $text }` untuk sebuah subbab; jika bukan judul, beri baris kosong sebelum garis `=`
    .what = Menemukan judul tingkat 1 dalam teks pilar, OPD, dan program, kecuali yang mengulang nama entri atau nama berkasnya. Yang pertama dihilangkan dari buku sebagai judul. Garis `=` menjadikan paragraf di atasnya judul.
    .why = Yang dikatakan judul itu tidak ada di buku.
    .fix = Tulis `##`, atau hapus judulnya.
draft-text = teks ini masih draf
    .hint = setelah diperiksa, tulis `status = "reviewed"` dan `reviewer = "…"`
    .what = Menemukan teks yang di awalnya tertulis `status = "draft"`, dalam rencana yang akan ditandatangani.
    .why = Yang ditandatangani tidak boleh masih ditulis.
    .fix = Mintalah teksnya diperiksa, lalu ubah statusnya. Selama rencana masih rancangan, buku menandai teks itu di tepi halaman.
reviewed-without-reviewer = teks ini diperiksa entah oleh siapa
    .hint = tulis `reviewer = "…"`
    .what = Menemukan teks dengan `status = "reviewed"` tanpa `reviewer`.
    .why = Pemeriksaan tanpa nama tidak dapat ditanyakan kepada siapa pun.
    .fix = Sebut siapa yang memeriksanya.
skipped-heading-level = judul tingkat { $level } menyusul tingkat { $last }
    .hint = tulis `{ $marks }`
    .what = Menemukan judul yang tingkatnya lebih dari satu di bawah judul sebelumnya. Judul pertama dibandingkan dengan judul babnya.
    .why = Pembaca mencari bagian yang tidak ada, dan buku menaikkan tingkatnya sendiri.
    .fix = Pakai tingkat berikutnya.
duplicate-heading = bagian “{ $text }” sudah ada di sini
    .first = yang pertama
    .hint = beri nama yang membedakannya, atau satukan kedua bagian
    .what = Menemukan dua judul yang sama di bawah judul yang sama.
    .why = Dalam daftar isi keduanya tidak dapat dibedakan.
    .fix = Ganti salah satu namanya, atau satukan.
empty-section = di bawah “{ $text }” tidak ada apa-apa
    .hint = tulis isinya, atau hapus judulnya
    .what = Menemukan judul yang langsung disusul judul setingkat, judul yang lebih tinggi, atau akhir teks. Komentar bukan isi.
    .why = Buku mencetak judul tanpa isi.
    .fix = Tulis isinya, atau hapus judulnya.
bare-url = `{ $url }` tertulis sebagai teks biasa
    .hint = apit dengan `<…>`, atau jadikan tautan: `[kata]({ $url })`
    .www-hint = tulis `<{ $url }>`, atau jadikan tautan: `[kata]({ $url })`
    .rest-hint = alamat tidak memuat spasi; maksudnya `<{ $url }>`?
    .what = Menemukan alamat web dalam narasi yang bukan tautan.
    .why = Dalam PDF alamat itu tidak dapat diklik.
    .fix = Apit dengan kurung sudut. `ambonplan check --fix` melakukannya bila artinya tetap.
editor-mark = “{ $mark }” tertinggal dalam teks
    .hint = tulis yang seharusnya ada di sini
    .what = Menemukan catatan penyusun yang tertinggal dalam narasi dan teks entri: TODO, TBD, TBA, FIXME, XXX, tiga tanda tanya, `[isi]`, lorem ipsum.
    .why = Catatan itu tercetak.
    .fix = Lengkapi teksnya. Catatan untuk sesama penyusun ditulis sebagai komentar: `<!-- … -->`.
typing-slip =
    .spaces = ada lebih dari satu spasi
    .spaces-hint = cukup satu spasi
    .before-mark = ada spasi sebelum tanda baca
    .before-mark-hint = hapus spasinya
    .number-hint = tulis bilangannya tanpa spasi, misalnya `3,5` atau `08.00`; bila itu dua bilangan, hapus spasi yang di depan saja
    .label-hint = tulis titik dua langsung di belakang kata
    .labels = spasi di depan titik dua tidak meluruskan baris: lebar huruf cetakan berbeda-beda
    .labels-hint = tulis titik dua langsung di belakang kata
    .columns = { $count } baris ini terbagi oleh spasi lebar; kolomnya tercetak bersambung
    .columns-hint = jadikan tabel (`| … | … |`), atau tulis kolom kedua di bawah yang pertama
    .twice = tanda baca ini tertulis dua kali
    .twice-hint = cukup satu, atau tulis yang hilang di antaranya
    .what = Menemukan spasi berlebih di dalam baris, spasi sebelum koma, titik, titik koma, tanda seru, atau tanda tanya, dan koma atau titik ganda, dalam narasi dan teks entri. Dua spasi di akhir baris Markdown (ganti baris), kode, dan perataan tabel dibiarkan.
    .why = Celahnya terlihat dalam cetakan.
    .fix = Hapus yang berlebih. `ambonplan check --fix` melakukannya untuk spasi.
second-title = teks ini sudah punya judul
    .first = judulnya
    .hint = tulis `##`; sebelum itu buku mencetaknya sebagai bagian
    .replaced = judul ini tidak dicetak; `title` di awal teks menggantikannya
    .replaced-hint = hapus salah satu, atau samakan keduanya
    .what = Menemukan judul tingkat 1 kedua, dan judul bab yang berbeda dari `title` di awal teks.
    .why = Sebuah teks hanya punya satu judul.
    .fix = Jadikan bagian (`##`), atau hapus salah satunya.
note-names = catatan [^{ $name }] dan [^{ $other }] hanya berbeda huruf besar-kecilnya
    .related = catatan yang lain
    .twice = sudah ada catatan [^{ $name }] sebelumnya; catatan ini tidak dicetak
    .twice-hint = beri nama lain, dan rujuk dengan nama itu
    .hint = beri salah satunya nama lain, atau rujuk satu catatan dua kali
    .what = Menemukan catatan kaki dalam satu teks yang namanya sama, atau hanya berbeda huruf besar-kecilnya.
    .why = Dari beberapa catatan dengan nama yang sama, buku hanya mencetak yang pertama. Jika hanya huruf besar-kecilnya yang berbeda, GitHub dan GitLab menganggap keduanya satu catatan dan tidak menampilkan yang kedua.
    .fix = Beri setiap catatan namanya sendiri.
white-space =
    .tab = { $count ->
        [1] ada tab di dalam teks ini; dicetak sebagai spasi
       *[other] ada { $count } tab di dalam teks ini; tiap tab dicetak sebagai spasi
    }
    .tab-hint = tulis spasi
    .columns-hint = tulis sebagai tabel, tiap baris `| … | … |` dengan `|---|---|` di bawah baris pertama, atau pakai spasi
    .line = karakter tak terlihat { $code } mengakhiri baris di sini, juga dalam cetakan
    .line-hint = akhiri baris dengan `<br>` dalam Markdown atau `\n` dalam teks di antara tanda kutip, atau tulis spasi
    .what = Menemukan tab, tab vertikal, ganti halaman, karakter baris baru, pemisah baris dan paragraf, serta carriage return tunggal dalam narasi dan setiap teks TOML. Tab untuk inden dan tab di blok kode dibiarkan.
    .why = Tiap editor menampilkannya berbeda, atau tidak sama sekali. Buku mencetak tab sebagai satu spasi dan yang lain sebagai akhir baris; kolom yang dibentuk tab di tempat lain hilang.
    .fix = Tulis spasi, atau akhiri barisnya. `ambonplan check --fix` melakukannya bila hasil cetaknya sama; tab dari tabel yang ditempel diserahkan kepada Anda.
stray-character =
    .hyphen = { $code } adalah tanda hubung tak terputus dari Word; dicetak sebagai ‑
    .hyphen-hint = tulis `‑` (U+2011) atau tanda hubung biasa
    .optional-hyphen = { $code } adalah tanda hubung opsional dari Word
    .optional-hyphen-hint = hapus; kata dipenggal sendiri di tempat yang perlu
    .control = { $count ->
        [1] { $code } adalah karakter kendali; dicetak sebagai �
       *[other] { $code } adalah karakter kendali; ada di sini dan seluruhnya di { $count } tempat dalam berkas ini, dicetak sebagai �
    }
    .control-hint = hapus, atau tulis yang seharusnya ada di sana
    .replacement = { $count ->
        [1] � berdiri di tempat karakter yang hilang
       *[other] � berdiri di sini dan seluruhnya di { $count } tempat dalam berkas ini, di tempat karakter yang hilang
    }
    .object = { $count ->
        [1] U+FFFC menandai gambar atau objek lain yang tidak ikut tersalin bersama teksnya; yang tercetak hanya celah
       *[other] U+FFFC ada di sini dan seluruhnya di { $count } tempat dalam berkas ini, menandai gambar atau objek lain yang tidak ikut tersalin; yang tercetak hanya celah
    }
    .object-hint = hapus; gambar disimpan sebagai berkas tersendiri: `![keterangan](assets/gambar.png)`
    .blank = { $count ->
        [1] { $code } adalah huruf braille tanpa titik; yang tercetak hanya celah
       *[other] { $code } adalah huruf braille tanpa titik; ada di sini dan seluruhnya di { $count } tempat dalam berkas ini, dan yang tercetak hanya celah
    }
    .replacement-hint = cari karakternya di dokumen asal, lalu tulis
    .noncharacter = { $code } bukan karakter
    .private = { $count ->
        [1] { $code } adalah karakter fon simbol, seperti Symbol atau Wingdings; buku mencetak kotak
       *[other] { $code } adalah karakter fon simbol, seperti Symbol atau Wingdings; ada di sini dan seluruhnya di { $count } tempat dalam berkas ini, dan buku mencetak kotak
    }
    .private-hint = tulis tanda yang dimaksud; daftar diawali dengan `- `
    .bullet-hint = tampaknya butir daftar: awali barisnya dengan `- ` agar menjadi butir daftar
    .sign-hint = jika ini yang dimaksud, tulis `{ $sign }`
    .space-hint = tulis spasi
    .lone-mark = tanda { $code } tidak punya huruf untuk ditempati
    .lone-mark-hint = tulis tepat di belakang hurufnya, atau hapus
    .what = Menemukan karakter kendali, karakter pengganti (�), tempat objek yang tidak ikut tersalin, huruf braille kosong, karakter privat fon simbol, titik kode yang bukan karakter, dan tanda diakritik tanpa huruf, dalam narasi dan setiap teks TOML.
    .why = Karakter ini terbawa saat menempel teks dari Word atau saat berkas disimpan dengan pengodean lain. Tidak ada fon yang memilikinya sehingga cetakan kehilangan sesuatu; arsip pun tidak menerima PDF dengan karakter privat.
    .fix = Tulis yang dimaksud. `ambonplan check --fix` melakukannya untuk kedua tanda hubung Word.
invisible-character =
    .found = { $count ->
        [1] karakter { $code } tidak terlihat
       *[other] karakter { $code }, yang ada { $count } kali di sini, tidak terlihat
    }
    .hint = hapus; katanya tidak akan ditemukan oleh yang mencarinya
    .direction = { $count ->
        [1] karakter tak terlihat { $code } membalik arah teks
       *[other] karakter tak terlihat { $code }, yang ada { $count } kali di sini, membalik arah teks
    }
    .direction-hint = hapus; teks Latin tidak memerlukannya, dan dalam teks Arab ia harus berpasangan
    .what = Menemukan karakter tanpa bentuk: spasi dan penyambung tanpa lebar, byte order mark di dalam teks, tanda hubung lunak yang tidak berada di dalam kata, dan tanda arah dalam teks yang searah atau yang tanpa pasangan. Penyambung yang diperlukan suatu aksara dan tanda hubung lunak di dalam kata dibiarkan.
    .why = Pencarian dan pembandingan gagal tanpa sebab yang terlihat, dan tanda arah dapat membuat baris terbaca lain dari yang ditulis.
    .fix = Hapus. `ambonplan check --fix` melakukannya bila hasil cetaknya tetap sama.
missing-glyph =
    .sign = { $count ->
        [1] tidak ada fon buku yang memiliki { $character } ({ $code }); dicetak sebagai kotak
       *[other] tidak ada fon buku yang memiliki { $character } ({ $code }); ada di sini dan seluruhnya di { $count } tempat dalam berkas ini, dicetak sebagai kotak
    }
    .letter = { $count ->
        [1] tidak ada fon buku yang memiliki { $character } ({ $code }); dicetak sebagai kotak
       *[other] tidak ada fon buku yang memiliki { $character } ({ $code }); berkas ini memuat { $count } huruf seperti itu, yang dicetak sebagai kotak
    }
    .near-hint = tulis `{ $near }`
    .space-hint = tulis spasi
    .letter-hint = tulis dengan huruf Latin, atau tampilkan sebagai gambar; dengan `--system-fonts` buku memakai fon dari komputer
    .sign-hint = tulis dengan kata, hapus, atau tampilkan sebagai gambar
    .what = Menemukan karakter yang tidak dimiliki satu pun fon di dalam program, seperti kebanyakan emoji dan aksara Asia Timur, dalam narasi dan setiap teks TOML. Semua huruf dalam satu berkas menjadi satu temuan, tiap tanda satu temuan.
    .why = Buku menampilkan kotak, dan menjadi PDF biasa, bukan PDF/A dan PDF/UA.
    .fix = Tulis yang lain. Bila templat memakai fon lain atau buku disusun dengan `--system-fonts`, atur aturan ini ke `allow`.
stacked-marks = lebih dari { $limit } tanda menumpuk pada satu huruf
    .hint = hapus; tidak ada bahasa yang memerlukan sebanyak itu
    .what = Menemukan huruf dengan lebih dari 32 tanda gabung yang bertumpuk.
    .why = Waktu dan memori untuk menyusunnya bertambah dengan kuadrat jumlahnya, sampai komputer kehabisan memori.
    .fix = Hapus tanda-tandanya.
placeholder = “{ $text }” masih teks contoh dari `ambonplan init` atau `ambonplan new`
    .hint = tulis yang berlaku di kota Anda, atau hapus yang tidak diperlukan
    .id = nama ini masih berupa id `{ $id }`
    .id-hint = tulis nama lengkapnya seperti dalam dokumen resmi, misalnya "Dinas Perhubungan" untuk `dishub`
    .what = Menemukan teks isian `ambonplan init` dan `ambonplan new` yang belum diganti, di entri dan di narasi, serta pilar, OPD, dan program yang namanya masih sama dengan id-nya.
    .why = Teks itu tercetak seolah-olah ditulis oleh kota: orang membaca nama kota yang tidak ada dan kegiatan yang tidak direncanakan siapa pun.
    .fix = Ganti setiap teks isian. Dalam konsep ini peringatan, dalam rencana yang akan ditandatangani kesalahan.
open-code = blok ini tidak ditutup; semua teks sesudahnya terbaca sebagai kode
    .other = blok ini tidak ditutup sebelum blok di baris { $line } dibuka; teks di antaranya terbaca sebagai kode
    .hint = tulis “{ $marks }” di baris tersendiri sesudah isinya
    .what = Menemukan blok kode dan blok `ambonplan` yang tidak ditutup, atau yang memuat awal blok lain.
    .why = Teks di belakangnya tercetak sebagai kode, atau tidak tercetak sama sekali.
    .fix = Tutup blok dengan tanda yang sama seperti pembukanya, di baris tersendiri.
mistyped-block = “{ $line }” tidak memulai blok `ambonplan`; isinya tercetak apa adanya
    .hint = tulis ```` ```ambonplan ```` dengan huruf kecil dan tanpa tambahan; tandanya tiga aksen miring (di bawah tombol Esc)
    .what = Menemukan blok `ambonplan` yang nama atau tandanya salah ketik: huruf besar, tanda baca, tanda petik biasa, dua aksen miring, atau tanpa nama.
    .why = Tabel atau gambar yang dimaksud tidak ada di buku; perintahnya yang tercetak.
    .fix = Tulis ```` ```ambonplan ````, isinya, lalu ```` ``` ````, masing-masing di baris tersendiri.
label-lines = { $count } baris berlabel ini menyatu menjadi satu paragraf
    .hint = jadikan tabel (`| … | … |`) atau daftar (`- …`); akhiri baris dengan `\` bila barisnya cukup tetap terpisah
    .what = Menemukan baris berlabel yang berurutan, seperti `Alamat : …` lalu `Telepon : …`.
    .why = Bagi Markdown baris-baris itu satu paragraf: tercetak bersambung, dan titik duanya tidak lurus.
    .fix = Jadikan tabel atau daftar. `ambonplan check --fix` menambahkan `\` di akhir baris.
divided-word = kata ini terpenggal di akhir baris dan tercetak `{ $printed }`
    .hint = tulis `{ $word }`, atau `{ $hyphened }` bila memang bertanda hubung
    .twice-hint = tulis `{ $word }` dalam satu baris
    .what = Menemukan kata yang terpenggal dengan tanda hubung di akhir baris, seperti dalam teks yang disalin dari PDF.
    .why = Ganti baris tercetak sebagai spasi di tengah kata.
    .fix = Sambung katanya. `ambonplan check --fix` menyambung kata ulang.
page-remains = `{ $written }` tampaknya nomor halaman dari dokumen lain
    .hint = hapus; buku memberi nomor halamannya sendiri
    .contents = { $count } baris ini tampaknya daftar isi dari dokumen lain
    .contents-hint = hapus; buku membuat daftar isinya sendiri
    .what = Menemukan sisa halaman dokumen lain: nomor halaman di tengah teks, dan daftar isi dengan deretan titik.
    .why = Nomornya bukan nomor halaman buku ini.
    .fix = Hapus.
lost-sign = tanda `{ $sign }` dalam `{ $written }` tidak tercetak: terbaca sebagai tanda Markdown
    .hint = tulis `{ $meant }`, atau `{ $escaped }` agar tandanya tercetak
    .escaped-hint = tulis `{ $escaped }` agar tandanya tercetak
    .backslash = garis miring terbalik dalam `{ $written }` tidak semuanya tercetak
    .backslash-hint = apit dengan tanda kode: `` `{ $written }` ``
    .comparison = tanda `>` pada `{ $written }` tidak tercetak: di awal baris tanda itu membuat kutipan
    .comparison-hint = tulis `\{ $written }`, atau tulis dengan kata: lebih dari …
    .what = Menemukan `*` dan `_` dalam angka, perkalian, alamat, dan garis isian formulir yang terbaca sebagai awal dan akhir teks miring atau tebal, dan garis miring terbalik dalam alamat berkas Windows yang hilang.
    .why = Tandanya hilang: `2*3*4` tercetak sebagai 234, `0812****1234` sebagai 08121234.
    .fix = Tulis `×`, atau beri garis miring terbalik di depan tandanya. `ambonplan check --fix` menulis `×` di antara angka.
renumbered-item = butir bernomor { $written } tercetak dengan nomor { $printed }
    .hint = tulis `{ $printed }`; agar tercetak { $written }, tulis `{ $written }\.` dan beri baris kosong di antara butirnya
    .what = Menemukan daftar bernomor yang nomornya tidak berurutan.
    .why = Buku menomori butir secara berurutan dari yang pertama, sehingga nomor yang dirujuk teks lain dapat berubah.
    .fix = Urutkan nomornya. Nomor yang semuanya sama, seperti `1.`, dibiarkan.
markup-in-entry = `{ $mark }` tercetak apa adanya: teks ini bukan Markdown
    .hint = tulis `{ $words }` tanpa tandanya; teks bertanda tempatnya di berkas narasi (`.md`)
    .link-hint = tulis `{ $words } ({ $address })`; tautan tempatnya di berkas narasi (`.md`)
    .reference-hint = tulis `{ $words }` tanpa kurung sudut, atau namanya; rujukan tempatnya di berkas narasi (`.md`)
    .items-hint = tulis setiap butir di barisnya sendiri di antara `"""`, atau sambung dengan koma
    .row-hint = tabel tempatnya di berkas narasi (`.md`)
    .note-hint = hapus; catatan kaki tempatnya di berkas narasi (`.md`)
    .tag-hint = hapus; HTML tidak berlaku di sini
    .entity-hint = tulis `{ $character }`
    .what = Menemukan tanda Markdown dan HTML dalam teks berkas TOML: `**tebal**`, `[teks](alamat)`, `# Judul`, `• butir`, `<br>`, `&amp;`.
    .why = Teks TOML dicetak persis seperti ditulis, beserta tandanya.
    .fix = Hapus tandanya, atau pindahkan teksnya ke berkas narasi.
failed-field = `{ $written }` adalah pesan kesalahan program lain
    .hint = tulis rujukan yang dimaksud, misalnya `<table:id>` atau nama babnya
    .cell-hint = tulis nilainya; pesan ini berasal dari lembar kerja
    .what = Menemukan pesan kesalahan Word dan Excel yang ikut tersalin: `Error! Reference source not found.`, `#REF!`, `#N/A`, `#####`.
    .why = Yang seharusnya ada di situ hilang.
    .fix = Tulis rujukan atau nilai yang dimaksud.
numbered-heading = judul ini bernomor `{ $number }`, sedangkan buku memberi nomor sendiri
    .hint = tulis `{ $heading }`, atau `numbering = false` di keterangan awal berkas
    .what = Menemukan judul bab dan subbab bernomor dalam teks yang subbabnya dinomori buku.
    .why = Dua nomor tercetak berdampingan, dan keduanya jarang sama.
    .fix = Hapus nomornya, atau matikan penomoran teks itu.
misread-text = `{ $written }` ditulis dalam UTF-8 tetapi terbaca dengan penyandian lain (Windows-1252)
    .hint = tulis `{ $meant }`
    .lost-hint = cari teksnya di dokumen asal, lalu tulis
    .what = Menemukan teks seperti `kafÃ©` dan `â€œ`, yang ditulis dalam UTF-8 tetapi terbaca sebagai Windows-1252, sekali atau dua kali, dalam narasi dan TOML.
    .why = Huruf yang salah itulah yang tercetak.
    .fix = Tulis yang dimaksud, dan simpan berkasnya sebagai UTF-8.
idle-emphasis = tanda `**` dalam `{ $written }` tercetak dan tidak menebalkan apa-apa
    .hint = tulis `{ $meant }`
    .other-hint = hapus tandanya, atau tulis `\*\*` bila memang harus tercetak
    .what = Menemukan pasangan `**` yang tidak menebalkan: ada spasi di antara tanda dan katanya, atau kata lain menempel di belakangnya.
    .why = Bintangnya tercetak.
    .fix = Rapatkan tanda pada katanya, dan beri spasi di luarnya. `ambonplan check --fix` melakukannya.
numbered-caption = keterangan ini bernomor sendiri dan tercetak sebagai teks biasa: `{ $written }`
    .table-hint = tulis `Tabel: { $words }`; buku memberi nomornya
    .figure-hint = hapus, dan tulis judulnya dalam gambar: `![…](… "{ $words }")`; buku memberi nomornya
    .what = Menemukan keterangan tabel dan gambar yang bernomor, seperti `Tabel 2.1 …` di atas tabel dan `Gambar 3 …` di bawah gambar.
    .why = Nomornya bukan nomor buku ini, dan tabel atau gambarnya tidak masuk daftar.
    .fix = Tulis `Tabel: …` di atas tabel, dan judul dalam tanda petik di belakang alamat gambar.
empty-caption = judul tabel ini kosong: hanya nomornya yang tercetak
    .hint = tulis isi tabelnya: `{ $word } Jumlah pegawai`, lalu `{"{"}#…{"}"}` di belakangnya bila tabel ini dirujuk
    .figure = gambar ini tidak berjudul, sehingga keterangan dalam kurung kurawalnya tidak berarti
    .figure-hint = tulis judulnya sebelum kurung kurawal: `"Peta kota {"{"}#…{"}"}"`
    .twice = judul tabel ini punya beberapa pasang kurung kurawal; hanya yang terakhir terbaca, yang lain tercetak
    .twice-hint = tulis satu pasang kurung kurawal dengan satu id di akhir
    .what = Menemukan judul tabel dan gambar yang hanya berisi id, atau berisi lebih dari satu id.
    .why = Nomor tanpa judul tidak menjelaskan apa pun, baik di atas tabel maupun dalam daftar tabel.
    .fix = Tulis apa yang ditunjukkan tabel atau gambar itu, lalu id-nya di belakang.
accidental-heading = `{ $dashes }` menjadikan baris di atasnya judul bagian: `{ $title }`
    .lines = `{ $dashes }` menjadikan { $lines } baris di atasnya satu judul bagian
    .hint = beri satu baris kosong di atas garis itu, maka garisnya tercetak sebagai garis; judul bagian ditulis `## …` dalam satu baris
    .few-hint = tulis `\{ $dashes }` agar tercetak, atau hapus; judul bagian ditulis `## { $title }`
    .what = Menemukan tanda hubung tepat di bawah beberapa baris teks, dan satu atau dua tanda hubung tepat di bawah satu baris.
    .why = Markdown membaca teks di atasnya sebagai judul bagian: kop surat dan penjumlahan masuk daftar isi, dan baris-barisnya menyatu.
    .fix = Beri satu baris kosong di atas tanda hubung itu, atau tulis judul bagian dengan `## …`. Judul satu baris di atas tiga tanda hubung atau lebih dibiarkan.
