//! Tables, cards and pictures of every height around a page: every word stands in the
//! text block, and none over another.

use std::collections::BTreeMap;
use std::fmt::Write;

use ambonplan::markdown::{self, InlineKind, Node, Visitor, walk};

use crate::geometry::{self, Geometry, Seen};
use crate::sandbox::Sandbox;

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";
const CHAPTER: &str = "chapters/pendahuluan.md";

/// Words that can be told apart: what is lost or printed twice is noticed.
#[derive(Default)]
struct Marks(usize);

impl Marks {
    fn word(&mut self) -> String {
        self.0 += 1;
        format!("tanda{}x", self.0)
    }

    /// So many lines with `end` between them.
    fn lines(&mut self, count: usize, end: &str) -> String {
        let lines: Vec<String> = (0..count).map(|_| self.word()).collect();
        lines.join(end)
    }

    /// Every word stands in the book, and once.
    fn assert_in(&self, geometry: &Geometry) {
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for it in geometry.placed.iter().filter(|it| !it.running) {
            let Seen::Text(text) = &it.seen else { continue };
            for part in text.split("tanda").skip(1) {
                let number = part
                    .split('x')
                    .next()
                    .and_then(|digits| digits.parse().ok());
                *found.entry(number.unwrap_or_default()).or_default() += 1;
            }
        }
        let wrong: Vec<String> = (1..=self.0)
            .filter(|number| found.get(number) != Some(&1))
            .map(|number| format!("{number}: {:?}", found.get(&number)))
            .collect();
        assert!(wrong.is_empty(), "{} words: {wrong:?}", wrong.len());
    }
}

/// A table of narrative with so many rows of so many lines.
fn narrative_table(rows: usize, lines: usize, marks: &mut Marks) -> String {
    let mut text = String::from("| No. | Kelurahan | RT |\n|---|---|---|\n");
    for row in 1..=rows {
        let cell = marks.lines(lines, "<br>");
        writeln!(text, "| {row} | {cell} | {} |", marks.word()).unwrap();
    }
    text.push('\n');
    text
}

#[test]
fn tables_of_narrative_break_where_they_are_higher_than_a_page() {
    let sandbox = Sandbox::new();
    let mut marks = Marks::default();
    let mut text = String::from("# Pendahuluan\n\n");
    // A page holds some 46 rows of one line.
    for rows in [
        3, 12, 30, 38, 42, 43, 44, 45, 46, 47, 48, 52, 60, 90, 91, 95, 110, 130,
    ] {
        text.push_str("Alinea.\n\n");
        text.push_str(&narrative_table(rows, 1, &mut marks));
    }
    for (rows, lines) in [
        (6, 12),
        (8, 12),
        (4, 16),
        (1, 40),
        (1, 60),
        (1, 80),
        (2, 130),
        (20, 3),
    ] {
        text.push_str("Alinea.\n\n");
        text.push_str(&narrative_table(rows, lines, &mut marks));
    }
    // With a caption, below a heading, in a list, in a quote, in a note.
    for rows in [38, 40, 41, 42, 43, 44, 45, 46, 60, 100] {
        writeln!(text, "## Bagian {rows}\n\nTabel: Judul tabel {rows} yang panjangnya lebih dari satu baris, supaya juga yang di atasnya ikut dihitung tingginya\n").unwrap();
        text.push_str(&narrative_table(rows, 1, &mut marks));
    }
    for (mark, rest) in [("- ", "  "), ("> ", "> "), ("[^satu]: ", "    ")] {
        if mark.starts_with('[') {
            text.push_str("Rujukan[^satu].\n\n");
        }
        for (at, line) in narrative_table(50, 1, &mut marks).lines().enumerate() {
            let begin = if at == 0 { mark } else { rest };
            writeln!(text, "{begin}{line}").unwrap();
        }
        text.push('\n');
    }
    // Cells that share a narrow column.
    for rows in [2, 6, 10, 12] {
        let columns = 7;
        writeln!(
            text,
            "|{}\n|{}",
            " Kepala |".repeat(columns),
            "---|".repeat(columns)
        )
        .unwrap();
        for _ in 0..rows {
            let cells: Vec<String> = (0..columns).map(|_| marks.lines(14, " ")).collect();
            writeln!(text, "| {} |", cells.join(" | ")).unwrap();
        }
        text.push('\n');
    }
    // Heads that would leave no room for rows, or have none themselves.
    for lines in [20, 40, 50, 70, 120] {
        writeln!(text, "| {} | Dua |\n|---|---|", "kepala<br>".repeat(lines)).unwrap();
        for _ in 0..60 {
            writeln!(text, "| {} | b |", marks.word()).unwrap();
        }
        text.push('\n');
    }
    sandbox.write(CHAPTER, text);
    let geometry = geometry::of_plan(&sandbox);
    geometry.assert_clean();
    marks.assert_in(&geometry);
}

/// A drawing of so much width and height.
fn drawing(width: usize, height: usize) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#123456\"/></svg>\n"
    )
}

#[test]
fn pictures_are_no_higher_than_a_page_with_their_captions() {
    let sandbox = Sandbox::new();
    let mut marks = Marks::default();
    let mut text = String::from("# Pendahuluan\n\n");
    let sizes = [
        (900, 300),
        (900, 1_200),
        (900, 1_350),
        (900, 1_400),
        (900, 1_600),
        (300, 4_000),
        (4_000, 60),
    ];
    let mut pictures = 0;
    for (width, height) in sizes {
        let path = format!("assets/{width}-{height}.svg");
        sandbox.write(&path, drawing(width, height));
        for attributes in ["", " {width=60%}", " {width=100%}"] {
            let caption = marks.lines(30, " ");
            writeln!(text, "Alinea {}.\n", marks.word()).unwrap();
            writeln!(text, "![Gambar](../{path} \"{caption}{attributes}\")\n").unwrap();
            writeln!(text, "![Gambar](../{path}){}\n", marks.word()).unwrap();
            writeln!(text, "- butir {}\n\n  ![Gambar](../{path})\n", marks.word()).unwrap();
            writeln!(
                text,
                "> kutipan {}\n>\n> ![Gambar](../{path})\n",
                marks.word()
            )
            .unwrap();
            writeln!(
                text,
                "| Kiri | Kanan |\n|---|---|\n| ![Gambar](../{path}) | {} |\n",
                marks.word()
            )
            .unwrap();
            pictures += 5;
        }
    }
    sandbox.write(CHAPTER, text);
    let geometry = geometry::of_plan(&sandbox);
    geometry.assert_clean();
    marks.assert_in(&geometry);
    let shown = geometry.placed.iter().filter(|it| it.seen == Seen::Image);
    assert_eq!(shown.count(), pictures);
}

#[test]
fn cards_and_tables_of_data_break_where_they_are_higher_than_a_page() {
    let sandbox = Sandbox::new();
    let mut marks = Marks::default();
    let program = std::fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    let quoted = |text: &str| format!("\"\"\"\n{text}\"\"\"");
    // Activities of several lines, and as many risks; a summary of any length.
    let cases = [
        (1, 60, 1),
        (1, 90, 20),
        (12, 4, 40),
        (12, 5, 60),
        (12, 8, 100),
        (4, 16, 126),
        (40, 1, 140),
        (2, 130, 300),
    ];
    for (at, (count, lines, summary)) in cases.into_iter().enumerate() {
        let mut program = program
            .replace("Layanan aduan warga", &format!("Layanan {at}"))
            .replace("number = 1", &format!("number = {}", at + 2))
            .replace("quick-win = true\n", "");
        let from = program.find("summary = ").unwrap();
        let end = from + program[from..].find('\n').unwrap();
        let text = quoted(&marks.lines(summary, "\n"));
        program.replace_range(from..end, &format!("summary = {text}"));
        for _ in 0..count {
            let output = quoted(&marks.lines(lines, "\n"));
            write!(
                program,
                "\n[[activity]]\ntitle = \"Kegiatan {}\"\noutput = {output}\n",
                marks.word()
            )
            .unwrap();
            let text = quoted(&marks.lines(lines, "\n"));
            write!(
                program,
                "\n[[risk]]\ntext = {text}\nmitigation = \"Mitigasi {}\"\n",
                marks.word()
            )
            .unwrap();
        }
        sandbox.write(
            &format!("opd/diskominfo/programs/layanan-{at}.toml"),
            program,
        );
    }
    sandbox.edit(
        "pillars/governance/pillar.toml",
        "last-number = 1",
        "last-number = 99",
    );
    // Registers with texts of several lines.
    let mut registry = String::new();
    for (at, lines) in [1, 10, 30, 60, 90, 140].into_iter().enumerate() {
        let text = quoted(&marks.lines(lines, "\n"));
        write!(
            registry,
            "\n[[need]]\nid = \"kebutuhan-{at}\"\ntext = {text}\n"
        )
        .unwrap();
        let text = quoted(&marks.lines(lines, "\n"));
        write!(registry, "\n[[stakeholder]]\nid = \"lembaga-{at}\"\nname = \"Lembaga {at}\"\nelement = \"swasta\"\nrole = {text}\n").unwrap();
        let text = quoted(&marks.lines(lines, "\n"));
        write!(registry, "\n[[readiness]]\naspect = \"Aspek {at}\"\nid = \"aspek-{at}\"\nelement = \"struktur\"\ncurrent = 1\ntarget = 3\ngap = {text}\n").unwrap();
        let text = quoted(&marks.lines(lines, "\n"));
        sandbox.write(
            &format!("proposals/usulan-{at}.toml"),
            format!(
                "title = \"Usulan {at}\"\nby = \"Forum\"\nstatus = \"declined\"\nreason = {text}\n"
            ),
        );
    }
    sandbox.write("registry/lain.toml", registry);
    let text = quoted(&marks.lines(90, "\n"));
    sandbox.edit(
        "plan.toml",
        "name = \"Tahap pertama\"\n",
        &format!("name = \"Tahap pertama\"\ndescription = {text}\n"),
    );
    let shows = ["needs", "stakeholders", "readiness", "proposals", "phases"];
    let blocks: Vec<String> = shows
        .iter()
        .map(|show| format!("```ambonplan\nshow = \"{show}\"\n```\n"))
        .collect();
    sandbox.write(CHAPTER, format!("# Pendahuluan\n\n{}", blocks.join("\n")));
    let geometry = geometry::of_plan(&sandbox);
    geometry.assert_clean();
    marks.assert_in(&geometry);
}

/// The plan that `init` writes, with figures and tables of everything, for a longer time.
fn of_years(last: usize) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.edit("plan.toml", "end = 2030 }", &format!("end = {last} }}"));
    let mut phases = String::new();
    for (at, start) in (2026..=last).step_by(5).enumerate() {
        let end = (start + 4).min(last);
        write!(
            phases,
            "\n[[phase]]\nid = \"tahap-{at}\"\nname = \"Penyelenggaraan berkesinambungan {at}\"\n\
             start = {start}\nend = {end}\n"
        )
        .unwrap();
    }
    let plan = std::fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    let from = plan.find("\n[[phase]]").unwrap();
    let until = plan.find("\n[[volume]]").unwrap();
    sandbox.write(
        "plan.toml",
        format!("{}{phases}{}", &plan[..from], &plan[until..]),
    );
    sandbox
        .edit(PROGRAM, "end = 2027-06-30", &format!("end = {last}-12-31"))
        .edit(PROGRAM, "quick-win = true\n", "");
    let mut budget = String::new();
    for year in 2028..=last {
        write!(
            budget,
            "\n[[budget]]\nyear = {year}\nsource = \"apbd-kota\"\namount = 12_345_678_900_000\n"
        )
        .unwrap();
    }
    sandbox.edit(
        PROGRAM,
        "\n[[indicator]]",
        &format!("{budget}\n[[indicator]]"),
    );
    let shows = [
        "road-map",
        "budget-chart",
        "source-chart",
        "coverage",
        "indicator-paths",
        "phases",
        "budget-by-opd",
    ];
    let blocks: Vec<String> = shows
        .iter()
        .map(|show| format!("```ambonplan\nshow = \"{show}\"\n```\n"))
        .collect();
    sandbox.write(CHAPTER, format!("# Pendahuluan\n\n{}", blocks.join("\n")));
    sandbox
}

#[test]
fn plans_of_any_period_stay_on_their_pages() {
    for last in [2027, 2030, 2037, 2041, 2050] {
        let geometry = geometry::of_plan(&of_years(last));
        let faults = geometry.faults();
        assert!(faults.is_empty(), "until {last}: {faults:#?}");
    }
}

#[test]
fn names_of_any_length_stay_on_their_pages() {
    let name = |words: usize| "Penyelenggaraan layanan kota ".repeat(words.div_ceil(3));
    for words in [15, 30, 60] {
        let sandbox = of_years(2035);
        let name = name(words);
        let name = name.trim();
        sandbox
            .edit("plan.toml", "Rencana Induk Kota Cerdas", name)
            .edit(
                "plan.toml",
                "revision = \"0.1\"",
                &format!("subtitle = \"{name}\"\nrevision = \"0.1\""),
            )
            .edit("pillars/governance/pillar.toml", "Smart Governance", name)
            .edit(PROGRAM, "Layanan aduan warga", name)
            .edit(PROGRAM, "Aduan yang dijawab dalam tiga hari", name)
            .edit(
                "opd/diskominfo/opd.toml",
                "Dinas Komunikasi dan Informatika",
                name,
            );
        sandbox.edit(
            "pillars/governance/pillar.toml",
            "goal = \"Layanan publik yang cepat dan terbuka.\"",
            &format!(
                "goal = \"\"\"\n{}\"\"\"",
                "Layanan publik.\n".repeat(words * 2)
            ),
        );
        let geometry = geometry::of_plan(&sandbox);
        let faults = geometry.faults();
        assert!(faults.is_empty(), "{words} words: {faults:#?}");
    }
}

#[test]
fn alternative_texts_stay_within_what_a_pdf_holds() {
    let sandbox = Sandbox::new();
    let long = "panjang ".repeat(5_000);
    sandbox.write("assets/peta.svg", drawing(90, 90));
    sandbox.write(
        CHAPTER,
        format!(
            "# Pendahuluan\n\n![{long}](../assets/peta.svg)\n\n\
             ```ambonplan\nshow = \"indicator-paths\"\n```\n"
        ),
    );
    let name = "Penyelenggaraan é ".repeat(1_200);
    sandbox.edit(PROGRAM, "Aduan yang dijawab dalam tiga hari", name.trim());
    sandbox.edit(
        "plan.toml",
        "revision = ",
        &format!("emblem = \"assets/peta.svg\"\nemblem-alt = \"{long}\"\nrevision = "),
    );
    let found = sandbox.findings();
    let long: Vec<&String> = found.iter().filter(|it| it.starts_with("PDF004")).collect();
    assert_eq!(
        long,
        [
            "PDF004 chapters/pendahuluan.md:3:1",
            "PDF004 plan.toml:6:14"
        ]
    );
    let run = sandbox.run(&["build", "-o", "out.pdf"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("PDF003"), "{}", run.stderr);
}

/// A text, and whether it was met.
struct Sought<'s> {
    text: &'s str,
    found: bool,
}

impl<'t> Visitor<'t> for Sought<'_> {
    fn enter(&mut self, node: Node<'t>) {
        if let Node::Inline(inline) = node
            && let InlineKind::Text(text) = &inline.kind
        {
            self.found |= **text == *self.text;
        }
    }
}

#[test]
fn a_table_that_leaves_out_too_many_cells_is_found_and_loses_no_text() {
    let sandbox = Sandbox::new();
    for (columns, rows) in [(600, 440), (30, 10_000)] {
        let head = "|a".repeat(columns);
        let rule = "|-".repeat(columns);
        let row = "| baris |\n".repeat(rows);
        sandbox.write(
            CHAPTER,
            format!("# Pendahuluan\n\n{head}|\n{rule}|\n{row}\nSesudah.\n"),
        );
        let found = sandbox.findings();
        let torn = found.iter().filter(|it| it.starts_with("STR028"));
        assert_eq!(torn.count(), 1, "{found:?}");
        let text = std::fs::read_to_string(sandbox.plan().join(CHAPTER)).unwrap();
        let mut sought = Sought {
            text: "Sesudah.",
            found: false,
        };
        walk(&markdown::read(&text).blocks, &mut sought);
        assert!(sought.found);
    }
}

#[test]
fn rows_that_are_printed_over_each_other_are_noticed() {
    let sandbox = Sandbox::new();
    let mut marks = Marks::default();
    let table = narrative_table(60, 1, &mut marks);
    sandbox.write(CHAPTER, format!("# Pendahuluan\n\n{table}"));
    sandbox.write(
        "templates/kept.typ",
        "#let kept-by-height(make, room: 0pt) = block(breakable: false, make(false))\n\
         #let kept(make, whole: false, by-height: true, room: 0pt) = kept-by-height(make)\n",
    );
    let (geometry, findings) = geometry::with_findings(&sandbox);
    let mut findings = findings.iter();
    assert!(findings.any(|one| one.rule.name == "misplaced-text"));
    let faults = geometry.faults();
    assert!(faults.iter().any(|it| it.contains("over each other")));
    assert!(faults.iter().any(|it| it.contains("outside")));
}
