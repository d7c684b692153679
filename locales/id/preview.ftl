# Halaman peramban `ambonplan preview`. `{ $count }` diisi halaman itu sendiri.

preview-skip = Langsung ke halaman buku
preview-close = Tutup
preview-navigation = Navigasi
preview-panels = Panel
preview-settings = Pengaturan

preview-pages = Halaman buku
preview-page = Halaman { $count }
preview-of = dari { $count }
preview-go-to-page = Ke halaman
preview-no-such-page = Tidak ada halaman { $count }
preview-no-such-place = Tidak ada { $count } dalam yang ditampilkan
preview-empty = Tidak ada halaman untuk ditampilkan.
preview-waiting = Halaman sedang disusun…

preview-outline = Daftar isi
preview-expand = Buka
preview-collapse = Lipat

preview-zoom = Ukuran tampilan
preview-zoom-in = Perbesar
preview-zoom-out = Perkecil
preview-zoom-reset = Ukuran sebenarnya
preview-fit-width = Selebar jendela
preview-fit-page = Satu halaman penuh

preview-search = Cari
preview-search-field = Cari dalam buku
preview-search-next = Hasil berikutnya
preview-search-previous = Hasil sebelumnya
preview-search-none = Tidak ditemukan
preview-search-count = Ditemukan: { $count }
preview-search-limit = Yang ditampilkan hanya { $count } hasil pertama.
preview-search-failed = Pencarian gagal; coba lagi

preview-findings = Temuan
preview-no-findings = Tidak ada temuan
preview-error = Kesalahan
preview-warning = Peringatan
preview-note = Catatan
preview-errors = Kesalahan: { $count }
preview-warnings = Peringatan: { $count }
preview-notes = Catatan: { $count }
preview-hint = Saran
preview-group = Kelompokkan menurut
preview-group-severity = Tingkat
preview-group-file = Berkas
preview-no-file = Tanpa berkas
preview-elsewhere = Di bagian lain rencana: { $count }
preview-see-findings = Lihat temuan

preview-source = Sumber
preview-source-lines = Baris-baris berkas
preview-source-gone = Berkasnya tidak dapat dibaca.
preview-no-source = Tempat ini tidak berasal dari berkas rencana
preview-open = Buka di penyunting
preview-opened = Dibuka di penyunting
preview-not-opened = Penyunting tidak dapat dibuka
preview-copy = Salin letaknya
preview-copied = Letaknya sudah disalin
preview-copy-by-hand = Letaknya sudah dipilih; tekan Ctrl+C untuk menyalin
preview-link-page = Ke halaman { $count }
preview-link-url = Buka alamat web

preview-follow = Ikuti perubahan
preview-dark = Latar gelap
preview-dim = Redupkan kertas

preview-working = Perubahan sedang disusun
preview-updated = Diperbarui
preview-updated-page = Diperbarui: halaman { $count }
preview-stale = Halaman ini bukan yang terbaru.
preview-stale-why = Rencana yang sekarang tidak dapat disusun; yang tampak adalah halaman terakhir yang berhasil disusun.
preview-broken = Rencana belum dapat disusun.
preview-disconnected = Tidak terhubung; mencoba lagi…
preview-connected = Terhubung kembali

preview-keys = Tombol papan ketik
preview-keys-hits = Hasil berikutnya dan sebelumnya
preview-keys-findings = Temuan berikutnya dan sebelumnya
preview-keys-source = Sumber dari yang tampak
preview-keys-zoom = Perbesar dan perkecil
preview-keys-scroll = Gulir halaman
preview-keys-click = Klik halaman untuk melihat di berkas mana isinya ditulis.
