//! Another id for an entry.

use std::fs;
use std::path::Path;

use ambonplan::check::Options;
use ambonplan::finding::Findings;
use ambonplan::language::{Catalogue, Language};
use ambonplan::model::{EntryKind, EntryRef};
use ambonplan::project::{self, Project};
use ambonplan::reading;
use ambonplan::rename::rename;
use ambonplan::source::SourceTree;

use crate::sandbox::Sandbox;

fn judged(tree: SourceTree) -> Project {
    project::judge(tree, Findings::default(), &Options::default())
}

fn shipped() -> Project {
    let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("plan");
    judged(reading::read(&plan, &mut Findings::default()).unwrap())
}

fn texts(tree: &SourceTree) -> Vec<(String, String)> {
    tree.iter()
        .map(|(_, file)| (file.path.clone(), file.text.clone()))
        .collect()
}

/// The entry of each kind that most refer to gets another id and its own again: every byte is
/// as before, and in between nothing is wrong and no reference is lost.
#[test]
fn entries_of_every_kind_are_renamed_and_back() {
    let project = shipped();
    let plan = project.plan.as_ref().unwrap();
    let mut kinds = 0;
    for &kind in EntryKind::ALL {
        let entries = plan.entries_of(kind).into_iter();
        let entries = entries.filter(|_| !kind.is_single());
        let entries = entries.map(|one| one.address());
        let Some(entry) = entries.max_by_key(|entry| plan.references(entry).count()) else {
            continue;
        };
        if [EntryKind::Abbreviation, EntryKind::Evaluation].contains(&kind) {
            continue;
        }
        kinds += 1;
        let references = plan.references(&entry).count();
        let id = format!("lain-{}", entry.id);
        let there =
            rename(&project, &entry, &id).unwrap_or_else(|refusal| panic!("{entry}: {refusal:?}"));
        assert!(there.references >= references, "{entry}");
        let then = judged(there.applied(&project.tree));
        assert_eq!(then.findings.iter().count(), 0, "{entry}");
        let renamed = EntryRef::new(kind, id);
        let found = then.plan.as_ref().unwrap().references(&renamed).count();
        assert_eq!(found, references, "{entry}");
        let old = then.plan.as_ref().unwrap().references(&entry).count();
        assert_eq!(old, 0, "{entry}");
        let back = rename(&then, &renamed, &entry.id).unwrap();
        assert_eq!(back.references, there.references, "{entry}");
        let again = back.applied(&then.tree);
        assert_eq!(texts(&again), texts(&project.tree), "{entry}");
    }
    assert!(kinds >= 15, "{kinds}");
}

/// A plan with a programme that is referred to in every form.
fn full_of_references() -> Sandbox {
    let sandbox = Sandbox::new();
    let program = "opd/diskominfo/programs/layanan-aduan.toml";
    let text = fs::read_to_string(sandbox.plan().join(program)).unwrap();
    let other =
        text.replace("number = 1", "number = 2")
            .replacen("title = \"", "title = \"Lanjutan ", 1);
    sandbox.write(
        "opd/diskominfo/programs/lanjutan.toml",
        format!("depends-on = [\"layanan-aduan\", # yang pertama\n]\n{other}"),
    );
    sandbox.write(
        "opd/diskominfo/programs/lanjutan.md",
        "Setelah <program:layanan-aduan>, lihat [layanan-aduan](program:layanan-aduan?form=number),\n\
         [berkasnya](layanan-aduan.toml), [lagi](../../diskominfo/programs/layanan-aduan.toml),\n\
         [dengan judul](<program:layanan-aduan> \"program:layanan-aduan\") dan [tautan][satu].\n\n\
         > ```ambonplan\n> show = \"programs\"\n> opd = 'diskominfo'\n> where = \"id = layanan-aduan or id = 'program:layanan-aduan'\"\n> ```\n\n\
         [satu]: program:layanan-aduan\n\
         [dua]: program:layanan-aduan-lain\n\n\
         Kata layanan-aduan tetap, lihat [di bawah](#akhir) dan [itu][tiga].\n\n\
         [tiga]: #akhir\n\n## Akhir\n",
    );
    sandbox
}

#[test]
fn references_of_every_form_are_rewritten_and_nothing_else() {
    let sandbox = full_of_references();
    let rules = |sandbox: &Sandbox| -> Vec<String> {
        let mut rules = sandbox.findings();
        rules.iter_mut().for_each(|finding| finding.truncate(6));
        rules.sort();
        rules
    };
    let known = rules(&sandbox);
    let before = fs::read_to_string(sandbox.plan().join("opd/diskominfo/programs/lanjutan.md"));
    let before = before.unwrap();
    let run = sandbox.run(&["rename", "program:layanan-aduan", "aduan-warga"]);
    assert_eq!(
        (run.status, run.stderr.as_str()),
        (
            0,
            "Sekarang bernama `program:aduan-warga`; 10 rujukan diubah.\n"
        )
    );
    assert_eq!(
        run.stdout,
        "plan/opd/diskominfo/programs/layanan-aduan.toml -> plan/opd/diskominfo/programs/aduan-warga.toml\n\
         plan/chapters/pendahuluan.md\n\
         plan/opd/diskominfo/programs/lanjutan.md\n\
         plan/opd/diskominfo/programs/lanjutan.toml\n"
    );
    let read = |path: &str| fs::read_to_string(sandbox.plan().join(path)).unwrap();
    let after = before
        .replace(
            "[berkasnya](layanan-aduan.toml)",
            "[berkasnya](aduan-warga.toml)",
        )
        .replace("programs/layanan-aduan.toml", "programs/aduan-warga.toml")
        .replace("<program:layanan-aduan>", "<program:aduan-warga>")
        .replace(
            "id = layanan-aduan or id = 'program:layanan-aduan'",
            "id = aduan-warga or id = 'program:aduan-warga'",
        )
        .replace("(program:layanan-aduan?", "(program:aduan-warga?")
        .replace(
            "[satu]: program:layanan-aduan\n",
            "[satu]: program:aduan-warga\n",
        );
    assert_eq!(read("opd/diskominfo/programs/lanjutan.md"), after);
    let toml = read("opd/diskominfo/programs/lanjutan.toml");
    assert!(
        toml.starts_with("depends-on = [\"aduan-warga\", # yang pertama\n]\n"),
        "{toml}"
    );
    assert_eq!(rules(&sandbox), known);

    // A folder: what lies in it goes with it, and files outside lead to it.
    let run = sandbox.run(&[
        "rename",
        "opd:diskominfo",
        "opd:kominfo",
        "--language",
        "en",
    ]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!sandbox.plan().join("opd/diskominfo").exists());
    let text = read("opd/kominfo/programs/lanjutan.md");
    assert!(
        text.contains("[lagi](../../kominfo/programs/aduan-warga.toml)"),
        "{text}"
    );
    assert!(text.contains("> opd = 'kominfo'\n"), "{text}");
    assert_eq!(rules(&sandbox), known);
}

#[test]
fn what_would_change_is_shown_first() {
    let sandbox = full_of_references();
    let known = sandbox.findings();
    let run = sandbox.run(&["rename", "pillar:governance", "tata-kelola", "--diff"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let shown = "rename from plan/pillars/governance\nrename to plan/pillars/tata-kelola\n\
                 --- plan/opd/diskominfo/programs/lanjutan.toml\n\
                 +++ plan/opd/diskominfo/programs/lanjutan.toml\n";
    assert!(run.stdout.starts_with(shown), "{}", run.stdout);
    assert!(
        run.stdout
            .contains("-pillar = \"governance\"\n+pillar = \"tata-kelola\"\n")
    );
    assert!(
        sandbox
            .plan()
            .join("pillars/governance/pillar.toml")
            .exists()
    );
    assert_eq!(sandbox.findings(), known);
}

#[test]
fn what_cannot_be_renamed_is_refused_and_nothing_changes() {
    let sandbox = full_of_references();
    let known = sandbox.findings();
    let refused = |arguments: &[&str]| {
        let mut all = vec!["rename"];
        all.extend(arguments);
        all.extend(["--language", "en"]);
        let run = sandbox.run(&all);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
        run.stderr
    };
    let all = [
        (
            ["program:layanan-adua", "baru"],
            "error: the plan has no entry `program:layanan-adua`\n  help: did you mean `program:layanan-aduan`?\n",
        ),
        (
            ["program:layanan-aduan", "lanjutan"],
            "error: there is a `program:lanjutan` already, at opd/diskominfo/programs/lanjutan.toml:1:1\n  help: choose another id\n",
        ),
        (
            ["program:layanan-aduan", "Layanan Aduan"],
            "error: `Layanan Aduan` cannot be an id\n  help: use lower-case letters, digits and single hyphens: `layanan-112`\n",
        ),
        (
            ["program:layanan-aduan", "layanan-aduan"],
            "error: `program:layanan-aduan` is called so already\n  help: give another id\n",
        ),
        (
            ["layanan-aduan", "baru"],
            "error: `layanan-aduan` is no address of an entry; write its kind and its id, such as program:ID or law:ID\n",
        ),
        (
            ["pilar:governance", "baru"],
            "error: `pilar:governance` names no entry; did you mean `pillar:governance`?\n",
        ),
    ];
    for (arguments, expected) in all {
        assert_eq!(refused(&arguments), expected, "{arguments:?}");
    }
    let told = refused(&["abbreviation:RT", "rt"]);
    assert!(
        told.starts_with("error: `abbreviation:RT` has no id that could be changed\n"),
        "{told}"
    );

    // What cannot be read may name the entry.
    sandbox.write("registry/rusak.toml", "[[law]\n");
    let told = refused(&["program:layanan-aduan", "baru"]);
    let unread = "error: not all of the plan can be read, and what cannot be read may name the \
                  entry: registry/rusak.toml:1:1\n";
    assert!(told.starts_with(unread), "{told}");
    fs::remove_file(sandbox.plan().join("registry/rusak.toml")).unwrap();
    assert_eq!(sandbox.findings(), known);
}

/// What is like nothing is not taken for what is of the same kind.
#[test]
fn an_id_that_is_like_no_other_is_answered_with_what_there_is() {
    let run = Sandbox::new().run(&["rename", "pillar:xyz", "baru", "--language", "en"]);
    assert_eq!(
        run.stderr,
        "error: the plan has no entry `pillar:xyz`\n  help: known: governance\n"
    );
}

/// A list that fits into its line no longer, or again, is broken as `fmt` does.
#[test]
fn canonical_files_stay_canonical() {
    let sandbox = full_of_references();
    let formatted = |arguments: &[&str]| {
        let run = sandbox.run(&[&["fmt"], arguments].concat());
        (run.status, run.stdout)
    };
    let path = "opd/diskominfo/programs/lanjutan.toml";
    sandbox.edit(path, ", # yang pertama\n]", "]");
    formatted(&[]);
    assert_eq!(formatted(&["--check"]), (0, String::new()));
    let long = format!("layanan{}", "-panjang".repeat(10));
    let mut name = "layanan-aduan";
    for (id, is_broken) in [(long.as_str(), true), ("pendek", false)] {
        let run = sandbox.run(&["rename", &format!("program:{name}"), id]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert_eq!(formatted(&["--check"]), (0, String::new()), "{id}");
        let text = fs::read_to_string(sandbox.plan().join(path)).unwrap();
        assert_eq!(text.contains("depends-on = [\n"), is_broken, "{text}");
        name = id;
    }
}

/// A reference to nothing must not become one to something else.
#[test]
fn an_id_that_something_names_already_is_refused() {
    let sandbox = full_of_references();
    let path = "opd/diskominfo/programs/lanjutan.md";
    sandbox.edit(path, "Kata ", "Lihat <program:aduan-warga>. Kata ");
    let run = sandbox.run(&[
        "rename",
        "program:layanan-aduan",
        "aduan-warga",
        "--language",
        "en",
    ]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.stderr,
        "error: the plan would not refer to `program:aduan-warga` as often as before; nothing is \
         changed\n  help: see whether something names the new id already: `ambonplan check`\n"
    );
    assert!(
        sandbox
            .plan()
            .join("opd/diskominfo/programs/layanan-aduan.toml")
            .exists()
    );
}

/// A reference with other letters than those of the id is named, not lost.
#[test]
fn a_reference_in_escapes_is_refused_with_its_place() {
    let sandbox = full_of_references();
    let path = "opd/diskominfo/programs/lanjutan.toml";
    sandbox.edit(path, "\"layanan-aduan\"", "\"layanan\\u002daduan\"");
    let project = project::load(&sandbox.plan(), &Options::default()).unwrap();
    let entry = EntryRef::new(EntryKind::Program, "layanan-aduan");
    let refusal = rename(&project, &entry, "aduan-warga").unwrap_err();
    assert_eq!(
        Catalogue::new(Language::English).text(&refusal.message),
        format!(
            "the reference at {path}:1:15 is written in a way that cannot be changed letter by letter"
        )
    );
}

/// What is written is UTF-8, which nobody asked for.
#[test]
fn a_file_in_another_encoding_is_not_written_anew() {
    let sandbox = full_of_references();
    let path = "opd/diskominfo/programs/lanjutan.md";
    let mut bytes = b"Caf\xe9 \x93kutip\x94 ".to_vec();
    bytes.extend(fs::read(sandbox.plan().join(path)).unwrap());
    sandbox.write(path, &bytes);
    let run = sandbox.run(&[
        "rename",
        "program:layanan-aduan",
        "baru",
        "--language",
        "en",
    ]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr
            .starts_with(&format!("error: the file with a reference at {path}:1:")),
        "{}",
        run.stderr
    );
    assert_eq!(fs::read(sandbox.plan().join(path)).unwrap(), bytes);
}

/// What an expression chooses stays the same where the new id, alone, names an entry of
/// another kind of the same column; what names several already is refused with its place.
#[test]
fn an_expression_chooses_the_same_where_kinds_share_an_id() {
    let sandbox = Sandbox::new();
    let toml = "opd/diskominfo/programs/layanan-aduan.toml";
    let text = fs::read_to_string(sandbox.plan().join(toml)).unwrap();
    let second =
        text.replace("number = 1", "number = 2")
            .replacen("title = \"", "title = \"Lanjutan ", 1);
    sandbox.write(toml, format!("partners = [\"opd:bpbd\"]\n{text}"));
    sandbox.write(
        "opd/diskominfo/programs/lanjutan.toml",
        format!("partners = [\"stakeholder:unpatti\"]\n{second}"),
    );
    sandbox.write("opd/diskominfo/programs/lanjutan.md", "Ada.\n");
    let opd = fs::read_to_string(sandbox.plan().join("opd/diskominfo/opd.toml")).unwrap();
    let abbreviation = opd.lines().find(|line| line.starts_with("abbreviation"));
    sandbox.write(
        "opd/bpbd/opd.toml",
        opd.replacen("name = \"", "name = \"Lain ", 1)
            .replace(abbreviation.unwrap(), "abbreviation = \"BPBD\""),
    );
    sandbox.write(
        "registry/stakeholders.toml",
        "[[stakeholder]]\nid = \"unpatti\"\nname = \"Universitas\"\nelement = \"akademisi\"\nrole = \"Meneliti.\"\n",
    );
    let block =
        |filter: &str| format!("```ambonplan\nshow = \"programs\"\nwhere = {filter}\n```\n");
    let written = |filters: &[&str]| {
        let blocks: Vec<String> = filters.iter().map(|filter| block(filter)).collect();
        blocks.join("\n")
    };
    let chapter = "chapters/pilihan.md";
    let text =
        |blocks: String| format!("---\ntitle: Pilihan\norder: 90\n---\n\n# Pilihan\n\n{blocks}");
    sandbox.write(
        chapter,
        text(written(&[
            "\"partners = bpbd\"",
            "\"partners = 'bpbd' or opd = bpbd\"",
            "'partners != \"bpbd\"'",
            "\"partners = opd:bpbd\"",
            "\"partners = unpatti\"",
        ])),
    );
    let run = sandbox.run(&["rename", "opd:bpbd", "unpatti"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let after = fs::read_to_string(sandbox.plan().join(chapter)).unwrap();
    assert_eq!(
        after,
        text(written(&[
            "\"partners = opd:unpatti\"",
            "\"partners = 'opd:unpatti' or opd = unpatti\"",
            "'partners != \"opd:unpatti\"'",
            "\"partners = opd:unpatti\"",
            "\"partners = stakeholder:unpatti\"",
        ]))
    );

    sandbox.write(chapter, text(written(&["\"partners = unpatti\""])));
    let run = sandbox.run(&[
        "rename",
        "stakeholder:unpatti",
        "kampus",
        "--language",
        "en",
    ]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(
        run.stderr.starts_with(
            "error: the id at chapters/pilihan.md:10:21 names entries of several kinds\n"
        ),
        "{}",
        run.stderr
    );
    let after = fs::read_to_string(sandbox.plan().join(chapter)).unwrap();
    assert_eq!(after, text(written(&["\"partners = unpatti\""])));
}
