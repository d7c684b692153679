//! Everything on a page, in the order in which it was set.

use typst::layout::{Frame, FrameItem, Transform};

/// Calls `visit` with every item of a frame and its place, groups before what is in them.
pub(crate) fn walk<'f>(frame: &'f Frame, visit: &mut impl FnMut(Transform, &'f FrameItem)) {
    inside(frame, Transform::identity(), visit);
}

fn inside<'f>(
    frame: &'f Frame,
    place: Transform,
    visit: &mut impl FnMut(Transform, &'f FrameItem),
) {
    for (at, item) in frame.items() {
        let here = place.pre_concat(Transform::translate(at.x, at.y));
        visit(here, item);
        if let FrameItem::Group(group) = item {
            inside(&group.frame, here.pre_concat(group.transform), visit);
        }
    }
}
