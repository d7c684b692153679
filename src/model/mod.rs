//! Second stage: files become typed entries, every value with its place.
//!
//! In: a [`SourceTree`](crate::source::SourceTree). Out: [`Entries`], in which references are still ids as
//! they were written. Each file is judged by itself here: whether it is TOML,
//! whether its keys are known, whether its values have the right type. Nothing
//! is compared with another file.

mod achievement;
pub mod change;
mod conflict;
pub mod customary;
pub mod decode;
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
pub mod naming;
mod opd;
mod partial;
mod pillar;
mod plan;
mod program;
mod proposal;
mod read;
mod recover;
mod reference;
mod registry;
pub mod rules;
mod sample;
mod scalar;
pub mod shape;
mod table;
mod unreadable;
pub mod visit;
pub(crate) mod windows_path;
mod writing;

pub use crate::address::{EntryKind, EntryRef, Home, Kind};
pub use achievement::{Achievement, Band, DownFormula};
pub use customary::{Meant, Remark};
pub use decode::{Expected, is_empty};
pub use decree::Decree;
pub use embed::{Embed, Show};
pub use entries::{Entries, Named, NamedPillar, NamedProgram};
pub use evaluation::{
    EvaluationFile, EvaluationFinding, EvaluationStatus, FollowUpStatus, Realised,
};
pub(crate) use foreign::Foreign;
pub use front_matter::{FrontMatter, TextStatus};
pub use invalid_keys::InvalidKeys;
pub(crate) use mend::{Begun, Mended, Mistake, color as color_meant, quoted};
pub use opd::{Ceiling, Commitment, CommitmentStatus, Head, OpdFile, OpdKind};
pub use partial::PartialProgram;
pub use pillar::{DimensionEntry, PartialPillar, PillarFile, PolicyEntry};
pub use plan::{
    Accepted, Exception, Links, Paper, Period, Phase, PlanFile, PlanStatus, Policy, Severity,
    Volume, language_of,
};
pub use program::{
    Activity, Baseline, BudgetLine, Direction, FundingSource, Indicator, IndicatorKind,
    ProgramFile, Risk, Status, Targets,
};
pub use proposal::{ProposalFile, ProposalStatus};
pub use read::{read, read_embed, read_front_matter};
pub use reference::{Reference, Untyped};
pub use registry::*;
pub(crate) use sample::{sample_for, sample_line};
pub use scalar::{Quantity, Rupiah, Year, is_id};
pub use table::Listed;
pub use unreadable::{Collection, UnplacedProgram, UnreadableEntries};
pub use writing::Writing;
