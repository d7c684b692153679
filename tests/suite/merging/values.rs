//! What merges of TOML, and what does not.

use super::{clean, conflict, settled};

const PROGRAM: &str = "\
# Program unggulan

title = \"Layanan aduan\"
# bersama
partners = [\"opd:a\", \"opd:b\"] # tertib
summary = \"\"\"
Paragraf satu.

Paragraf dua.\"\"\"

[[activity]]
title = \"Loket\"

# Anggaran
[[budget]]
year = 2026
source = \"apbn\"
amount = 100

[[budget]]
year = 2027
source = \"apbn\"
amount = 200

[[indicator]]
name = \"Waktu tanggap\"
unit = \"menit\"
direction = \"down\"
targets = { 2026 = 30, 2027 = 20, 2028 = 10 }
";

fn edited(edits: &[(&str, &str)]) -> String {
    let mut text = PROGRAM.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

/// Merges two lists of edits, from both sides, and compares with a third.
#[track_caller]
fn merges(ours: &[(&str, &str)], theirs: &[(&str, &str)], both: &[(&str, &str)]) {
    let text = clean(PROGRAM, &edited(ours), &edited(theirs));
    assert_eq!(text, edited(both));
    let mirrored = clean(PROGRAM, &edited(theirs), &edited(ours));
    let table = |text: &str| text.parse::<toml::Table>().unwrap();
    let sorted = |text: &str| {
        let mut table = table(text);
        for (_, value) in table.iter_mut() {
            if let Some(items) = value.as_array_mut() {
                items.sort_by_key(ToString::to_string);
            }
        }
        table
    };
    assert_eq!(sorted(&mirrored), sorted(&text));
}

#[test]
fn each_side_edits_another_value_of_one_line() {
    merges(
        &[("2026 = 30", "2026 = 25")],
        &[("2028 = 10", "2028 = 5"), ("{ 2026", "{ 2025 = 40, 2026")],
        &[
            ("{ 2026 = 30", "{ 2026 = 25"),
            ("2028 = 10", "2028 = 5"),
            ("{ 2026", "{ 2025 = 40, 2026"),
        ]
        .map(|edit| match edit {
            // A new first key stands behind the first that was there.
            ("{ 2026", _) => ("{ 2026 = 25,", "{ 2026 = 25, 2025 = 40,"),
            edit => edit,
        }),
    );
    // One takes a year out, the other edits one.
    merges(
        &[("2026 = 30, ", "")],
        &[("2028 = 10", "2028 = 5")],
        &[("2026 = 30, 2027 = 20, 2028 = 10", "2027 = 20, 2028 = 5")],
    );
}

#[test]
fn each_side_adds_to_a_list() {
    merges(
        &[("\"opd:b\"]", "\"opd:b\", \"opd:c\"]")],
        &[("\"opd:b\"]", "\"opd:b\", \"opd:d\"]")],
        &[("\"opd:b\"]", "\"opd:b\", \"opd:c\", \"opd:d\"]")],
    );
    merges(
        &[("[\"opd:a\", ", "[")],
        &[("\"opd:b\"]", "\"opd:b\", \"opd:d\"]")],
        &[("[\"opd:a\", \"opd:b\"]", "[\"opd:b\", \"opd:d\"]")],
    );
    let line = |year: u32, amount: u32| {
        format!("amount = 200\n\n[[budget]]\nyear = {year}\nsource = \"csr\"\namount = {amount}\n")
    };
    let (ours, theirs) = (line(2026, 7), line(2027, 8));
    let both = ours.clone() + theirs.trim_start_matches("amount = 200\n");
    merges(
        &[("amount = 200\n", &ours)],
        &[("amount = 200\n", &theirs)],
        &[("amount = 200\n", &both)],
    );
    // The same line by both is one.
    merges(
        &[("amount = 200\n", &ours)],
        &[("amount = 200\n", &ours), ("Layanan", "Layanan umum")],
        &[("amount = 200\n", &ours), ("Layanan", "Layanan umum")],
    );
}

#[test]
fn what_one_side_takes_out_is_gone_and_comments_stay() {
    merges(
        &[(
            "\n[[budget]]\nyear = 2027\nsource = \"apbn\"\namount = 200\n",
            "",
        )],
        &[("2026 = 30", "2026 = 31"), ("# bersama", "# bersama mitra")],
        &[
            (
                "\n[[budget]]\nyear = 2027\nsource = \"apbn\"\namount = 200\n",
                "",
            ),
            ("2026 = 30", "2026 = 31"),
            ("# bersama", "# bersama mitra"),
        ],
    );
    merges(
        &[("2026 = 30", "2026 = 31"), ("# tertib", "# urut")],
        &[
            ("2028 = 10", "2028 = 11"),
            ("# Anggaran", "# Anggaran (juta)"),
        ],
        &[
            ("2026 = 30", "2026 = 31"),
            ("2028 = 10", "2028 = 11"),
            ("# tertib", "# urut"),
            ("# Anggaran", "# Anggaran (juta)"),
        ],
    );
}

#[test]
fn paragraphs_of_one_text_merge_by_line() {
    merges(
        &[("Paragraf satu.", "Paragraf kesatu.")],
        &[
            ("Paragraf dua.", "Paragraf kedua."),
            ("2028 = 10", "2028 = 9"),
        ],
        &[
            ("Paragraf satu.", "Paragraf kesatu."),
            ("Paragraf dua.", "Paragraf kedua."),
            ("2028 = 10", "2028 = 9"),
        ],
    );
}

#[test]
fn an_indicator_that_got_another_name_keeps_the_edits_of_the_other_side() {
    merges(
        &[("Waktu tanggap", "Waktu tanggap petugas")],
        &[("2026 = 30", "2026 = 29")],
        &[
            ("Waktu tanggap", "Waktu tanggap petugas"),
            ("2026 = 30", "2026 = 29"),
        ],
    );
}

#[test]
fn another_layout_on_either_side_does_not_matter() {
    let reordered = PROGRAM.replace(" = ", "=").replace(
        "targets={ 2026=30, 2027=20, 2028=10 }",
        "targets.2028=10\ntargets.2026=30\ntargets.2027=20",
    );
    let edited = edited(&[("2026 = 30", "2026 = 31"), ("amount = 100", "amount = 150")]);
    for text in [
        clean(PROGRAM, &reordered, &edited),
        clean(PROGRAM, &edited, &reordered),
    ] {
        let table: toml::Table = text.parse().unwrap();
        assert_eq!(table, edited.parse::<toml::Table>().unwrap());
        // The new layout is a change, too.
        assert!(text.contains("targets.2026=31\n"), "{text}");
        assert!(
            text.contains("# bersama\n") && text.contains("# tertib\n"),
            "{text}"
        );
    }
    // Entries in braces and entries with headers are the same.
    let base = "budget = [\n  { year = 2026, source = \"apbn\", amount = 1 },\n]\n";
    let ours = "[[budget]]\nyear = 2026\nsource = \"apbn\"\namount = 1\n";
    let theirs = base.replace(
        "},",
        "},\n  { year = 2027, source = \"apbn\", amount = 2 },",
    );
    let expected = format!("{ours}\n[[budget]]\nyear = 2027\nsource = \"apbn\"\namount = 2\n");
    assert_eq!(clean(base, ours, &theirs), expected);
}

#[test]
fn two_values_of_one_key_are_a_conflict_around_its_line() {
    let text = conflict(
        PROGRAM,
        &edited(&[("2026 = 30", "2026 = 31"), ("2027 = 20", "2027 = 21")]),
        &edited(&[("2026 = 30", "2026 = 32"), ("amount = 200", "amount = 250")]),
    );
    let expected = "<<<<<<< kita\n\
         targets = { 2026 = 31, 2027 = 21, 2028 = 10 }\n\
         =======\n\
         targets = { 2026 = 32, 2027 = 21, 2028 = 10 }\n\
         >>>>>>> mereka\n";
    let others = edited(&[("amount = 200", "amount = 250")]);
    let line = "targets = { 2026 = 30, 2027 = 20, 2028 = 10 }\n";
    assert_eq!(text, others.replace(line, expected));
}

#[test]
fn what_one_side_took_out_and_the_other_edited_is_a_conflict() {
    let gone = "\n[[budget]]\nyear = 2027\nsource = \"apbn\"\namount = 200\n";
    for (is_ours, edit) in [(true, "amount = 250"), (false, "amount = 250")] {
        let without = edited(&[(gone, "")]);
        let with = edited(&[("amount = 200", edit), ("Layanan", "Pelayanan")]);
        let text = if is_ours {
            conflict(PROGRAM, &without, &with)
        } else {
            conflict(PROGRAM, &with, &without)
        };
        assert_eq!(
            settled(&text, is_ours),
            edited(&[(gone, ""), ("Layanan", "Pelayanan")])
        );
        assert_eq!(settled(&text, !is_ours), with);
    }
    // A list that one side emptied, too.
    let base = "[[risk]]\ntext = \"Banjir\"\nmitigation = \"Tanggul\"\n";
    let text = conflict(base, "title = \"A\"\n", &base.replace("Tanggul", "Pompa"));
    assert!(settled(&text, true).trim() == "title = \"A\"", "{text}");
    assert!(settled(&text, false).contains("Pompa"), "{text}");
    // What it added to it is not: the rest of the list is gone.
    let other = "\n[[risk]]\ntext = \"Hujan\"\nmitigation = \"Atap\"\n";
    let text = clean(base, "title = \"A\"\n", &format!("{base}{other}"));
    assert_eq!(text, format!("title = \"A\"\n{other}"));
}

/// In the outline of a book order means something.
#[test]
fn lists_in_order_merge_as_lines_do() {
    let front = |ids: &str| format!("front = [{ids}]\n");
    let base = front("\"chapter:a\", \"chapter:b\", \"chapter:c\"");
    assert_eq!(
        clean(
            &base,
            &front("\"chapter:x\", \"chapter:a\", \"chapter:b\", \"chapter:c\""),
            &front("\"chapter:a\", \"chapter:b\", \"chapter:c\", \"chapter:y\""),
        ),
        front("\"chapter:x\", \"chapter:a\", \"chapter:b\", \"chapter:c\", \"chapter:y\"")
    );
    assert_eq!(
        clean(
            &base,
            &format!("{base}title = \"A\"\n"),
            &front("\"chapter:b\", \"chapter:a\", \"chapter:c\""),
        ),
        front("\"chapter:b\", \"chapter:a\", \"chapter:c\"") + "title = \"A\"\n"
    );
    // Which of the two comes first, nobody can tell.
    let ours = front("\"chapter:a\", \"chapter:b\", \"chapter:c\", \"chapter:x\"");
    let theirs = front("\"chapter:a\", \"chapter:b\", \"chapter:c\", \"chapter:y\"");
    let text = conflict(&base, &ours, &theirs);
    assert_eq!(settled(&text, true), ours);
    assert_eq!(settled(&text, false), theirs);
}

/// The files of the registry and `plan.toml` are merged as entries are.
#[test]
fn registries_and_plan_toml_merge_by_id() {
    let law = |id: &str, title: &str| {
        format!("[[law]]\nid = \"{id}\"\ntitle = \"{title}\"\nyear = 2020\n\n")
    };
    let base = law("uu-1", "Satu") + &law("uu-2", "Dua");
    let ours = base.clone() + &law("uu-3", "Tiga");
    let theirs = law("uu-0", "Nol") + &base.replace("Dua", "Kedua") + &law("uu-4", "Empat");
    let table: toml::Table = clean(&base, &ours, &theirs).parse().unwrap();
    let laws = table["law"].as_array().unwrap().iter();
    let mut laws: Vec<String> = laws
        .map(|law| format!("{} {}", law["id"], law["title"]))
        .collect();
    laws.sort();
    assert_eq!(
        laws.join(", ").replace('"', ""),
        "uu-0 Nol, uu-1 Satu, uu-2 Kedua, uu-3 Tiga, uu-4 Empat"
    );
    let plan =
        "city = \"Ambon\"\n\n[policy]\nunits = [\"persen\"]\n\n[rules]\nlong-url = \"warning\"\n";
    assert_eq!(
        clean(
            plan,
            &plan
                .replace("[\"persen\"]", "[\"persen\", \"jam\"]")
                .replace("\"warning\"\n", "\"warning\"\nempty = \"error\"\n"),
            &plan
                .replace("[\"persen\"]", "[\"persen\", \"hari\"]")
                .replace("\"warning\"\n", "\"warning\"\ntodo = \"error\"\n"),
        ),
        "city = \"Ambon\"\n\n[policy]\nunits = [\"persen\", \"jam\", \"hari\"]\n\n[rules]\nlong-url = \"warning\"\nempty = \"error\"\ntodo = \"error\"\n"
    );
}

#[test]
fn an_item_that_both_sides_moved_or_one_took_out_is_a_conflict() {
    let line = |year: u32, source: &str, amount: u32| {
        format!("[[budget]]\nyear = {year}\nsource = \"{source}\"\namount = {amount}\n")
    };
    let risk = |text: &str| format!("[[risk]]\ntext = \"{text}\"\nmitigation = \"Penapisan.\"\n");
    let ceiling = |year: u32| format!("[[ceiling]]\nyear = {year}\namount = 5\n");
    let base = line(2027, "apbd-kota", 100);
    let cases = [
        // Both moved it elsewhere.
        (
            base.clone(),
            line(2028, "apbd-kota", 100),
            line(2029, "apbd-kota", 100),
        ),
        (
            base.clone(),
            line(2027, "apbn", 100),
            line(2027, "csr", 120),
        ),
        (ceiling(2026), ceiling(2027), ceiling(2028)),
        (
            risk("Panggilan iseng menyita waktu."),
            risk("Panggilan palsu menyita waktu."),
            risk("Panggilan iseng sering menyita waktu."),
        ),
        // One took it out, and the other moved it.
        (
            base.clone(),
            String::from("# Tanpa anggaran.\n"),
            line(2028, "apbd-kota", 100),
        ),
        (
            base.clone(),
            line(2028, "apbn", 120),
            String::from("# Tanpa anggaran.\n"),
        ),
    ];
    for (base, ours, theirs) in &cases {
        let text = conflict(base, ours, theirs);
        for (for_ours, side) in [(true, ours), (false, theirs)] {
            let settled = settled(&text, for_ours);
            let said = |text: &str| -> Vec<String> {
                let lines = text.lines().filter(|line| line.contains(" = "));
                lines.map(str::to_owned).collect()
            };
            assert_eq!(said(&settled), said(side), "{text}");
        }
    }
    // Where one side moved it and the other left it, nothing is unclear.
    let merged = clean(&base, &line(2028, "apbd-kota", 100), &base);
    assert_eq!(merged, line(2028, "apbd-kota", 100));
}

#[test]
fn the_same_number_with_other_digits_is_no_conflict() {
    for (base, ours, theirs, merged) in [
        ("a = 10.0\n", "a = 10.8\n", "a = 10.80\n", "a = 10.8\n"),
        ("a = 10.0\n", "a = 10.80\n", "a = 10.8\n", "a = 10.80\n"),
        ("a = 1\n", "a = 2.0\n", "a = 2\n", "a = 2.0\n"),
        (
            "t = { 2026 = 10.0, 2027 = 1 }\n",
            "t = { 2026 = 10.8, 2027 = 1 }\n",
            "t = { 2026 = 10.80, 2027 = 2 }\n",
            "t = { 2026 = 10.8, 2027 = 2 }\n",
        ),
        // What only one side wrote stays as it is written.
        ("a = 10.8\n", "a = 10.8\n", "a = 10.80\n", "a = 10.80\n"),
        ("a = 10.8\n", "a = 10.80\n", "a = 10.8\n", "a = 10.80\n"),
    ] {
        assert_eq!(clean(base, ours, theirs), merged, "{ours} and {theirs}");
    }
    for (base, ours, theirs) in [
        ("a = 10.0\n", "a = 10.8\n", "a = 10.81\n"),
        ("a = 10.0\n", "a = 10.8\n", "a = \"10.80\"\n"),
        ("a = 10.0\n", "a = 1e2\n", "a = 100\n"),
        ("a = 10\n", "a = 100\n", "a = 1\n"),
    ] {
        conflict(base, ours, theirs);
    }
}
