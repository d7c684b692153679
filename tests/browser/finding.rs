//! What is wrong with the plan is listed, and leads to its place.

use crate::Test;
use crate::serving::{CARD, Preview};
use crate::tab::Tab;

pub const TESTS: &[Test] = &[
    ("findings come and go with each save", findings_come_and_go),
    ("findings elsewhere are set apart", findings_elsewhere),
    ("an editor opens the place", an_editor_opens_the_place),
];

fn findings_come_and_go(tab: &Tab) -> Preview {
    let preview = Preview::of(&["opd:diskominfo"]);
    tab.open(&preview.url);
    tab.wait_pages();
    tab.type_keys("f");
    tab.wait("#findings");
    preview.edit(CARD, "\"goal:layanan-publik\"", "\"goal:layanan-pubik\"");
    tab.wait(".finding[data-code=STR015]");
    assert!(
        tab.text(".finding[data-code=STR015]")
            .contains("layanan-publik")
    );
    tab.click(".finding[data-code=STR015] button");
    tab.wait("#source");
    tab.until("document.querySelector('#source-lines').innerText.includes('layanan-pubik')");
    assert_eq!(tab.text("#source-place"), format!("plan/{CARD}:20:5"),);
    preview.edit(CARD, "\"goal:layanan-pubik\"", "\"goal:layanan-publik\"");
    tab.wait_gone(".finding[data-code=STR015]");
    preview
}

fn findings_elsewhere(tab: &Tab) -> Preview {
    let preview = Preview::of(&["opd:bpbd"]);
    tab.open(&preview.url);
    tab.wait_pages();
    preview.edit(CARD, "\"goal:layanan-publik\"", "\"goal:layanan-pubik\"");
    tab.type_keys("f");
    tab.wait("#findings-elsewhere");
    // The pages of this agency are those of the plan as it is.
    tab.wait_gone("#banner");
    tab.click("#findings-elsewhere summary");
    tab.wait("#findings-elsewhere .finding[data-code=STR015]");
    preview
}

fn an_editor_opens_the_place(tab: &Tab) -> Preview {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("editor.sh");
    let seen = folder.path().join("seen");
    std::fs::write(&script, format!("echo \"$1\" > '{}'\n", seen.display())).unwrap();
    let command = format!("sh '{}' {{file}}:{{line}}:{{column}}", script.display());
    let preview = Preview::of(&["opd:diskominfo", "--editor", &command]);
    tab.open(&preview.url);
    tab.wait_pages();
    preview.edit(CARD, "\"goal:layanan-publik\"", "\"goal:layanan-pubik\"");
    tab.type_keys("f");
    tab.click(".finding[data-code=STR015] button");
    tab.click("#source-open");
    let begin = std::time::Instant::now();
    while !seen.try_exists().unwrap() || std::fs::read_to_string(&seen).unwrap().is_empty() {
        assert!(begin.elapsed().as_secs() < 20, "no editor was started");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let opened = std::fs::read_to_string(&seen).unwrap();
    assert!(opened.trim().ends_with("layanan-112.toml:20:5"), "{opened}");
    preview
}
