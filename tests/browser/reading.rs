//! Somebody reads: turns pages, enlarges, looks for words, asks where a text is written.

use serde_json::{Value, json};

use crate::Test;
use crate::serving::Preview;
use crate::tab::Tab;

pub const TESTS: &[Test] = &[
    ("the outline leads to its chapters", the_outline_leads),
    ("words are found on the pages", words_are_found),
    ("pages grow and shrink by keys", pages_grow_by_keys),
    ("wide pages fit like others", wide_pages_fit_too),
    (
        "far pages are drawn when they are reached",
        far_pages_are_drawn,
    ),
    (
        "a click on a page shows its source",
        a_click_shows_the_source,
    ),
    ("links inside the book lead on", links_lead_on),
    ("text is selected, found and copied", text_is_text),
    ("back leads to where one was", back_leads_back),
    ("addresses lead to places", addresses_lead),
    ("all pages are printed", all_pages_are_printed),
];

/// How far the pages are scrolled.
const TOP: &str = "document.querySelector('#view').scrollTop";

fn the_outline_leads(tab: &Tab) -> Preview {
    let preview = Preview::of(&[]);
    tab.open(&preview.url);
    tab.wait_pages();
    if tab.get("document.querySelector('#outline').hidden") == Value::Bool(true) {
        tab.click("#outline-toggle");
    }
    tab.wait("#outline-list a, #outline-list button");
    let last = "[...document.querySelectorAll('#outline-list a, #outline-list button.entry, #outline-list button')].filter(one => one.getClientRects().length).at(-1)";
    tab.get(&format!("({last}.click(), true)"));
    tab.until("document.querySelector('#view').scrollTop > 10000");
    tab.wait_pages();
    preview
}

fn words_are_found(tab: &Tab) -> Preview {
    let preview = Preview::of(&["opd:diskominfo"]);
    tab.open(&preview.url);
    tab.wait_pages();
    tab.type_keys("/");
    tab.wait("#search-field");
    tab.type_keys("siang dan MALAM");
    tab.wait("#search-hits li");
    assert!(tab.text("#search-hits").contains("siang dan malam"));
    tab.until("document.querySelectorAll('.page [class*=hit]').length > 0");
    tab.escape();
    tab.wait_gone("#search");
    preview
}

fn pages_grow_by_keys(tab: &Tab) -> Preview {
    let preview = Preview::of(&["program:layanan-112"]);
    tab.open(&preview.url);
    tab.wait_pages();
    let width = "document.querySelector('.page').getBoundingClientRect().width";
    let before = tab.number(width);
    tab.type_keys("+");
    tab.until(&format!("{width} > {before}"));
    tab.type_keys("p");
    tab.until("document.querySelector('.page').getBoundingClientRect().height <= document.querySelector('#view').clientHeight");
    tab.type_keys("w");
    tab.until(&format!("{width} > 500"));
    // Crisp: the picture is as large as it is shown, since it has no pixels.
    tab.until("document.querySelector('.page img').currentSrc.endsWith('.svg')");
    preview
}

fn wide_pages_fit_too(tab: &Tab) -> Preview {
    let preview = Preview::of(&[]);
    tab.open(&preview.url);
    tab.wait_pages();
    // Pages upright and across, all as wide as the window allows.
    let widths = "[...document.querySelectorAll('.page')].map(page => Math.round(page.getBoundingClientRect().width))";
    tab.until(&format!("new Set({widths}).size === 1"));
    tab.until("document.querySelector('#view').scrollWidth <= document.querySelector('#view').clientWidth");
    tab.type_keys("p");
    tab.until("[...document.querySelectorAll('.page')].every(page => page.getBoundingClientRect().height <= document.querySelector('#view').clientHeight)");
    // At a size of its own, one is wider than the other.
    tab.type_keys("0");
    tab.until(&format!("new Set({widths}).size > 1"));
    preview
}

fn far_pages_are_drawn(tab: &Tab) -> Preview {
    let preview = Preview::of(&[]);
    tab.open(&preview.url);
    tab.wait_pages();
    let pages = tab.number("document.querySelectorAll('.page').length");
    assert!(pages > 60.0);
    let drawn = "document.querySelectorAll('.page img').length";
    assert!(tab.number(drawn) < 15.0);
    tab.get("document.querySelector('#view').scrollTop = 1e9");
    tab.wait(".page:last-child img");
    tab.wait_pages();
    assert!(tab.number(drawn) < 15.0);
    preview
}

fn a_click_shows_the_source(tab: &Tab) -> Preview {
    let preview = Preview::of(&["program:layanan-112"]);
    tab.open(&preview.url);
    tab.wait_pages();
    // On the words below the title of the card.
    click_at(tab, &json!(0), 0.3, 0.21);
    tab.wait("#source");
    let place = tab.text("#source-place");
    assert!(place.contains("layanan-112.toml:"), "{place}");
    assert!(
        tab.text("#source-lines").contains("summary"),
        "{}",
        tab.text("#source-lines")
    );
    tab.escape();
    tab.wait_gone("#source");
    preview
}

fn links_lead_on(tab: &Tab) -> Preview {
    let preview = Preview::of(&[]);
    tab.open(&preview.url);
    tab.wait_pages();
    // The table of contents, of which each entry is a link.
    tab.type_keys("/");
    tab.type_keys("daftar isi");
    tab.click("#search-hits .hit-open");
    tab.wait(".hit.current");
    let page = tab.get("document.querySelector('.hit.current').closest('.page').dataset.index");
    tab.escape();
    tab.wait_pages();
    let before = tab.number("document.querySelector('#view').scrollTop");
    let found = (0..12).any(|step| {
        click_at(tab, &page, 0.3, 0.2 + 0.05 * f64::from(step));
        std::thread::sleep(std::time::Duration::from_millis(300));
        tab.get("document.querySelector('#source-link').getClientRects().length > 0")
            == Value::Bool(true)
    });
    assert!(found, "no link on the page of contents");
    tab.click("#source-link");
    tab.until(&format!(
        "document.querySelector('#view').scrollTop > {before} + 1000"
    ));
    preview
}

/// Clicks at a share of the width and height of a page.
fn click_at(tab: &Tab, page: &Value, across: f64, down: f64) {
    let script = format!(
        "(() => {{ const page = document.querySelector('.page[data-index=' + JSON.stringify(String({page})) + ']');
            const at = page.getBoundingClientRect();
            const event = new MouseEvent('click', {{ bubbles: true, clientX: at.left + {across} * at.width, clientY: at.top + {down} * at.height }});
            (page.querySelector('img') ?? page).dispatchEvent(event); return true; }})()"
    );
    tab.get(&script);
}

/// The texts of all pages are there.
const READ: &str =
    "[...document.querySelectorAll('.page .text')].every(text => text.childElementCount > 0)";

fn text_is_text(tab: &Tab) -> Preview {
    let preview = Preview::of(&["opd:diskominfo"]);
    tab.open(&preview.url);
    tab.wait_pages();
    tab.until(READ);
    // What the browser finds and copies, on pages that nobody has looked at yet: whole
    // paragraphs, however their lines are divided.
    let copied = tab.get(
        "(() => { getSelection().selectAllChildren(document.querySelector('#pages')); \
         const text = getSelection().toString(); getSelection().removeAllRanges(); return text; })()",
    );
    let copied = copied.as_str().unwrap();
    let long = copied
        .lines()
        .rfind(|line| line.trim().len() > 300)
        .unwrap();
    assert!(!copied.contains('\u{ad}'));
    let words: Vec<&str> = long.split_whitespace().collect();
    for words in words.windows(12).step_by(7) {
        let words = words.join(" ");
        let found = format!(
            "(() => {{ getSelection().removeAllRanges(); return find({words:?}) && \
             getSelection().anchorNode.parentElement.closest('.text') !== null; }})()"
        );
        assert_eq!(tab.get(&found), Value::Bool(true), "{words}");
    }
    // Whoever selects does not ask for the source.
    tab.wait_gone("#source");
    click_at(tab, &json!(0), 0.5, 0.25);
    assert_eq!(
        tab.get("document.querySelector('#source').hidden"),
        Value::Bool(true)
    );
    tab.get("getSelection().removeAllRanges()");
    // The text lies where it is printed: words found on the server cover those here.
    tab.get("document.querySelector('#view').scrollTop = 0");
    tab.wait_pages();
    tab.type_keys("/");
    tab.wait("#search-field");
    tab.type_keys("diskominfo");
    tab.wait(".page[data-index='0'] .hit");
    let apart = tab.get(
        "[...document.querySelectorAll('.page[data-index=\"0\"] .hit')].map(hit => { \
           const at = hit.getBoundingClientRect(); \
           const [x, y] = [at.left + at.width / 2, at.top + at.height / 2]; \
           const spans = [...document.querySelectorAll('.page[data-index=\"0\"] .block span')]; \
           return spans.some(span => /diskominfo/i.test(span.textContent) \
             && [...span.getClientRects()].some(one => one.left <= x && x <= one.right \
             && one.top <= y && y <= one.bottom)); }).filter(covered => !covered).length",
    );
    assert_eq!(apart, json!(0));
    tab.escape();
    preview
}

fn back_leads_back(tab: &Tab) -> Preview {
    let preview = Preview::of(&[]);
    tab.open(&preview.url);
    tab.wait_pages();
    tab.get(&format!("{TOP} = 700"));
    tab.until("location.hash.startsWith('#page=')");
    if tab.get("document.querySelector('#outline').hidden") == Value::Bool(true) {
        tab.click("#outline-toggle");
    }
    tab.wait("#outline-list .entry");
    let go = |to: usize| {
        tab.get(&format!(
            "([...document.querySelectorAll('#outline-list .entry')].filter(one => one.getClientRects().length).at(-{to}).click(), true)"
        ));
    };
    go(3);
    tab.until(&format!("{TOP} > 10000"));
    let first = tab.number(TOP);
    let page = tab.text("#page-field");
    go(1);
    tab.until(&format!("{TOP} > {first}"));
    tab.get("history.back()");
    tab.until(&format!("Math.abs({TOP} - {first}) < 3"));
    tab.get("history.back()");
    tab.until(&format!("Math.abs({TOP} - 700) < 3"));
    tab.get("history.forward()");
    tab.until(&format!("Math.abs({TOP} - {first}) < 3"));
    // The address says it too, over a reload.
    let hash = tab.get("location.hash");
    assert!(
        hash.as_str().unwrap().starts_with("#page="),
        "{hash} {page}"
    );
    tab.reload();
    tab.wait_pages();
    tab.until(&format!("Math.abs({TOP} - {first}) < 60"));
    assert_eq!(tab.get("location.hash"), hash);
    preview
}

fn addresses_lead(tab: &Tab) -> Preview {
    let preview = Preview::of(&[]);
    tab.open(&format!("{}#page=20", preview.url));
    tab.wait_pages();
    tab.until("document.querySelector('#page-field').value === '20'");
    for part in [
        "program:layanan-112",
        "opd:diskominfo",
        "pillar:governance",
        "chapter:visi",
    ] {
        let before = tab.number(TOP);
        tab.get(&format!("(location.hash = {part:?}, true)"));
        tab.until(&format!("{TOP} !== {before}"));
        let after = tab.number(TOP);
        tab.reload();
        tab.wait_pages();
        tab.until(&format!("Math.abs({TOP} - {after}) < 60"));
        assert_eq!(tab.get("location.hash"), format!("#{part}"));
    }
    tab.get("(location.hash = 'program:tiada', true)");
    tab.until("document.querySelector('#status').textContent.includes('program:tiada')");
    preview
}

fn all_pages_are_printed(tab: &Tab) -> Preview {
    let preview = Preview::of(&["chapter:visi"]);
    tab.open(&preview.url);
    tab.wait_pages();
    let pages = tab.number("document.querySelectorAll('.page').length");
    tab.until("[...document.querySelectorAll('#sheets img')].every((one) => one.complete)");
    let printed = lopdf::Document::load_mem(&tab.print()).unwrap();
    assert_eq!(printed.get_pages().len() as f64, pages);
    // Each holds its picture: without one a page is a few bytes.
    for page in printed.get_pages().into_values() {
        let content = printed.get_page_content(page).unwrap();
        assert!(
            content.len() > 1000,
            "{}",
            String::from_utf8_lossy(&content)
        );
    }
    preview
}
