//! Plans that are out of the common, and what is measured on their pages: nothing stands
//! outside the text block or over something else, no card is broken that would fit a page,
//! and the type has few sizes.

use std::collections::BTreeSet;
use std::fmt::Write;

use ambonplan::check::Options;
use ambonplan::project;
use typst::foundations::{NativeElement, Selector, StyleChain};
use typst::introspection::Introspector;
use typst::layout::{Frame, FrameItem};
use typst::model::HeadingElem;
use typst_layout::PagedDocument;

use crate::geometry::{Geometry, Placed};
use crate::sandbox::{Sandbox, laid_out};

/// Level of the heading of a card.
const CARD: usize = 3;

/// How much lower than a page a card is that is broken all the same: what stands above
/// its heading, and below it.
const AROUND_CARD: f64 = 40.0;

/// Most sizes of type in one book, those of the cover not counted.
const SIZES: usize = 12;

/// A plan that is out of the common in some of these.
struct Stress {
    city: String,
    first: usize,
    years: usize,
    pillars: usize,
    opds: usize,
    programs: usize,
    indicators: usize,
    activities: usize,
    paragraphs: usize,
    budget: bool,
    english: bool,
    paper: &'static str,
    /// What names of entries begin with.
    name: String,
}

impl Default for Stress {
    fn default() -> Self {
        Self {
            city: "Kota Uji".into(),
            first: 2026,
            years: 5,
            pillars: 4,
            opds: 3,
            programs: 8,
            indicators: 2,
            activities: 3,
            paragraphs: 2,
            budget: true,
            english: false,
            paper: "a4",
            name: String::new(),
        }
    }
}

impl Stress {
    fn years(&self) -> impl Iterator<Item = usize> {
        self.first..self.first + self.years
    }

    fn named(&self, name: &str) -> String {
        if self.name.is_empty() {
            name.into()
        } else {
            format!("{name} {}", self.name)
        }
    }

    /// The plan, on disk.
    fn plan(&self) -> Sandbox {
        let sandbox = Sandbox::empty();
        let last = self.first + self.years - 1;
        let language = if self.english { "en" } else { "id" };
        sandbox.write(
            "plan.toml",
            format!(
                "city = \"{}\"\nprovince = \"Provinsi Uji\"\ntitle = \"{}\"\nlanguage = \"{language}\"\n\
                 paper = \"{}\"\nperiod = {{ start = {}, end = {last} }}\nrevision = \"1\"\n\
                 date = {}-06-01\nexample = true\n\n[[phase]]\nid = \"awal\"\nname = \"{}\"\n\
                 start = {}\nend = {last}\n",
                self.city,
                self.named("Rencana Uji"),
                self.paper,
                self.first,
                self.first,
                self.named("Fondasi"),
                self.first,
            ),
        );
        let mut registry = String::from("[rpjmd]\ntitle = \"RPJMD\"\nvision = \"Visi\"\n");
        for goal in 0..3 {
            let text = self.named(&format!("Meningkatnya mutu layanan ke-{goal}"));
            write!(
                registry,
                "\n[[goal]]\nid = \"tujuan-{goal}\"\ntext = \"{text}\"\n"
            )
            .unwrap();
        }
        let district = self.named("Kecamatan Timur");
        write!(
            registry,
            "\n[[district]]\nid = \"timur\"\nname = \"{district}\"\n"
        )
        .unwrap();
        sandbox.write("registry/all.toml", registry);
        for pillar in 0..self.pillars {
            sandbox.write(
                &format!("pillars/pilar-{pillar}/pillar.toml"),
                format!(
                    "name = \"{}\"\ncode = \"PI{}\"\norder = {}\nperson-in-charge = \"opd-0\"\n\
                     goal = \"{}\"\n\n[[dimension]]\nid = \"dimensi-{pillar}\"\nname = \"{}\"\n\n\
                     [[policy]]\nid = \"arah-{pillar}\"\ntext = \"{}\"\n",
                    self.named(&format!("Pilar {pillar}")),
                    char::from(b'A' + u8::try_from(pillar).unwrap()),
                    pillar + 1,
                    self.named("Warga memperoleh layanan yang baik."),
                    self.named("Dimensi layanan"),
                    self.named("Arah kebijakan layanan"),
                ),
            );
        }
        for opd in 0..self.opds {
            sandbox.write(
                &format!("opd/opd-{opd}/opd.toml"),
                format!(
                    "name = \"{}\"\nabbreviation = \"Dinas{opd}\"\nkind = \"dinas\"\n\
                     fields = [\"2.16\"]\n\n[head]\nposition = \"Kepala Dinas\"\nname = \"Kepala {opd}\"\n\
                     since = 2025-01-01\n\n[commitment]\nstatus = \"signed\"\ndate = {}-01-15\n",
                    self.named(&format!("Dinas Urusan {}", ["Satu", "Dua", "Tiga"][opd % 3])),
                    self.first,
                ),
            );
        }
        for program in 0..self.programs {
            let path = format!("opd/opd-{}/programs/program-{program}", program % self.opds);
            sandbox.write(&format!("{path}.toml"), self.program(program));
            let sentence = "Layanan ini dipakai warga setiap hari, tetapi waktunya tidak pasti dan \
                            pemerintahannya belum menyelesaikan perubahannya. ";
            let paragraph = format!("{}\n\n", sentence.repeat(3));
            if self.paragraphs > 0 {
                sandbox.write(&format!("{path}.md"), paragraph.repeat(self.paragraphs));
            }
        }
        sandbox
    }

    fn program(&self, program: usize) -> String {
        let pillar = program % self.pillars;
        let last = self.first + self.years - 1;
        let mut text = format!(
            "title = \"{}\"\nnumber = {}\npillar = \"pilar-{pillar}\"\ndimension = \"dimensi-{pillar}\"\n\
             code = \"2.16.03\"\nstatus = \"running\"\nstart = {}-01-01\nend = {last}-12-31\n\
             example = true\nsummary = \"{}\"\nsupports = [\"goal:tujuan-{}\", \"policy:arah-{pillar}\"]\n\
             districts = [\"timur\"]\n",
            self.named(&format!("Layanan nomor {program}")),
            program / self.pillars + 1,
            self.first,
            self.named(
                "Warga memperoleh layanan dengan lebih cepat dan lebih dekat daripada sebelumnya."
            ),
            program % 3,
        );
        for activity in 0..self.activities {
            let title = self.named(&format!("Kegiatan {activity}"));
            let output = self.named("Keluaran");
            write!(
                text,
                "\n[[activity]]\ntitle = \"{title}\"\noutput = \"{output}\"\n"
            )
            .unwrap();
        }
        if self.budget {
            for year in self.years() {
                let amount = 150_000_000 + 1_000_000 * (program + year % 100);
                write!(
                    text,
                    "\n[[budget]]\nyear = {year}\nsource = \"apbd-kota\"\namount = {amount}\n"
                )
                .unwrap();
            }
        }
        for indicator in 0..self.indicators {
            let targets = self.years().enumerate();
            let targets: Vec<String> = targets
                .map(|(at, year)| format!("{year} = {}.5", 30 + at))
                .collect();
            write!(
                text,
                "\n[[indicator]]\nname = \"{}\"\nunit = \"persen\"\nkind = \"{}\"\ndirection = \"up\"\n\
                 baseline = {{ year = {}, value = 20, source = \"contoh\" }}\ntargets = {{ {} }}\n\
                 measured-by = \"{}\"\n",
                self.named(&format!("Ukuran {indicator}")),
                if indicator == 0 { "outcome" } else { "output" },
                self.first - 1,
                targets.join(", "),
                self.named("Pencatatan bulanan."),
            )
            .unwrap();
        }
        let risk = self.named("Data terlambat.");
        write!(
            text,
            "\n[[risk]]\ntext = \"{risk}\"\nmitigation = \"Dicatat sejak awal.\"\n"
        )
        .unwrap();
        text
    }

    /// Sets the plan and looks at its pages.
    fn assert_sound(&self) {
        let sandbox = self.plan();
        let project = project::load(&sandbox.plan(), &Options::default()).unwrap();
        let said = |findings: &ambonplan::finding::Findings| {
            let all = findings.iter().map(|one| format!("{:?}", one.message));
            all.collect::<Vec<_>>().join("\n")
        };
        assert!(
            !project.findings.has_errors(),
            "{}",
            said(&project.findings)
        );
        let (pages, findings) = laid_out(&project);
        assert!(findings.is_empty(), "{}", said(&findings));
        let pages = pages.unwrap();
        let geometry = Geometry::of(&pages);
        // Stripes of charts are cut off at the sides of their fields.
        let is_stripe = |fault: &String| fault.contains(": Shape") && fault.ends_with("is cropped");
        let mut faults = geometry.faults();
        faults.retain(|fault| !is_stripe(fault));
        assert!(
            faults.is_empty(),
            "{} faults:\n{}",
            faults.len(),
            faults[..faults.len().min(20)].join("\n")
        );
        let cards = cards(&pages, &geometry);
        assert_eq!(cards.len(), self.programs);
        let broken: Vec<&Card> = cards.iter().filter(|card| card.is_broken()).collect();
        assert!(broken.is_empty(), "{broken:#?}");
        let sizes = sizes(&pages);
        assert!(sizes.len() <= SIZES, "{} sizes: {sizes:?}", sizes.len());
    }
}

/// A card as it is set.
#[derive(Debug)]
#[allow(dead_code, reason = "what is told where a test fails")]
struct Card {
    title: String,
    /// Number of its page.
    page: usize,
    /// How high it is, and how high a page.
    height: f64,
    room: f64,
    /// Whether it goes on on another page.
    goes_on: bool,
}

impl Card {
    /// Whether it goes on on another page and would fit one.
    fn is_broken(&self) -> bool {
        self.goes_on && self.height + AROUND_CARD < self.room
    }
}

fn cards(pages: &PagedDocument, geometry: &Geometry) -> Vec<Card> {
    let introspector = pages.introspector();
    let found = introspector.query(&Selector::Elem(HeadingElem::ELEM, None));
    let headings: Vec<(usize, usize, f64, String)> = found
        .iter()
        .filter_map(|content| {
            let heading = content.to_packed::<HeadingElem>()?;
            let level = heading.resolve_level(StyleChain::default()).get();
            let at = introspector.position(content.location()?)?;
            let title = heading.body.plain_text().to_string();
            Some((level, at.page.get() - 1, at.point.y.to_pt(), title))
        })
        .collect();
    let mut cards = Vec::new();
    for (at, (level, page, top, title)) in headings.iter().enumerate() {
        if *level != CARD || !title.contains("Layanan nomor") {
            continue;
        }
        let (last, limit) = match headings.get(at + 1) {
            Some((_, page, top, _)) => (*page, *top),
            None => (geometry.pages() - 1, f64::INFINITY),
        };
        let foot = |on: usize, above: f64| {
            let own = |it: &&Placed| it.page == on && !it.running && it.rect.bottom < above;
            let feet = geometry.placed.iter().filter(own).map(|it| it.rect.bottom);
            feet.reduce(f64::max)
        };
        let Some(room) = geometry.block(*page) else {
            continue;
        };
        let mut height =
            foot(*page, if last == *page { limit } else { f64::INFINITY }).unwrap_or(*top) - top;
        let mut goes_on = false;
        for on in page + 1..=last {
            let above = if on == last { limit } else { f64::INFINITY };
            if let Some(foot) = foot(on, above) {
                height += foot - room.top;
                goes_on = true;
            }
        }
        cards.push(Card {
            title: title.clone(),
            page: page + 1,
            height,
            room: room.bottom - room.top,
            goes_on,
        });
    }
    cards
}

/// The sizes of all type behind the cover, in hundredths of a point.
fn sizes(pages: &PagedDocument) -> BTreeSet<i64> {
    fn walk(frame: &Frame, sizes: &mut BTreeSet<i64>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => walk(&group.frame, sizes),
                FrameItem::Text(text) if !text.text.trim().is_empty() => {
                    #[allow(clippy::cast_possible_truncation, reason = "sizes are small")]
                    sizes.insert((text.size.to_pt() * 100.0).round() as i64);
                }
                _ => {}
            }
        }
    }
    let mut sizes = BTreeSet::new();
    for page in pages.pages().iter().skip(1) {
        walk(&page.frame, &mut sizes);
    }
    sizes
}

/// Words of some characters together.
fn long(characters: usize) -> String {
    let words = "dan penyelenggaraan pelayanan pemerintahan yang bertanggung jawab bagi masyarakat \
                 di seluruh wilayah kota serta pulau-pulau kecil di sekitarnya secara berkelanjutan ";
    let mut text: String = words.repeat(3).chars().take(characters).collect();
    text.truncate(text.trim_end().len());
    text
}

#[test]
fn names_of_a_hundred_and_fifty_characters() {
    let stress = Stress {
        city: format!("Kota {}", long(120)),
        name: long(130),
        pillars: 3,
        programs: 6,
        ..Stress::default()
    };
    stress.assert_sound();
}

#[test]
fn six_years() {
    Stress {
        years: 6,
        ..Stress::default()
    }
    .assert_sound();
}

#[test]
fn fifteen_years() {
    Stress {
        years: 15,
        ..Stress::default()
    }
    .assert_sound();
}

#[test]
fn twenty_five_indicators_in_a_programme() {
    Stress {
        indicators: 25,
        programs: 4,
        ..Stress::default()
    }
    .assert_sound();
}

#[test]
fn forty_programmes_of_one_agency() {
    Stress {
        opds: 1,
        programs: 40,
        ..Stress::default()
    }
    .assert_sound();
}

#[test]
fn no_budget() {
    Stress {
        budget: false,
        ..Stress::default()
    }
    .assert_sound();
}

#[test]
fn one_programme() {
    Stress {
        pillars: 1,
        opds: 1,
        programs: 1,
        ..Stress::default()
    }
    .assert_sound();
}

#[test]
fn three_pillars_and_long_narrative() {
    Stress {
        pillars: 3,
        paragraphs: 9,
        ..Stress::default()
    }
    .assert_sound();
}

#[test]
fn nine_pillars() {
    Stress {
        pillars: 9,
        programs: 18,
        ..Stress::default()
    }
    .assert_sound();
}

#[test]
fn english_on_folio_paper() {
    Stress {
        english: true,
        paper: "f4",
        ..Stress::default()
    }
    .assert_sound();
}

#[test]
fn cards_of_every_height() {
    for paragraphs in [0, 1, 3, 4, 5, 6] {
        Stress {
            paragraphs,
            pillars: 2,
            opds: 1,
            programs: 5,
            activities: 1 + paragraphs,
            ..Stress::default()
        }
        .assert_sound();
    }
}
