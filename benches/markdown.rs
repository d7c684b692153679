//! How long it takes to lower narrative to Typst code beside reading the same
//! Markdown, which lowering cannot do without.
//!
//! The text is a book of paragraphs, lists, tables, notes and quotes. It is parsed by
//! pulldown-cmark alone, it is read as a tree, and a chapter of it is composed, which
//! includes both; all in turns in one run. Only ratios are told: seconds say
//! more about the machine than about the program. The aim is 3, and flat.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark fails by panicking and tells its result"
)]

use std::fs;
use std::hint::black_box;
use std::time::Instant;

use ambonplan::check::Options;
use ambonplan::compose::{Scope, compose};
use ambonplan::language::Language;
use ambonplan::{markdown, project, scaffold};
use jiff::civil::date;
use pulldown_cmark::Parser;

/// Bytes of the texts.
const SIZES: [usize; 3] = [300_000, 1_000_000, 3_000_000];

/// Turns of each size; medians are told.
const TURNS: usize = 15;

fn main() {
    println!("     bytes   parsing    reading   lowering   ratio of all to parsing   growth");
    let mut first = None;
    for size in SIZES {
        let text = book(size);
        let folder = tempfile::tempdir().unwrap();
        for file in scaffold::plan(date(2026, 11, 24), Language::Indonesian) {
            let path = folder.path().join("plan").join(&file.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &file.text).unwrap();
        }
        let root = folder.path().join("plan");
        let chapter = root.join("chapters/pendahuluan.md");
        let composed = |narrative: &str| {
            fs::write(&chapter, narrative).unwrap();
            project::load(&root, &Options::default()).unwrap()
        };
        // What composing a chapter costs that has hardly any text.
        let empty = composed("# Pendahuluan\n\nIsi.\n");
        let full = composed(&text);
        let lower = |project: &project::Project| {
            let plan = project.plan.as_ref().unwrap();
            let (id, _) = plan.chapters.iter().next().unwrap();
            let scope = Scope::Chapter(id);
            black_box(compose(plan, &project.tree, &plan.volumes[0], scope));
        };
        let mut runs: Vec<[f64; 3]> = (0..TURNS)
            .map(|_| {
                let parsing = time(|| {
                    let parser = Parser::new_ext(&text, markdown::OPTIONS);
                    black_box(parser.into_offset_iter().count());
                });
                let reading = time(|| {
                    black_box(markdown::read(&text));
                });
                let nothing = time(|| lower(&empty));
                let all = time(|| lower(&full)) - nothing;
                [parsing, reading, all]
            })
            .collect();
        let mut middle = |of: &dyn Fn(&[f64; 3]) -> f64| {
            runs.sort_by(|one, two| of(one).total_cmp(&of(two)));
            of(&runs[TURNS / 2])
        };
        let parsing = middle(&|[parsing, ..]| *parsing);
        let reading = middle(&|[parsing, reading, _]| reading - parsing);
        let lowering = middle(&|[_, reading, all]| all - reading);
        let ratio = middle(&|[parsing, _, all]| all / parsing);
        let growth = ratio / *first.get_or_insert(ratio);
        println!(
            "{:>10} {:>6.1} ms {:>7.1} ms {:>7.1} ms {ratio:>25.2} {growth:>8.2}",
            text.len(),
            parsing * 1e3,
            reading * 1e3,
            lowering * 1e3
        );
    }
}

fn time(run: impl FnOnce()) -> f64 {
    let begin = Instant::now();
    run();
    begin.elapsed().as_secs_f64()
}

/// A book of at least so many bytes.
fn book(size: usize) -> String {
    let mut text = String::from("# Pendahuluan\n");
    let mut number = 0;
    while text.len() < size {
        number += 1;
        text.push_str(&format!(
            "
## Bagian {number}

Penyelenggaraan pemerintahan daerah mengutamakan *kesejahteraan* masyarakat, melalui
pelayanan publik yang cepat, mudah dan **terjangkau** bagi setiap warga kota.[^{number}]
Pada tahun 2025--2029 pemerintah kota \"membangun\" sistem informasi yang terpadu, agar
keputusan diambil atas dasar data yang sama; lihat `bagian {number}` dan [laman
kota](https://ambon.go.id/{number}).

Kebutuhan itu disampaikan oleh para pemangku kepentingan dalam bimbingan teknis. Setiap
perangkat daerah menyusun programnya sendiri, dan pusat komando memantau pelaksanaannya
setiap bulan. Luasnya 12 km<sup>2</sup>, dan biayanya tidak melebihi pagu indikatif.

- Pelayanan administrasi kependudukan yang selesai dalam satu hari
- Pengaduan masyarakat yang **dijawab** sebelum tiga hari berlalu
  - melalui aplikasi
  - melalui pusat panggilan
- [x] Penyusunan rencana induk

> Kota yang cerdas adalah kota yang mendengarkan warganya, dan yang menggunakan teknologi
> untuk mempermudah kehidupan mereka.

| Indikator | Satuan | Tahun 2025 | Tahun 2029 |
|:----------|:------:|-----------:|-----------:|
| Waktu tanggap rata-rata | menit | 22 | 10 |
| Pengaduan yang *diselesaikan* | persen | 60 | 95 |

[^{number}]: Keputusan Wali Kota tentang Dewan Smart City, nomor {number}.
"
        ));
    }
    text
}
