//! Maps of the districts: what is said of files that hold none, and what is drawn.

use std::fmt::Write;
use std::path::Path;

use ambonplan::check::Options;
use ambonplan::language::{Catalogue, Language};
use ambonplan::project;
use typst::layout::{Frame, FrameItem};
use typst::visualize::{Color, Geometry, Paint};

use crate::sandbox::{Sandbox, Site, copy, laid_out};

const DISTRICTS: &str = "[[district]]\nid = \"hulu\"\nname = \"Hulu\"\n\n\
    [[district]]\nid = \"hilir-selatan\"\nname = \"Hilir Selatan\"\n";

/// A plan whose map is this file.
fn with_map(text: impl AsRef<[u8]>) -> Sandbox {
    let sandbox = Sandbox::new();
    let named = "map = \"assets/kecamatan.geojson\"\nrevision";
    sandbox.edit("plan.toml", "revision", named);
    sandbox.write("registry/districts.toml", DISTRICTS);
    sandbox.write("assets/kecamatan.geojson", text);
    sandbox
}

/// What is said of maps, in both languages: code, words, hint.
fn said(sandbox: &Sandbox) -> Vec<[String; 2]> {
    let project = project::load(&sandbox.plan(), &Options::default()).unwrap();
    let found = project.findings.sorted(&project.tree).into_iter();
    let maps = found.filter(|finding| ["STR057", "STR058"].contains(&finding.rule.code));
    maps.map(|finding| {
        assert!(project.tree.place(finding.span).starts_with("plan.toml:"));
        Language::ALL
            .iter()
            .map(|language| {
                let catalogue = Catalogue::new(*language);
                let hint = finding.hint.as_ref().unwrap().words();
                format!(
                    "{} {}; {}",
                    finding.rule.code,
                    catalogue.text(&finding.message),
                    catalogue.text(&hint)
                )
            })
            .collect::<Vec<String>>()
            .try_into()
            .unwrap()
    })
    .collect()
}

/// A feature with a square at a place.
fn square(properties: &str, [x, y]: [f64; 2], side: f64) -> String {
    let (right, top) = (x + side, y + side);
    format!(
        "{{\"type\": \"Feature\", \"properties\": {properties}, \"geometry\": {{\"type\": \
         \"Polygon\", \"coordinates\": [[[{x}, {y}], [{right}, {y}], [{right}, {top}], \
         [{x}, {top}], [{x}, {y}]]]}}}}"
    )
}

fn collection(features: &[String]) -> String {
    format!(
        "{{\"type\": \"FeatureCollection\", \"features\": [{}]}}",
        features.join(",\n")
    )
}

#[test]
fn every_fault_of_a_map_is_told() {
    let hulu = |at| square("{\"nama\": \"Hulu\"}", at, 0.1);
    let cases = [
        (
            "PK\u{3}\u{4}".to_owned(),
            ["bukan JSON mulai 1:1", "no JSON from 1:1 on"],
        ),
        (
            "{\"type\": \"FeatureCollection\",\n \"features\": [}".to_owned(),
            ["bukan JSON mulai 2:15", "no JSON from 2:15 on"],
        ),
        (
            "[".repeat(5_000),
            ["bukan JSON mulai 1:12", "no JSON from 1:12"],
        ),
        (
            collection(&[hulu([1.0, 2.0]).replace("[1, 2]", "[true, 2]")]),
            ["bukan GeoJSON di 1:", "no GeoJSON at 1:"],
        ),
        (
            collection(&[hulu([1.0, 2.0]).replace("[1, 2]", "[1]")]),
            ["bukan GeoJSON di 1:", "no GeoJSON at 1:"],
        ),
        (
            "{\"type\": \"Topology\", \"objects\": {}}".to_owned(),
            ["adalah `Topology`", "is a `Topology`"],
        ),
        (hulu([1.0, 2.0]), ["adalah `Feature`", "is a `Feature`"]),
        (
            "{\"kecamatan\": []}".to_owned(),
            ["tidak menyatakan diri", "does not say that it is a"],
        ),
        (
            collection(&[hulu([412_345.5, 9_591_234.0])]),
            ["[412345.5, 9591234]", "the metres of a projection"],
        ),
        (
            collection(&[hulu([-3.7, 128.2])]),
            ["mendahulukan bujur", "wants the longitude first"],
        ),
        (
            collection(&[hulu([179.5, 2.0]), hulu([-179.5, 2.0])]),
            ["terbelah", "torn"],
        ),
        (
            collection(&[square("{\"nama\": \"Atas\"}", [1.0, 2.0], 0.1)]),
            ["rencana ini: Atas;", "district of the plan: Atas;"],
        ),
        (
            collection(&[
                "{\"type\": \"Feature\", \"properties\": {\"nama\": \"Hulu\"}, \
              \"geometry\": {\"type\": \"Point\", \"coordinates\": [1, 2]}}"
                    .to_owned(),
            ]),
            ["tidak memuat area", "has no areas"],
        ),
        (
            collection(&[" ".repeat(9 << 20)]),
            ["berukuran 9 MiB", "has 9 MiB"],
        ),
    ];
    for (text, [indonesian, english]) in cases {
        let said = said(&with_map(&text));
        let start = text.chars().take(60).collect::<String>();
        assert_eq!(said.len(), 1, "{start}: {said:?}");
        for (words, wanted) in said[0].iter().zip([indonesian, english]) {
            assert!(words.starts_with("STR057 "), "{start}: {words}");
            assert!(words.contains(wanted), "{start}: {words}");
        }
    }
    // A file that is not there, and one that is no asset.
    let sandbox = with_map(collection(&[]));
    sandbox.edit("plan.toml", "kecamatan.geojson", "kecamatam.geojson");
    assert!(said(&sandbox)[0][1].contains("did you mean `assets/kecamatan.geojson`"));
    sandbox.edit(
        "plan.toml",
        "assets/kecamatam.geojson",
        "registry/districts.toml",
    );
    assert!(said(&sandbox)[0][1].contains("outside `assets/`"));
    sandbox.edit("plan.toml", "registry/districts.toml", "../peta.geojson");
    assert_eq!(said(&sandbox).len(), 1);
}

#[test]
fn shapes_and_districts_find_each_other_by_any_usual_property() {
    for properties in [
        "{\"nama\": \"hilir  selatan\"}",
        "{\"NAMOBJ\": \"Hilir Selatan\", \"id\": 17}",
        "{\"WADMKC\": \"HILIR SELATAN\", \"WADMKK\": \"Kota Lain\", \"name\": \"13.04.2\"}",
        "{\"id\": \"hilir-selatan\"}",
    ] {
        let text = collection(&[
            square("{\"Name\": \"Hulu\"}", [1.0, 2.0], 0.1),
            square(properties, [1.1, 2.0], 0.1),
        ]);
        assert_eq!(
            said(&with_map(text)),
            Vec::<[String; 2]>::new(),
            "{properties}"
        );
    }
    let text = collection(&[
        square("{\"nama\": \"HULU\"}", [1.0, 2.0], 0.1),
        square("{\"nama\": \"Seberang\"}", [1.1, 2.0], 0.1),
    ]);
    let sandbox = with_map(text);
    let said = said(&sandbox);
    let told: Vec<&str> = said.iter().map(|words| words[1].as_str()).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    for words in [
        "a shape of the map is no district of the plan and is not drawn: Seberang;",
        "the map has no shape of the district Hilir Selatan;",
    ] {
        let mut told = told.iter();
        assert!(told.any(|told| told.contains(words)), "{words}");
    }
    // The file is used, and districts that cannot be read may be the ones that are missing.
    assert!(
        !sandbox
            .findings()
            .iter()
            .any(|finding| finding.contains("geojson"))
    );
    sandbox.edit(
        "registry/districts.toml",
        "name = \"Hilir Selatan\"",
        "name = 7",
    );
    assert_eq!(self::said(&sandbox), Vec::<[String; 2]>::new());
}

/// Without a file the book says what other blocks say, and a finding says why.
#[test]
fn a_block_without_a_map_says_that_nothing_is_entered() {
    let sandbox = Sandbox::new();
    let chapter = "# Pendahuluan\n\n```ambonplan\nshow = \"map\"\n```\n";
    sandbox.write("chapters/pendahuluan.md", chapter);
    let found = sandbox.findings();
    assert!(
        found.contains(&"STR058 chapters/pendahuluan.md:4:8".to_owned()),
        "{found:?}"
    );
    sandbox.build(&[]).assert_has("Belum ada isian.");
}

/// The invented city with six districts, the last of which five programmes reach.
fn with_shades() -> Sandbox {
    let sandbox = Sandbox::empty();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/kota-teladan");
    copy(&root, &sandbox.plan());
    sandbox.write(
        "chapters/tata-kelola.md",
        "# Tata Kelola\n\n```ambonplan\nshow = \"map\"\n```\n",
    );
    let mut registry = String::new();
    let mut features = Vec::new();
    for at in 0..6_u32 {
        write!(
            registry,
            "[[district]]\nid = \"tetap-{at}\"\nname = \"Tetap {at}\"\n\n"
        )
        .unwrap();
        let place = [f64::from(at % 3) * 0.2, f64::from(at / 3) * 0.2];
        features.push(square(&format!("{{\"id\": \"tetap-{at}\"}}"), place, 0.2));
    }
    sandbox.write("registry/tetap.toml", registry);
    sandbox.write("assets/wilayah.geojson", collection(&features));
    let programs = [
        "badan-karya/programs/magang-berbayar",
        "dinas-air/programs/keran-umum",
        "dinas-air/programs/kolam-hujan",
        "dinas-gerak/programs/sepeda-sekolah",
        "dinas-gerak/programs/trotoar-teduh",
    ];
    for (program, first) in programs.iter().zip(1..) {
        let districts: Vec<String> = (first..6).map(|at| format!("\"tetap-{at}\"")).collect();
        let districts = format!("districts = [{}]\nsummary", districts.join(", "));
        sandbox.edit(&format!("opd/{program}.toml"), "summary", &districts);
    }
    sandbox
}

/// What a page draws: the colours in which curves are filled, and its texts.
#[derive(Default)]
struct Drawn {
    fills: Vec<Color>,
    texts: Vec<String>,
}

impl Drawn {
    fn walk(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.walk(&group.frame),
                FrameItem::Text(text) => self.texts.push(text.text.to_string()),
                FrameItem::Shape(shape, _) => {
                    if let (Geometry::Curve(_), Some(Paint::Solid(color))) =
                        (&shape.geometry, &shape.fill)
                    {
                        self.fills.push(color.clone());
                    }
                }
                _ => {}
            }
        }
    }
}

/// In grey, more programmes are darker, and each shade differs from the next.
#[test]
fn shades_of_a_map_are_told_apart_without_colour() {
    let sandbox = with_shades();
    let project = project::load(&sandbox.plan(), &Options::default()).unwrap();
    let document = laid_out(&project).0.unwrap();
    let mut pages = document.pages().iter().map(|page| {
        let mut drawn = Drawn::default();
        drawn.walk(&page.frame);
        drawn
    });
    let is_map = |page: &Drawn| page.texts.iter().any(|text| text == "10 km");
    let map = pages.find(is_map).unwrap();
    // The first district is white.
    let lightness = map.fills.iter().map(|it| it.to_oklab().l);
    let lightness = lightness.skip_while(|lightness| *lightness < 0.999);
    let lightness: Vec<f32> = lightness.take(6).collect();
    assert_eq!(lightness.len(), 6);
    for pair in lightness.windows(2) {
        assert!(pair[0] - pair[1] >= 0.05, "{lightness:?}");
    }
}

/// What the map shows stands in words, in print and on the web, with what is true of the whole
/// region; labels stand in it.
#[test]
fn a_map_is_told_in_words() {
    let sandbox = with_shades();
    let book = sandbox.build(&["--allow", "warnings"]);
    let alternatives = book.alternatives();
    let wanted = "Peta jumlah program tiap kecamatan. Tetap 0: 0; Tetap 1: 1; Tetap 2: 2; \
                  Tetap 3: 3; Tetap 4: 4; Tetap 5: 5; Untuk seluruh kota: 2 lagi.";
    assert!(alternatives.contains(wanted), "{alternatives:?}");
    book.assert_has("Tetap 5");
    book.assert_has("Untuk seluruh kota: 2 lagi");
    book.assert_has("10 km");
    let site = Site::of(&sandbox.plan(), &["--allow", "warnings"]);
    let page = &site.pages()["chapter-tata-kelola.html"];
    assert!(page.html().contains(wanted), "{}", page.html());
    let drawings = crate::sandbox::files(&site.root);
    let map = drawings
        .iter()
        .find(|(name, _)| name.contains("program-di-tiap-kecamatan") && name.ends_with(".svg"));
    assert!(map.is_some(), "{:?}", drawings.keys());
}

/// A book that marks changes says of a map that it is another one, and draws it as it is now.
#[test]
fn a_changed_map_is_marked_as_a_whole() {
    let sandbox = with_shades();
    copy(&sandbox.plan(), &sandbox.root().join("lama"));
    let unchanged = ["--allow", "warnings", "--changes-since", "lama"];
    let note = "Gambar di atas berbeda dari yang terdahulu.";
    let count = |sandbox: &Sandbox| sandbox.build(&unchanged).letters().count(note);
    assert_eq!(count(&sandbox), 0);
    sandbox.edit(
        "opd/dinas-air/programs/keran-umum.toml",
        "\"tetap-2\", ",
        "",
    );
    assert_eq!(count(&sandbox), 1);
}
