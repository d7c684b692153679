//! Files of pictures that are cut off, damaged, of another kind than they say, or that no
//! machine could set.

use std::fs;

use ambonplan::check::Options;
use ambonplan::finding::Severity;
use ambonplan::project;

use crate::sandbox::Sandbox;

/// What is said of a picture, as `CODE path:line:column`.
fn said(name: &str, bytes: impl AsRef<[u8]>) -> Vec<String> {
    let sandbox = Sandbox::new();
    sandbox.write(&format!("assets/{name}"), bytes);
    sandbox.write("assets/latar.png", png(8, 8));
    sandbox.write(
        "chapters/pendahuluan.md",
        format!("# Pendahuluan\n\n![Gambar](assets/{name})\n\n![Latar](assets/latar.png)\n"),
    );
    let mut findings = sandbox.findings();
    findings
        .retain(|finding| finding.contains("pendahuluan.md:3") && !finding.starts_with("TXT013"));
    findings
}

const BROKEN: &str = "TXT003 chapters/pendahuluan.md:3:1";
const OVERSIZED: &str = "STR029 chapters/pendahuluan.md:3:1";
const PRESS: &str = "STR030 chapters/pendahuluan.md:3:1";
const LETTERS: &str = "STR040 chapters/pendahuluan.md:3:1";
const INCOMPLETE: &str = "STR031 chapters/pendahuluan.md:3:1";

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let image = image::RgbImage::new(width, height);
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A PNG that says that it has so many pixels.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(8, 8);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc32fast::hash(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

/// A JPEG of so many colours, as its segments: nothing is decoded.
fn jpeg(frame: u8, colours: u8, profile: bool) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    let mut segment = |marker: u8, content: &[u8]| {
        bytes.extend([0xff, marker]);
        bytes.extend(u16::try_from(content.len() + 2).unwrap().to_be_bytes());
        bytes.extend(content);
    };
    if profile {
        segment(0xe2, b"ICC_PROFILE\0\x01\x01");
    }
    let mut header = vec![8, 0, 8, 0, 8, colours];
    header.extend((1..=colours).flat_map(|colour| [colour, 0x11, 0]));
    segment(frame, &header);
    segment(0xda, &[1, 1, 0, 0, 63, 0]);
    bytes.extend([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]);
    bytes
}

const GIF: &[u8] = b"GIF89a\x02\x00\x02\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x02\x00\x02\x00\x00\x02\x03\x44\x02\x05\x00;";

const WEBP: &[u8] = b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00";

#[test]
fn pictures_of_pixels_are_whole_or_told() {
    let cut = |bytes: Vec<u8>, by: usize| bytes[..bytes.len() - by].to_vec();
    let mut damaged = png(8, 8);
    let middle = damaged.len() - 20;
    damaged[middle] ^= 1;
    for (name, bytes, expected) in [
        ("a.png", png(8, 8), vec![]),
        ("a.PNG", png(8, 8), vec![]),
        ("a.png", cut(png(8, 8), 12), vec![BROKEN]),
        ("a.png", cut(png(8, 8), 25), vec![BROKEN]),
        ("a.png", damaged, vec![BROKEN]),
        ("a.png", png_of(20_000, 20_000), vec![OVERSIZED]),
        ("a.png", png_of(u32::MAX, u32::MAX), vec![OVERSIZED]),
        ("a.png", png_of(0, 8), vec![BROKEN]),
        ("a.jpg", png(8, 8), vec![BROKEN]),
        ("a.webp", png(8, 8), vec![BROKEN]),
        ("a.bmp", png(8, 8), vec![BROKEN]),
        (
            "a.png",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(),
            vec![BROKEN],
        ),
        ("a.jpg", jpeg(0xc0, 3, false), vec![]),
        ("a.jpeg", jpeg(0xc2, 1, false), vec![]),
        ("a.jpg", cut(jpeg(0xc0, 3, false), 2), vec![BROKEN]),
        ("a.jpg", cut(jpeg(0xc0, 3, false), 12), vec![BROKEN]),
        ("a.jpg", jpeg(0xc0, 4, false), vec![PRESS]),
        ("a.jpg", jpeg(0xc0, 4, true), vec![]),
        ("a.jpg", jpeg(0xc3, 3, false), vec![BROKEN]),
        ("a.gif", GIF.to_vec(), vec![]),
        ("a.gif", cut(GIF.to_vec(), 4), vec![BROKEN]),
        ("a.gif", cut(GIF.to_vec(), 20), vec![BROKEN]),
        ("a.webp", WEBP.to_vec(), vec![]),
        ("a.webp", cut(WEBP.to_vec(), 3), vec![BROKEN]),
        ("a.png", Vec::new(), vec![BROKEN]),
    ] {
        assert_eq!(
            said(name, &bytes),
            expected,
            "{name} of {} bytes",
            bytes.len()
        );
    }
}

fn svg(body: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         width=\"100\" height=\"50\"><rect width=\"9\" height=\"9\"/>{body}</svg>"
    )
}

#[test]
fn drawings_are_set_or_told() {
    let plain = svg("");
    let entity = format!(
        "<!DOCTYPE svg [<!ENTITY a \"{}\">]>{}",
        "a".repeat(100_000),
        svg(&format!("<text>{}</text>", "&a;".repeat(10_000)))
    );
    let laughs = format!(
        "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">{}]>{}",
        (b'b'..=b'i')
            .map(|name| {
                let before = char::from(name - 1);
                let inside = format!("&{before};").repeat(10);
                format!("<!ENTITY {} \"{inside}\">", char::from(name))
            })
            .collect::<String>(),
        svg("<text>&i;</text>")
    );
    let illustrator = plain.replacen(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"",
        "<!DOCTYPE svg [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">]><svg xmlns=\"&ns_svg;\"",
        1,
    );
    let image = |href: &str| {
        svg(&format!(
            "<image xlink:href=\"{href}\" width=\"9\" height=\"9\"/>"
        ))
    };
    let filter = |primitive: &str| {
        svg(&format!(
            "<filter id=\"f\">{primitive}</filter><rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>"
        ))
    };
    let blurred = |count: usize, element: &str| {
        let blur = "<filter id=\"f\"><feGaussianBlur stdDeviation=\"2\"/></filter>";
        svg(&format!("{blur}{}", element.repeat(count)))
    };
    let wide = |primitive: &str| {
        svg(&format!(
            "<filter id=\"f\" filterUnits=\"userSpaceOnUse\" width=\"100%\" height=\"100%\">{primitive}</filter>\
             <rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>"
        ))
    };
    for (text, expected) in [
        (plain.clone(), vec![]),
        (
            format!("\u{feff}<?xml version=\"1.0\"?>\n<!-- a -->{plain}"),
            vec![],
        ),
        (illustrator, vec![]),
        (
            plain.replace("width=\"100\" height=\"50\"", "viewBox=\"0 0 9 9\""),
            vec![],
        ),
        (plain.replace("width=\"100\"", "width=\"0\""), vec![BROKEN]),
        (
            plain.replace("width=\"100\"", "width=\"-3mm\""),
            vec![BROKEN],
        ),
        (
            plain.replace("xmlns=\"http://www.w3.org/2000/svg\" ", ""),
            vec![BROKEN],
        ),
        (plain.replace("</svg>", ""), vec![BROKEN]),
        (svg("<text>a & b</text>"), vec![BROKEN]),
        (svg("<text>a&nbsp;b</text>"), vec![BROKEN]),
        (svg("<a b=c/>"), vec![BROKEN]),
        (svg("<a:b/>"), vec![BROKEN]),
        (entity, vec![OVERSIZED]),
        (laughs, vec![OVERSIZED]),
        (image("latar.png"), vec![]),
        (image("./latar.png"), vec![]),
        (image("tidak-ada.png"), vec![BROKEN]),
        (image("http://a.id/latar.png"), vec![BROKEN]),
        (image("/assets/latar.png"), vec![BROKEN]),
        (image("../../latar.png"), vec![BROKEN]),
        (image("gambar.svg"), vec![BROKEN]),
        (image(""), vec![BROKEN]),
        (image("#a"), vec![BROKEN]),
        (image("data:text/plain,halo"), vec![INCOMPLETE]),
        (image("data:image/png;base64,aGFsbG8="), vec![INCOMPLETE]),
        (svg("<use href=\"latar.svg#a\"/>"), vec![INCOMPLETE]),
        (svg("<use href=\"#a\"/>"), vec![]),
        (
            svg("<foreignObject width=\"9\" height=\"9\"/>"),
            vec![INCOMPLETE],
        ),
        (filter("<feGaussianBlur stdDeviation=\"2\"/>"), vec![]),
        (filter("<feMorphology radius=\"2\"/>"), vec![]),
        (
            blurred(1_000, "<path d=\"M0 0h1v1z\" filter=\"url(#f)\"/>"),
            vec![OVERSIZED],
        ),
        (
            blurred(100, "<path d=\"M0 0h1v1z\" filter=\"url(#f)\"/>"),
            vec![],
        ),
        (
            blurred(1_000, "<rect width=\"4\" height=\"4\" filter=\"url(#f)\"/>"),
            vec![],
        ),
        (
            blurred(
                50,
                "<rect width=\"100\" height=\"50\" style=\"filter: url(#f)\"/>",
            ),
            vec![OVERSIZED],
        ),
        (
            blurred(
                50,
                "<rect width=\"100\" height=\"50\" class=\"a b\"/><style>.x, .b { filter: url('#f') }</style>",
            ),
            vec![OVERSIZED],
        ),
        (
            blurred(50, "<rect width=\"100\" height=\"50\" filter=\"none\"/>"),
            vec![],
        ),
        (wide("<feMorphology radius=\"100\"/>"), vec![OVERSIZED]),
        (wide("<feTurbulence numOctaves=\"300\"/>"), vec![OVERSIZED]),
        (wide("<feConvolveMatrix order=\"40\"/>"), vec![OVERSIZED]),
        (wide("<feGaussianBlur stdDeviation=\"500\"/>"), vec![]),
    ] {
        let shown = text.get(..text.len().min(300)).unwrap_or_default();
        assert_eq!(said("gambar.svg", &text), expected, "{shown}");
    }
}

/// A part may use others, and these others again, as long as that ends.
#[test]
fn drawings_that_have_no_end_are_told() {
    let chain = |parts: usize, last: usize| -> String {
        let parts = (0..parts).map(|at| {
            let next = if at + 1 == parts { last } else { at + 1 };
            format!("<g id=\"g{at}\"><rect width=\"1\" height=\"1\"/><use href=\"#g{next}\"/></g>")
        });
        svg(&parts.collect::<String>())
    };
    let doubled = |times: usize| -> String {
        let parts = (0..times).map(|at| {
            let part = at.wrapping_sub(1);
            format!("<g id=\"g{at}\"><use href=\"#g{part}\"/><use href=\"#g{part}\"/></g>")
        });
        svg(&parts.collect::<String>())
    };
    let circle = |count: usize, part: fn(usize, usize) -> String| -> String {
        let parts = (0..count).map(|at| part(at, (at + 1) % count));
        svg(&parts.collect::<String>())
    };
    let clips = |count| {
        circle(count, |at, next| {
            format!(
                "<clipPath id=\"c{at}\" clip-path=\"url(#c{next})\"><rect width=\"9\" height=\"9\"/></clipPath>"
            )
        })
    };
    let nested = |depth: usize| svg(&format!("{}{}", "<g>".repeat(depth), "</g>".repeat(depth)));
    for (name, text, expected) in [
        ("a chain", chain(30, 99), vec![]),
        ("circle of three", chain(3, 0), vec![BROKEN]),
        ("circle behind a chain", chain(9, 4), vec![BROKEN]),
        ("each other", chain(2, 0), vec![BROKEN]),
        // What leads back at once is left out when the drawing is set.
        ("itself", chain(1, 0), vec![]),
        (
            "above",
            svg("<g id=\"a\"><g><use href=\"#a\"/></g></g>"),
            vec![],
        ),
        ("doubled", doubled(8), vec![]),
        ("doubled too often", doubled(30), vec![OVERSIZED]),
        ("nested", nested(200), vec![]),
        ("nested too deep", nested(2_000), vec![OVERSIZED]),
        ("clips in a circle", clips(3), vec![BROKEN]),
        ("two clips in a circle", clips(2), vec![BROKEN]),
        ("a clip of itself", clips(1), vec![]),
        (
            "patterns in a circle",
            circle(3, |at, next| {
                format!(
                    "<pattern id=\"p{at}\" width=\"9\" height=\"9\"><g><rect width=\"9\" height=\"9\" \
                     style=\"stroke: none; fill: url('#p{next}')\"/></g></pattern>"
                )
            }),
            vec![BROKEN],
        ),
        (
            "a pattern and a mask",
            svg(
                "<mask id=\"m\"><rect width=\"9\" height=\"9\" fill=\"url(#p)\"/></mask>\
                 <pattern id=\"p\"><use href=\"#r\"/></pattern>\
                 <rect id=\"r\" width=\"9\" height=\"9\" class=\"a b\"/><style>.x, .b { mask: url(#m) }</style>",
            ),
            vec![BROKEN],
        ),
        (
            "patterns of patterns",
            svg(
                "<pattern id=\"p\"><rect fill=\"url(#q)\"/></pattern><pattern id=\"q\"><rect fill=\"url(#r)\"/></pattern>\
                 <linearGradient id=\"r\"/><rect fill=\"url(#p)\" stroke=\"url(#q)\"/>",
            ),
            vec![],
        ),
    ] {
        assert_eq!(said("gambar.svg", &text), expected, "{name}");
    }
}

/// Styles from elsewhere are not read, so that the drawing looks other than it should.
#[test]
fn styles_from_elsewhere_are_told() {
    let plain = svg("");
    for (text, expected) in [
        (svg("<style>.a { fill: red }</style>"), vec![]),
        (
            svg("<style>@import \"gaya.css\";</style>"),
            vec![INCOMPLETE],
        ),
        (
            svg("<style>@import url(gaya.css);</style>"),
            vec![INCOMPLETE],
        ),
        (
            svg("<style>@import url('a.css');</style>"),
            vec![INCOMPLETE],
        ),
        (
            format!("<?xml-stylesheet type=\"text/css\" href=\"gaya.css\"?>{plain}"),
            vec![INCOMPLETE],
        ),
    ] {
        assert_eq!(said("gambar.svg", &text), expected, "{text}");
    }
}

#[test]
fn letters_of_drawings_that_no_font_has_are_told() {
    for (body, expected) in [
        ("<text>Selesai ✓ “ya” é</text>", vec![]),
        ("<text>Selesai ✅</text>", vec![LETTERS]),
        ("<text>Selesai &#x2705;</text>", vec![LETTERS]),
        ("<text>a<tspan>名前</tspan></text>", vec![LETTERS]),
        ("<a href=\"#x\"><g><text>🎵</text></g></a>", vec![LETTERS]),
        ("<text>\u{f0b7} butir</text>", vec![LETTERS]),
        ("<text>\t baris\n dua </text>", vec![]),
        // Nobody sees these.
        (
            "<title>名前</title><desc>✅</desc><metadata>✅</metadata>",
            vec![],
        ),
        ("<text>a<title>✅</title></text>", vec![]),
        ("<g display=\"none\"><text>✅</text></g>", vec![]),
        (
            "<g style=\"fill: red; display: none\"><text>✅</text></g>",
            vec![],
        ),
        ("<style>/* ✅ */</style><!-- ✅ -->", vec![]),
        ("<rect id=\"名前\" width=\"1\" height=\"1\"/>", vec![]),
    ] {
        assert_eq!(said("gambar.svg", svg(body)), expected, "{body}");
    }
}

/// What cannot be set keeps the book from being set, on the cover as in a text; and what
/// a picture shows inside itself is shown.
#[test]
fn the_emblem_is_looked_at_too_and_what_it_shows_is_used() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "plan.toml",
        "revision",
        "emblem = \"assets/lambang.svg\"\nrevision",
    );
    sandbox.write("assets/latar.png", png(8, 8));
    sandbox.write(
        "assets/lambang.svg",
        svg("<image href=\"latar.png\" width=\"9\" height=\"9\"/>"),
    );
    let unused = |sandbox: &Sandbox| {
        let findings = sandbox.findings();
        findings
            .iter()
            .any(|finding| finding.contains("assets/latar.png"))
    };
    assert!(!unused(&sandbox));
    sandbox.build(&[]);
    fs::remove_file(sandbox.root().join("out.pdf")).unwrap();
    sandbox.write(
        "assets/lambang.svg",
        svg("<filter id=\"f\"><feMorphology radius=\"500\"/></filter><path filter=\"url(#f)\"/>"),
    );
    assert!(unused(&sandbox));
    let judged = project::load(&sandbox.plan(), &Options::default()).unwrap();
    let oversized = judged
        .findings
        .iter()
        .find(|finding| finding.rule.code == "STR029");
    let oversized = oversized.unwrap();
    assert_eq!(oversized.severity(), Severity::Error);
    assert!(judged.tree.place(oversized.span).starts_with("plan.toml:"));
    let run = sandbox.run(&["build", "-o", "out.pdf"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(!sandbox.root().join("out.pdf").exists());
}
