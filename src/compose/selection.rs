//! What is asked for of a plan, by the names of a volume and of a part.

use super::scope::{Scope, UnknownPart};
use super::{Book, compose};
use crate::resolve::{Plan, Volume};
use crate::source::SourceTree;

/// A volume, or one part of it.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// The volume by its id; `None` is the first one.
    pub volume: Option<String>,
    /// A part such as `opd:diskominfo`; `None` is the whole volume.
    pub part: Option<String>,
}

impl Selection {
    /// The volume and the part in a plan.
    ///
    /// # Errors
    ///
    /// If the plan has no such volume, or no such part.
    pub fn find<'p>(&self, plan: &'p Plan) -> Result<(&'p Volume, Scope), UnknownPart> {
        let mut volumes = plan.volumes.iter();
        let volume = match &self.volume {
            Some(id) => volumes.find(|volume| volume.id == *id),
            None => volumes.next(),
        };
        let volume = volume.ok_or_else(|| UnknownPart::Id {
            kind: "volume".to_owned(),
            id: self.volume.clone().unwrap_or_default(),
            known: plan.volumes.iter().map(|one| one.id.clone()).collect(),
        })?;
        let part = self.part.as_deref().map(|part| Scope::find(plan, part));
        Ok((volume, part.transpose()?.unwrap_or(Scope::Volume)))
    }

    /// Composes what is selected of a plan without errors. Returns the volume, too.
    ///
    /// # Errors
    ///
    /// If the plan has no such volume, or no such part.
    pub fn compose<'p>(
        &self,
        plan: &'p Plan,
        tree: &SourceTree,
    ) -> Result<(&'p Volume, Book), UnknownPart> {
        let (volume, scope) = self.find(plan)?;
        Ok((volume, compose(plan, tree, volume, scope)))
    }
}
