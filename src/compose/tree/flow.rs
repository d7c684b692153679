//! Blocks below each other.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Block, BlockKind, Content};
use crate::compose::trace::Origin;

/// Blocks below each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Flow(pub Vec<Block>);

impl Flow {
    /// Adds a block.
    pub fn push(&mut self, block: impl Into<Block>) {
        self.0.push(block.into());
    }

    /// Adds blocks.
    pub fn append(&mut self, blocks: Self) {
        self.0.extend(blocks.0);
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, content: Content) {
        self.push(BlockKind::Paragraph(content));
    }

    /// Says where the first block comes from, unless it says so itself.
    #[must_use]
    pub fn at(mut self, origin: Origin) -> Self {
        if let Some(first) = self.0.first_mut() {
            first.origin.get_or_insert(origin);
        }
        self
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Block> for Flow {
    fn from_iter<I: IntoIterator<Item = Block>>(blocks: I) -> Self {
        Self(blocks.into_iter().collect())
    }
}

impl From<BlockKind> for Flow {
    fn from(kind: BlockKind) -> Self {
        Self(vec![kind.into()])
    }
}

impl From<Block> for Flow {
    fn from(block: Block) -> Self {
        Self(vec![block])
    }
}

impl JsonSchema for Flow {
    fn schema_name() -> Cow<'static, str> {
        "content".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "content" })
    }
}
