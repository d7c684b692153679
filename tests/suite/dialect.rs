//! What narrative may hold beside plain paragraphs, and how it is printed.

use crate::sandbox::{Book, Sandbox};

const CHAPTER: &str = "chapters/pendahuluan.md";

fn set(narrative: &str) -> Book {
    let sandbox = Sandbox::new();
    sandbox.write(CHAPTER, format!("# Pendahuluan\n\n{narrative}\n"));
    sandbox.build(&["--only", "chapter:pendahuluan"])
}

fn found(narrative: &str) -> Vec<String> {
    let sandbox = Sandbox::new();
    sandbox.write(CHAPTER, format!("# Pendahuluan\n\n{narrative}\n"));
    let findings = sandbox.findings().into_iter();
    findings
        .filter(|finding| finding.contains(CHAPTER))
        .collect()
}

/// What stands before the lines of a block belongs to what it stands in.
#[test]
fn blocks_stand_in_quotes_and_lists() {
    let text = "\
> - ```ambonplan
>   show = \"rpjmd\"
>
>   caption = \"Dalam kutipan\"
>   ```

> ```ambonplan
> show = \"needs\"
> id = \"é\"
> cap = 'x'
> ```
";
    let places = [
        "STR009 chapters/pendahuluan.md:12:3",
        "STR012 chapters/pendahuluan.md:11:8",
    ];
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        let mut found = found(&text);
        found.sort();
        assert_eq!(found, places);
    }
    let sound = text.replace("> id = \"é\"\n> cap = 'x'\n", "");
    assert_eq!(found(&sound), Vec::<String>::new());
    set(&sound).assert_has("Dalam kutipan");
}

#[test]
fn every_element_is_printed() {
    let book = set("\
## Judul bagian {#bagian .kelas}

> [!NOTE]
> Isi catatan.

> [!CAUTION]
> Isi peringatan.

- [ ] belum
- [x] sudah

Istilah
: Uraian pertama.

: Uraian kedua.

Kata ~~dicoret~~ dan \"kutipan\" 'tunggal' 2025--2029 --- lalu... `kode \"--\"`

| Kiri | Kanan |
|:--|--:|
| *a*<br>b | H<sub>2</sub>O |
");
    for text in [
        "Judul bagian",
        "Catatan Isi catatan.",
        "Awas Isi peringatan.",
        "☐ belum",
        "☑ sudah",
        "Istilah Uraian pertama. Uraian kedua.",
        "dicoret",
        "“kutipan” ‘tunggal’ 2025–2029 — lalu… kode \"--\"",
        "H2O",
    ] {
        book.assert_has(text);
    }
    for markup in ["{#", "[!", "[x]", "~~", "<sub>"] {
        assert!(!book.text().contains(markup), "{markup}: {}", book.text());
    }
}

#[test]
fn text_between_tags_is_printed() {
    let book = set("\
Kata <b>tebal</b> dan <span>*miring*</span>.

<table>
<tr><td>Sel A</td><td>R&amp;D &copy; m<sup>2</sup></td></tr>
</table>

> <div>
> Di dalam kutipan
> </div>

- <details><summary>Ringkas</summary>Rinci</details>

<script>
rahasia()
</script>

Sebelum <style>p{}</style> sesudah, <title>tak *tampak*</title> akhir.

<div
tak selesai
");
    for text in [
        "Kata tebal dan miring.",
        "Sel A R&D © m2",
        "Di dalam kutipan",
        "Ringkas Rinci",
        "Sebelum sesudah, akhir.",
        "<div tak selesai",
    ] {
        book.assert_has(text);
    }
    for hidden in ["rahasia", "p{}", "tampak"] {
        assert!(!book.text().contains(hidden), "{hidden}: {}", book.text());
    }
}

#[test]
fn mathematics_is_printed_as_it_is_written() {
    let book =
        set("Luas $a*b*c$ dan $x_1$ serta US$ 5 *miring* US$6.\n\n> $$\n> \\frac{a}{b}\n> $$");
    for text in [
        "Luas $a*b*c$ dan $x_1$ serta US$ 5 miring US$6.",
        r"$$ \frac{a}{b} $$",
    ] {
        book.assert_has(text);
    }
    let amounts = "Harga $5 <opd:diskominfo> $6, dan dolar ($).";
    assert_eq!(found(amounts), Vec::<String>::new());
}

#[test]
fn no_note_is_lost() {
    let book = set("\
Kata[^a].

[^a]: Catatan pertama[^b].
[^b]: Catatan kedua[^c].
[^c]: Catatan ketiga[^d].
[^d]: Catatan keempat[^e] dan lagi[^a].
[^e]: Catatan kelima.

    Paragraf lain.
[^lepas]: Tidak dirujuk.
");
    for text in [
        "Catatan pertama",
        "Catatan kedua",
        "Catatan ketiga",
        "Catatan keempat",
        "Catatan kelima.",
        "Paragraf lain.",
        "lepas Tidak dirujuk.",
    ] {
        book.assert_has(text);
    }
}

/// Paragraphs of a note begin where its first line begins, and what is no paragraph is
/// moved in as far.
#[test]
fn further_paragraphs_of_a_note_are_moved_in() {
    let text = "# Pendahuluan\n\nKata[^a].\n\n[^a]: Pertama. \n\n    Kedua sekali.\n\n    Kata                 ketiga.\n\n    - butirnya\n";
    let sandbox = Sandbox::new();
    sandbox.write(CHAPTER, text);
    let lefts = sandbox.lefts(
        "chapter:pendahuluan",
        &["Kata", "Kedua", "Kata ketiga", "•"],
    );
    let [text, second, third, mark] = lefts[..] else {
        panic!("{lefts:?}");
    };
    assert_eq!(second, third);
    assert_eq!(second, mark);
    assert!(second > text + 5.0, "{lefts:?}");
}

#[test]
fn a_note_in_a_heading_that_is_left_out_is_printed() {
    let sandbox = Sandbox::new();
    sandbox.write(CHAPTER, "# Pendahuluan[^a]\n\nKata[^a].\n\n[^a]: Isi.\n");
    let book = sandbox.build(&["--only", "chapter:pendahuluan"]);
    book.assert_has("Isi.");
}

#[test]
fn a_further_heading_of_level_1_is_printed() {
    let book = set("Isi.\n\n# Judul lain\n\nIsi lain.");
    book.assert_has("1.1 Judul lain Isi lain.");
}

#[test]
fn a_long_table_repeats_its_head() {
    let rows: String = (0..120)
        .map(|row| format!("| baris {row} | isi[^a] |\n"))
        .collect();
    let book = set(&format!(
        "| Kepala | Kolom[^a] |\n|--|--|\n{rows}\n[^a]: Isi catatan."
    ));
    assert!(book.pages.len() > 2);
    for page in &book.pages {
        assert!(page.contains("Kepala Kolom"), "{page}");
    }
    book.assert_has("baris 119");
}

#[test]
fn empty_elements_are_set() {
    let book = set(
        "-\n- isi\n\n>\n\n[](https://ambon.go.id) **<b></b>**\n\n```\n```\n\n## \n\n<sub></sub>\n\n| |\n|-|\n\nAkhir.",
    );
    book.assert_has("Akhir.");
}
