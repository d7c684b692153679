//! One mistake has one finding: nothing is said of what only follows from it, and
//! nothing that has nothing to do with it is left unsaid.

use std::fs;

use crate::sandbox::Sandbox;

const PLAN: &str = "plan.toml";
const PILLAR: &str = "pillars/governance/pillar.toml";
const LIVING: &str = "pillars/living/pillar.toml";
const OPD: &str = "opd/diskominfo/opd.toml";
const BPBD: &str = "opd/bpbd/opd.toml";
const ADUAN: &str = "opd/diskominfo/programs/layanan-aduan.toml";
const SIAGA: &str = "opd/bpbd/programs/siaga.toml";
const RPJMD: &str = "registry/rpjmd.toml";
const REGISTRY: &str = "registry/semua.toml";
const PROPOSAL: &str = "proposals/nomor-tunggal.toml";
const OPEN: &str = "proposals/kereta-gantung.toml";
const EVALUATION: &str = "evaluations/2026-11-01.toml";
const IMAGE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
const CHAPTER: &str = "chapters/pendahuluan.md";

/// A plan in which everything is used once, so that whatever is lost is missed
/// somewhere. It has no finding.
fn whole() -> Sandbox {
    let sandbox = Sandbox::new();
    for (path, text) in [
        (PLAN, include_str!("cascades/plan.toml")),
        (PILLAR, include_str!("cascades/governance.toml")),
        (LIVING, include_str!("cascades/living.toml")),
        (
            "pillars/living/strategi.md",
            "Pilar ini tentang keadaan darurat.\n",
        ),
        (BPBD, include_str!("cascades/bpbd.toml")),
        (ADUAN, include_str!("cascades/layanan-aduan.toml")),
        (SIAGA, include_str!("cascades/siaga.toml")),
        (REGISTRY, include_str!("cascades/registri.toml")),
        (PROPOSAL, include_str!("cascades/nomor-tunggal.toml")),
        (OPEN, include_str!("cascades/kereta-gantung.toml")),
        (EVALUATION, include_str!("cascades/evaluasi.toml")),
        (CHAPTER, include_str!("cascades/pendahuluan.md")),
        ("assets/komitmen.pdf", "%PDF"),
        ("assets/lambang.svg", IMAGE),
        ("assets/peta.svg", IMAGE),
    ] {
        sandbox.write(path, text);
    }
    sandbox
}

/// Findings as `STR009 plan.toml`: the code and the name of the file.
fn found(sandbox: &Sandbox) -> Vec<String> {
    let mut found: Vec<String> = sandbox
        .findings()
        .iter()
        .map(|finding| {
            let (code, place) = finding.split_once(' ').unwrap();
            let path = place.split(':').next().unwrap();
            format!("{code} {}", path.rsplit('/').next().unwrap())
        })
        .collect();
    found.sort();
    found
}

fn sorted(wanted: &[&str]) -> Vec<String> {
    let mut wanted: Vec<String> = wanted.iter().map(|&one| one.to_owned()).collect();
    wanted.sort();
    wanted
}

/// Replaces a part of a file, and expects nothing but the findings.
fn assert_edits(cases: &[(&str, &str, &str, &[&str])]) {
    let mut failures = Vec::new();
    for (path, from, to, wanted) in cases {
        let sandbox = whole();
        sandbox.edit(path, from, to);
        let found = found(&sandbox);
        if found != sorted(wanted) {
            failures.push(format!("{path}: {from} -> {to}\n  {found:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_whole_plan_has_no_finding() {
    assert_eq!(found(&whole()), sorted(&[]));
}

/// A value that is not understood is there all the same.
#[test]
fn what_is_written_and_not_understood_is_not_taken_for_absent() {
    assert_edits(&[
        (
            ADUAN,
            "amount = 175_000_000",
            "amount = \"175.000.000\"",
            &["STR008 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "source = \"tjsl\"",
            "source = \"csr\"",
            &["MON003 layanan-aduan.toml"],
        ),
        (
            SIAGA,
            "amount = 90_000_000",
            "amount = \"90 juta\"",
            &["STR008 siaga.toml"],
        ),
        (
            SIAGA,
            "amount = 90_000_000",
            "amount = -90_000_000",
            &["MON002 siaga.toml"],
        ),
        (SIAGA, "amount = 90_000_000", "", &["STR010 siaga.toml"]),
        (ADUAN, "\"up\"", "\"naik\"", &["STR011 layanan-aduan.toml"]),
        (
            ADUAN,
            "value = 52",
            "value = \"52\"",
            &["STR008 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "2026 = 60",
            "2026 = \"60\"",
            &["STR008 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "2027 = 75.5",
            "2027 = \"75,5\"",
            &["STR008 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "\"goal:layanan-publik\"",
            "\"layanan-publik\"",
            &["STR011 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "[\"goal:layanan-publik\", \"policy:layanan-terpadu\", \"need:operator\"]",
            "\"goal:layanan-publik\"",
            &["STR008 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "[\"stakeholder:bank\"]",
            "[\"law:uu-23-2014\"]",
            &["STR011 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "answers = [\"nomor-tunggal\"]",
            "answers = \"nomor-tunggal\"",
            &["STR008 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "districts = [\"sirimau\"]",
            "districts = [5]",
            &["STR008 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "quick-win = true",
            "quick-win = \"ya\"",
            &["STR008 layanan-aduan.toml"],
        ),
        (BPBD, "\"pending\"", "\"nanti\"", &["STR011 opd.toml"]),
        (BPBD, "[\"1.05\"]", "[1.05]", &["STR008 opd.toml"]),
        (
            PILLAR,
            "person-in-charge = \"diskominfo\"",
            "person-in-charge = 1",
            &["STR008 pillar.toml"],
        ),
        (
            REGISTRY,
            "decree = { title = \"Keputusan Wali Kota\" }",
            "decree = \"Keputusan Wali Kota\"",
            &["STR008 semua.toml"],
        ),
        (
            REGISTRY,
            "by = \"uu-9-2015\"",
            "by = 9",
            &["STR008 semua.toml"],
        ),
        (
            REGISTRY,
            "mission = \"aman\"",
            "mission = 1",
            &["STR008 semua.toml"],
        ),
    ]);
}

/// A key that is misspelt is there all the same, and so is one in a table that is.
#[test]
fn what_is_misspelt_is_not_taken_for_absent() {
    assert_edits(&[
        (
            ADUAN,
            "supports =",
            "suports =",
            &["STR009 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "baseline =",
            "basline =",
            &["STR009 layanan-aduan.toml"],
        ),
        (SIAGA, "[[budget]]", "[[budjet]]", &["STR009 siaga.toml"]),
        (
            SIAGA,
            "[[indicator]]",
            "[[indikator]]",
            &["STR009 siaga.toml"],
        ),
        (SIAGA, "[[budget]]", "[[anggaran]]", &["STR009 siaga.toml"]),
        (BPBD, "[commitment]", "[comitment]", &["STR009 opd.toml"]),
        (PLAN, "[[volume]]", "[[volumes]]", &["STR009 plan.toml"]),
    ]);
}

/// Whoever refers to something wrongly refers to something.
#[test]
fn a_reference_that_leads_to_nothing_has_one_finding() {
    assert_edits(&[
        (
            ADUAN,
            "goal:layanan-publik",
            "goal:layanan-pubik",
            &["STR015 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "policy:layanan-terpadu",
            "policy:layanan-terpad",
            &["STR015 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "need:operator",
            "need:operatr",
            &["STR015 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "stakeholder:bank",
            "stakeholder:banl",
            &["STR015 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "answers = [\"nomor-tunggal\"]",
            "answers = [\"nomor-tungal\"]",
            &["STR015 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "\"sirimau\"",
            "\"sirimo\"",
            &["STR015 layanan-aduan.toml"],
        ),
        (
            ADUAN,
            "\"uu-23-2014\"",
            "\"uu-23-2015\"",
            &["STR015 layanan-aduan.toml"],
        ),
        (
            SIAGA,
            "[\"layanan-aduan\"]",
            "[\"layanan-adua\"]",
            &["STR015 siaga.toml"],
        ),
        (
            REGISTRY,
            "mission = \"aman\"",
            "mission = \"amn\"",
            &["STR015 semua.toml"],
        ),
        (
            REGISTRY,
            "by = \"uu-9-2015\"",
            "by = \"uu-9-2016\"",
            &["STR015 semua.toml"],
        ),
        (
            REGISTRY,
            "stakeholder = \"kampus\"",
            "stakeholder = \"kampu\"",
            &["STR015 semua.toml"],
        ),
        (
            PLAN,
            "\"chapter:pendahuluan\"",
            "\"chapter:pendahulan\"",
            &["STR015 plan.toml"],
        ),
        (
            EVALUATION,
            "program = \"layanan-aduan\"\nindicator",
            "program = \"layanan-adua\"\nindicator",
            &["EVA003 2026-11-01.toml"],
        ),
    ]);
}

/// What an entry would have said is missed where it could change a verdict, which
/// is said once; everything else is judged.
#[test]
fn an_entry_that_is_lost_is_missed_once() {
    let registry = "STR019 semua.toml";
    assert_edits(&[
        // Nothing is lost with a key that nobody knows.
        (
            REGISTRY,
            "title = \"Pemerintahan Daerah\"",
            "title = \"Pemerintahan Daerah\"\ncatatan = \"x\"",
            &["STR009 semua.toml"],
        ),
        // A law, whose id is known.
        (
            REGISTRY,
            "year = 2014",
            "year = \"2014\"",
            &["STR008 semua.toml", registry],
        ),
        // A law with its id.
        (
            REGISTRY,
            "id = \"uu-23-2014\"\n",
            "",
            &["STR010 semua.toml", registry, registry],
        ),
        (
            REGISTRY,
            "role = \"anggota\"\nstakeholder = \"kampus\"",
            "role = \"angota\"\nstakeholder = \"kampus\"",
            &["STR011 semua.toml", registry],
        ),
        (
            REGISTRY,
            "short = \"SPBE\"",
            "short = 1",
            &["STR008 semua.toml", registry],
        ),
        (
            REGISTRY,
            "name = \"Dewan Smart City\"",
            "name = 1",
            &["STR008 semua.toml"],
        ),
        (
            REGISTRY,
            "[[district]]\nid = \"sirimau\"",
            "[district]\nid = \"sirimau\"",
            &["STR008 semua.toml", registry],
        ),
        (
            RPJMD,
            "text = \"Meningkatnya mutu pelayanan publik\"",
            "",
            &["STR010 rpjmd.toml"],
        ),
        (
            PROPOSAL,
            "by = \"Forum warga\"",
            "",
            &["STR010 nomor-tunggal.toml"],
        ),
        (
            OPEN,
            "by = \"Forum warga\"",
            "",
            &["STR010 kereta-gantung.toml"],
        ),
        (
            LIVING,
            "order = 2",
            "",
            &[
                "STR010 pillar.toml",
                "STR019 pillar.toml",
                "STR019 pillar.toml",
            ],
        ),
        (
            LIVING,
            "name = \"Kesiapsiagaan\"",
            "",
            &[
                "STR010 pillar.toml",
                "STR019 pillar.toml",
                "STR019 pillar.toml",
            ],
        ),
        (
            BPBD,
            "kind = \"badan\"",
            "",
            &["STR010 opd.toml", "STR019 opd.toml", "STR019 opd.toml"],
        ),
        (
            SIAGA,
            "number = 1",
            "number = \"1\"",
            &["STR008 siaga.toml", "STR019 siaga.toml"],
        ),
        (
            EVALUATION,
            "status = \"done\"",
            "status = \"selesai\"",
            &["STR011 2026-11-01.toml"],
        ),
    ]);
}

/// One law that cannot be read says nothing about goals, districts and texts.
#[test]
fn a_loss_in_one_list_hides_nothing_in_another() {
    let sandbox = whole();
    sandbox.edit(REGISTRY, "year = 2014", "year = \"2014\"");
    sandbox.edit(ADUAN, "goal:layanan-publik", "goal:layanan-pubik");
    sandbox.edit(SIAGA, "\"nusaniwe\"", "\"nusaniwi\"");
    sandbox.edit(CHAPTER, "SPBE", "SPBX");
    let wanted = [
        "STR008 semua.toml",
        "STR015 layanan-aduan.toml",
        "STR015 siaga.toml",
        "STR019 semua.toml",
        "TXT010 pendahuluan.md",
    ];
    assert_eq!(found(&sandbox), sorted(&wanted));
}

/// A slip of the pen in a text is no reason to say nothing about coverage.
#[test]
fn references_in_narrative_hide_nothing() {
    let sandbox = whole();
    sandbox.edit(CHAPTER, "program:layanan-aduan", "program:layanan-adua");
    sandbox.edit(ADUAN, "districts = [\"sirimau\"]\n", "");
    sandbox.edit(ADUAN, "laws = [\"uu-23-2014\"]\n", "");
    sandbox.edit(SIAGA, "\"goal:kota-aman\", ", "");
    let wanted = [
        "COV004 semua.toml",
        "COV005 siaga.toml",
        "COV009 semua.toml",
        "STR015 pendahuluan.md",
    ];
    assert_eq!(found(&sandbox), sorted(&wanted));
}

/// Of a programme that cannot be read, the OPD is known by the folder, and what
/// else it says as far as it can be read.
#[test]
fn a_lost_programme_is_missed_where_it_may_belong() {
    let sandbox = whole();
    sandbox.write(
        "pillars/branding/pillar.toml",
        "name = \"Smart Branding\"\ncode = \"BRA\"\norder = 3\nperson-in-charge = \"bpbd\"\n",
    );
    sandbox.write("pillars/branding/strategi.md", "Jenama kota.\n");
    sandbox.write(
        "opd/dishub/opd.toml",
        "name = \"Dinas Perhubungan\"\nabbreviation = \"Dishub\"\nkind = \"dinas\"\n\n\
         [head]\nposition = \"Kepala Dinas\"\nname = \"Sitti Rahma\"\n\n\
         [commitment]\nstatus = \"signed\"\ndate = 2026-11-24\n",
    );
    let before = ["COV001 pillar.toml", "COV003 opd.toml"];
    assert_eq!(found(&sandbox), sorted(&before));
    sandbox.edit(SIAGA, "title = \"Siaga bencana\"", "title = 1");
    let mut wanted = before.to_vec();
    wanted.extend(["STR008 siaga.toml", "STR019 siaga.toml"]);
    assert_eq!(found(&sandbox), sorted(&wanted));
    // It may be anything.
    sandbox.write(SIAGA, b"title = \"\xc3\xa9\xff\"\n");
    assert_eq!(found(&sandbox), ["STR002 siaga.toml", "STR019 siaga.toml"]);
}

/// Every way in which a file cannot be read, for every file: it has one finding,
/// and what is missed is said of it and of nothing else.
#[test]
fn a_file_that_cannot_be_read_is_there_all_the_same() {
    let mut ways: Vec<fn(&std::path::Path)> = vec![
        |path| fs::write(path, b"a = \"\xc3\xa9\xff\"\n").unwrap(),
        |path| {
            let file = fs::File::create(path).unwrap();
            file.set_len(17 << 20).unwrap();
        },
        |path| {
            fs::remove_file(path).unwrap();
            fs::create_dir(path).unwrap();
        },
    ];
    #[cfg(unix)]
    ways.push(|path| {
        fs::remove_file(path).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", path).unwrap();
    });
    let mut failures = Vec::new();
    for path in files(&whole()) {
        // What an image says is judged where it is shown.
        let is_asset = |at: usize| path.starts_with("assets/") && (at == 0 || at == 2);
        for (at, way) in ways.iter().enumerate() {
            if is_asset(at) {
                continue;
            }
            let sandbox = whole();
            way(&sandbox.plan().join(&path));
            let found = sandbox.findings();
            if !only_about(&found, &path, &["STR001", "STR002", "STR003", "STR004"]) {
                failures.push(format!("{path}: {found:?}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The same for the folders of the layout.
#[test]
fn a_folder_that_is_none_is_there_all_the_same() {
    let mut failures = Vec::new();
    for folder in [
        "chapters",
        "pillars",
        "pillars/governance",
        "opd",
        "opd/bpbd",
        "opd/bpbd/programs",
        "registry",
        "proposals",
        "evaluations",
        "assets",
    ] {
        let sandbox = whole();
        let path = sandbox.plan().join(folder);
        fs::remove_dir_all(&path).unwrap();
        fs::write(&path, "x").unwrap();
        let found = sandbox.findings();
        if !only_about(&found, folder, &["STR001"]) {
            failures.push(format!("{folder}: {found:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Every line of every TOML file, broken in some ways: it has one finding, and what
/// is missed is said of the file and of nothing else.
#[test]
fn a_syntax_error_has_one_finding() {
    let mut failures = Vec::new();
    let sandbox = whole();
    for path in files(&sandbox)
        .iter()
        .filter(|path| path.ends_with(".toml"))
    {
        let text = fs::read_to_string(sandbox.plan().join(path)).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let mut ways = Vec::new();
            if let Some((key, value)) = line.split_once(" = ") {
                ways.push(format!("{key} = "));
                ways.push(format!("{key} = [{value}"));
                ways.push(format!("{key} = {{ a = {value}"));
                ways.push(format!("{key} = \"\"\"{value}"));
                ways.push(format!("{key} = = {value}"));
                ways.push(format!("{key} {value}"));
                ways.push("= = =".to_owned());
                ways.push(format!("{key} = 2026-02-30"));
                ways.push(format!("{key} = 1,000"));
                ways.push(format!("{line}\n{line}"));
            } else if line.starts_with('[') {
                ways.push(format!("[{line}"));
                ways.push(line.replace(']', ""));
            }
            for way in ways {
                let mut broken = lines.clone();
                broken[at] = &way;
                sandbox.write(path, broken.join("\n") + "\n");
                let found = sandbox.findings();
                if !only_about(&found, path, &["STR007"]) {
                    failures.push(format!("{path}:{}: {way}\n  {found:?}", at + 1));
                }
            }
        }
        sandbox.write(path, text);
    }
    assert!(
        failures.is_empty(),
        "{} of them: {}",
        failures.len(),
        failures.join("\n")
    );
}

/// Files of a plan.
fn files(sandbox: &Sandbox) -> Vec<String> {
    let plan = sandbox.plan();
    let mut files: Vec<String> = walkdir::WalkDir::new(&plan)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(&plan).unwrap();
            path.to_string_lossy().replace('\\', "/")
        })
        .collect();
    files.sort();
    files
}

/// Whether there is one finding of some rules about a path, and beside it only
/// what is said to be missed there.
fn only_about(found: &[String], path: &str, codes: &[&str]) -> bool {
    let own = |finding: &&String| codes.iter().any(|code| finding.starts_with(code));
    // What is excepted is told where its exception cannot be read.
    let excepted = |code: &str| path == PLAN && ["PEO001", "COV011"].contains(&code);
    found.iter().filter(own).count() == 1
        && found.iter().all(|finding| {
            let (code, place) = finding.split_once(' ').unwrap();
            let missed = code == "STR019" || codes.contains(&code);
            excepted(code) || missed && place.starts_with(&format!("{path}:"))
        })
}

/// Of two spellings the well-formed one counts, wherever it stands in the order.
#[test]
fn of_twins_the_well_formed_one_counts() {
    let sandbox = whole();
    let copy = |from: &str, to: &str| {
        let text = fs::read_to_string(sandbox.plan().join(from)).unwrap();
        sandbox.write(to, text);
    };
    copy(OPD, "opd/Diskominfo/opd.toml");
    copy(ADUAN, "opd/diskominfo/programs/Layanan-Aduan.toml");
    copy(CHAPTER, "chapters/Pendahuluan.md");
    copy(LIVING, "pillars/Living/pillar.toml");
    copy(PROPOSAL, "proposals/NOMOR-TUNGGAL.toml");
    let mut registry = fs::read_to_string(sandbox.plan().join(REGISTRY)).unwrap();
    registry.insert_str(0, "[[law]]\nid = \"UU-9-2015\"\nkind = \"uu\"\nnumber = \"9\"\nyear = 2015\ntitle = \"Kembar\"\n\n");
    sandbox.write(REGISTRY, registry);
    let wanted = [
        "STR014 Layanan-Aduan.toml",
        "STR014 NOMOR-TUNGGAL.toml",
        "STR014 Pendahuluan.md",
        "STR014 opd.toml",
        "STR014 pillar.toml",
        "STR014 semua.toml",
    ];
    assert_eq!(found(&sandbox), sorted(&wanted));
}

/// An evaluation that cannot be read may have been held.
#[test]
fn a_lost_evaluation_is_not_overdue() {
    let sandbox = whole();
    sandbox.edit(PLAN, "date = 2026-11-24", "date = 2028-10-31");
    let before = found(&sandbox);
    assert!(
        !before.iter().any(|finding| finding.contains("EVA001")),
        "{before:?}"
    );
    sandbox.edit(EVALUATION, "title = ", "title = [");
    let after = found(&sandbox);
    let verdicts = after
        .iter()
        .filter(|one| one.starts_with("EVA001") || one.starts_with("EVA004"));
    assert_eq!(verdicts.count(), 0, "{after:?}");
}
