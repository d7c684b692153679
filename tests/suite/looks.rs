//! How telling pages look, beside pictures of how they looked when somebody last
//! looked at them.
//!
//! `SNAPSHOTS=overwrite cargo test looks` renews the pictures in `tests/looks`; open
//! those that changed before committing them. Where a page differs, what it looks
//! like now is left in the target directory.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use ambonplan::check::Options;
use ambonplan::compose::Selection;
use ambonplan::model::Show;
use ambonplan::project;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ImageFormat, RgbImage};
use image_compare::Algorithm;
use typst::foundations::Label;
use typst::introspection::Introspector;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use crate::sandbox::{Sandbox, copy, laid_out_of};

/// Pixels for a point: large enough to tell lines of text apart.
const SCALE: f64 = 0.6;

/// Structural likeness below which two pictures differ. The same page drawn on
/// another machine is above, a word more or another colour below.
const ALIKE: f64 = 0.999;

/// A page: the name of its picture, and where it is: so many pages behind a label.
type Page = (&'static str, &'static str, usize);

const AMBON: &[Page] = &[
    ("cover", "", 0),
    ("approval", "part:approval", 0),
    ("commitments", "part:commitments", 0),
    ("foreword", "chapter:kata-pengantar", 0),
    ("at-a-glance", "part:at-a-glance", 0),
    ("contents", "part:contents", 0),
    ("legal-basis", "chapter:pendahuluan", 1),
    ("readiness", "chapter:analisis", 1),
    ("alignment", "chapter:visi", 2),
    ("coverage", "chapter:strategi", 1),
    ("pillar", "pillar:governance", 0),
    ("indicator-paths", "pillar:governance", 2),
    ("card", "program:layanan-112", 1),
    ("road-map", "chapter:peta-jalan", 1),
    ("budget", "part:budget", 0),
    ("council", "chapter:kelembagaan", 0),
    ("evaluation", "chapter:evaluasi", 0),
    ("opd", "opd:diskominfo", 0),
    ("matrix", "part:action-matrix", 0),
];

const SUMMARY: &[Page] = &[
    ("promises", "part:promises", 0),
    ("decisions", "part:decisions", 0),
];

const TELADAN: &[Page] = &[
    ("f4-cover", "", 0),
    ("f4-at-a-glance", "part:at-a-glance", 0),
    ("f4-prose", "chapter:pendahuluan", 0),
    ("f4-card", "program:meter-jujur", 0),
];

#[test]
fn telling_pages_look_as_before() {
    let mut different = Vec::new();
    for (plan, volume, pages) in [
        ("plan", None, AMBON),
        ("plan", Some("buku-3-ringkasan"), SUMMARY),
        ("examples/kota-teladan", None, TELADAN),
    ] {
        let document = set(&root().join(plan), volume);
        for (name, label, behind) in pages {
            let page = drawn(&document, label, *behind, SCALE);
            different.extend(differs("tests/looks", name, &page));
        }
    }
    assert!(
        different.is_empty(),
        "look at these, and renew the pictures with \
         `SNAPSHOTS=overwrite cargo test looks` if they are right:\n{}",
        different.join("\n")
    );
}

/// What a block of narrative can ask for, each on a page that is as high as it is.
#[test]
fn what_a_block_asks_for_looks_as_documented() {
    let sandbox = Sandbox::empty();
    copy(&root().join("examples/kota-teladan"), &sandbox.plan());
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    let head = &plan[..plan.find("[[volume]]").unwrap()];
    let mut parts = Vec::new();
    for show in Show::ALL {
        let id = format!("contoh-{}", show.word());
        parts.push(format!("\"chapter:{id}\""));
        let text = format!(
            "# Contoh\n\n```ambonplan\nshow = \"{}\"\n```\n",
            show.word()
        );
        sandbox.write(&format!("chapters/{id}.md"), text);
    }
    let volume = format!(
        "[[volume]]\nid = \"contoh\"\ntitle = \"Contoh\"\nbody = [{}]\n",
        parts.join(", ")
    );
    sandbox.write("plan.toml", format!("{head}{volume}"));
    let chapter = fs::read_to_string(root().join("templates/chapter.typ")).unwrap();
    sandbox.write("templates/chapter.typ", format!("{chapter}{BARE}"));
    let document = set(&sandbox.plan(), None);
    let mut different = Vec::new();
    for show in Show::ALL {
        let label = format!("chapter:contoh-{}", show.word());
        let page = drawn(&document, &label, 0, 2.0 * SCALE);
        different.extend(differs("docs/blocks", show.word(), &page));
    }
    assert!(
        different.is_empty(),
        "look at these, and renew the pictures with \
         `SNAPSHOTS=overwrite cargo test looks` if they are right:\n{}",
        different.join("\n")
    );
}

/// A chapter that is its content and nothing around it.
const BARE: &str = "
#let chapter(data, body) = {
  set page(width: 176mm, height: auto, margin: 6mm)
  [#metadata(none)#label(data.label)]
  body
}
";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The pages of a volume of a plan; of the first if none is named.
fn set(plan: &Path, volume: Option<&str>) -> PagedDocument {
    let project = project::load(plan, &Options::default()).unwrap();
    let selection = Selection {
        volume: volume.map(str::to_owned),
        part: None,
    };
    laid_out_of(&project, &selection).0.unwrap()
}

/// The page so many pages behind the one with the label.
fn drawn(document: &PagedDocument, label: &str, behind: usize, scale: f64) -> RgbImage {
    let first = match label {
        "" => 0,
        label => {
            let introspector = document.introspector();
            let label = Label::new(PicoStr::intern(label)).unwrap();
            let element = introspector.query_label(label).unwrap();
            let page = introspector.page(element.location().unwrap()).unwrap();
            page.get() - 1
        }
    };
    let options = typst_render::RenderOptions {
        pixel_per_pt: scale.into(),
        ..typst_render::RenderOptions::default()
    };
    let pixmap = typst_render::render(&document.pages()[first + behind], &options);
    let png = pixmap.encode_png().unwrap();
    image::load_from_memory_with_format(&png, ImageFormat::Png)
        .unwrap()
        .into_rgb8()
}

/// What is to be said of a page that does not look like its picture.
fn differs(folder: &str, name: &str, page: &RgbImage) -> Option<String> {
    let kept = root().join(format!("{folder}/{name}.png"));
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        // One that looks the same keeps its bytes.
        if likeness(&kept, page).is_none_or(|likeness| likeness < ALIKE) {
            save(page, &kept);
        }
        return None;
    }
    let found = likeness(&kept, page);
    if found.is_some_and(|likeness| likeness >= ALIKE) {
        return None;
    }
    let now: PathBuf = [env!("CARGO_TARGET_TMPDIR"), "looks"].iter().collect();
    fs::create_dir_all(&now).unwrap();
    let now = now.join(format!("{name}.png"));
    save(page, &now);
    Some(match found {
        Some(likeness) => format!("{name}: likeness {likeness:.4}, now {}", now.display()),
        None => format!("{name}: another size or no picture, now {}", now.display()),
    })
}

fn save(page: &RgbImage, path: &Path) {
    let file = BufWriter::new(File::create(path).unwrap());
    let encoder = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::Adaptive);
    page.write_with_encoder(encoder).unwrap();
}

/// How like a page is to a picture, up to 1; nothing if there is none of its size.
fn likeness(kept: &Path, page: &RgbImage) -> Option<f64> {
    let kept = image::open(kept).ok()?.into_rgb8();
    let algorithm = Algorithm::MSSIMSimple;
    let compared = image_compare::rgb_similarity_structure(&algorithm, &kept, page);
    compared.ok().map(|similarity| similarity.score)
}
