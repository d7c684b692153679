//! Tables that are longer than a page, and numbers that stand below each other.

use ambonplan::check::Options;
use ambonplan::compose::Selection;
use ambonplan::finding::Findings;
use ambonplan::pipeline::Pipeline;
use ambonplan::typeset::Fonts;

use crate::sandbox::Sandbox;

/// A council of every element, with so many members of each.
fn council(members: usize) -> String {
    let mut text = String::from("[council]\nname = \"Dewan Smart City\"\n");
    for element in ["opd", "bumn", "bumd", "akademisi", "swasta", "masyarakat"] {
        for member in 0..members {
            text.push_str(&format!(
                "\n[[member]]\ninstitution = \"Lembaga {element} nomor {member}\"\n\
                 element = \"{element}\"\nrole = \"anggota\"\n"
            ));
        }
    }
    text
}

fn chapter(paragraphs: usize) -> String {
    format!(
        "# Pendahuluan\n\n{}```ambonplan\nshow = \"council\"\n```\n",
        "Satu baris.\n\n".repeat(paragraphs)
    )
}

#[test]
fn a_table_that_goes_on_says_so_and_repeats_its_heads() {
    let sandbox = Sandbox::new();
    sandbox.write("registry/council.toml", council(20));
    sandbox.write("chapters/pendahuluan.md", chapter(0));
    let book = sandbox.build(&["--only", "chapter:pendahuluan"]);
    assert!(book.pages.len() > 2, "the table fits on a page");
    let (first, rest) = book.pages.split_first().unwrap();
    assert!(!first.contains("(lanjutan)"), "{first}");
    let mut last = "";
    for page in rest {
        assert!(page.contains("Tabel 1.1 (lanjutan)"), "{page}");
        // Its head, and the name of the group that goes on, come before the rows.
        let head = page.find("Lembaga Jabatan Kedudukan").unwrap();
        let row = page.find("Lembaga swasta nomor").unwrap_or(usize::MAX);
        assert!(head < row, "{page}");
        last = page;
    }
    let group = last.find("kemasyarakatan").unwrap();
    let row = last.find("Lembaga masyarakat nomor").unwrap();
    assert!(group < row, "{last}");
    // A short table says nothing of the kind.
    sandbox.write("registry/council.toml", council(1));
    let book = sandbox.build(&["--only", "chapter:pendahuluan"]);
    assert!(!book.text().contains("(lanjutan)"));
}

#[test]
fn a_long_table_is_set_wherever_it_begins_on_the_page() {
    let sandbox = Sandbox::new();
    let mut pipeline = Pipeline::new(Options::default(), Fonts::embedded);
    let selection = Selection {
        volume: None,
        part: Some("chapter:pendahuluan".into()),
    };
    for members in [3, 8] {
        sandbox.write("registry/council.toml", council(members));
        for paragraphs in (0..44).step_by(4) {
            sandbox.write("chapters/pendahuluan.md", chapter(paragraphs));
            let project = pipeline.load(&sandbox.plan()).unwrap();
            let plan = project.plan.as_ref().unwrap();
            let (volume, book) = selection.compose(plan, &project.tree).unwrap();
            let mut findings = Findings::default();
            let typesetter = pipeline.typesetter(volume);
            let pages = typesetter.lay_out(book, &project.tree, &mut findings);
            assert!(
                pages.is_some() && findings.is_empty(),
                "{members} members after {paragraphs} paragraphs: {:?}",
                findings.iter().map(|one| &one.message).collect::<Vec<_>>()
            );
        }
    }
}

#[test]
fn a_head_on_several_pages_may_hold_links_references_and_notes() {
    let sandbox = Sandbox::new();
    let rows = "| a | b | c | d |\n".repeat(160);
    sandbox.edit(
        "plan.toml",
        "[[volume]]",
        "[policy]\nlinks = \"footnote\"\n\n[[volume]]",
    );
    sandbox.write(
        "chapters/pendahuluan.md",
        format!(
            "# Pendahuluan\n\nIsi[^awal].\n\n| [Laman](https://example.go.id/laman) | \
             <program:layanan-aduan> | Catatan[^satu] | Lagi[^awal] |\n|---|---|---|---|\n{rows}\n\
             [^awal]: Catatan awal.\n\n[^satu]: Catatan kepala.\n"
        ),
    );
    let run = sandbox.run(&["build", "-o", "out.pdf"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("PDF0"), "{}", run.stderr);
    let book = crate::sandbox::Book::open(&sandbox.root().join("out.pdf"));
    let heads = book.pages.iter().filter(|page| page.contains("Laman"));
    assert!(heads.clone().count() >= 4);
    // The notes stand once, and every head has their numbers.
    for note in [
        "Catatan awal.",
        "Catatan kepala.",
        "https://example.go.id/laman",
    ] {
        assert_eq!(book.letters().count(note), 1, "{note}");
    }
    for head in heads {
        assert!(
            head.contains("Catatan2") || head.contains("Catatan 2") || head.contains("Catatan 3"),
            "{head}"
        );
    }
}
