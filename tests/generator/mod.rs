//! Plans of any size, the same for the same size: every programme is whole, refers
//! to what a real one refers to, and breaks no rule.

use std::fmt::Write;

/// A file: its path in the plan, and its text.
pub type File = (String, String);

const FIRST: usize = 2026;
const YEARS: usize = 5;
const DIMENSIONS: usize = 3;
const GOALS: usize = 12;
const LAWS: usize = 24;
const DISTRICTS: usize = 5;
const PROGRAMS_PER_OPD: usize = 25;
/// Numbers of programmes have three digits.
const PROGRAMS_PER_PILLAR: usize = 900;

/// A plan with so many programmes, at least 18 of them.
pub fn plan(programs: usize) -> Vec<File> {
    let pillars = programs.div_ceil(PROGRAMS_PER_PILLAR).max(6);
    let programs = programs.max(pillars * DIMENSIONS);
    let opds = programs.div_ceil(PROGRAMS_PER_OPD);
    let mut files = vec![
        ("plan.toml".into(), root()),
        ("registry/all.toml".into(), registry()),
    ];
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
    usize::try_from((mixed >> 33) % limit.max(1) as u64).unwrap_or_default()
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
    text.push_str("[[stakeholder]]\nid = \"kampus\"\nname = \"Kampus\"\nelement = \"akademisi\"\n");
    text
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
    let letter = char::from(b'A' + u8::try_from(pillar).unwrap_or_default());
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
        "name = \"Dinas Urusan Nomor {opd}\"\nabbreviation = \"Dinas{opd}\"\nkind = \"dinas\"\n\
         fields = [\"2.16\"]\n\n[head]\nposition = \"Kepala Dinas\"\nsince = 2025-01-01\n\n\
         [commitment]\nstatus = \"signed\"\ndate = 2026-01-15\n"
    )
}

fn entry(program: usize, pillars: usize, opds: usize) -> String {
    let pillar = program % pillars;
    let dimension = program / pillars % DIMENSIONS;
    let quick = program < pillars;
    let last = if quick { FIRST } else { FIRST + YEARS - 1 };
    let mut text = format!(
        "title = \"Program layanan nomor {program}\"\nnumber = {}\npillar = \"pilar-{pillar}\"\n\
         dimension = \"dimensi-{pillar}-{dimension}\"\npartners = [\"opd:opd-{}\", \"stakeholder:kampus\"]\n\
         code = \"2.16.03\"\nstatus = \"running\"\nstart = {FIRST}-01-01\nend = {last}-12-31\n\
         quick-win = {quick}\nexample = true\n\
         summary = \"Warga memperoleh layanan nomor {program} dengan lebih cepat, lebih dekat, dan lebih jelas daripada sebelumnya.\"\n\
         supports = [\"goal:tujuan-{}\", \"policy:arah-{pillar}\"]\n\
         districts = [\"kecamatan-{}\"]\nlaws = [\"uu-{}-2014\"]\n",
        program / pillars + 1,
        pick(program, 1, opds),
        program % GOALS,
        program % DISTRICTS,
        pick(program, 2, LAWS),
    );
    for activity in 0..3 {
        let _ = write!(
            text,
            "\n[[activity]]\ntitle = \"Kegiatan {activity} program {program}\"\n\
             code = \"2.16.03.2.0{}\"\noutput = \"Keluaran\"\n",
            activity + 1
        );
    }
    for year in FIRST..=last {
        let amount = 100_000_000 + 1_000_000 * pick(program, year, 400);
        let _ = write!(
            text,
            "\n[[budget]]\nyear = {year}\nsource = \"apbd-kota\"\namount = {amount}\n"
        );
    }
    for indicator in 0..2 {
        let base = 20 + pick(program, indicator, 20);
        let targets: Vec<String> = (FIRST..=last)
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
    format!(
        "## Mengapa\n\nLayanan nomor {program} dipakai setiap hari, tetapi waktunya **tidak pasti**.\n\
         Lihat <opd:opd-{}> dan <goal:tujuan-{}>.\n\n- Dicatat sejak awal.\n- Diperiksa tiap bulan.\n",
        pick(program, 3, opds),
        pick(program, 4, GOALS)
    )
}
