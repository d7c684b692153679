//! A dimension that belongs to another pillar.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `foreign-dimension` (STR016).
pub static RULE: Rule = Rule::error("STR016", "foreign-dimension", Group::Structure).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "pillar = \"governance\"\n\
         dimension = \"kesehatan\"\n\n\
         # pillars/living/pillar.toml\n\
         [[dimension]]\n\
         id = \"kesehatan\"\n\
         name = \"Kesehatan\"",
    "pillar = \"living\"\n\
         dimension = \"kesehatan\"\n\n\
         # pillars/living/pillar.toml\n\
         [[dimension]]\n\
         id = \"kesehatan\"\n\
         name = \"Kesehatan\"",
);

/// The dimension, the pillar that has it, and the pillar that does not.
pub fn finding(
    span: Span,
    defined: Span,
    dimension: &str,
    owner: &str,
    pillar: &str,
    own: &[&str],
) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!(
            "foreign-dimension",
            dimension = dimension,
            owner = owner,
            pillar = pillar
        ),
    )
    .related(defined, message!("defined-here"))
    .hint(message!(
        "foreign-dimension.hint",
        pillar = pillar,
        own = own.join(", ")
    ))
}
