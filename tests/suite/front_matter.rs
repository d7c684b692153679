//! What a text says of itself at its beginning.

use crate::sandbox::Sandbox;

const CHAPTER: &str = "chapters/pendahuluan.md";

#[test]
fn a_chapter_is_opened_by_its_front_matter() {
    let sandbox = Sandbox::new();
    let long = "Kalimat yang mengisi halaman.\n\n".repeat(60);
    sandbox.write(
        CHAPTER,
        format!(
            "+++\ntitle = \"Awal dari semua\"\nnumbering = false\n\
             authors = [\"Sitti Rahma\", \"Yohanis T.\"]\nstatus = \"draft\"\n+++\n\
             # Pendahuluan\n\n## Tanpa nomor\n\n{long}"
        ),
    );
    sandbox.write(
        "opd/diskominfo/profil.md",
        "+++\nauthors = [\"Bidang Data\"]\nstatus = \"draft\"\n+++\n# Profil\n\nIsi profil.\n",
    );
    // The mark is no content, or PDF/UA would want it to be read aloud.
    let run = sandbox.run(&["build", "-o", "out.pdf"]);
    assert!(!run.stderr.contains("PDF"), "{}", run.stderr);
    let book = sandbox.build(&[]);
    book.assert_has("BAB I AWAL DARI SEMUA");
    book.assert_has("Oleh Sitti Rahma, Yohanis T.");
    book.assert_has("Isi profil. Oleh Bidang Data");
    let letters = book.letters();
    assert_eq!(letters.count("1.1 Tanpa nomor"), 0);
    assert_eq!(letters.count("Profil Oleh"), 0);
    // On each page of the chapter, and beside the profile.
    let marked = |page: &&String| page.replace(' ', "").contains("DRAF");
    let pages = book.pages.iter().filter(marked).count();
    let chapter = |page: &&String| page.contains("Kalimat yang mengisi");
    let chapter = book.pages.iter().filter(chapter).count();
    assert!(chapter > 1);
    assert_eq!(pages, chapter + 1, "{:#?}", book.pages);
    let outline = book.outline();
    let opened = |title: &String| title.ends_with("Awal dari semua");
    assert!(outline.iter().any(opened), "{outline:?}");
}

#[test]
fn what_is_signed_is_not_marked() {
    let sandbox = Sandbox::new();
    sandbox.write(
        CHAPTER,
        "+++\nstatus = \"draft\"\n+++\n# Pendahuluan\n\nIsi.\n",
    );
    sandbox.edit("plan.toml", "status = \"draft\"", "status = \"final\"");
    assert!(
        sandbox
            .findings()
            .contains(&"TXT020 chapters/pendahuluan.md:2:10".into())
    );
    sandbox.edit(
        "plan.toml",
        "[[volume]]",
        "[[exception]]\nrule = \"draft-text\"\nentry = \"chapter:pendahuluan\"\n\
         reason = \"Disepakati.\"\n\n[[volume]]",
    );
    let findings = sandbox.findings();
    assert!(
        !findings.iter().any(|finding| finding.starts_with("TXT020")),
        "{findings:?}"
    );
}

#[test]
fn front_matter_is_read_like_any_toml() {
    let sandbox = Sandbox::new();
    for (text, expected) in [
        (
            "+++\r\ntitle = \"A\"\r\nauthor = [\"B\"]\r\n+++\r\nIsi.\r\n",
            vec!["STR009 chapters/pendahuluan.md:3:1"],
        ),
        (
            "+++\ntitle = A\n+++\nIsi.\n",
            vec!["STR007 chapters/pendahuluan.md:2:1"],
        ),
        (
            "+++\ntitle = \"A\"\n# Judul\n\nIsi.\n",
            vec!["STR007 chapters/pendahuluan.md:1:1"],
        ),
        (
            "+++\ntitle = \"\"\n+++\nIsi.\n",
            vec!["STR011 chapters/pendahuluan.md:2:9"],
        ),
        ("+++\n+++\n# Judul\n\nIsi.\n", vec![]),
        // Anywhere else it is text.
        ("# Judul\n\n+++\ntitle = 1\n+++\n", vec![]),
        (
            "+++\ntitle = \"A\"\n+++\n\nLihat <opd:tidak-ada>.\n",
            vec!["STR015 chapters/pendahuluan.md:5:7"],
        ),
    ] {
        sandbox.write(CHAPTER, text);
        let found: Vec<String> = sandbox
            .findings()
            .into_iter()
            .filter(|finding| finding.contains(CHAPTER) || finding.starts_with("STR007"))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

/// A text that is an example says so where it begins, in the language of the book.
#[test]
fn an_example_says_so() {
    for (language, sentence) in [
        (
            "id",
            "Teks ini contoh: hanya yang disertai sumber di dalamnya adalah fakta.",
        ),
        (
            "en",
            "This text is an example: only what it gives a source for is a fact.",
        ),
    ] {
        let sandbox = Sandbox::new();
        sandbox.edit(
            "plan.toml",
            "status = \"draft\"",
            &format!("status = \"draft\"\nlanguage = \"{language}\""),
        );
        let begin = "+++\nexample = true\n+++\n\n";
        // A note of its title takes nothing away from it.
        let chapter = "# Pendahuluan[^a]\n\nIsi bab.\n\n[^a]: Catatan judul.\n";
        sandbox.write(CHAPTER, format!("{begin}{chapter}"));
        sandbox.write(
            "pillars/governance/strategi.md",
            format!("{begin}Isi pilar.\n"),
        );
        sandbox.write(
            "opd/diskominfo/profil.md",
            "+++\nexample = true\nstatus = \"draft\"\n+++\n\nIsi profil.\n",
        );
        sandbox.write(
            "opd/diskominfo/programs/layanan-aduan.md",
            format!("{begin}Isi kartu.\n"),
        );
        let letters = sandbox.build(&[]).letters();
        for text in ["Isi bab.", "Isi pilar.", "Isi profil.", "Isi kartu."] {
            letters.assert_has(&format!("{sentence} {text}"));
        }
        assert_eq!(letters.count(sentence), 4);
        sandbox.write(
            CHAPTER,
            "+++\nexample = false\n+++\n\n# Pendahuluan\n\nIsi.\n",
        );
        let letters = sandbox.build(&["--only", "chapter:pendahuluan"]).letters();
        assert_eq!(letters.count(sentence), 0);
    }
}
