//! Several tabs, several previews, and a server that comes back.

use crate::Test;
use crate::serving::{CARD, Preview};
use crate::tab::{KEYS, Tab};

pub const TESTS: &[Test] = &[
    ("eight tabs show an edit", eight_tabs),
    ("a restarted server is found again", a_restarted_server),
    ("two previews stand side by side", two_previews),
];

/// More than a browser opens connections to one server.
fn eight_tabs(tab: &Tab) -> Preview {
    let preview = Preview::of(&["program:layanan-112"]);
    tab.open(&preview.url);
    tab.wait_pages();
    let before = tab.get(KEYS);
    let mut tabs = Vec::new();
    for _ in 1..8 {
        tabs.push(tab.another(&preview.url));
        tab.wait_pages();
        assert_eq!(tab.get(KEYS), before);
    }
    preview.edit(CARD, "summary = \"", "summary = \"Di semua tab. ");
    tab.until(&format!("{KEYS} !== {before}"));
    let after = tab.get(KEYS);
    for back in tabs.iter().rev() {
        back();
        tab.until(&format!("{KEYS} === {after}"));
        tab.wait_pages();
    }
    // There is still room for questions.
    tab.type_keys("s");
    tab.wait("#source");
    preview
}

fn a_restarted_server(tab: &Tab) -> Preview {
    let mut preview = Preview::of(&["program:layanan-112"]);
    tab.open(&preview.url);
    tab.wait_pages();
    let before = tab.get(KEYS);
    preview.stop();
    tab.wait("#connection");
    // The pages stay.
    tab.wait(".page img");
    preview.edit(CARD, "summary = \"", "summary = \"Sesudah mulai lagi. ");
    preview.restart(&["program:layanan-112"]);
    tab.wait_gone("#connection");
    tab.until(&format!("{KEYS} !== {before}"));
    tab.wait_pages();
    // A lost connection is a complaint in the console of any page.
    let complaints = tab.complaints();
    assert!(
        complaints.iter().all(|said| said.contains("/events")),
        "{complaints:?}"
    );
    preview
}

fn two_previews(tab: &Tab) -> Preview {
    let (one, two) = (Preview::of(&["opd:bpbd"]), Preview::of(&["opd:diskominfo"]));
    assert_ne!(one.url, two.url);
    for preview in [&one, &two] {
        tab.open(&preview.url);
        tab.wait_pages();
    }
    two
}
