pillar-without-program = tidak ada program yang melaksanakan pilar “{ $name }”
    .hint = tambahkan dengan `ambonplan new program ID --opd OPD --pillar { $id }`
    .what = Menemukan pilar yang bukan pilar utama program mana pun. Program yang dibatalkan tidak dihitung.
    .why = Pilar tanpa program adalah janji tanpa pelaksana.
    .fix = Tambahkan program, atau keluarkan pilarnya dari rencana.
uncovered-dimension = tidak ada program untuk dimensi “{ $name }” pada { $pillar }
    .hint = tambahkan program dengan `dimension = "{ $id }"`, atau terima kekosongan itu dengan pengecualian beserta alasannya
    .what = Menemukan dimensi tanpa program, pada pilar yang memiliki program.
    .why = Rencana akan dinilai tidak lengkap bila dinilai dimensi demi dimensi.
    .fix = Tambahkan program, atau terima kekosongan itu dengan pengecualian.
opd-without-program = “{ $name }” tidak berperan dalam program mana pun
    .hint = tambahkan program di `opd/{ $id }/programs/`, atau sebut OPD itu sebagai mitra
    .what = Menemukan OPD yang tidak memimpin program dan tidak menjadi mitra. Program yang dibatalkan tidak dihitung.
    .why = Kepalanya menandatangani rencana tanpa tugas apa pun.
    .fix = Tambahkan program, atau sebut OPD itu sebagai mitra.
goal-without-program = tidak ada program yang mendukung tujuan RPJMD `{ $id }`
    .hint = tulis `supports = ["goal:{ $id }"]` pada program yang mendukungnya
    .what = Menemukan tujuan RPJMD yang tidak didukung program mana pun.
    .why = Rencana ini bagian dari rencana pembangunan daerah dan diukur dengan tujuannya.
    .fix = Sebut tujuan itu pada program yang mendukungnya.
program-without-goal = “{ $title }” tidak mendukung tujuan RPJMD mana pun
    .hint = tambahkan `supports = ["goal:…"]` atau `["priority:…"]`
    .what = Menemukan program yang tidak mendukung tujuan maupun program prioritas RPJMD.
    .why = Program yang tidak selaras dengan RPJMD tidak akan dianggarkan.
    .fix = Sebut tujuan yang didukung program itu.
pillar-without-quick-win = pilar “{ $name }” tidak punya quick win
    .hint = tandai program yang dirasakan warga dalam tahun pertama dengan `quick-win = true`
    .what = Menemukan pilar yang programnya tidak satu pun quick win.
    .why = Warga perlu segera merasakan setiap pilar; kalau tidak, mereka berhenti percaya.
    .fix = Tandai atau tambahkan program yang selesai dalam setahun.
pillar-without-narrative = pilar “{ $name }” tidak punya teks
    .hint = tulis di `pillars/{ $id }/`, misalnya `strategi.md`
    .what = Menemukan pilar yang foldernya tidak memuat Markdown.
    .why = Babnya hanya berisi tabel: tidak menjelaskan mengapa program itu yang dipilih.
    .fix = Tulis teks di samping `pillar.toml`.
pillar-without-person-in-charge = tidak ada penanggung jawab pilar “{ $name }”
    .hint = tambahkan `person-in-charge = "…"` dengan id OPD
    .what = Menemukan pilar tanpa OPD penanggung jawab.
    .why = Yang dikerjakan semua orang tidak ditanggung siapa pun.
    .fix = Sebut OPD yang bertanggung jawab.
district-without-program = { $government ->
        [provinsi] tidak ada program yang menyebut { $name }
       *[other] tidak ada program yang menyebut Kecamatan { $name }
    }
    .hint = tulis `districts = ["{ $id }"]` pada program yang bekerja di sana, atau terima dengan pengecualian
    .what = Menemukan kecamatan yang tidak disebut program mana pun. Program untuk seluruh wilayah tidak menyebut kecamatan.
    .why = Warganya akan mencari dirinya di dalam buku.
    .fix = Sebut kecamatan tempat program bekerja.
empty-phase = tidak ada yang berjalan pada fase “{ $name }”
    .hint = perbaiki tahun fasenya, atau tanggal programnya
    .what = Menemukan fase peta jalan yang tahunnya tanpa program.
    .why = Peta jalan akan punya kolom kosong.
    .fix = Perbaiki tahun fasenya, atau rencanakan program.
open-proposal = usulan “{ $title }” belum diputuskan
    .hint = tulis `status = "adopted"`, `"deferred"`, atau `"declined"` dengan alasannya
    .what = Menemukan usulan yang masih terbuka.
    .why = Peserta lokakarya ingin tahu nasib usulannya.
    .fix = Putuskan, dan sebut alasannya.
adopted-without-program = usulan “{ $title }” diterima, tetapi tidak ada program yang menjawabnya
    .hint = tulis `answers = ["{ $id }"]` pada program yang menjawabnya
    .cancelled = program ini menjawabnya, tetapi dibatalkan
    .what = Menemukan usulan yang diterima tetapi tidak dijawab program mana pun, atau hanya oleh program yang dibatalkan.
    .why = Buku akan mengatakan usulan itu diterima tanpa dapat menunjukkan di mana.
    .fix = Sebut usulan itu pada programnya, atau tunda dengan alasan.
answer-to-unadopted = program ini menjawab `{ $id }` yang statusnya “{ $status }”
    .status = di sini
    .hint = terima usulannya, atau hapus dari `answers`
    .what = Menemukan program yang menjawab usulan yang tidak diterima.
    .why = Kedua entri bertentangan di dalam buku.
    .fix = Perbaiki yang keliru di antara keduanya.
policy-without-program = tidak ada program yang melaksanakan arah kebijakan `{ $id }`
    .hint = tulis `supports = ["policy:{ $id }"]` pada program yang melaksanakannya
    .what = Menemukan arah kebijakan yang tidak didukung program mana pun, pada pilar yang memiliki program.
    .why = Arah yang tidak diikuti hanyalah hiasan.
    .fix = Sebut arah itu pada suatu program, atau hapus.
need-without-program = tidak ada program yang memenuhi kebutuhan kelembagaan `{ $id }`
    .hint = tulis `supports = ["need:{ $id }"]` pada program yang memenuhinya
    .what = Menemukan kebutuhan kelembagaan yang tidak didukung program mana pun.
    .why = Lokakarya menyebut kebutuhan itu agar ada yang dilakukan.
    .fix = Sebut kebutuhan itu pada suatu program.
unprinted-entries = tidak ada buku yang memuat { $name }
    .hint = tambahkan bagian `{ $part }` pada sebuah buku di plan.toml, atau tampilkan isiannya di dalam sebuah bab
    .laws = peraturan
    .missions = misi RPJMD
    .goals = tujuan RPJMD
    .priorities = program prioritas RPJMD
    .needs = kebutuhan kelembagaan
    .readiness = kesiapan daerah
    .council = anggota dewan
    .stakeholders = pemangku kepentingan
    .districts = kecamatan
    .proposals = usulan
    .evaluations = evaluasi
    .abbreviations = singkatan
    .opd = perangkat daerah
    .pillar = pilar “{ $name }”
    .phases = keterangan fase
    .what = Mencari jenis isian, pilar, dan perangkat daerah yang tidak dimuat dalam satu buku pun di plan.toml. Rancangan tidak diperiksa.
    .why = Isian yang tidak tercetak tidak dibaca dan tidak disetujui siapa pun.
    .fix = Tambahkan bagiannya pada sebuah buku, atau blok yang menampilkannya pada sebuah bab di dalam buku.
unprinted-text = `{ $key }` di sini tidak dicetak
    .title-hint = hapus, atau awali teks dengan judul bagian; buku mencetak nama entrinya
    .caption-hint = hapus; tempat dan tanggal tidak punya keterangan
    .by-hint = hapus, atau tulis di blok dengan `show = "dateline"`
    .emblem-hint = sebut gambarnya dengan `emblem = "assets/…"`, atau hapus keterangannya
    .what = Menemukan teks yang dibaca tetapi tidak ada di buku: judul teks milik pilar, OPD, atau program, `caption` pada dateline, `by` pada blok lain, dan `emblem-alt` tanpa lambang.
    .why = Penulisnya mengira teks itu ada di buku.
    .fix = Hapus kuncinya, atau tulis teksnya di tempat yang dicetak.
