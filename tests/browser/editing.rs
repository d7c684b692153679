//! The plan is edited on disk while somebody looks at it.

use crate::Test;
use crate::serving::{CARD, Preview};
use crate::tab::{KEYS, Tab};

pub const TESTS: &[Test] = &[
    ("an edit is seen, and the view stays", an_edit_is_seen),
    (
        "only pages that changed are fetched",
        only_changes_are_fetched,
    ),
    (
        "a broken plan leaves the last pages, marked",
        broken_and_mended,
    ),
    ("a change is followed if asked", a_change_is_followed),
    (
        "pictures and templates are followed too",
        templates_are_followed,
    ),
];

fn an_edit_is_seen(tab: &Tab) -> Preview {
    let preview = Preview::of(&["opd:diskominfo"]);
    tab.open(&preview.url);
    tab.wait_pages();
    follow(tab, false);
    tab.get("document.querySelector('#view').scrollTop = 1500");
    let zoom = tab.text("#zoom-reset");
    let before = tab.get(KEYS);
    preview.edit(CARD, "summary = \"", "summary = \"Kalimat yang baru. ");
    tab.until(&format!("{KEYS} !== {before}"));
    tab.wait_pages();
    let top = tab.number("document.querySelector('#view').scrollTop");
    assert!((top - 1500.0).abs() < 60.0, "{top}");
    assert_eq!(tab.text("#zoom-reset"), zoom);
    assert!(tab.text("#status").len() > 3);
    // A reload leaves the reader where he was.
    tab.reload();
    tab.wait_pages();
    tab.until("Math.abs(document.querySelector('#view').scrollTop - 1500) < 60");
    preview
}

fn only_changes_are_fetched(tab: &Tab) -> Preview {
    let preview = Preview::of(&["opd:diskominfo"]);
    tab.open(&preview.url);
    tab.wait_pages();
    follow(tab, false);
    let old = tab.get(KEYS);
    preview.edit(CARD, "summary = \"", "summary = \"Baru. ");
    tab.until(&format!("{KEYS} !== {old}"));
    tab.wait_pages();
    let keys = tab.get(KEYS);
    let new: Vec<&str> = words(&keys)
        .filter(|key| !words(&old).any(|one| one == *key))
        .collect();
    assert!((1..=2).contains(&new.len()), "{new:?}");
    // A page that is there is not fetched again.
    let fetched = "performance.getEntriesByType('resource').map(one => one.name).filter(name => name.includes('/pages/'))";
    let twice = format!("({fetched}).filter((name, at, all) => all.indexOf(name) !== at)");
    tab.until(&format!(
        "({fetched}).some(name => name.includes({:?}))",
        new[0]
    ));
    assert_eq!(tab.get(&twice), serde_json::json!([]));
    // What changes nothing that is seen changes no page.
    preview.edit(CARD, "title = ", "# Catatan untuk kita sendiri.\ntitle = ");
    preview.edit(CARD, "number = 1\n", "number    =   1\n");
    std::thread::sleep(std::time::Duration::from_secs(2));
    assert_eq!(tab.get(KEYS), keys);
    assert_eq!(tab.get(&twice), serde_json::json!([]));
    preview
}

fn broken_and_mended(tab: &Tab) -> Preview {
    let preview = Preview::of(&["opd:diskominfo"]);
    tab.open(&preview.url);
    tab.wait_pages();
    let keys = tab.get(KEYS);
    preview.edit(CARD, "title = ", "title ");
    tab.wait("#banner");
    assert!(tab.text("#problem").len() > 10);
    tab.wait("#badge .count.error");
    assert_eq!(tab.get(KEYS), keys);
    preview.edit(CARD, "title ", "title = ");
    tab.wait_gone("#banner");
    tab.wait_gone("#badge .count.error");
    assert_eq!(tab.get(KEYS), keys);
    preview
}

fn a_change_is_followed(tab: &Tab) -> Preview {
    let preview = Preview::of(&[]);
    tab.open(&preview.url);
    tab.wait_pages();
    follow(tab, true);
    preview.edit(CARD, "summary = \"", "summary = \"Tampak di sini. ");
    tab.until("document.querySelector('#view').scrollTop > 5000");
    tab.until("document.querySelector('.mark') !== null || document.querySelector('#view').scrollTop > 5000");
    preview
}

fn templates_are_followed(tab: &Tab) -> Preview {
    let preview = Preview::of(&["program:layanan-112"]);
    tab.open(&preview.url);
    tab.wait_pages();
    let before = tab.get(KEYS);
    let theme = include_str!("../../templates/theme.typ");
    std::fs::create_dir_all(preview.path("plan/templates")).unwrap();
    let larger = theme.replacen("size: (", "size: (\n  // Lebih besar.", 1);
    let larger = larger.replace("14466f", "7a1f1f");
    std::fs::write(preview.path("plan/templates/theme.typ"), larger).unwrap();
    tab.until(&format!("{KEYS} !== {before}"));
    std::fs::remove_dir_all(preview.path("plan/templates")).unwrap();
    tab.until(&format!("{KEYS} === {before}"));
    preview
}

/// Switches following changes on or off.
fn follow(tab: &Tab, on: bool) {
    let pressed = format!("document.querySelector('#follow').ariaPressed === '{on}'");
    if tab.get(&pressed) != serde_json::Value::Bool(true) {
        tab.click("#follow");
    }
    tab.until(&pressed);
}

/// The keys of a list of them.
fn words(keys: &serde_json::Value) -> impl Iterator<Item = &str> {
    keys.as_str().unwrap().split(',')
}
