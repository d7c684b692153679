//! Plans of any size, the same for the same size: every programme is whole, refers
//! to what a real one refers to, and breaks no rule.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// A file: its path in the plan, and its text.
pub type File = (String, String);

const FIRST: usize = 2026;
const YEARS: usize = 5;
const DIMENSIONS: usize = 3;
const GOALS: usize = 12;
const LAWS: usize = 24;
const DISTRICTS: usize = 5;
const PROGRAMS_PER_OPD: usize = 25;
/// A proposal, an image and a realised value stand for so many programmes each.
const PROGRAMS_PER_PROPOSAL: usize = 10;
const PROGRAMS_PER_IMAGE: usize = 40;
const PROGRAMS_PER_VALUE: usize = 4;
/// So many programmes, one waits for another.
const PROGRAMS_PER_DEPENDENCY: usize = 5;
/// Numbers of programmes have three digits.
const PROGRAMS_PER_PILLAR: usize = 900;

/// Writes the files of a plan into a directory.
pub fn write(directory: &Path, files: impl IntoIterator<Item = File>) {
    for (path, text) in files {
        let path = directory.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// A plan with so many programmes, at least 18 of them.
pub fn plan(programs: usize) -> Vec<File> {
    let pillars = programs.div_ceil(PROGRAMS_PER_PILLAR).max(6);
    let programs = programs.max(pillars * DIMENSIONS);
    let opds = programs.div_ceil(PROGRAMS_PER_OPD);
    let mut files = vec![
        ("plan.toml".into(), root()),
        ("registry/all.toml".into(), registry()),
    ];
    files.push((
        "evaluations/2026-05-01.toml".into(),
        held(programs, pillars),
    ));
    files.push(("evaluations/2027-12-01.toml".into(), evaluation()));
    files.push(("chapters/pendahuluan.md".into(), chapter(programs)));
    for pillar in 0..pillars {
        files.push((
            format!("pillars/pilar-{pillar}/pillar.toml"),
            self::pillar(pillar),
        ));
        let text = "## Strategi\n\nPilar ini dimulai dari <program:program-0>.\n";
        files.push((format!("pillars/pilar-{pillar}/strategi.md"), text.into()));
    }
    for opd in 0..opds {
        files.push((format!("opd/opd-{opd}/opd.toml"), self::opd(opd)));
    }
    for proposal in 0..programs.div_ceil(PROGRAMS_PER_PROPOSAL) {
        files.push((
            format!("proposals/usulan-{proposal}.toml"),
            format!("title = \"Usulan {proposal}\"\nby = \"Forum warga\"\nstatus = \"adopted\"\n"),
        ));
    }
    for image in 0..programs.div_ceil(PROGRAMS_PER_IMAGE) {
        let image_file = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>\n";
        files.push((format!("assets/peta-{image}.svg"), image_file.into()));
    }
    for program in 0..programs {
        let path = format!("opd/opd-{}/programs/program-{program}", program % opds);
        files.push((format!("{path}.toml"), entry(program, pillars, opds)));
        if program % 4 == 0 {
            files.push((format!("{path}.md"), narrative(program, opds)));
        }
    }
    files
}

/// A number below `limit` that depends on nothing but its arguments.
fn pick(program: usize, salt: usize, limit: usize) -> usize {
    let mixed = (program as u64 + 1)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .wrapping_add((salt as u64).wrapping_mul(0xbf58_476d_1ce4_e5b9));
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((mixed >> 33) % limit.max(1) as u64).unwrap_or(0)
}

fn root() -> String {
    format!(
        "city = \"Kota Uji\"\nprovince = \"Provinsi Uji\"\ntitle = \"Rencana Uji\"\n\
         period = {{ start = {FIRST}, end = {} }}\nrevision = \"1\"\ndate = {FIRST}-06-01\n\
         example = true\n\n\
         [[phase]]\nid = \"semua\"\nname = \"Semua\"\nstart = {FIRST}\nend = {}\n",
        FIRST + YEARS - 1,
        FIRST + YEARS - 1,
    )
}

fn registry() -> String {
    let mut text = String::from("[rpjmd]\ntitle = \"RPJMD\"\nvision = \"Visi\"\n\n");
    for goal in 0..GOALS {
        let _ = write!(
            text,
            "[[goal]]\nid = \"tujuan-{goal}\"\ntext = \"Meningkatnya mutu layanan ke-{goal}\"\n\n"
        );
    }
    for law in 0..LAWS {
        let _ = write!(
            text,
            "[[law]]\nid = \"uu-{law}-2014\"\nkind = \"uu\"\nnumber = \"{law}\"\nyear = 2014\n\
             title = \"Perihal {law}\"\n\n"
        );
    }
    for district in 0..DISTRICTS {
        let _ = write!(
            text,
            "[[district]]\nid = \"kecamatan-{district}\"\nname = \"Kecamatan {district}\"\n\n"
        );
    }
    text.push_str(
        "[[stakeholder]]\nid = \"kampus\"\nname = \"Kampus\"\nelement = \"akademisi\"\n\n",
    );
    text.push_str(
        "[[abbreviation]]\nshort = \"SPBE\"\nlong = \"Sistem Pemerintahan Berbasis Elektronik\"\n",
    );
    text
}

/// The evaluation that was held, with what programmes of the first year reached.
fn held(programs: usize, pillars: usize) -> String {
    let mut text = String::from("title = \"Evaluasi pertama\"\nstatus = \"done\"\n");
    for program in (0..programs).step_by(PROGRAMS_PER_VALUE) {
        if dependency(program, pillars).is_none() {
            let _ = write!(
                text,
                "\n[[realised]]\nprogram = \"program-{program}\"\n\
                 indicator = \"Ukuran 0 program {program}\"\nyear = {FIRST}\nvalue = {}.5\n",
                30 + pick(program, 5, 30)
            );
        }
    }
    text
}

/// The programme for which another waits: a quick win, which is done after a year.
fn dependency(program: usize, pillars: usize) -> Option<usize> {
    let waits = program >= pillars && program.is_multiple_of(PROGRAMS_PER_DEPENDENCY);
    waits.then(|| pick(program, 6, pillars))
}

/// The name of an OPD: in prose it is made of words.
fn name(opd: usize) -> String {
    const SYLLABLES: [&str; 10] = ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu"];
    let mut word = String::new();
    for digit in format!("{opd:03}").bytes() {
        word.push_str(SYLLABLES[usize::from(digit - b'0')]);
    }
    word[..1].make_ascii_uppercase();
    format!("Dinas Urusan {word}")
}

fn evaluation() -> String {
    "title = \"Evaluasi\"\nstatus = \"planned\"\n".into()
}

fn chapter(programs: usize) -> String {
    let mut text = String::from("# Pendahuluan\n\n```ambonplan\nshow = \"laws\"\n```\n");
    for program in (0..programs).step_by(10) {
        let _ = write!(
            text,
            "\nRujukan ke <program:program-{program}> dan *penekanan*.\n"
        );
    }
    text
}

fn pillar(pillar: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(pillar).unwrap_or(0));
    let mut text = format!(
        "name = \"Pilar {pillar}\"\ncode = \"PI{letter}\"\norder = {}\n\
         person-in-charge = \"opd-0\"\ngoal = \"Sasaran\"\n",
        pillar + 1
    );
    for dimension in 0..DIMENSIONS {
        let _ = write!(
            text,
            "\n[[dimension]]\nid = \"dimensi-{pillar}-{dimension}\"\nname = \"Dimensi {dimension}\"\n"
        );
    }
    let _ = write!(
        text,
        "\n[[policy]]\nid = \"arah-{pillar}\"\ntext = \"Arah kebijakan {pillar}\"\n"
    );
    text
}

fn opd(opd: usize) -> String {
    format!(
        "name = \"{}\"\nabbreviation = \"Dinas{opd}\"\nkind = \"dinas\"\n\
         fields = [\"2.16\"]\n\n[head]\nposition = \"Kepala Dinas\"\nname = \"Kepala {opd}\"\nsince = 2025-01-01\n\n\
         [commitment]\nstatus = \"signed\"\ndate = 2026-01-15\n",
        name(opd)
    )
}

fn entry(program: usize, pillars: usize, opds: usize) -> String {
    let pillar = program % pillars;
    let dimension = program / pillars % DIMENSIONS;
    let quick = program < pillars;
    let dependency = dependency(program, pillars);
    let first = FIRST + usize::from(dependency.is_some());
    let last = if quick { FIRST } else { FIRST + YEARS - 1 };
    let status = match dependency {
        Some(_) => "approved",
        None => "running",
    };
    let amounts: Vec<(usize, usize)> = (first..=last)
        .map(|year| (year, 100_000_000 + 1_000_000 * pick(program, year, 400)))
        .collect();
    let mut text = format!(
        "title = \"Program layanan nomor {program}\"\nnumber = {}\npillar = \"pilar-{pillar}\"\n\
         dimension = \"dimensi-{pillar}-{dimension}\"\npartners = [\"opd:opd-{}\", \"stakeholder:kampus\"]\n\
         code = \"2.16.03\"\nstatus = \"{status}\"\nstart = {first}-01-01\nend = {last}-12-31\n\
         quick-win = {quick}\nexample = true\n\
         summary = \"Warga memperoleh layanan nomor {program} dengan lebih cepat, lebih dekat, dan lebih jelas daripada sebelumnya.\"\n\
         supports = [\"goal:tujuan-{}\", \"policy:arah-{pillar}\"]\n\
         districts = [\"kecamatan-{}\"]\nlaws = [\"uu-{}-2014\"]\ntotal = {}\n",
        program / pillars + 1,
        pick(program, 1, opds),
        program % GOALS,
        program % DISTRICTS,
        pick(program, 2, LAWS),
        amounts.iter().map(|(_, amount)| amount).sum::<usize>(),
    );
    if program.is_multiple_of(PROGRAMS_PER_PROPOSAL) {
        let _ = writeln!(
            text,
            "answers = [\"usulan-{}\"]",
            program / PROGRAMS_PER_PROPOSAL
        );
    }
    if let Some(other) = dependency {
        let _ = writeln!(text, "depends-on = [\"program-{other}\"]");
    }
    for activity in 0..3 {
        let _ = write!(
            text,
            "\n[[activity]]\ntitle = \"Kegiatan {activity} program {program}\"\n\
             code = \"2.16.03.2.0{}\"\noutput = \"Keluaran\"\n",
            activity + 1
        );
    }
    for (year, amount) in amounts {
        let _ = write!(
            text,
            "\n[[budget]]\nyear = {year}\nsource = \"apbd-kota\"\namount = {amount}\n"
        );
    }
    for indicator in 0..2 {
        let base = 20 + pick(program, indicator, 20);
        let targets: Vec<String> = (first..=last)
            .map(|year| format!("{year} = {}.5", base + (year - FIRST + 1) * 5))
            .collect();
        let _ = write!(
            text,
            "\n[[indicator]]\nname = \"Ukuran {indicator} program {program}\"\nunit = \"persen\"\n\
             kind = \"outcome\"\ndirection = \"up\"\n\
             baseline = {{ year = {}, value = {base}, source = \"contoh\" }}\n\
             targets = {{ {} }}\nmeasured-by = \"Pencatatan bulanan.\"\n",
            FIRST - 1,
            targets.join(", ")
        );
    }
    text.push_str("\n[[risk]]\ntext = \"Data terlambat.\"\nmitigation = \"Dicatat sejak awal.\"\n");
    text
}

fn narrative(program: usize, opds: usize) -> String {
    let mut text = format!(
        "## Mengapa\n\nLayanan nomor {program} dipakai setiap hari, tetapi waktunya **tidak pasti**.\n\
         Lihat <opd:opd-{}> dan <goal:tujuan-{}>.\n\n- Dicatat sejak awal.\n- Diperiksa tiap bulan.\n\n\
         Menurut Undang-Undang Nomor {} Tahun 2014, {} melayani 12,5% warga lewat SPBE\n\
         dengan biaya Rp1.250.000.000.\n",
        pick(program, 3, opds),
        pick(program, 4, GOALS),
        pick(program, 7, LAWS),
        name(pick(program, 3, opds)),
    );
    if program.is_multiple_of(PROGRAMS_PER_IMAGE) {
        let image = program / PROGRAMS_PER_IMAGE;
        let _ = write!(text, "\n![Peta layanan](assets/peta-{image}.svg)\n");
    }
    text
}

/// The same plan with mistakes in every tenth programme: an id, a key, a type, a sum
/// and a number in prose that are wrong.
pub fn flawed(programs: usize) -> Vec<File> {
    let mut files = plan(programs);
    let own = |path: &str| path.contains("/programs/program-") && path.contains("0.");
    for (path, text) in files.iter_mut().filter(|(path, _)| own(path)) {
        *text = if path.ends_with(".toml") {
            text.replacen("goal:tujuan-", "goal:tujuna-", 1)
                .replacen("measured-by = ", "measured-bye = ", 1)
                .replacen("output = \"Keluaran\"", "output = 5", 1)
                .replacen("total = ", "total = 1", 1)
        } else {
            text.replace("12,5%", "12.5%")
        };
    }
    files
}
