//! Whether a file belongs to the sources of a part of the book.

use crate::compose::Scope;
use crate::part::Part;
use crate::resolve::Plan;
use crate::source::{Role, SourceFile};

/// Whether a file is of those that a part is written in. What counts for all parts,
/// such as `plan.toml` and templates, is of every one.
pub(crate) fn concerns(plan: &Plan, scope: Scope, file: &SourceFile) -> bool {
    matches!(
        file.role,
        Role::Plan | Role::Template | Role::Words | Role::Unknown
    ) || Part::of_scope(plan, scope).has(file)
}
