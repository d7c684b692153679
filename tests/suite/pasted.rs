//! Text that was pasted, half merged or saved by another program: it stands in the book
//! as it was meant, or has a finding at its line.

use std::fs;

use ambonplan::check::Options;
use ambonplan::compose::{Scope, compose};
use ambonplan::project::{self, Project};
use proptest::prelude::*;

use crate::sandbox::Sandbox;

const PROFILE: &str = "opd/diskominfo/profil.md";
const CHAPTER: &str = "chapters/pendahuluan.md";
const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

/// An image that is whole.
const IMAGE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>\n";

/// A plan with each of some texts in a file of the OPD's profile.
fn with_texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Sandbox {
    let sandbox = Sandbox::new();
    for (at, text) in texts.into_iter().enumerate() {
        sandbox.write(&format!("opd/diskominfo/t{at:03}.md"), text);
    }
    sandbox
}

/// Codes and lines of the findings of the rules that this is about, text by text.
fn found(sandbox: &Sandbox, number: usize) -> Vec<Vec<String>> {
    let own = |code: &str| {
        matches!(code, "STR032" | "STR033" | "STR034") || ("TXT035".."TXT065").contains(&code)
    };
    let mut found = vec![Vec::new(); number];
    for finding in sandbox.findings() {
        let (code, place) = finding.split_once(' ').unwrap();
        let Some(place) = place.strip_prefix("opd/diskominfo/t") else {
            continue;
        };
        let (at, place) = place.split_once(".md:").unwrap();
        if own(code) {
            let line = place.split(':').next().unwrap();
            found[at.parse::<usize>().unwrap()].push(format!("{code}:{line}"));
        }
    }
    found
}

/// The text, what is found in it, and the text as it is mended, if it can be.
type Case = (&'static str, &'static [&'static str], Option<&'static str>);

const CASES: &[Case] = &[
    // Headings.
    ("#Judul\n", &["TXT035:1"], Some("## Judul\n")),
    ("##Sub\n\nTeks.\n", &["TXT035:1"], Some("## Sub\n\nTeks.\n")),
    ("Teks\n###Sub\n", &["TXT035:2"], Some("Teks\n### Sub\n")),
    ("##\u{a0}Sub\n", &["TXT035:1"], Some("## Sub\n")),
    ("##\u{3000}Sub\r\n", &["TXT035:1"], Some("## Sub\r\n")),
    ("##Dua##\n", &["TXT035:1"], Some("## Dua\n")),
    (
        "### Satu\n\n###Dua ###\n",
        &["TXT035:3"],
        Some("### Satu\n\n### Dua ###\n"),
    ),
    ("##Bahasa C#\n", &["TXT035:1"], Some("## Bahasa C#\n")),
    ("#Dua#\n", &["TXT035:1"], None),
    ("Lihat #ambon dan #KotaCerdas.\n", &[], None),
    ("`##Sub` dan \\##Sub\n", &[], None),
    ("## \n\nTeks.\n", &["TXT044:1"], None),
    ("Yang penting.\n===\n\nTeks.\n", &["TXT045:1"], None),
    ("# Diskominfo\n\nTeks.\n", &[], None),
    ("Subbab\n---\n\nTeks.\n", &[], None),
    (
        "Kegiatan meliputi:\n– Penyusunan\n– Pelelangan\n",
        &["TXT038:2"],
        Some("Kegiatan meliputi:\n- Penyusunan\n- Pelelangan\n"),
    ),
    (
        "Kegiatan:\n− satu\n− dua\n",
        &["TXT038:2"],
        Some("Kegiatan:\n- satu\n- dua\n"),
    ),
    (
        "Rapat itu penting\n– kata warga – dan\n– murah.\n",
        &[],
        None,
    ),
    // Tables.
    (
        "| a | b |\n| c | d |\n",
        &["TXT036:1"],
        Some("| a | b |\n|---|---|\n| c | d |\n"),
    ),
    (
        "a | b\nc | d\n",
        &["TXT036:1"],
        Some("a | b\n|---|---|\nc | d\n"),
    ),
    ("Teks:\n| a | b |\n|---|---|\n| c | d |\n", &[], None),
    (
        "| a | b |\n|---|\n| c | d |\n",
        &["TXT036:1"],
        Some("| a | b |\n|---|---|\n| c | d |\n"),
    ),
    ("| a | b |\n|---|---|\n| c | d | e |\n", &["TXT036:3"], None),
    (
        "Jl. Pattimura No. 1 | Telp (0911) 123\nAmbon 97124 | diskominfo@ambon.go.id\n",
        &[],
        None,
    ),
    (
        "Kota Ambon | Provinsi Maluku\nJl. Pattimura 1 | Telp 112\n",
        &[],
        None,
    ),
    (
        "Loket 1 | 120\nLoket 2 | 130\nLoket 3 | 140\n",
        &["TXT036:1"],
        Some("Loket 1 | 120\n|---|---|\nLoket 2 | 130\nLoket 3 | 140\n"),
    ),
    ("| a | b |\n", &["TXT036:1"], None),
    ("Pilih a|b atau `a | b`.\nPilih c|d.\n", &[], None),
    (
        "a\tb\nc\td\n",
        &["TXT039:1"],
        Some("| a | b |\n|---|---|\n| c | d |\n"),
    ),
    (
        "a\tb\r\nc\td\r\n",
        &["TXT039:1"],
        Some("| a | b |\r\n|---|---|\r\n| c | d |\r\n"),
    ),
    ("a\tb\nc\td\te\n", &["TXT039:1"], None),
    (
        "a;b;c\n1;2;3\n",
        &["TXT039:1"],
        Some("| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"),
    ),
    (
        "a;b\n1;2\n3;4\n",
        &["TXT039:1"],
        Some("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"),
    ),
    ("a,b,c\n1,2,3\n4,5,6\n", &["TXT039:1"], None),
    ("\"a\";\"b\";\"c\"\n1;2;3\n", &["TXT039:1"], None),
    (
        "Warga; dunia usaha; kampus\nmedia; kota; pusat\n",
        &[],
        None,
    ),
    (
        "Luasnya 1,5 dan 2,5\nlalu 3,5 dan 4,5\nlalu 5,5 dan 6,5\n",
        &[],
        None,
    ),
    // Code.
    (
        "Teks.\n\n    Warga melapor lewat aplikasi.\n",
        &["TXT037:3"],
        Some("Teks.\n\nWarga melapor lewat aplikasi.\n"),
    ),
    (
        "\tWarga melapor lewat aplikasi.\n",
        &["TXT037:1"],
        Some("Warga melapor lewat aplikasi.\n"),
    ),
    ("Teks.\n\n    let x = 5;\n", &["TXT037:3"], None),
    ("Teks.\n\n    satu dua tiga\n    ---\n", &["TXT037:3"], None),
    ("```\nkode\n\nTeks.\n", &["TXT046:1"], None),
    ("Teks.\n\n~~~\nkode\n```\n", &["TXT046:3"], None),
    ("Judul\n~~~~~\n\nTeks.\n", &["TXT046:2"], None),
    ("> ```\n> kode\n\nTeks.\n", &["TXT046:1"], None),
    ("- satu\n\n  ```\n  kode\n\nTeks.\n", &["TXT046:3"], None),
    (
        "```ambonplan\nshow = \"rpjmd\"\n\nTeks.\n\n```ambonplan\nshow = \"goals\"\n```\n",
        &["TXT046:1"],
        None,
    ),
    (
        "````\n```ambonplan\nshow = \"laws\"\n```\n````\n",
        &[],
        None,
    ),
    ("> ```\n> kode\n> ```\n", &[], None),
    ("~~~\nkode\n~~~~\n", &[], None),
    ("```Ambonplan\nshow = \"rpjmd\"\n```\n", &["TXT047:1"], None),
    (
        "```AMBONPLAN  \nshow = \"rpjmd\"\n```\n",
        &["TXT047:1"],
        None,
    ),
    (
        "```ambonplan:\nshow = \"rpjmd\"\n```\n",
        &["TXT047:1"],
        None,
    ),
    (
        "~~~ ambon-plan\nshow = \"rpjmd\"\n~~~\n",
        &["TXT047:1"],
        None,
    ),
    (
        "```{ambonplan}\nshow = \"rpjmd\"\n```\n",
        &["TXT047:1"],
        None,
    ),
    ("```ambonpaln\nshow = \"rpjmd\"\n```\n", &["TXT047:1"], None),
    ("```toml\nshow = \"rpjmd\"\n```\n", &["TXT047:1"], None),
    ("Teks.\n\n```\nshow = 'goals'\n```\n", &["TXT047:3"], None),
    ("``ambonplan\nshow = \"rpjmd\"\n``\n", &["TXT047:1"], None),
    ("'''ambonplan\nshow = \"rpjmd\"\n'''\n", &["TXT047:1"], None),
    ("´´´ambonplan\nshow = \"rpjmd\"\n´´´\n", &["TXT047:1"], None),
    ("```ambonplan \t \nshow = \"rpjmd\"\n```\n", &[], None),
    ("```toml\ntitle = \"a\"\n```\n", &[], None),
    (
        "Pakai `ambonplan` untuk\nmenyusun, atau `ambonplan\nbuild`.\n",
        &[],
        None,
    ),
    ("```\n    kode\n• butir\n##Judul\n```\n", &[], None),
    // Lists.
    ("• satu\n• dua\n", &["TXT038:1"], Some("- satu\n- dua\n")),
    (
        "> • satu\n> • dua\n",
        &["TXT038:1"],
        Some("> - satu\n> - dua\n"),
    ),
    (
        "> - • satu\n> - • dua\n",
        &["TXT038:1", "TXT038:2"],
        Some("> - satu\n> - dua\n"),
    ),
    (
        "1. Isi\n\n   • satu\n   • dua\n",
        &["TXT038:3"],
        Some("1. Isi\n\n   - satu\n   - dua\n"),
    ),
    // The last line may be a text of its own, or go on with the item.
    (
        "• butir yang barisnya penuh sampai ke ujung halaman karena panjang\nAmbon tetap ikut\n",
        &["TXT038:1"],
        None,
    ),
    (
        "Teks\n• satu\n• dua\nTeks lagi biasa\n",
        &["TXT038:2"],
        Some("Teks\n- satu\n- dua\n\nTeks lagi biasa\n"),
    ),
    (
        "• butir yang barisnya penuh sampai ke ujung halaman karena panjang.\nTeks lain.\nLagi.\n",
        &["TXT038:1"],
        Some(
            "- butir yang barisnya penuh sampai ke ujung halaman karena panjang.\n\nTeks lain.\nLagi.\n",
        ),
    ),
    ("> • satu\n> • dua\n> Teks lagi\n", &["TXT038:1"], None),
    (
        "• satu\n  Ambon\n• dua\nlagi\n",
        &["TXT038:1"],
        Some("- satu\n  Ambon\n- dua\nlagi\n"),
    ),
    ("•\tsatu\n•\tdua\n", &["TXT038:1"], Some("- satu\n- dua\n")),
    ("·        satu\n", &["TXT038:1"], Some("- satu\n")),
    (
        "\u{f0b7} satu\n\u{f0a7} dua\n",
        &["TXT038:1"],
        Some("- satu\n- dua\n"),
    ),
    (
        "● satu\n\n● dua\n",
        &["TXT038:1"],
        Some("- satu\n\n- dua\n"),
    ),
    (
        "Isinya:\n▪ satu\n▪ dua\n",
        &["TXT038:2"],
        Some("Isinya:\n- satu\n- dua\n"),
    ),
    (
        "• satu • dua • tiga\n",
        &["TXT038:1"],
        Some("- satu\n- dua\n- tiga\n"),
    ),
    ("– satu\n– dua\n", &["TXT038:1"], Some("- satu\n- dua\n")),
    ("o satu\no dua\n", &["TXT038:1"], Some("- satu\n- dua\n")),
    ("-satu\n-dua\n", &["TXT038:1"], Some("- satu\n- dua\n")),
    (
        "- • satu\n- • dua\n",
        &["TXT038:1", "TXT038:2"],
        Some("- satu\n- dua\n"),
    ),
    (
        "a. satu\nb. dua\nc. tiga\n",
        &["TXT038:1"],
        Some("a. satu\\\nb. dua\\\nc. tiga\n"),
    ),
    (
        "(1) satu\n(2) dua\n",
        &["TXT038:1"],
        Some("(1) satu\\\n(2) dua\n"),
    ),
    (
        "i) satu\nii) dua\n",
        &["TXT038:1"],
        Some("i) satu\\\nii) dua\n"),
    ),
    ("1.satu\n2.dua\n", &["TXT038:1"], Some("1. satu\n2. dua\n")),
    (
        "Lanjutan:\n3. tiga\n4. empat\n",
        &["TXT038:2"],
        Some("Lanjutan:\\\n3. tiga\\\n4. empat\n"),
    ),
    ("1) satu\n2) dua\n", &[], None),
    ("a. satu\n\nb. dua\n", &[], None),
    ("Kota Ambon\n– ibu kota provinsi – maju.\n", &[], None),
    ("Pukul 08.00–16.00 · setiap hari\n", &[], None),
    ("Bung A. Rahman dan\nB. Santoso hadir.\n", &[], None),
    ("*satu\n*dua\n", &["TXT038:1"], Some("- satu\n- dua\n")),
    ("+satu\n+dua\n", &["TXT038:1"], Some("- satu\n- dua\n")),
    ("–satu\n–dua\n", &["TXT038:1"], Some("- satu\n- dua\n")),
    ("-- satu\n-- dua\n", &["TXT038:1"], Some("- satu\n- dua\n")),
    ("** satu\n** dua\n", &["TXT038:1"], Some("- satu\n- dua\n")),
    ("-> satu\n-> dua\n", &["TXT038:1"], Some("- satu\n- dua\n")),
    ("- satu\n-dua\n", &["TXT038:2"], Some("- satu\n- dua\n")),
    (
        "1. satu\n2.dua\n3.tiga\n",
        &["TXT038:2"],
        Some("1. satu\n2. dua\n3. tiga\n"),
    ),
    ("a.satu\nb.dua\n", &["TXT038:1"], Some("a.satu\\\nb.dua\n")),
    ("*satu* dua\n*tiga* empat\n", &[], None),
    ("**Satu** dua\n**Tiga** empat\n", &[], None),
    ("- Kota Ambon\n– ibu kota provinsi – maju.\n", &[], None),
    ("*Angka sementara.\n", &[], None),
    ("+62 811 112 dan\n+62 812 113\n", &[], None),
    // Labels and links.
    ("Lihat [dua][d].\n", &["TXT040:1"], None),
    ("Lihat [dua][].\n", &["TXT040:1"], None),
    ("Catatan.[^x]\n", &["TXT040:1"], None),
    ("## Judul[^x]\n\nTeks.\n", &["TXT040:1"], None),
    (
        "| a[^x] | b |\n|---|---|\n| c | [d][e] |\n",
        &["TXT040:1", "TXT040:3"],
        None,
    ),
    (
        "Lihat [dua][d] dan [isi].[^x]\n\n[d]: https://ambon.go.id\n\n[^x]: Catatan.\n",
        &[],
        None,
    ),
    (
        "Lihat \\[dua][d], `[dua][d]`, [1][2] dan [isi] (catatan).\n",
        &[],
        None,
    ),
    ("Teks.\n\n[Sumber]: BPS\n", &["TXT040:3"], None),
    (
        "Teks.\n\n[1]: BPS-2025\n[2]: Bappeda-2024\n",
        &["TXT040:3", "TXT040:4"],
        None,
    ),
    (
        "[Catatan]: <angka sementara>\n\nTeks.\n",
        &["TXT040:1"],
        None,
    ),
    (
        "Lihat [d].\n\n[d]: https://ambon.go.id\n[d]: https://bps.go.id\n",
        &["TXT040:4"],
        None,
    ),
    ("Teks.\n\n\\[Sumber]: BPS\n", &[], None),
    ("Teks.\n\n[//]: # (catatan penulis)\n", &[], None),
    (
        "![P](../../assets/Peta Kota.svg)\n",
        &["TXT041:1"],
        Some("![P](<../../assets/Peta Kota.svg>)\n"),
    ),
    ("![P](assets/tak ada.svg)\n", &["TXT041:1"], None),
    (
        "![P](assets/peta.svg\n",
        &["TXT041:1"],
        Some("![P](assets/peta.svg)\n"),
    ),
    (
        "![P] (assets/peta.svg)\n",
        &["TXT041:1"],
        Some("![P](assets/peta.svg)\n"),
    ),
    (
        "[situs] (https://ambon.go.id)\n",
        &["TXT041:1"],
        Some("[situs](https://ambon.go.id)\n"),
    ),
    (
        "[OPD] (opd:diskominfo)\n",
        &["TXT041:1"],
        Some("[OPD](opd:diskominfo)\n"),
    ),
    ("![[peta.svg]]\n", &["TXT041:1"], None),
    ("[situs\nkota](https://ambon.go.id) saja.\n", &[], None),
    // Other dialects.
    ("::: note\nTeks.\n:::\n", &["TXT042:1"], None),
    ("[teks]{.underline} saja\n", &["TXT042:1"], None),
    (
        "![P](assets/peta.svg){width=\"6in\"}\n",
        &["TXT042:1"],
        None,
    ),
    ("+---+---+\n| a | b |\n+---+---+\n", &["TXT042:1"], None),
    ("{% include x %}\n", &["TXT042:1"], None),
    ("Teks.\n\n::: {.callout}\nTeks.\n:::\n", &["TXT042:3"], None),
    ("Teks\n::: note\n", &["TXT042:2"], None),
    ("Himpunan {1, 2}, a:::b dan 1 + 1.\n", &[], None),
    ("Ini ==penting== sekali.\n", &["TXT042:1"], None),
    ("Ini ++baru++, ya.\n", &["TXT042:1"], None),
    ("Ini '''tebal''' ya.\n", &["TXT042:1"], None),
    ("Ini [b]tebal[/b] ya.\n", &["TXT042:1"], None),
    (
        "Air H~2~O jernih\n",
        &["TXT042:1"],
        Some("Air H<sub>2</sub>O jernih\n"),
    ),
    (
        "Luas 5 m^2^ saja\n",
        &["TXT042:1"],
        Some("Luas 5 m<sup>2</sup> saja\n"),
    ),
    ("Lihat [[Halaman Depan]].\n", &["TXT042:1"], None),
    ("Halo {{ nama }} dan ${kota}.\n", &["TXT042:1"], None),
    ("Halo «Nama_OPD».\n", &["TXT042:1"], None),
    ("Menurut [@bps2024, hlm. 3].\n", &["TXT042:1"], None),
    ("Menurut \\cite{bps}.\n", &["TXT042:1"], None),
    ("\\textbf{tebal} ya\n", &["TXT042:1"], None),
    (
        "\\begin{itemize}\n\\item satu\n\\end{itemize}\n",
        &["TXT042:1"],
        None,
    ),
    ("Nilai \\( x^2 \\) saja.\n", &["TXT042:1"], None),
    ("\\( x_1 = 2 \\)\n", &["TXT042:1"], None),
    ("Teks biasa {.kelas}\n", &["TXT042:1"], None),
    ("Teks.\n\n{: .kelas #id}\n", &["TXT042:3"], None),
    ("Bagus :smile: sekali :+1:\n", &["TXT042:1"], None),
    ("!!! note\n    Isi.\n", &["TXT042:1"], None),
    ("> [!CATATAN]\n> Isi.\n", &["TXT042:1"], None),
    (": Keterangan tabel\n", &["TXT042:1"], None),
    ("= Judul\n\nTeks.\n", &["TXT042:1"], None),
    ("== Judul ==\n\nTeks.\n", &["TXT042:1"], None),
    ("h2. Judul\n\nTeks.\n", &["TXT042:1"], None),
    (".Judul tabel\n\nTeks.\n", &["TXT042:1"], None),
    ("#+TITLE: Judul\n\nTeks.\n", &["TXT042:1"], None),
    (".. note:: Isi\n", &["TXT042:1"], None),
    ("Satu &nbsp dua\n", &["TXT042:1"], None),
    ("Satu &amp;nbsp; dua\n", &["TXT042:1"], None),
    ("{\n  \"nama\": \"Ambon\"\n}\n", &["TXT042:1"], None),
    (
        "Teks.\n\n[[indicator]]\nname = \"a\"\n",
        &["TXT042:3"],
        None,
    ),
    ("[12/03/24 10.15] Budi: halo\n", &["TXT042:1"], None),
    ("12/3/2024 10.15 - Budi: halo\n", &["TXT042:1"], None),
    (
        "Pukul 10:30:00, skala 1:2:3, a == b, C++ dan C++, ~10 orang, m^2, a@ambon.go.id.\n",
        &[],
        None,
    ),
    (
        "Lihat \\[[x]], \\{{x}}, `==x==`, `{{x}}` dan R&D.\n",
        &[],
        None,
    ),
    ("## Judul {#id .kelas}\n\nTeks.\n", &[], None),
    ("Tabel: Kanal {#kanal}\n\n| a |\n|---|\n| b |\n", &[], None),
    ("> [!NOTE]\n> Isi.\n", &[], None),
    ("Istilah\n: Artinya.\n", &[], None),
    // Lines that run into one paragraph.
    (
        "Alamat    : Jalan Pattimura\nTelepon   : 112\n",
        &["TXT048:1"],
        Some("Alamat: Jalan Pattimura\\\nTelepon: 112\n"),
    ),
    (
        "Data umum berikut.\nKode Pos: 97124\nSurel: a\nLaman: b\n",
        &["TXT048:2"],
        Some("Data umum berikut.\nKode Pos: 97124\\\nSurel: a\\\nLaman: b\n"),
    ),
    ("Alamat: Jalan Pattimura\\\nTelepon: 112\n", &[], None),
    (
        "Kota ini punya dua kanal: loket\ndan aplikasi. Catatan: gratis.\n",
        &[],
        None,
    ),
    ("Ada pemba-\nngunan kota.\n", &["TXT049:1"], None),
    (
        "Semua warga-\nwarga kota.\n",
        &["TXT049:1"],
        Some("Semua warga-warga kota.\n"),
    ),
    ("Pada pra-\ndan pascabencana.\n", &[], None),
    ("Tahun 2025-\n2026 -\nlalu.\n", &[], None),
    ("Teks.\n\nHalaman 3 dari 20\n\nTeks.\n", &["TXT051:3"], None),
    ("Teks yang\n\n12\n\nberlanjut.\n", &["TXT051:3"], None),
    ("Teks.\n\n– 12 –\n", &["TXT051:3"], None),
    ("Teks.\n\n- 12 -\n", &["TXT051:3"], None),
    ("Teks.\n\n12 | Page\n", &["TXT051:3"], None),
    ("Layanan darurat\n\n112\n\nUntuk semua.\n", &[], None),
    (
        "Pendahuluan ........ 1\nPenutup ........ 20\n",
        &["TXT051:1"],
        None,
    ),
    // Signs and numbers.
    (
        "Hasil 2*3*4 saja\n",
        &["TXT053:1"],
        Some("Hasil 2 × 3 × 4 saja\n"),
    ),
    (
        "Jadi 5*2 dan 3*4.\n",
        &["TXT053:1"],
        Some("Jadi 5 × 2 dan 3 × 4.\n"),
    ),
    ("Jadi 2**3**4.\n", &["TXT053:1"], None),
    (
        "Di \\\\server\\bagi\\a.docx dan C:\\(baru)\\b.\n",
        &["TXT053:1", "TXT053:1"],
        None,
    ),
    ("Di C:\\Users\\a.docx dan `\\\\server\\bagi`.\n", &[], None),
    (
        "Tanggal: __/__/2026, Nomor: ___/___/2026\n",
        &["TXT053:1", "TXT053:1"],
        None,
    ),
    ("HP 0812****1234 dan 0813****5678\n", &["TXT053:1"], None),
    (
        "NIP. 1970*******01 dan HP 0812****1234\n",
        &["TXT053:1"],
        None,
    ),
    ("Volume = p*l*t\n", &["TXT053:1"], None),
    ("Isi panjang*lebar*tinggi kotak\n", &["TXT053:1"], None),
    ("Nilai (a*b)+(c*d)\n", &["TXT053:1"], None),
    (
        "Sandi P*ssw*rd atau Ambon*123*\n",
        &["TXT053:1", "TXT053:1"],
        None,
    ),
    ("Berkas __init__.py\n", &["TXT053:1"], None),
    ("Di https://contoh.go.id/a*b*c_d_e\n", &["TXT053:1"], None),
    (
        "Baik: di*upload*, *stakeholder*nya, **A**mbon, peng**a**duan, **✓**.\n",
        &[],
        None,
    ),
    (
        "_check_-in, mitra/_stakeholder_ dan `0812****1234`.\n",
        &[],
        None,
    ),
    ("Â© 2026 â€“ layanan â€œpublikâ€\n", &["TXT064:1"], None),
    ("Satu kafÃ© Ã¢â‚¬Å“baru.\n", &["TXT064:1"], None),
    ("Pâté, château, São, âge, “MAÇÃ”.\n", &[], None),
    (
        "Ini ** tebal ** ya.\n",
        &["TXT057:1"],
        Some("Ini **tebal** ya.\n"),
    ),
    (
        "**Catatan:**segera.\n",
        &["TXT057:1"],
        Some("**Catatan:** segera.\n"),
    ),
    (
        "Angka** dan \\*\\*satu\\*\\* dan **tebal**.\n\n**) sementara\n",
        &[],
        None,
    ),
    (
        "Tabel 2.1 Kanal\n\n| a |\n|---|\n| b |\n",
        &["TXT058:1"],
        None,
    ),
    (
        "![Peta](assets/peta.svg)\n\nGambar 3. Peta kota\n",
        &["TXT058:3"],
        None,
    ),
    (
        "Tabel 3 Memuat rincian.\n\nTeks.\n\nGambar 3. Peta\n",
        &[],
        None,
    ),
    (
        "[ ] satu\n[ ] dua\n",
        &["TXT038:1"],
        Some("- [ ] satu\n- [ ] dua\n"),
    ),
    (
        "[1] Sumber\n[2] Lain\n",
        &["TXT038:1"],
        Some("[1] Sumber\\\n[2] Lain\n"),
    ),
    (
        "1.1 Latar\n1.2 Tujuan\n",
        &["TXT038:1"],
        Some("1.1 Latar\\\n1.2 Tujuan\n"),
    ),
    (
        "Lihat <program: layanan-aduan>.\n",
        &["TXT042:1"],
        Some("Lihat <program:layanan-aduan>.\n"),
    ),
    (
        "Lihat < program:layanan-aduan >, <program/layanan-aduan>, {program:layanan-aduan}.\n",
        &["TXT042:1", "TXT042:1", "TXT042:1"],
        Some("Lihat <program:layanan-aduan>, <program:layanan-aduan>, <program:layanan-aduan>.\n"),
    ),
    (
        "Lihat @program:layanan-aduan dan [[program:layanan-aduan]].\n",
        &["TXT042:1", "TXT042:1"],
        Some("Lihat <program:layanan-aduan> dan <program:layanan-aduan>.\n"),
    ),
    (
        "\\<program:layanan-aduan\\> dan &lt;program:layanan-aduan&gt;.\n",
        &["TXT042:1", "TXT042:1"],
        Some("<program:layanan-aduan> dan <program:layanan-aduan>.\n"),
    ),
    ("Lihat < pilar : Smart Governance >.\n", &["TXT042:1"], None),
    (
        "Lihat <program:Layanan aduan warga>.\n",
        &["TXT042:1"],
        None,
    ),
    (
        "Lihat <layanan-aduan> dan <program layanan-aduan>.\n",
        &[],
        None,
    ),
    ("Lihat <program:tidak ada>.\n", &["TXT042:1"], None),
    ("Skala {table: 3} dan <figure: 2>.\n", &[], None),
    (
        "Kata {catatan: penting}, <nama/jabatan>, {warga}, surel a@program:b, @warga dan \
         <OPD/Dinas terkait>.\n",
        &[],
        None,
    ),
    (
        "Lihat (laman)[https://ambon.go.id] kami.\n",
        &["TXT042:1"],
        Some("Lihat [laman](https://ambon.go.id) kami.\n"),
    ),
    (
        "[Daftar Isi]\n\nTeks^[catatan] di { PAGE }.\n",
        &["TXT042:1", "TXT042:3", "TXT042:3"],
        None,
    ),
    (
        "Kantor di Jalan\nA. Yani dan Jalan\nB. Katamso.\n",
        &[],
        None,
    ),
    ("Kantor di Jl.\nA. Yani dan Jl.\nB. Katamso.\n", &[], None),
    ("H. Ahmad dan\nI. Budi hadir.\n", &[], None),
    ("Surat\na.n. Wali Kota\nb.d. Sekretaris\n", &[], None),
    ("u.p. Kepala\nv.v. lain\n", &[], None),
    (
        "Kegiatan:\nA. Satu\nB. Dua\n",
        &["TXT038:2"],
        Some("Kegiatan:\\\nA. Satu\\\nB. Dua\n"),
    ),
    ("Kata ke*miskin*an, *112* dan 2 * 3 * 4.\n", &[], None),
    ("1. a\n3. b\n", &["TXT055:2"], None),
    ("Teks.\n\n1. a\n2. b\n2. c\n3. d\n", &["TXT055:5"], None),
    ("1. a\n1. b\n1. c\n", &[], None),
    ("3. a\n4. b\n", &[], None),
    ("1. a\n   - x\n2. b\n\n3. c\n", &[], None),
    // Front matter.
    ("---\ntitle: Profil\n---\n\nTeks.\n", &["STR034:2"], None),
    (
        "\n+++\ntitle = \"Profil\"\n+++\n\nTeks.\n",
        &["STR034:3"],
        None,
    ),
    (
        " +++\ntitle = \"Profil\"\n+++\n\nTeks.\n",
        &["STR034:2"],
        None,
    ),
    (
        "++++\ntitle = \"Profil\"\n++++\n\nTeks.\n",
        &["STR034:2"],
        None,
    ),
    ("---\n\nTeks.\n", &[], None),
    ("title = \"Profil\"\n\nTeks.\n", &["STR034:1"], None),
    ("title: Profil\nauthor: Tim\n\nTeks.\n", &["STR034:1"], None),
    // Nothing at all.
    ("", &["TXT043:1"], None),
    (" \n\t\n", &["TXT043:1"], None),
    ("<!-- menyusul -->\n", &["TXT043:1"], None),
    ("+++\nstatus = \"draft\"\n+++\n", &["TXT043:1"], None),
    (
        "[d]: https://ambon.go.id\n",
        &["TXT043:1", "TXT040:1"],
        None,
    ),
    // Files of other programs.
    ("{\\rtf1\\ansi Profil.\\par}", &["STR032:1"], None),
    ("PK\u{3}\u{4}\u{14}\0\u{6}\0", &["STR032:1"], None),
    (
        "<html><body><p>Profil</p></body></html>",
        &["STR032:1"],
        None,
    ),
    ("%PDF-1.7\n", &["STR032:1"], None),
];

#[test]
fn what_was_meant_for_markdown_is_found_and_mended() {
    let sandbox = with_texts(CASES.iter().map(|case| case.0));
    for name in ["Peta Kota.svg", "peta.svg"] {
        sandbox.write(&format!("assets/{name}"), IMAGE);
    }
    let all = found(&sandbox, CASES.len());
    let mut failures = Vec::new();
    for ((text, expected, _), found) in CASES.iter().zip(&all) {
        if found != expected {
            failures.push(format!("{text:?}: {found:?}, not {expected:?}"));
        }
    }
    let options = Options::default();
    let project = project::load(&sandbox.plan(), &options).unwrap();
    for file in project.mended(&options) {
        sandbox.write(&file.path, file.after);
    }
    for (at, (text, _, mended)) in CASES.iter().enumerate() {
        let path = sandbox.plan().join(format!("opd/diskominfo/t{at:03}.md"));
        let after = fs::read_to_string(path).unwrap();
        // Slips are mended beside it.
        let expected = mended.unwrap_or(text);
        if after != expected {
            failures.push(format!("{text:?} becomes {after:?}"));
        }
    }
    for ((text, _, mended), found) in CASES.iter().zip(found(&sandbox, CASES.len())) {
        if mended.is_some() && !found.is_empty() {
            failures.push(format!("{text:?} mended: {found:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn a_comment_that_does_not_end_is_found_where_it_begins() {
    let lost = [
        "Awal.\n\n<!-- catatan ->\n\nParagraf penting.\n\n## Bab dua\n",
        "Awal.\n\n<!-- catatan -- >\n\nParagraf penting.\n",
        "Awal.\n\n<!-- komentar\n\nParagraf penting.\n",
        "Awal.\n\n<!--",
        "Awal.\n\n<!-- satu ->\n\nParagraf penting.\n\n<!-- dua -->\n",
        "> Awal.\n>\n> <!-- satu ->\n> penting\n\nAkhir.\n",
        "- Awal.\n\n  <!-- satu\n  penting\n\nAkhir.\n",
        "Awal.\n\nDua <!-- satu -> penting <!-- dua --> lagi.\n",
    ];
    let right = [
        "Awal.\n\n<!-- satu -->\n\n<!-- dua\n\n-- > -> -->\n\nAkhir <!-- tiga -->.\n",
        "Awal.\n\n`<!-- satu`\n\n```\n<!-- satu\n```\n",
    ];
    let sandbox = with_texts(lost.into_iter().chain(right));
    let mut found = sandbox.findings();
    found.retain(|finding| finding.starts_with("TXT004"));
    let expected: Vec<String> = (0..lost.len())
        .map(|at| format!("TXT004 opd/diskominfo/t{at:03}.md:3"))
        .collect();
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (found, expected) in found.iter().zip(&expected) {
        assert!(found.starts_with(expected), "{found}, not {expected}");
    }
}

#[test]
fn a_readme_is_no_text_of_the_book() {
    let sandbox = Sandbox::new();
    for folder in [
        "opd/diskominfo",
        "opd/diskominfo/programs",
        "pillars/governance",
        "chapters",
    ] {
        sandbox.write(&format!("{folder}/README.md"), "# Jangan cetak ini\n");
    }
    let findings = sandbox.findings();
    assert_eq!(findings.len(), 4, "{findings:?}");
    assert!(findings.iter().all(|finding| finding.starts_with("STR005")));
}

/// The findings of a plan in which a file has this text.
fn findings_with(path: &str, text: &str) -> Vec<String> {
    let sandbox = Sandbox::new();
    sandbox.write(path, text);
    let mut findings = sandbox.findings();
    // What could not be judged is named once.
    findings.retain(|finding| !finding.starts_with("STR019"));
    findings
}

#[test]
fn each_conflict_of_git_is_one_error() {
    let sandbox = Sandbox::new();
    let read = |path: &str| fs::read_to_string(sandbox.plan().join(path)).unwrap();
    let forms = [
        "<<<<<<< HEAD\nOURS=======\nTHEIRS>>>>>>> cabang\n",
        "<<<<<<< HEAD\nOURS||||||| 1c0006e\nTHEIRS=======\nTHEIRS>>>>>>> cabang\n",
        "<<<<<<<\nOURS=======\nTHEIRS>>>>>>>\n",
    ];
    for path in [
        PROGRAM,
        "plan.toml",
        "opd/diskominfo/opd.toml",
        "registry/rpjmd.toml",
        "pillars/governance/pillar.toml",
    ] {
        let text = read(path);
        let line = text
            .split_inclusive('\n')
            .find(|line| line.contains(" = \""))
            .unwrap();
        let at = text[..text.find(line).unwrap()].matches('\n').count() + 1;
        let other = line.replacen(" = \"", " = \"Lain ", 1);
        for form in forms {
            let conflict = form.replace("OURS", line).replace("THEIRS", &other);
            let changed = text.replacen(line, &conflict, 1);
            let expected = [format!("STR033 {path}:{at}:1")];
            assert_eq!(findings_with(path, &changed), expected, "{changed}");
            let changed = changed.replace('\n', "\r\n");
            assert_eq!(findings_with(path, &changed), expected, "{changed}");
        }
    }
    // Inside a text, and what is left over.
    let text = read(PROGRAM);
    let summary = text
        .lines()
        .find(|line| line.starts_with("summary"))
        .unwrap();
    for inside in [
        "summary = \"\"\"\n<<<<<<< HEAD\nSatu.\n=======\nDua.\n>>>>>>> x\n\"\"\"",
        "<<<<<<< HEAD\nsummary = \"Satu.\"",
        "summary = \"Satu.\"\n>>>>>>> cabang",
        "summary = \"Satu.\"\n=======\nsummary = \"Dua.\"\n>>>>>>> cabang",
        "summary = \"Satu.\"\n=======",
    ] {
        let findings = findings_with(PROGRAM, &text.replace(summary, inside));
        assert_eq!(findings.len(), 1, "{inside}: {findings:?}");
        assert!(findings[0].starts_with("STR033"), "{inside}: {findings:?}");
    }
    for path in [
        PROFILE,
        CHAPTER,
        "pillars/governance/strategi.md",
        "opd/diskominfo/programs/layanan-aduan.md",
    ] {
        for (text, number) in [
            (
                "Awal.\n\n<<<<<<< HEAD\nSatu.\n=======\nDua.\n>>>>>>> x\n",
                1,
            ),
            (
                "<<<<<<< a\nSatu.\n||||||| b\nDua.\n=======\nTiga.\n>>>>>>> c\n\n<<<<<<< d\n",
                2,
            ),
            (
                "- satu\n  <<<<<<< HEAD\n  - dua\n  =======\n  >>>>>>> x\n",
                1,
            ),
            ("Satu.\n\n=======\n\nDua.\n", 1),
            ("Satu.\n>>>>>>> x\n", 1),
            (
                "```ambonplan\n<<<<<<< HEAD\nshow = \"rpjmd\"\n=======\n>>>>>>> x\n```\n",
                1,
            ),
        ] {
            let findings = findings_with(path, text);
            assert_eq!(findings.len(), number, "{path} {text}: {findings:?}");
            assert!(
                findings.iter().all(|one| one.starts_with("STR033")),
                "{findings:?}"
            );
        }
    }
    let run = {
        let sandbox = Sandbox::new();
        sandbox.write(PROFILE, "<<<<<<< HEAD\nSatu.\n");
        sandbox.run(&["build"])
    };
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("konflik git belum diselesaikan"),
        "{}",
        run.stderr
    );
}

#[test]
fn images_are_found_under_the_names_that_editors_write() {
    let sandbox = Sandbox::new();
    sandbox.write("assets/Foto Kota/peta kota.svg", IMAGE);
    // A name with composed letters, and one with marks of their own.
    sandbox.write("assets/caf\u{e9}.svg", IMAGE);
    sandbox.write("assets/re\u{301}sume\u{301}.svg", IMAGE);
    sandbox.write("assets/50%25.svg", IMAGE);
    let text = "![A](assets/Foto%20Kota/peta%20kota.svg)\n\n![B](<assets/Foto Kota/peta kota.svg>)\n\n\
                ![C](assets/cafe\u{301}.svg)\n\n![D](assets/r\u{e9}sum\u{e9}.svg)\n\n\
                ![E](../assets/caf%C3%A9.svg)\n\n![F](assets/50%25.svg)\n";
    sandbox.edit(
        CHAPTER,
        "## Latar belakang\n",
        &format!("## Latar belakang\n\n{text}"),
    );
    assert_eq!(sandbox.findings(), Vec::<String>::new());
    sandbox.edit(
        CHAPTER,
        "![A](assets/Foto%20Kota/peta%20kota.svg)",
        "![A](assets\\caf\u{e9}.svg)",
    );
    let run = sandbox.run(&["check", "--fix"]);
    let after = fs::read_to_string(sandbox.plan().join(CHAPTER)).unwrap();
    assert!(
        after.contains("![A](assets/caf\u{e9}.svg)"),
        "{}",
        run.stderr
    );
    sandbox.edit(
        CHAPTER,
        "![A](assets/caf\u{e9}.svg)",
        "![A](..%2F..%2Fetc/passwd)",
    );
    assert!(
        sandbox
            .findings()
            .iter()
            .any(|finding| finding.starts_with("TXT002"))
    );
}

#[test]
fn empty_headings_leave_the_book_whole() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        CHAPTER,
        "## Latar belakang\n",
        "## \n\n## Latar belakang\n\n### <!-- x -->\n",
    );
    sandbox.write(PROFILE, "#\n\nLayar 55\" dan kata\"nya\".\n");
    let book = sandbox.build(&["--allow", "all"]);
    let run = sandbox.run(&["build", "-o", "zwei.pdf"]);
    assert!(!run.stderr.contains("PDF003"), "{}", run.stderr);
    book.assert_has("Layar 55” dan kata“nya”.");
}

/// Everything that a book prints of its narrative, and what it shows.
fn printed(project: &Project) -> String {
    let plan = project.plan.as_ref().unwrap();
    let book = compose(plan, &project.tree, &plan.volumes[0], Scope::Volume);
    let mut text = String::new();
    for file in &book.files {
        // Comments tell places, which move.
        let mut rest = file.code.as_str();
        while let Some((before, after)) = rest.split_once("/*@") {
            literals(before, &mut text);
            rest = after.split_once("*/").map_or("", |(_, rest)| rest);
        }
        literals(rest, &mut text);
    }
    text
}

/// The letters and digits in the strings of some code.
fn literals(code: &str, text: &mut String) {
    let mut inside = false;
    let mut escaped = false;
    for c in code.chars() {
        match c {
            '"' if !escaped => inside = !inside,
            c if inside && c.is_alphanumeric() => text.push(c),
            _ => {}
        }
        escaped = inside && c == '\\' && !escaped;
    }
}

fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "kata",
        "Rp1,250,000",
        "12.5%",
        "https://a.id/x ",
        "https://a.id/x_y_ ",
        "  ",
        " ",
        " , ",
        " .",
        "\n",
        "\n\n",
        "<div>\n",
        "\n</div>",
        "<x ",
        " y>",
        "- ",
        "1",
        "1 . ",
        "*",
        "**",
        "`",
        "```\n",
        "> ",
        "![a](",
        "](",
        "[b]",
        ")",
        "(",
        "assets/peta kota.svg",
        "#",
        "##",
        "# ",
        "•",
        "• ",
        "o ",
        "a. ",
        "b. ",
        "|",
        " | ",
        "|---|",
        "\t",
        ";",
        "    ",
        "\\",
        "&amp;",
        "<br>",
        "<!--",
        "-->",
        "\"",
        "'",
        ":",
        "[^1]",
        "[^1]: ",
        "[l]: ",
        "é",
        "<",
        ">",
        "–",
        "- [ ] ",
        "\r\n",
        "$",
        "~~",
        "===",
        "---",
        "+++\n",
        "Tabel: ",
        "2*3*4",
        "H~2~O",
        "ya-\nya",
        "Alamat : x\n",
        "Surel: y\n",
        "*satu\n",
        "-dua\n",
        "[ ] ",
        "1.1 Satu\n",
        "<opd: diskominfo>",
    ];
    proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: std::env::var("FIX_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(192),
        ..ProptestConfig::default()
    })]

    /// Whatever is mended, the book prints the same words as before.
    #[test]
    fn a_fix_prints_the_same_words(
        texts in prop::collection::vec(prop::collection::vec(piece(), 1..14), 6),
        summary in "[a-z]{1,5}(  | , | )[a-z]{1,5}[ .,]{0,3}",
    ) {
        let sandbox = Sandbox::new();
        sandbox.write("assets/peta kota.svg", IMAGE);
        for (at, text) in texts.iter().enumerate() {
            let text = text.concat();
            let (path, text) = match at % 2 {
                0 => (format!("opd/diskominfo/t{at}.md"), text),
                _ => (format!("chapters/t{at}.md"), format!("# Judul\n\n{text}")),
            };
            sandbox.write(&path, text);
        }
        sandbox.edit("plan.toml", "\"chapter:pendahuluan\"", "\"chapter:t1\", \"chapter:t3\", \"chapter:t5\"");
        let program = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
        let line = program.lines().find(|line| line.starts_with("summary")).unwrap();
        sandbox.edit(PROGRAM, line, &format!("summary = \"{summary}\""));
        let options = Options::default();
        let before = project::load(&sandbox.plan(), &options).unwrap();
        let mended = before.mended(&options);
        let paths: Vec<_> = mended.iter().map(|file| (file.before.clone(), file.after.clone())).collect();
        for file in &mended {
            sandbox.write(&file.path, &file.after);
        }
        let after = project::load(&sandbox.plan(), &options).unwrap();
        let (before, after) = (printed(&before), printed(&after));
        let count = |text: &str, word: &str| text.matches(word).count();
        for word in ["kata", "Rp1250000", "125"] {
            prop_assert_eq!(count(&before, word), count(&after, word), "{} {:?}", word, paths);
        }
        // A link is where it leads to, too.
        let address = "httpsaidx";
        prop_assert!(count(&before, address) <= count(&after, address), "{:?}", paths);
    }
}

#[test]
fn what_is_found_says_what_to_write_in_both_languages() {
    let sandbox = with_texts([
        "```Ambonplan\nshow = \"rpjmd\"\n```\n",
        "Hasil 2*3*4 saja.\n",
        "1. a\n3. b\n",
        "Isi <nama lengkap> di sini.\n",
        "Â© 2026 â€“ layanan â€œpublikâ€\n",
        "HP 0812****1234 dan 0813****5678\n",
        "Lihat <opd:Dinas Air>, <program:Layanan Aduan Warga>, <layanan-aduan>, <bab:pendahuluan>.\n",
    ]);
    sandbox.edit(PROGRAM, "summary = \"", "summary = \"**Cepat** ");
    for (language, expected) in [
        (
            "id",
            [
                "“```Ambonplan” tidak memulai blok `ambonplan`; isinya tercetak apa adanya; tulis ```` ```ambonplan ```` dengan huruf kecil",
                "tanda `*` dalam `2*3*4` tidak tercetak: terbaca sebagai tanda Markdown; tulis `2 × 3 × 4`, atau `2\\*3\\*4`",
                "butir bernomor 3 tercetak dengan nomor 2; tulis `2`; agar tercetak 3, tulis `3\\.`",
                "`<nama lengkap>` terbaca sebagai tag HTML dan tidak tercetak; tulis `\\<nama lengkap>` agar tercetak",
                "`**Cepat**` tercetak apa adanya: teks ini bukan Markdown; tulis `Cepat` tanpa tandanya",
                "`Â© 2026 â€“ layanan â€œpublikâ€` ditulis dalam UTF-8 tetapi terbaca dengan penyandian lain (Windows-1252); tulis `© 2026 – layanan “publik”`",
                "tulis `0812\\*\\*\\*\\*1234 dan 0813\\*\\*\\*\\*5678` agar tandanya tercetak",
                "`<opd:Dinas Air>` tidak berarti apa-apa di sini dan ikut tercetak; rujukan ditulis `<opd:…>` dengan id, bukan nama; tidak ada OPD yang bernama demikian",
                "`<program:Layanan Aduan Warga>` tidak berarti apa-apa di sini dan ikut tercetak; rujukan ditulis `<program:layanan-aduan>`",
                "`<layanan-aduan>` terbaca sebagai tag HTML dan tidak tercetak; rujukan ditulis `<program:layanan-aduan>`",
                "tautan `bab:pendahuluan` tidak mengarah ke mana pun dalam buku; tulis `chapter:pendahuluan`",
            ],
        ),
        (
            "en",
            [
                "“```Ambonplan” begins no block `ambonplan`; what it holds is printed as it stands; write ```` ```ambonplan ```` in small letters",
                "the sign `*` in `2*3*4` is not printed: it is read as a mark of Markdown; write `2 × 3 × 4`, or `2\\*3\\*4`",
                "item 3 is printed with the number 2; write `2`; to print 3, write `3\\.`",
                "`<nama lengkap>` is read as a tag of HTML and not printed; write `\\<nama lengkap>` to print it",
                "`**Cepat**` is printed as it stands: this text is no Markdown; write `Cepat` without the marks",
                "`Â© 2026 â€“ layanan â€œpublikâ€` was written in UTF-8 and read in another encoding (Windows-1252); write `© 2026 – layanan “publik”`",
                "write `0812\\*\\*\\*\\*1234 dan 0813\\*\\*\\*\\*5678` to print the sign",
                "`<opd:Dinas Air>` means nothing here and is printed; a reference is written `<opd:…>`, with an id and not a name; no OPD is called so",
                "`<program:Layanan Aduan Warga>` means nothing here and is printed; write the reference as `<program:layanan-aduan>`",
                "`<layanan-aduan>` is read as a tag of HTML and not printed; write the reference as `<program:layanan-aduan>`",
                "the link `bab:pendahuluan` leads nowhere in a book; write `chapter:pendahuluan`",
            ],
        ),
    ] {
        let run = sandbox.run(&["--language", language, "check", "--format", "short"]);
        for message in expected {
            assert!(run.stdout.contains(message), "{message}\n{}", run.stdout);
        }
    }
}

/// What stands right above or below a table, a line of dashes or a sign reads as a part of
/// it, and is told where it stands; notes that only notes refer to are printed.
#[test]
fn lines_that_become_parts_of_what_is_beside_them_are_found() {
    let text = "## Peran {Kanal} dan {2026}\n\nIsi.\n\nKantor A\nKantor B\n-----\n\nTabel: {#saja}\n\n\
                | Kanal | Jumlah |\n|---|---|\n| Loket | 2 |\nSumber: Badan, 2025\n\nTabel: apa \
                saja\n\nBukan tabel.\n\n- > 75 persen warga puas\n\nLihat <table:saja>.\n\n[^1]: \
                Sumber [^1] kita.\n\n[^2]: Lihat [^3].\n\n[^3]: Lihat [^2].\n";
    for path in [
        "opd/diskominfo/profil.md",
        "pillars/governance/profil.md",
        "opd/diskominfo/programs/layanan-aduan.md",
    ] {
        let sandbox = Sandbox::new();
        sandbox.write(path, text);
        let mut found = sandbox.findings();
        found.retain(|finding| finding.contains(path));
        let expected: Vec<String> = [
            "TXT060 7:1",
            "TXT059 9:1",
            "TXT036 14:1",
            "TXT012 16:1",
            "TXT053 20:3",
            "TXT040 24:1",
            "TXT040 26:1",
            "TXT040 28:1",
        ]
        .map(|finding| finding.replace(' ', &format!(" {path}:")))
        .into();
        assert_eq!(found, expected);
        let book = sandbox.build(&[]);
        for words in [
            "Peran {Kanal} dan {2026}",
            "Sumber [1] kita.",
            "lihat 1",
            "lihat [2]",
        ] {
            let printed = book.text().to_lowercase();
            let words = words.to_lowercase();
            assert!(printed.contains(&words), "{words}: {printed}");
        }
    }
}

/// A tag that does not end takes in the space behind its last line, which the line does not.
#[test]
fn a_tag_without_an_end_may_reach_behind_the_last_line() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Judul\n\n<div>\n y><kata\r\nhttps://a.id/x ",
    );
    let found = sandbox.findings();
    assert!(
        found
            .iter()
            .any(|finding| finding == "TXT004 chapters/pendahuluan.md:4:4"),
        "{found:?}"
    );
}
