//! A code point that is nothing that could be printed.

use crate::check::Checker;
use crate::check::characters::{Kind, Stray};
use crate::finding::{Group, Rule};
use crate::language::{Message, message};

/// The rule `stray-character` (TXT031).
pub static RULE: Rule = Rule::warning("TXT031", "stray-character", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "Layanan \u{f0e0} gratis",
        "Layanan → gratis",
    );

/// Looks at every text that is printed.
pub fn check(cx: &mut Checker<'_>) {
    for odd in cx.odd_characters() {
        let Kind::Stray(stray) = odd.kind else {
            continue;
        };
        let code = super::code(odd.character);
        let (message, hint) = match stray {
            Stray::Hyphen => (
                message!("stray-character.hyphen", code = code),
                message!("stray-character.hyphen-hint"),
            ),
            Stray::OptionalHyphen => (
                message!("stray-character.optional-hyphen", code = code),
                message!("stray-character.optional-hyphen-hint"),
            ),
            Stray::Control => (
                message!("stray-character.control", code = code, count = odd.count),
                message!("stray-character.control-hint"),
            ),
            Stray::Replacement if odd.character == '\u{fffc}' => (
                message!("stray-character.object", count = odd.count),
                message!("stray-character.object-hint"),
            ),
            Stray::Replacement if odd.character == '\u{2800}' => (
                message!("stray-character.blank", code = code, count = odd.count),
                message!("stray-character.space-hint"),
            ),
            Stray::Replacement => (
                message!("stray-character.replacement", count = odd.count),
                message!("stray-character.replacement-hint"),
            ),
            Stray::Noncharacter => (
                message!("stray-character.noncharacter", code = code),
                message!("stray-character.control-hint"),
            ),
            Stray::Private => (
                message!("stray-character.private", code = code, count = odd.count),
                meaning(odd.character),
            ),
            Stray::LoneMark => (
                message!("stray-character.lone-mark", code = code),
                message!("stray-character.lone-mark-hint"),
            ),
        };
        cx.report(super::about(&RULE, odd, message).hint(hint));
    }
}

/// What a private character may have been in the fonts Symbol, Wingdings and Webdings,
/// which Word writes from U+F020 on.
fn meaning(c: char) -> Message {
    let sign = match c {
        '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f076}' | '\u{f0a8}' | '\u{f06e}'
        | '\u{f06f}' | '\u{f071}' | '\u{f075}' | '\u{f077}' | '\u{f09f}' | '\u{f0a1}'
        | '\u{f0a2}' | '\u{f0a4}' | '\u{f0aa}' | '\u{f0ad}' | '\u{f0da}' | '\u{f0dc}'
        | '\u{f0ea}' | '\u{f0c4}' | '\u{f0ef}' | '\u{f0f0}' => {
            return message!("stray-character.bullet-hint");
        }
        '\u{f0fc}' | '\u{f0fe}' => "✓",
        '\u{f0fb}' | '\u{f0fd}' => "✗",
        '\u{f0e0}' | '\u{f0ae}' => "→",
        '\u{f0df}' | '\u{f0ac}' => "←",
        '\u{f0a3}' => "≤",
        '\u{f0b3}' => "≥",
        '\u{f0b0}' => "°",
        '\u{f0b1}' => "±",
        '\u{f0b4}' => "×",
        '\u{f0b8}' => "÷",
        '\u{f0b9}' => "≠",
        '\u{f0bb}' => "≈",
        '\u{f0a5}' => "∞",
        '\u{f02d}' => "–",
        '\u{f061}' => "α",
        '\u{f062}' => "β",
        '\u{f044}' => "Δ",
        '\u{f06d}' => "µ",
        '\u{f053}' => "Σ",
        '\u{f057}' => "Ω",
        '\u{f020}' => {
            return message!("stray-character.space-hint");
        }
        _ => return message!("stray-character.private-hint"),
    };
    message!("stray-character.sign-hint", sign = sign)
}
