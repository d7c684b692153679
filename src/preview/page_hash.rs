//! A hash of what is visible on a page: pages with equal hashes are sent once.
//!
//! An edit changes where the text of later pages stands in the sources, and with it
//! the pages as Typst knows them, but not what is seen. Neither does it matter into how
//! many runs a line of text is divided.

use std::hash::{Hash, Hasher};

use siphasher::sip128::{Hasher128, SipHasher13};
use typst::foundations::StyleChain;
use typst::introspection::Tag;
use typst::layout::{FrameItem, Point, Transform};
use typst::model::FigureElem;
use typst::text::TextItem;
use typst_layout::Page;

use crate::slice::slice;
use crate::typeset::walk;

/// The hash of what is visible on a page.
pub(crate) fn page_hash(page: &Page) -> u128 {
    let mut hasher = SipHasher13::new();
    page.frame.size().hash(&mut hasher);
    page.fill_or_white().hash(&mut hasher);
    walk(&page.frame, &mut |place, item| {
        see(place, item, &mut hasher)
    });
    hasher.finish128().as_u128()
}

fn see(place: Transform, item: &FrameItem, hasher: &mut SipHasher13) {
    match item {
        // A group is seen by what it cuts off; where it stands moves what is in it.
        FrameItem::Group(group) => {
            if let Some(clip) = &group.clip {
                hasher.write_u8(0);
                clip.hash(hasher);
                place.hash(hasher);
            }
        }
        FrameItem::Text(text) => read(place, text, hasher),
        FrameItem::Shape(shape, _) => {
            hasher.write_u8(2);
            shape.hash(hasher);
            place.hash(hasher);
        }
        FrameItem::Image(image, size, _) => {
            hasher.write_u8(3);
            image.hash(hasher);
            size.hash(hasher);
            place.hash(hasher);
        }
        // What is drawn is told in words too.
        FrameItem::Tag(Tag::Start(content, _)) => {
            if let Some(figure) = content.to_packed::<FigureElem>() {
                hasher.write_u8(4);
                figure.alt.get_ref(StyleChain::default()).hash(hasher);
            }
        }
        // Where links lead is asked for when one is followed.
        FrameItem::Link(..) | FrameItem::Tag(_) => {}
    }
}

/// Each letter by itself.
fn read(place: Transform, text: &TextItem, hasher: &mut SipHasher13) {
    let mut kind = SipHasher13::new();
    text.font.hash(&mut kind);
    text.size.hash(&mut kind);
    text.fill.hash(&mut kind);
    text.stroke.hash(&mut kind);
    (place.sx, place.ky, place.kx, place.sy).hash(&mut kind);
    let kind = kind.finish();
    let mut pen = Point::zero();
    for glyph in &text.glyphs {
        let written = slice(&text.text, glyph.range());
        if !written.trim().is_empty() {
            let offset = Point::new(glyph.x_offset.at(text.size), -glyph.y_offset.at(text.size));
            let at = (pen + offset).transform(place);
            hasher.write_u8(1);
            hasher.write_u64(kind);
            hasher.write_u16(glyph.id);
            hasher.write_i64(thousandths(at.x.to_pt()));
            hasher.write_i64(thousandths(at.y.to_pt()));
        }
        pen.x += glyph.x_advance.at(text.size);
        pen.y -= glyph.y_advance.at(text.size);
    }
}

/// A length that does not tell in how many steps it was added up.
fn thousandths(points: f64) -> i64 {
    // A page is some thousand points wide; what does not fit is cut off.
    (points * 1_000.0).round() as i64
}
