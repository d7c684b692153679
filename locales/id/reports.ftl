# Laporan untuk layanan repositori.

github-hidden = tidak ditampilkan di samping berkas: { $hidden }. GitHub hanya menampilkan sepuluh kesalahan dan sepuluh peringatan dari satu langkah di sana; semuanya ada di log langkah ini
github-more = dan { $count } lagi; semuanya ada di log langkah ini
