//! The colours of pillars, and shades of them that can be read.

use std::collections::BTreeMap;

/// The least contrast of text that counts as readable, with something to spare for grounds
/// that are a little darker than white.
const READABLE: f64 = 5.2;

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Colour([f64; 3]);

const WHITE: Colour = Colour([255.0; 3]);
const BLACK: Colour = Colour([0.0; 3]);

/// The ground of pages in the dark.
const NIGHT: Colour = Colour([22.0, 27.0, 33.0]);

impl Colour {
    /// A colour that is written as `#rrggbb`.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let is_colour = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        let value = u32::from_str_radix(digits, 16).ok().filter(|_| is_colour)?;
        let [_, red, green, blue] = value.to_be_bytes();
        Some(Self([red, green, blue].map(f64::from)))
    }

    /// Its relative luminance, as WCAG defines it.
    fn luminance(self) -> f64 {
        let linear = self.0.map(|part| {
            let part = part / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        let [red, green, blue] = linear;
        0.0722_f64.mul_add(blue, 0.2126_f64.mul_add(red, 0.7152 * green))
    }

    /// Its contrast to another colour.
    fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// This colour, moved so far towards another one that it can be read on a ground.
    fn readable_on(self, ground: Self, towards: Self) -> Self {
        let shades = (0..=20).map(|step| {
            let share = f64::from(step) / 20.0;
            let mut mixed = self;
            for (part, other) in mixed.0.iter_mut().zip(towards.0) {
                *part = (other - *part).mul_add(share, *part);
            }
            mixed
        });
        let mut readable = shades.filter(|shade| shade.contrast(ground) >= READABLE);
        readable.next().unwrap_or(towards)
    }

    /// How it is written.
    fn hex(self) -> String {
        let [red, green, blue] = self.0.map(whole);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// A part of a colour as a whole number.
fn whole(part: f64) -> u8 {
    let mut all = 0..=u8::MAX;
    all.find(|whole| f64::from(*whole) + 0.5 > part)
        .unwrap_or(u8::MAX)
}

/// The class of what has the colour of a pillar.
pub(super) fn class(color: &str) -> Option<String> {
    Colour::parse(color)?;
    let digits = color.trim_start_matches('#').to_ascii_lowercase();
    Some(format!("tone-{digits}"))
}

/// Rules of style for the classes of these colours.
pub(super) fn rules<'c>(colors: impl Iterator<Item = &'c str>) -> String {
    let classes: BTreeMap<String, Colour> = colors
        .filter_map(|color| Some((class(color)?, Colour::parse(color)?)))
        .collect();
    let mut rules = String::new();
    for (class, colour) in classes {
        // Every colour has contrast enough to one of both.
        let on = if colour.contrast(WHITE) >= 4.5 {
            WHITE
        } else {
            BLACK
        };
        rules.push_str(&format!(
            ".{class} {{ --tone: {}; --on-tone: {}; --ink: light-dark({}, {}); }}\n",
            colour.hex(),
            on.hex(),
            colour.readable_on(WHITE, BLACK).hex(),
            colour.readable_on(NIGHT, WHITE).hex(),
        ));
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_of_every_colour_can_be_read() {
        for text in [
            "#ffffff", "#000000", "#ffd400", "#14466f", "#777777", "#ff0000",
        ] {
            let colour = Colour::parse(text).unwrap();
            assert!(colour.readable_on(WHITE, BLACK).contrast(WHITE) >= 4.5);
            assert!(colour.readable_on(NIGHT, WHITE).contrast(NIGHT) >= 4.5);
            assert!(colour.contrast(WHITE) >= 4.5 || colour.contrast(BLACK) >= 4.5);
        }
    }

    #[test]
    fn a_colour_is_a_class_and_what_is_none_is_not() {
        assert_eq!(class("#14466F").as_deref(), Some("tone-14466f"));
        assert_eq!(class("red"), None);
        assert!(
            rules(["#14466f", "#14466F", "red"].into_iter())
                .lines()
                .count()
                == 1
        );
    }
}
