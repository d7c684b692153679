//! Money of somebody who is no partner of the programme.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::{Element, FundingSource};
use crate::resolve::{Partner, Program};

/// The rule `source-without-partner` (MON008).
pub static RULE: Rule = Rule::warning("MON008", "source-without-partner", Group::Money).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[budget]]\nsource = \"tjsl\"  # tanpa mitra",
    "partners = [\"stakeholder:bank-maluku\"]\n\n\
         [[budget]]\n\
         source = \"tjsl\"\n\n\
         # registry/stakeholders.toml\n\
         [[stakeholder]]\n\
         id = \"bank-maluku\"\n\
         name = \"Bank Maluku\"\n\
         element = \"bumd\"",
);

/// Who is to be a partner of a programme with money from a source.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Payer {
    /// Somebody outside the city government.
    Stakeholder,
    /// A ministry, or its office in the region.
    State,
}

/// Money of the city and of the province needs no partner. Neither do the special
/// allocation funds: they are transferred into the budget of the city, which
/// applies for them every year.
fn payer(source: FundingSource) -> Option<Payer> {
    match source {
        FundingSource::Hibah
        | FundingSource::Tjsl
        | FundingSource::Kpbu
        | FundingSource::Swasta
        | FundingSource::Masyarakat => Some(Payer::Stakeholder),
        FundingSource::Apbn => Some(Payer::State),
        FundingSource::ApbdKota
        | FundingSource::ApbdKabupaten
        | FundingSource::ApbdProvinsi
        | FundingSource::Pad
        | FundingSource::Dau
        | FundingSource::Dbh
        | FundingSource::DakFisik
        | FundingSource::DakNonfisik
        | FundingSource::InsentifFiskal
        | FundingSource::DanaOtsus
        | FundingSource::BantuanKeuangan
        | FundingSource::Blud
        | FundingSource::Bos
        | FundingSource::DanaDesa
        | FundingSource::Lainnya => None,
    }
}

/// Looks among the partners of every programme for a stakeholder, where it has
/// money from outside government, and for an agency of the state, where it has
/// money that the state spends itself.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    if program.file.invalid_keys.contains("partners") {
        return;
    }
    for payer in [Payer::Stakeholder, Payer::State] {
        let mut lines = program.file.lines();
        let Some(line) = lines.find(|line| self::payer(line.source.value) == Some(payer)) else {
            continue;
        };
        let found = program.partners.iter().any(|partner| match partner {
            Partner::Stakeholder(id) => {
                let element = cx.plan.stakeholders[*id].element.value;
                payer == Payer::Stakeholder || element == Element::InstansiVertikal
            }
            Partner::Opd(_) => false,
        });
        if found {
            continue;
        }
        let source = line.source.value.word();
        let (message, hint) = match payer {
            Payer::Stakeholder => (
                message!("source-without-partner", source = source),
                message!("source-without-partner.hint"),
            ),
            Payer::State => (
                message!("source-without-partner.state", source = source),
                message!("source-without-partner.state-hint"),
            ),
        };
        cx.report(Finding::new(&RULE, line.source.span, message).hint(hint));
    }
}
