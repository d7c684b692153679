//! What readers need who do not see the page, or have no mouse, or a small window.

use crate::Test;
use crate::serving::Preview;
use crate::tab::Tab;

pub const TESTS: &[Test] = &[
    ("the page has landmarks and names", landmarks_and_names),
    ("everything can be reached by keys", reached_by_keys),
    ("a small window shows the pages", a_small_window),
];

fn landmarks_and_names(tab: &Tab) -> Preview {
    let preview = Preview::of(&["program:layanan-112"]);
    tab.open(&preview.url);
    tab.wait_pages();
    for landmark in ["header", "main", "nav", "aside"] {
        assert!(tab.number(&format!("document.querySelectorAll('{landmark}').length")) >= 1.0);
    }
    assert_eq!(tab.get("document.documentElement.lang"), "id");
    // Everything that can be used has a name.
    let nameless = tab.get(
        "[...document.querySelectorAll('button, input, select, a[href], img, dialog')]
            .filter(one => !(one.getAttribute('aria-label') || one.getAttribute('aria-labelledby')
                || one.labels?.length || one.hasAttribute('alt') || one.innerText?.trim() || one.textContent.trim() || one.hidden || one.title))
            .map(one => one.outerHTML.slice(0, 80))",
    );
    assert_eq!(nameless, serde_json::json!([]));
    assert!(tab.text("#title").contains("112"));
    // Each page is a landmark that can be read, with headings; its picture says nothing more.
    let pages = "[...document.querySelectorAll('#pages > section.page')]";
    tab.until(&format!(
        "{pages}.every(page => page.textContent.trim().length > 100)"
    ));
    tab.until(&format!(
        "{pages}.every(page => /^Halaman /.test(page.ariaLabel))"
    ));
    tab.until(&format!(
        "{pages}.every(page => !page.querySelector('img')?.alt)"
    ));
    tab.until("[...document.querySelectorAll('.text [role=heading]')].some(one => one.textContent.includes('112') && one.ariaLevel > 0)");
    preview
}

fn reached_by_keys(tab: &Tab) -> Preview {
    let preview = Preview::of(&["program:layanan-112"]);
    tab.open(&preview.url);
    tab.wait_pages();
    let tab_key = fantoccini::key::Key::Tab.to_string();
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..40 {
        tab.type_keys(&tab_key);
        reached.insert(
            tab.get("document.activeElement.id")
                .as_str()
                .unwrap()
                .to_owned(),
        );
        // What has the focus shows it.
        tab.until("document.activeElement === document.body || document.activeElement.matches(':focus-visible')");
    }
    for id in [
        "outline-toggle",
        "search-toggle",
        "findings-toggle",
        "zoom-in",
        "follow",
        "view",
    ] {
        assert!(reached.contains(id), "{id}: {reached:?}");
    }
    tab.type_keys("?");
    tab.wait("dialog[open]");
    tab.escape();
    tab.wait_gone("dialog[open]");
    preview
}

fn a_small_window(tab: &Tab) -> Preview {
    let preview = Preview::of(&["program:layanan-112"]);
    tab.resize(375, 700);
    tab.open(&preview.url);
    tab.wait_pages();
    tab.until("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    tab.until("document.querySelector('.page').getBoundingClientRect().width <= innerWidth");
    tab.click("#findings-toggle");
    tab.wait("#findings");
    tab.escape();
    tab.wait_gone("#findings");
    preview
}
