evaluation-overdue = evaluasi seharusnya sudah dilakukan paling lambat { $due }
    .policy = rencana dievaluasi setiap { $months } bulan
    .hint = lakukan evaluasi, lalu isi hasilnya di `evaluations/`
    .what = Menemukan rencana yang evaluasi terakhirnya lebih lama daripada `evaluation-months` dalam kebijakan; bawaannya 24. Sebelum evaluasi pertama dihitung dari awal periode, atau dari tanggal peraturan penetapannya bila lebih kemudian. Sesudah periode berakhir tidak ada yang diminta.
    .why = Kota mengikat diri untuk mengevaluasi rencana paling sedikit dua tahun sekali.
    .fix = Lakukan evaluasi, lalu isi hasilnya.
follow-up-overdue = temuan `{ $id }` seharusnya selesai pada { $deadline }
    .deadline = tenggatnya
    .hint = selesaikan lalu tulis `status = "closed"`, atau sepakati tenggat baru
    .what = Menemukan temuan evaluasi yang masih terbuka sesudah tenggatnya.
    .why = Evaluasi tanpa tindak lanjut sia-sia.
    .fix = Selesaikan temuannya, atau sepakati tenggat baru.
gone-program = program `{ $id }` sudah tidak ada dalam rencana
    .hint = sebut nasibnya dalam teks, dan hapus kuncinya
    .what = Menemukan realisasi dan temuan evaluasi tentang program yang tidak ada dalam rencana.
    .why = Yang ditemukan akan hilang bersama programnya.
    .fix = Sebut program penggantinya, atau sebut nasibnya dalam teks.
next-evaluation-not-scheduled = evaluasi berikutnya, paling lambat { $due }, belum dijadwalkan
    .late = evaluasi berikutnya dijadwalkan { $date }, padahal paling lambat { $due }
    .hint = tambahkan `evaluations/{ $date }.toml`, atau yang lebih awal, dengan `status = "planned"`
    .what = Menemukan rencana tanpa evaluasi sampai hari ketika evaluasi berikutnya harus dilakukan, yang dihitung seperti pada `evaluation-overdue`.
    .why = Yang tidak bertanggal tidak akan terjadi.
    .fix = Jadwalkan evaluasinya.
planned-evaluation-passed = evaluasi { $date } masih berstatus direncanakan
    .hint = isi hasilnya lalu tulis `status = "done"`, atau ganti nama berkas dengan tanggal barunya
    .what = Menemukan evaluasi terencana yang harinya sudah lewat.
    .why = Hasilnya belum diisi, atau evaluasinya diundur tanpa tanggal baru.
    .fix = Isi hasilnya atau tanggal barunya.
unknown-indicator = `{ $program }` tidak punya indikator “{ $name }”
    .program = programnya
    .what = Menemukan realisasi indikator yang tidak dimiliki programnya.
    .why = Nilainya tidak akan muncul di samping targetnya.
    .fix = Tulis nama indikator seperti di programnya.
finding-on-cancelled-program = temuan `{ $id }` masih terbuka, padahal `{ $program }` dibatalkan
    .status = di sini
    .hint = tutup temuannya dengan alasan, atau pindahkan ke program lain
    .what = Menemukan temuan terbuka tentang program yang dibatalkan.
    .why = Tidak ada lagi yang akan menindaklanjutinya.
    .fix = Tutup temuannya atau pindahkan.
future-evaluation = evaluasi { $date } berstatus selesai, padahal rencana dinilai per { $as_of }
    .hint = tulis `status = "planned"`, atau ganti nama berkas dengan tanggal pelaksanaannya
    .what = Menemukan evaluasi yang sudah selesai pada hari yang belum tiba.
    .why = Hasilnya akan tercetak sebelum ada.
    .fix = Perbaiki statusnya atau tanggalnya.
