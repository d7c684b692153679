//! Repeats the layout of a book until it converges, starting from the last one.
//!
//! Typst lays a document out again and again, each time knowing where the time before
//! has put its headings, labels and counters, until nothing moves any more; it begins
//! with knowing nothing. After a small change nearly everything stands where it stood, so
//! one turn is enough if the first already knows the last book.
//!
//! What Typst remembers of a turn is some four megabytes a page, and it keeps that of
//! every turn. In the first, which knows nothing, most of a book looks otherwise than in
//! the next: of a large book it is forgotten before that.

use std::borrow::Borrow;
use std::collections::BTreeSet;

use typst::World;
use typst::comemo::{Constraint, Track};
use typst::diag::{SourceDiagnostic, SourceResult, Warned};
use typst::ecow::EcoVec;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Output, StyleChain, Target, TargetElem};
use typst::introspection::{EmptyIntrospector, Introspector, MAX_ITERS};
use typst::utils::{Protected, hash128};
use typst_layout::PagedDocument;

use super::evict_cache;
use super::world::BookWorld;
use crate::compose::Book;

/// Lays out the book of a world as `typst::compile` does, or beginning with what `last`
/// found. A book of `large` pages or more is laid out with little memory rather than
/// in little time. `None` if the layout does not converge.
pub fn lay_out<B: Borrow<Book> + Send + Sync>(
    world: &BookWorld<B>,
    last: Option<PagedDocument>,
    large: usize,
) -> Option<Warned<SourceResult<PagedDocument>>> {
    let mut sink = Sink::new();
    let output = match converge(world, last, large, &mut sink) {
        Ok(document) => Ok(document?),
        Err(errors) => Err(distinct(errors)),
    };
    Some(Warned {
        output,
        warnings: sink.warnings(),
    })
}

fn converge(
    world: &dyn World,
    mut last: Option<PagedDocument>,
    large: usize,
    sink: &mut Sink,
) -> SourceResult<Option<PagedDocument>> {
    let library = world.library();
    let base = StyleChain::new(&library.styles);
    let target = TargetElem::target.set(Target::Paged).wrap();
    let styles = base.chain(&target);
    let traced = Traced::default();
    // There always is one: it came with the book.
    let Ok(main) = world.source(world.main()) else {
        return Ok(None);
    };
    let content = typst_eval::eval(
        world.track(),
        library,
        traced.track(),
        sink.track_mut(),
        Route::default().track(),
        &main,
    )?
    .content();
    for _ in 0..MAX_ITERS {
        let known: &dyn Introspector = match &last {
            Some(last) => Output::introspector(last),
            None => &EmptyIntrospector,
        };
        let constraint = Constraint::new();
        let mut remarks = Sink::new();
        let mut engine = Engine {
            library,
            world: world.track(),
            introspector: Protected::new(known.track_with(&constraint)),
            traced: traced.track(),
            sink: remarks.track_mut(),
            route: Route::default(),
        };
        let document = PagedDocument::create(&mut engine, &content, styles)?;
        if constraint.validate(Output::introspector(&document)) {
            sink.extend_from_sink(remarks);
            let errors = sink.delayed();
            return if errors.is_empty() {
                Ok(Some(document))
            } else {
                Err(errors)
            };
        }
        if last.is_none() && document.pages().len() >= large {
            evict_cache(0);
        }
        last = Some(document);
    }
    Ok(None)
}

/// Each error once: it is met wherever a piece is laid out again.
fn distinct(mut errors: EcoVec<SourceDiagnostic>) -> EcoVec<SourceDiagnostic> {
    let mut known = BTreeSet::new();
    errors.retain(|error| known.insert(hash128(&(&error.span, &error.message))));
    errors
}
