//! How the parts of a column are told apart, in print without colours and by people who do not
//! see some of them.

/// The least difference of lightness of neighbours, of which black and white have 1.
pub(super) const LEAST: f64 = 0.15;

/// The colour of a pillar that has none: the accent of the theme.
const ACCENT: &str = "#14466f";

/// How much white a pale part has.
const WHITE: u32 = 60;

/// How a part looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    /// How much white is mixed into its colour, in percent.
    pub white: u32,
    /// Whether it is striped.
    pub striped: bool,
    /// The lightness of its ground, from 0 to 1.
    pub lightness: f64,
}

impl Look {
    /// Whether two parts are told apart in grey.
    pub(super) fn differs(&self, other: &Self) -> bool {
        self.striped != other.striped || (self.lightness - other.lightness).abs() >= LEAST
    }
}

/// The looks of parts that stand above each other. The colours of the plan stay as they are as
/// long as neighbours differ in lightness; then one is paler, or striped. Parts with another one
/// between them differ too, where they can.
pub(super) fn looks<'c>(colors: impl Iterator<Item = Option<&'c str>>) -> Vec<Look> {
    let mut looks: Vec<Look> = Vec::new();
    for color in colors {
        let own = color.and_then(lightness).or_else(|| lightness(ACCENT));
        let own = own.unwrap_or_default();
        let pale = f64::from(WHITE) / 100.0;
        let possible = [(0, false), (WHITE, false), (0, true)].map(|(white, striped)| Look {
            white,
            striped,
            lightness: if white == 0 {
                own
            } else {
                (1.0 - own).mul_add(pale, own)
            },
        });
        let apart = |from: usize| {
            let mut possible = possible.iter();
            let below = looks.iter().rev().take(from);
            possible.find(|look| below.clone().all(|other| look.differs(other)))
        };
        looks.extend(apart(2).or_else(|| apart(1)).copied());
    }
    looks
}

/// The lightness of a colour that is written as `#rrggbb`, as OKLab defines it.
fn lightness(color: &str) -> Option<f64> {
    let digits = color.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    let [red, green, blue] = [red, green, blue].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    let cone = |of_red: f64, of_green: f64, of_blue: f64| {
        let sum = of_red.mul_add(red, of_green.mul_add(green, of_blue * blue));
        sum.cbrt()
    };
    let long = cone(0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9);
    let middle = cone(0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6);
    let short = cone(0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5);
    Some(0.210_454_255_3_f64.mul_add(
        long,
        0.793_617_785_0_f64.mul_add(middle, -0.004_072_046_8 * short),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_and_white_are_as_far_apart_as_can_be() {
        for (color, wanted) in [
            ("#000000", 0.0),
            ("#ffffff", 1.0),
            ("#808080", 0.599_87),
            ("#ff0000", 0.627_96),
            ("#14466f", 0.383_33),
        ] {
            let found = lightness(color).unwrap();
            assert!((found - wanted).abs() < 0.001, "{color}: {found}");
        }
        assert_eq!(lightness("red"), None);
    }

    #[test]
    fn neighbours_of_any_colours_are_told_apart() {
        let colors = ["#000000", "#ffffff", "#ffd400", "#14466f", "#808080"];
        for one in colors {
            for other in colors {
                for third in colors {
                    let all = [one, other, third].into_iter().cycle().take(9);
                    let looks = looks(all.map(Some));
                    assert_eq!(looks.len(), 9);
                    for pair in looks.windows(2) {
                        assert!(
                            pair[0].differs(&pair[1]),
                            "{one} {other} {third}: {looks:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn colours_that_differ_stay_as_they_are() {
        let looks = looks(["#14466f", "#ffd400", "#808080"].into_iter().map(Some));
        assert!(looks.iter().all(|look| look.white == 0 && !look.striped));
    }
}
