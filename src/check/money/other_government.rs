//! Money from the own budget of another kind of government.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::{FundingSource, Government};
use crate::resolve::Program;

/// The rule `other-government` (MON013).
pub static RULE: Rule = Rule::warning("MON013", "other-government", Group::Money).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[budget]]\nyear = 2027\nsource = \"apbd-kabupaten\"\namount = 250_000_000",
    "[[budget]]\nyear = 2027\nsource = \"apbd-kota\"\namount = 250_000_000",
);

/// The source that stands for the own budget of the other of city and regency, and that for
/// the own one; `None` of a province, in which there are both.
fn sources(government: Government) -> Option<[FundingSource; 2]> {
    match government {
        Government::Kota => Some([FundingSource::ApbdKabupaten, FundingSource::ApbdKota]),
        Government::Kabupaten => Some([FundingSource::ApbdKota, FundingSource::ApbdKabupaten]),
        Government::Provinsi => None,
    }
}

/// Looks for the budget of a city in the plan of a regency, and the other way round.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    // What is wrong with the key has been reported.
    if cx.plan.file.invalid_keys.contains("government") {
        return;
    }
    let government = cx.plan.file.government.value;
    let Some([other, own]) = sources(government) else {
        return;
    };
    for line in program.file.stated_lines() {
        if line.source.value == other {
            let finding = Finding::new(
                &RULE,
                line.source.span,
                message!(
                    "other-government",
                    source = other.word(),
                    government = government.word()
                ),
            );
            cx.report(finding.hint(message!("other-government.hint", own = own.word())));
        }
    }
}
