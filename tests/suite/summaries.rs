//! Parts that sum a plan up: the page at a glance, promises to residents, decisions.

use std::fs;

use crate::sandbox::{Sandbox, Site, copy};

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

/// The plan that `init` writes, with a volume of these parts.
fn with(front: &str, body: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    let head = &plan[..plan.find("[[volume]]").unwrap()];
    let volume = format!(
        "{head}[[volume]]\nid = \"ringkas\"\ntitle = \"Buku Ringkas\"\nfront = [{front}]\nbody = [{body}]\n"
    );
    sandbox.write("plan.toml", volume);
    sandbox
}

/// Another programme of the same pillar, made from the one that there is.
fn another(sandbox: &Sandbox, number: u32, name: &str, changes: &[(&str, &str)]) {
    let mut text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    let number = format!("number = {number}");
    let changes = changes.iter().copied();
    let own = [
        ("number = 1", number.as_str()),
        ("Layanan aduan warga", name),
        ("quick-win = true\n", ""),
    ];
    for (from, to) in own.into_iter().chain(changes) {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let id = name.to_lowercase().replace(' ', "-");
    sandbox.write(&format!("opd/diskominfo/programs/{id}.toml"), text);
    let pillar = "pillars/governance/pillar.toml";
    let text = fs::read_to_string(sandbox.plan().join(pillar)).unwrap();
    let kept = text.lines().filter(|line| !line.starts_with("last-number"));
    let kept: Vec<&str> = kept.collect();
    sandbox.write(pillar, kept.join("\n"));
}

#[test]
fn one_page_tells_promises_money_places_and_phases() {
    let sandbox = with("\"at-a-glance\"", "\"pillars\"");
    sandbox.write(
        "registry/districts.toml",
        "[[district]]\nid = \"utara\"\nname = \"Kecamatan Utara\"\n\n\
         [[district]]\nid = \"selatan\"\nname = \"Kecamatan Selatan\"\n",
    );
    another(
        &sandbox,
        2,
        "Air sampai rumah",
        &[("status = ", "districts = [\"utara\"]\nstatus = ")],
    );
    let book = sandbox.build(&["--allow", "all"]);
    let pages = book.pages.iter().take_while(|page| !page.contains("BAB I"));
    assert_eq!(pages.count(), 1);
    let page = &book.pages[0];
    for text in [
        "2030",
        "Smart Governance",
        "52",
        "75,5",
        "persen",
        "Aduan yang dijawab dalam tiga hari",
        "Satu pintu untuk setiap aduan",
        "Rp650 juta",
        "Kecamatan Utara",
        "1 program menjangkau seluruh kota",
        "Tahap pertama",
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
    // Programmes have pages, which the reader is told.
    book.assert_has("GOV-01, hlm. 2");
}

#[test]
fn what_the_plan_promises_is_told_first() {
    let parts = "\"promises\"";
    let sandbox = with("\"at-a-glance\"", parts);
    let other = "promise = true\n\n[[indicator]]\nname = \"Kanal yang dibuka\"\nunit = \"kanal\"\n\
                 kind = \"output\"\ndirection = \"up\"\nbaseline = { year = 2025, value = 1 }\n\
                 targets = { 2026 = 4 }\n";
    another(&sandbox, 2, "Pintu kedua", &[]);
    let before = sandbox.build(&["--allow", "all"]);
    assert!(!before.pages[0].contains("GOV-02"), "{}", before.pages[0]);
    sandbox.edit(
        "opd/diskominfo/programs/pintu-kedua.toml",
        "measured-by = \"Catatan kanal aduan, dihitung tiap bulan.\"\n",
        &format!("measured-by = \"Catatan kanal aduan, dihitung tiap bulan.\"\n{other}"),
    );
    let after = sandbox.build(&["--allow", "all"]);
    let page = &after.pages[0];
    assert!(
        page.contains("GOV-02") && !page.contains("GOV-01"),
        "{page}"
    );
    let told = after.pages[1..].join(" ");
    let places = ["GOV-02", "GOV-01"].map(|number| told.find(number).unwrap());
    assert!(places[0] < places[1], "{told}");
    // An output is promised where the plan says so.
    let file = "opd/diskominfo/programs/pintu-kedua.toml";
    sandbox.edit(file, "promise = true\n\n[[indicator]]", "\n[[indicator]]");
    sandbox.edit(
        file,
        "targets = { 2026 = 4 }\n",
        "targets = { 2026 = 4 }\npromise = true\n",
    );
    let output = sandbox.build(&["--allow", "all"]);
    assert!(
        output.pages[0].contains("Kanal yang dibuka"),
        "{}",
        output.pages[0]
    );
}

#[test]
fn a_programme_without_numbers_is_told_in_words() {
    let sandbox = with("\"at-a-glance\"", "\"promises\"");
    let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    sandbox.write(PROGRAM, &text[..text.find("[[indicator]]").unwrap()]);
    let book = sandbox.build(&["--allow", "all"]);
    for page in &book.pages {
        for text in ["Layanan aduan warga", "Satu pintu untuk setiap aduan"] {
            assert!(page.contains(text), "{text}: {page}");
        }
        assert!(!page.contains("75,5"), "{page}");
    }
}

#[test]
fn a_page_tells_six_promises_at_most() {
    let sandbox = with("\"at-a-glance\"", "\"promises\"");
    for number in 2..=9 {
        let name = format!("Program ke {number}");
        let promised = (
            "measured-by = \"Catatan kanal aduan, dihitung tiap bulan.\"\n",
            "measured-by = \"Catatan kanal aduan, dihitung tiap bulan.\"\npromise = true\n",
        );
        another(&sandbox, number, &name, &[promised]);
    }
    let book = sandbox.build(&["--allow", "all"]);
    let told = |pages: &[String]| {
        (1..=9)
            .filter(|n| pages.join(" ").contains(&format!("GOV-0{n}")))
            .count()
    };
    assert_eq!(told(&book.pages[..1]), 6);
    assert_eq!(told(&book.pages[1..]), 6);
    book.assert_has("Selain itu ada 3 program lain");
}

#[test]
fn nothing_is_promised_of_what_is_not_carried_out() {
    let sandbox = with("\"at-a-glance\"", "\"promises\"");
    sandbox.edit(PROGRAM, "status = \"running\"", "status = \"cancelled\"");
    let book = sandbox.build(&["--allow", "all"]);
    assert!(
        !book.pages[0].contains("Aduan yang dijawab"),
        "{}",
        book.pages[0]
    );
    book.assert_has("belum memiliki program yang dijalankan");
    book.assert_has("belum memiliki program yang dijanjikan kepada warga");
    // The money of a programme that is cancelled is named as such.
    book.assert_has("dari program yang dibatalkan");
}

#[test]
fn a_council_is_told_what_waits_for_it() {
    let sandbox = with("", "\"decisions\", \"pillars\"");
    sandbox.edit(PROGRAM, "status = \"running\"", "status = \"proposed\"");
    another(&sandbox, 2, "Pintu kedua", &[]);
    let file = sandbox
        .plan()
        .join("opd/diskominfo/programs/pintu-kedua.toml");
    let text = fs::read_to_string(&file).unwrap();
    let (head, rest) = text.split_once("[[budget]]").unwrap();
    let rest = &rest[rest.find("[[indicator]]").unwrap()..];
    fs::write(&file, format!("{head}{rest}")).unwrap();
    sandbox.edit(
        "opd/diskominfo/opd.toml",
        "status = \"signed\"",
        "status = \"pending\"",
    );
    sandbox.write(
        "registry/needs.toml",
        "[[need]]\nid = \"orang\"\ntext = \"Orang yang terlatih\"\n",
    );
    for (id, status, more) in [
        ("satu", "open", ""),
        ("dua", "deferred", "reason = \"Menunggu anggaran\"\n"),
        ("tiga", "declined", "reason = \"Bukan wewenang kota\"\n"),
    ] {
        let text =
            format!("title = \"Usulan {id}\"\nby = \"Warga\"\nstatus = \"{status}\"\n{more}");
        sandbox.write(&format!("proposals/{id}.toml"), text);
    }
    sandbox.write(
        "evaluations/2026-11-01.toml",
        "title = \"Evaluasi awal\"\nstatus = \"done\"\n\n\
         [[finding]]\nid = \"a\"\ntext = \"Data belum lengkap\"\nstatus = \"open\"\n\
         opd = \"diskominfo\"\ndeadline = 2026-11-20\n\n\
         [[finding]]\nid = \"b\"\ntext = \"Sudah beres\"\nstatus = \"closed\"\n",
    );
    let book = sandbox.build(&["--allow", "all"]);
    let end = book
        .pages
        .iter()
        .position(|page| page.contains("BAB II"))
        .unwrap();
    let text = book.pages[..end].join(" ");
    for wanted in [
        "Komitmen yang belum ditandatangani",
        "Dinas Komunikasi dan Informatika",
        "Program yang menunggu persetujuan",
        "Program tanpa anggaran",
        "Pintu kedua",
        "Usulan satu",
        "Menunggu anggaran",
        "Data belum lengkap",
        "lewat tenggat",
        "Evaluasi pertama",
        "Orang yang terlatih",
        "Anggaran terbesar",
        "Rp325 juta",
        "Anggaran menurut tahun",
        "tidak ada sumber",
    ] {
        let wanted = wanted.replace("tidak ada sumber", "belum ada sumber dana");
        assert!(text.contains(&wanted), "{wanted}: {text}");
    }
    for settled in ["Usulan tiga", "Sudah beres"] {
        assert!(!text.contains(settled), "{settled}: {text}");
    }
    // Its sections have numbers like those of any chapter.
    assert!(
        book.outline()
            .contains(&"1.1 Komitmen yang belum ditandatangani".to_owned()),
        "{:?}",
        book.outline()
    );
}

#[test]
fn a_plan_in_which_nothing_waits_says_so() {
    let sandbox = with("", "\"decisions\"");
    for folder in ["opd/diskominfo/programs", "evaluations", "chapters"] {
        fs::remove_dir_all(sandbox.plan().join(folder)).unwrap();
    }
    let book = sandbox.build(&["--allow", "all"]);
    book.assert_has("tidak ada yang menunggu keputusan atau tanda tangan");
    assert_eq!(book.outline().len(), 1, "{:?}", book.outline());
}

#[test]
fn pages_of_the_web_tell_the_same() {
    let sandbox = with(
        "\"cover\", \"at-a-glance\"",
        "\"promises\", \"decisions\", \"pillars\"",
    );
    let site = Site::of(&sandbox.plan(), &["--allow", "all"]);
    let letters = site.letters();
    for text in [
        "52 → 75,5 persen",
        "Rp325 juta",
        "Tahap pertama",
        "Anggaran terbesar",
    ] {
        letters.assert_has(text);
    }
    let names: Vec<String> = site.pages().into_keys().collect();
    for name in ["at-a-glance.html", "promises.html", "decisions.html"] {
        assert!(names.contains(&name.to_owned()), "{names:?}");
    }
}

#[test]
fn changes_are_marked_in_what_sums_up() {
    let sandbox = with(
        "\"at-a-glance\"",
        "\"promises\", \"decisions\", \"pillars\"",
    );
    another(&sandbox, 2, "Yang hilang", &[]);
    copy(&sandbox.plan(), &sandbox.root().join("lama"));
    sandbox.edit(PROGRAM, "2027 = 75.5", "2027 = 81");
    sandbox.edit(PROGRAM, "amount = 175_000_000", "amount = 275_000_000");
    fs::remove_file(
        sandbox
            .plan()
            .join("opd/diskominfo/programs/yang-hilang.toml"),
    )
    .unwrap();
    another(&sandbox, 3, "Yang baru", &[]);
    let book = sandbox.build(&["--allow", "all", "--changes-since", "lama"]);
    let page = &book.pages[0];
    for text in ["75,5", "81", "Rp650", "Rp850 juta"] {
        assert!(page.contains(text), "{text}: {page}");
    }
    for text in ["Yang hilang", "Yang baru"] {
        book.assert_has(text);
    }
}

/// Nine pillars, names that are as long as they may be, a single programme, no money, English.
#[test]
fn nothing_leaves_its_page_whatever_a_plan_holds() {
    let long = "Peningkatan layanan yang dipertanggungjawabkan ".repeat(3) + "bersama";
    let sandbox = with(
        "\"at-a-glance\"",
        "\"promises\", \"decisions\", \"pillars\"",
    );
    for number in 2..=9_usize {
        let pillar =
            fs::read_to_string(sandbox.plan().join("pillars/governance/pillar.toml")).unwrap();
        let pillar = pillar
            .replace(
                "\"GOV\"",
                &format!("\"P{}\"", &"ABCDEFGHI"[number - 1..number]),
            )
            .replace("order = 1", &format!("order = {number}"))
            .replace("\"pelayanan-publik\"", &format!("\"dimensi-{number}\""))
            .replace("\"layanan-terpadu\"", &format!("\"arah-{number}\""))
            .replace("Smart Governance", &format!("{number} {long}"));
        sandbox.write(&format!("pillars/p{number}/pillar.toml"), pillar);
        let program = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
        let program = program
            .replace("\"governance\"", &format!("\"p{number}\""))
            .replace("\"pelayanan-publik\"", &format!("\"dimensi-{number}\""))
            .replace(
                "\"policy:layanan-terpadu\"",
                &format!("\"policy:arah-{number}\""),
            )
            .replace(
                "title = \"Layanan aduan warga",
                &format!("title = \"{long}"),
            )
            .replace("Aduan yang dijawab dalam tiga hari", &long)
            .replace("unit = \"persen\"", &format!("unit = \"{}\"", &long[..60]))
            .replace("value = 52", "value = 1_234_567_890")
            .replace("75.5", "98_765_432_109.75");
        sandbox.write(&format!("opd/diskominfo/programs/p-{number}.toml"), program);
    }
    let districts = (1..=23)
        .map(|number| format!("[[district]]\nid = \"d{number}\"\nname = \"{number} {long}\"\n"));
    sandbox.write("registry/districts.toml", districts.collect::<String>());
    sandbox.edit(
        PROGRAM,
        "status = ",
        "districts = [\"d1\", \"d23\"]\nstatus = ",
    );
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    let (before, after) = plan.split_once("[[volume]]").unwrap();
    let phases = "[[phase]]\nid = \"dua\"\nname = \"Di samping itu\"\nstart = 2027\nend = 2030\n\n";
    sandbox.write("plan.toml", format!("{before}{phases}[[volume]]{after}"));
    whole(&sandbox, "many");
    let english = "language = \"en\"\npaper = \"f4\"\nstatus = \"draft\"";
    sandbox.edit("plan.toml", "status = \"draft\"", english);
    whole(&sandbox, "in English, on the other paper");
    let bare = with(
        "\"at-a-glance\"",
        "\"promises\", \"decisions\", \"pillars\"",
    );
    let text = fs::read_to_string(bare.plan().join(PROGRAM)).unwrap();
    bare.write(PROGRAM, &text[..text.find("[[budget]]").unwrap()]);
    whole(&bare, "one programme without money and indicators");
}

/// Builds a plan, and sees that its text stays where it belongs and in words.
fn whole(sandbox: &Sandbox, what: &str) {
    let run = sandbox.run(&[
        "build",
        "--language",
        "en",
        "--allow",
        "all",
        "--warn",
        "misplaced-text",
        "--warn",
        "broken-word",
        "-o",
        "out.pdf",
    ]);
    assert_eq!(run.status, 0, "{what}: {}", run.stderr);
    for rule in ["misplaced-text", "broken-word"] {
        assert!(!run.stderr.contains(rule), "{what}: {}", run.stderr);
    }
}
