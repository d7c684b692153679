//! A council that nobody appointed.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `council-without-decree` (PEO004).
pub static RULE: Rule = Rule::warning("PEO004", "council-without-decree", Group::People)
    .strict()
    .example(
        "registry/council.toml",
        "[council]\nname = \"Dewan Smart City\"",
        "[council]\n\
         name = \"Dewan Smart City\"\n\
         decree = { title = \"Keputusan Wali Kota\", number = \"123 Tahun 2026\" }",
    );

/// Looks for the decree of the council.
pub fn check(cx: &mut Checker<'_>) {
    if let Some(council) = &cx.plan.council
        && council.decree.is_none()
        && !council.invalid_keys.contains("decree")
    {
        let name = &council.name;
        cx.report(
            Finding::new(
                &RULE,
                name.span,
                message!("council-without-decree", name = &name.value),
            )
            .hint(message!("council-without-decree.hint")),
        );
    }
}
