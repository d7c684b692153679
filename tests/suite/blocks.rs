//! What there is of every block beside its drawing.

use ambonplan::language::{Catalogue, Language};
use ambonplan::manual;
use ambonplan::model::Show;

#[test]
fn the_page_of_blocks_is_up_to_date() {
    let page = manual::blocks(&Catalogue::new(Language::English));
    snapbox::assert_data_eq!(page, snapbox::file!["../../docs/blocks.md"].raw());
}

/// Every block has a caption and a description in both languages; `looks` has its picture.
#[test]
fn every_block_has_a_caption_and_a_description() {
    for show in Show::ALL {
        let word = show.word();
        for language in Language::ALL {
            let catalogue = Catalogue::new(*language);
            for message in [format!("book-caption-{word}"), format!("block-{word}")] {
                assert!(
                    catalogue.find(&message).is_some(),
                    "{language:?}: {message}"
                );
            }
        }
    }
}
