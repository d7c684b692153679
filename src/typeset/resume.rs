//! Lays a book out from what is known of how it looked before.
//!
//! Typst lays a document out again and again, each time knowing where the time before
//! has put its headings, labels and counters, until nothing moves any more; it begins
//! with knowing nothing. After a small change nearly everything stands where it stood, so
//! one turn is enough if the first already knows the last book.

use std::borrow::Borrow;

use typst::World;
use typst::comemo::{Constraint, Track};
use typst::diag::Warned;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Output, StyleChain, Target, TargetElem};
use typst::introspection::MAX_ITERS;
use typst::utils::Protected;
use typst_layout::PagedDocument;

use super::world::BookWorld;
use crate::compose::Book;

/// Lays out the book of a world, beginning with what `last` settled. Nothing if it does
/// not come to rest, or has a fault: then it has to be laid out from nothing, which
/// tells what is wrong in the usual way.
pub fn resume<B: Borrow<Book> + Send + Sync>(
    world: &BookWorld<B>,
    last: &PagedDocument,
) -> Option<Warned<PagedDocument>> {
    let world: &dyn World = world;
    let world = world.track();
    let library = world.library();
    let base = StyleChain::new(&library.styles);
    let target = TargetElem::target.set(Target::Paged).wrap();
    let styles = base.chain(&target);
    let traced = Traced::default();
    let main = world.source(world.main()).ok()?;
    let mut sink = Sink::new();
    let content = typst_eval::eval(
        world,
        library,
        traced.track(),
        sink.track_mut(),
        Route::default().track(),
        &main,
    )
    .ok()?
    .content();
    let mut last = last.clone();
    for _ in 0..MAX_ITERS {
        let constraint = Constraint::new();
        let mut remarks = Sink::new();
        let mut engine = Engine {
            library,
            world,
            introspector: Protected::new(Output::introspector(&last).track_with(&constraint)),
            traced: traced.track(),
            sink: remarks.track_mut(),
            route: Route::default(),
        };
        let document = PagedDocument::create(&mut engine, &content, styles).ok()?;
        if constraint.validate(Output::introspector(&document)) {
            sink.extend_from_sink(remarks);
            let sound = sink.delayed().is_empty();
            return sound.then(|| Warned {
                output: document,
                warnings: sink.warnings(),
            });
        }
        last = document;
    }
    None
}
