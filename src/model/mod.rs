//! Second stage: files become typed entries, every value with its place.
//!
//! In: a [`SourceTree`](crate::source::SourceTree). Out: [`Entries`], in which references are still ids as
//! they were written. Each file is judged by itself here: whether it is TOML,
//! whether its keys are known, whether its values have the right type. Nothing
//! is compared with another file.

mod achievement;
mod activity;
pub mod change;
mod conflict;
pub mod customary;
pub(crate) mod decode;
mod decree;
mod embed;
mod entries;
mod entry;
mod evaluation;
mod foreign;
mod front_matter;
mod idle_header;
pub(crate) mod indonesian;
mod invalid_keys;
mod keyword;
mod mend;
mod misspelt;
pub(crate) mod naming;
mod opd;
mod partial;
mod pillar;
mod plan;
mod program;
mod program_levels;
mod proposal;
mod read;
mod recover;
mod reference;
mod registry;
pub mod rules;
mod sample;
mod scalar;
pub mod shape;
mod show;
mod table;
mod unreadable;
pub(crate) mod visit;
pub(crate) mod windows_path;
mod writing;

pub use crate::address::{EntryKind, EntryRef, Home, Kind};
pub(crate) use achievement::DownFormula;
pub(crate) use activity::{Activity, ActivityRef};
pub use customary::{Meant, Remark};
pub(crate) use decode::{Expected, is_empty};
pub(crate) use decree::Decree;
pub(crate) use embed::EXPRESSION;
pub use embed::Embed;
pub use entries::{Entries, Named, NamedPillar, NamedProgram};
pub(crate) use evaluation::{EvaluationFile, EvaluationStatus, FollowUpStatus, Realised};
pub(crate) use foreign::Foreign;
pub use front_matter::FrontMatter;
pub(crate) use front_matter::TextStatus;
pub use invalid_keys::InvalidKeys;
pub(crate) use mend::{Begun, Mended, Mistake, color as color_meant, quoted};
pub use opd::Head;
pub(crate) use opd::{Ceiling, CommitmentStatus, OpdFile, OpdKind};
pub use partial::PartialProgram;
pub use pillar::PartialPillar;
pub(crate) use pillar::{DimensionEntry, PillarFile, PolicyEntry};
pub(crate) use plan::{Exception, Links, Margins, Paper, Phase, PlanFile, PlanStatus, language_of};
pub use plan::{Government, Period, Policy, Severity, Volume};
pub(crate) use program::{BudgetLine, Indicator, IndicatorKind, ProgramFile};
pub use program::{Direction, FundingSource, Status, Targets};
pub(crate) use program_levels::sum_of_year;
pub(crate) use proposal::{ProposalFile, ProposalStatus};
pub use read::read;
pub(crate) use read::{read_embed, read_front_matter};
pub use reference::Reference;
pub(crate) use reference::Untyped;
pub use registry::*;
pub(crate) use sample::{sample_for, sample_line};
pub(crate) use scalar::is_id;
pub use scalar::{Quantity, Rupiah, Year};
pub use show::Show;
pub(crate) use table::Entry;
pub use table::Listed;
pub use unreadable::{Collection, UnplacedProgram, UnreadableEntries};
pub(crate) use writing::Writing;
