//! What the sentences of a book that are made from the data say.

use std::fs;

use crate::sandbox::Sandbox;

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

/// A small plan in a language whose head may have signed, with sheets to be signed.
fn plan(language: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "plan.toml",
        "status = \"draft\"",
        &format!("status = \"draft\"\nlanguage = \"{language}\""),
    );
    sandbox.edit(
        "plan.toml",
        "\"contents\"",
        "\"approval\", \"commitments\", \"contents\"",
    );
    sandbox
}

/// A head who is said to have signed.
fn signed(sandbox: &Sandbox, opd: &str, name: Option<&str>, date: Option<&str>) {
    let name = name.map_or(String::new(), |name| format!("name = \"{name}\"\n"));
    let date = date.map_or(String::new(), |date| format!("date = {date}\n"));
    sandbox.write(
        &format!("opd/{opd}/opd.toml"),
        format!(
            "name = \"Dinas {opd}\"\nabbreviation = \"{opd}\"\nkind = \"dinas\"\n\n\
             [head]\nposition = \"Kepala\"\n{name}\n[commitment]\nstatus = \"signed\"\n{date}"
        ),
    );
}

#[test]
fn only_a_name_and_a_day_make_a_signature() {
    for (language, yes, no, example, sentence) in [
        (
            "id",
            "Ditandatangani 15 Januari 2026",
            "Belum ditandatangani",
            "Lembar ini contoh dan bukan pernyataan pejabat mana pun.",
            "Kami, para kepala perangkat daerah Kota Contohan, berkomitmen",
        ),
        (
            "en",
            "Signed 15 January 2026",
            "Not yet signed",
            "This sheet is an example and no statement of any office holder.",
            "We, the heads of the agencies of Kota Contohan, are committed",
        ),
    ] {
        let sandbox = plan(language);
        let day = Some("2026-01-15");
        signed(&sandbox, "utuh", Some("Ibu Utuh"), day);
        signed(&sandbox, "tanpa-nama", None, day);
        signed(&sandbox, "tanpa-hari", Some("Bapak Tanpa"), None);
        signed(&sandbox, "kosong", None, None);
        let mut found = sandbox.findings();
        found.retain(|finding| finding.starts_with("PEO"));
        assert_eq!(
            found,
            [
                "PEO006 opd/kosong/opd.toml:9:10",
                "PEO010 opd/kosong/opd.toml:9:10",
                "PEO006 opd/tanpa-hari/opd.toml:10:10",
                "PEO010 opd/tanpa-nama/opd.toml:9:10",
            ]
        );
        let book = sandbox.build(&[]);
        let letters = book.letters();
        letters.assert_has(sentence);
        // Approval and commitments.
        assert_eq!(letters.count(example), 2);
        let sheet = book
            .pages
            .iter()
            .find(|page| page.contains("Dinas kosong") && page.contains(no))
            .unwrap();
        assert_eq!(sheet.matches(yes).count(), 1, "{sheet}");
        assert_eq!(sheet.matches(no).count(), 3, "{sheet}");
    }
    // What is no example is not called one.
    let sandbox = plan("id");
    sandbox.edit("plan.toml", "example = true\n", "");
    assert_eq!(sandbox.build(&[]).letters().count("Lembar ini contoh"), 0);
}

#[test]
fn the_budget_is_told_for_one_for_many_for_none_and_for_what_was_cancelled() {
    for (language, one, many, none, cancelled) in [
        (
            "id",
            "Anggaran 1 program dalam 1 pilar berjumlah Rp325.000.000",
            "Anggaran 2 program dalam 1 pilar berjumlah Rp650.000.000",
            "Belum ada anggaran yang diisi pada program dalam rencana ini.",
            "Jumlah itu masih memuat Rp325.000.000 dari program yang dibatalkan: GOV-02 Kedua.",
        ),
        (
            "en",
            "The budget of 1 programme in 1 pillar comes to Rp325,000,000",
            "The budget of 2 programmes in 1 pillar comes to Rp650,000,000",
            "No budget has been entered yet for the programmes of this plan.",
            "These totals still hold Rp325,000,000 of cancelled programmes: GOV-02 Kedua.",
        ),
    ] {
        let sandbox = plan(language);
        let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
        let letters = sandbox.build(&[]).letters();
        letters.assert_has(one);
        assert_eq!(letters.count("programmes in"), 0);
        if language == "en" {
            letters.assert_has("1 1 1 Rp325,000,000 programme leading agency quick win");
            assert_eq!(letters.count("OPD"), 0);
            // Annexes are no "Lampiran" in English.
            letters.assert_has("Table A1.1");
            assert_eq!(letters.count("Table L1.1"), 0);
            letters.assert_has("This plan, Rencana Induk Kota Cerdas, has been drawn up");
        }
        let budget = text.find("[[budget]]").unwrap();
        let indicator = text.find("[[indicator]]").unwrap();
        sandbox.write(
            PROGRAM,
            format!("{}{}", &text[..budget], &text[indicator..]),
        );
        sandbox.build(&[]).assert_has(none);
        let second = text
            .replace("number = 1", "number = 2")
            .replace("Layanan aduan warga", "Kedua")
            .replace("\"running\"", "\"cancelled\"");
        sandbox.write(PROGRAM, text);
        sandbox.write("opd/diskominfo/programs/kedua.toml", second);
        sandbox.edit(
            "pillars/governance/pillar.toml",
            "last-number = 1",
            "last-number = 2",
        );
        let letters = sandbox.build(&[]).letters();
        letters.assert_has(many);
        letters.assert_has(cancelled);
    }
}

/// The scale stands in the plan, and results, counts and the printed scale are of it.
#[test]
fn results_are_judged_by_the_scale_of_the_plan() {
    let sandbox = plan("id");
    sandbox.edit(
        "plan.toml",
        "[[volume]]",
        "[policy.achievement]\ndown = \"inverse\"\ndecimals = 0\ncap = 120\nbands = [\n    \
         { from = 0, name = \"merah\" },\n    { from = 60.5, name = \"kuning\" },\n    \
         { from = 80, name = \"hijau\" },\n]\n\n[[volume]]",
    );
    let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    sandbox.write(
        PROGRAM,
        format!(
            "{text}\n[[indicator]]\nname = \"Hari menunggu\"\nunit = \"hari\"\nkind = \"outcome\"\n\
             direction = \"down\"\nbaseline = {{ year = 2026, value = 9 }}\ntargets = {{ 2026 = 4 }}\n"
        ),
    );
    let realised = |indicator: &str, year: u32, value: &str| {
        format!(
            "\n[[realised]]\nprogram = \"layanan-aduan\"\nindicator = \"{indicator}\"\n\
             year = {year}\nvalue = {value}\n"
        )
    };
    let answered = "Aduan yang dijawab dalam tiga hari";
    let mut evaluation = String::from("title = \"Evaluasi\"\nstatus = \"done\"\nexample = true\n");
    evaluation.push_str(&realised(answered, 2026, "36"));
    evaluation.push_str(&realised(answered, 2027, "150"));
    evaluation.push_str(&realised("Hari menunggu", 2026, "5"));
    evaluation.push_str(&realised("Hari menunggu", 2028, "5"));
    evaluation.push_str("\n[[finding]]\nid = \"satu\"\ntext = \"Temuan\"\nstatus = \"open\"\n");
    sandbox.write("evaluations/2026-11-01.toml", evaluation);
    let book = sandbox.build(&[]);
    for text in [
        // 36 of 60, which is below 60,5; above the cap; 4 for 5; a year without a target.
        "2026 60 36 60 merah",
        "2027 75,5 150 120 hijau",
        "2026 4 5 80 hijau",
        "2028 – 5 – tidak dinilai",
        "hijau 2 kuning 0 merah 1 tidak dinilai 1 Jumlah 4",
        "80 persen atau lebih hijau",
        "60,5 sampai kurang dari 80 persen kuning",
        "kurang dari 60,5 persen merah",
        "ialah target dibagi realisasi",
        "dibulatkan ke persen bulat dan paling tinggi dicatat 120 persen",
        "Realisasi dibandingkan dengan target (contoh)",
        "Temuan dan tindak lanjutnya (contoh)",
    ] {
        book.assert_has(text);
    }
    // Without a scale of its own a plan has the customary one, in its language.
    let text = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    let (begin, end) = (
        text.find("[policy").unwrap(),
        text.find("[[volume]]").unwrap(),
    );
    let text = format!("{}{}", &text[..begin], &text[end..]);
    sandbox.write("plan.toml", text.replace("\"id\"", "\"en\""));
    let book = sandbox.build(&[]);
    for text in [
        "2026 60 36 60.00 Low",
        "2026 4 5 75.00 Medium",
        "91 percent or more Very high",
        "76 to less than 91 percent High",
        "less than 51 percent Very low",
        "not judged 1 Total 4",
    ] {
        book.assert_has(text);
    }
}
