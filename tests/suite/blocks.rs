//! What there is of every block beside its drawing.

use std::fs;
use std::path::Path;

use ambonplan::language::{Catalogue, Language};
use ambonplan::manual;
use ambonplan::model::Show;

/// Every block has a caption and a line of the specification in both languages, and its place
/// in the documentation, with its picture.
#[test]
fn every_block_has_a_caption_and_its_documentation() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let documented = fs::read_to_string(docs.join("blocks.md")).unwrap();
    for show in Show::ALL {
        let word = show.word();
        for language in Language::ALL {
            let catalogue = Catalogue::new(*language);
            let caption = catalogue.find(&format!("book-caption-{word}"));
            assert!(caption.is_some(), "{language:?}: no caption of {word}");
            let specification = manual::whole(&catalogue);
            let mut lines = specification.lines().filter(|line| line.starts_with('|'));
            assert!(
                lines.any(|line| line.contains(&format!("`\"{word}\"`"))),
                "{language:?}: {word} is not specified"
            );
        }
        for part in [
            format!("\n## `{word}`\n"),
            format!("\nshow = \"{word}\"\n"),
            format!("\n![{word}](blocks/{word}.png)\n"),
        ] {
            assert!(documented.contains(&part), "docs/blocks.md lacks {part}");
        }
        assert!(docs.join(format!("blocks/{word}.png")).is_file(), "{word}");
    }
}
