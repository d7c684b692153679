//! Prose of any kind, in narrative and in entries.

use ambonplan::check::Options;
use ambonplan::fix::mend;
use ambonplan::project;
use proptest::prelude::*;

use crate::sandbox::Sandbox;

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";
const SUMMARY: &str = "Satu pintu untuk setiap aduan, dijawab dalam hitungan hari.";

/// What the rules of prose look for, whole and in pieces.
const PIECES: &[&str] = &[
    "Rp1,250,000",
    "Rp 1,250",
    "12.5",
    "%",
    "°C",
    " km2",
    "1,234.56",
    "110,112,119",
    ".",
    ",",
    "Rp",
    "UU 23/2014",
    "Undang-Undang",
    " Nomor 23 Tahun 2014",
    " tentang ",
    "Pemerintahan Daerah",
    "Perda Kota Ambon",
    "Permendagri",
    " (PP) ",
    "/2014",
    "Dinas Kominfo",
    "Dinas ",
    "Badan",
    " Komunikasi dan Informatika",
    " dan ",
    "Kota Contoh",
    "Provinsi",
    "SPBE",
    "(",
    ")",
    "disebut ",
    "TIDAK",
    "  ",
    " ,",
    " .",
    ",,",
    "https://a.id",
    "www.",
    "](x)",
    "[",
    "TODO",
    "???",
    "### ",
    "+++\n",
    "BAB I",
    "# ",
    "\n",
    "\n\n",
    " ",
    "é",
    "–",
    "“",
    "\\",
    "\"",
    "'",
    "\t",
    "**",
    "🙂",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// The text as a TOML string, one character in a few written as its code.
fn literal(text: &str, every: usize) -> String {
    let mut literal = String::from("\"");
    for (at, c) in text.chars().enumerate() {
        if c.is_control() || c == '"' || c == '\\' || at % every == 0 {
            literal.push_str(&format!("\\U{:08X}", u32::from(c)));
        } else {
            literal.push(c);
        }
    }
    literal.push('"');
    literal
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    /// Nothing that anybody can write stops the rules; what they find stands in the
    /// text, and mending it leaves the file readable and nothing more to mend.
    #[test]
    fn any_prose_is_judged(prose in text(), summary in text(), every in 2usize..9) {
        let sandbox = Sandbox::new();
        sandbox.write("chapters/pendahuluan.md", format!("# Judul\n\n{prose}\n"));
        let written = literal(&format!("Ringkasan {summary}"), every);
        sandbox.edit(PROGRAM, &format!("\"{SUMMARY}\""), &written);
        let load = || project::load(&sandbox.plan(), &Options::default()).unwrap();
        let before = load();
        for finding in before.findings.iter() {
            let file = before.tree.get(finding.span.file).unwrap();
            prop_assert!(
                file.text.get(finding.span.range()).is_some(),
                "{} {}", finding.rule.code, before.tree.place(finding.span)
            );
        }
        let broken = |project: &project::Project| {
            project.findings.iter().filter(|finding| finding.rule.code == "STR007").count()
        };
        // Where spaces go, what stands between them may be read otherwise.
        for file in before.mended(&Options::default()) {
            sandbox.write(&file.path, &file.after);
        }
        let after = load();
        prop_assert_eq!(broken(&before), broken(&after));
        prop_assert_eq!(mend(&after.tree, &after.findings), []);
    }
}
