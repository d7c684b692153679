/** Puts the page together: what the server says goes to its parts, what the user does to the server. */

import { announce } from "./banner.js";
import { connect } from "./connection.js";
import { byId } from "./dom.js";
import { Findings } from "./findings.js";
import { listen } from "./keyboard.js";
import { ofPart, ofTab } from "./memory.js";
import { Outline } from "./outline.js";
import { Pager } from "./pager.js";
import { Pages } from "./pages.js";
import { Panels } from "./panels.js";
import { Print } from "./print.js";
import { progress } from "./progress.js";
import { Search } from "./search.js";
import { ask, latest, Superseded } from "./server.js";
import { Source } from "./source.js";
import { say } from "./status.js";
import * as theme from "./theme.js";
import { Trail } from "./trail.js";
import { learn, word } from "./words.js";
import { Zoom } from "./zoom.js";

/** How long the view rests before its place is remembered. */
const REST = 200;

theme.dress();
theme.offer();
await learn();

const view = byId("view");
/** The newest edition; the one whose pages are on the screen has `printed`. */
let edition = null;
let printed = null;
/** The memories of what is shown; there are none before the first edition. */
let part = null;
let tab = null;
/** Of places that were asked for, only the latest is gone to. */
const onlyLatest = latest();

const pages = new Pages(view, byId("pages"));
const sheets = new Print();
const zoom = new Zoom(view, pages, (mode) => part?.keep("zoom", mode));
const pager = new Pager(pages, { go, say });
const trail = new Trail(pages, {
    find: (label) => pager.find(label),
    miss: (name) => say(word("no-such-place", name)),
});
const panels = new Panels((open) => part?.keep("panels", open));
const outline = new Outline((place) => {
    go(place);
    panels.chosen("outline");
});
const findings = new Findings(showFinding);
const search = new Search(pages, {
    go: (place) => trail.jump(place, () => pages.reveal(place), "search"),
    chosen: () => panels.chosen("search"),
});
const source = new Source({
    go,
    labelOf: (page) => pages.description(page)?.label ?? String(page + 1),
    say,
});
panels.on("search", { opened: () => search.start(), closed: () => search.stop() });

const follow = byId("follow");
follow.addEventListener("click", () => setFollow(!following()));
byId("banner-findings").addEventListener("click", () => panels.open("findings"));
byId("keys-open").addEventListener("click", () => byId("keys").showModal());
byId("keys-close").addEventListener("click", () => byId("keys").close());
byId("pages").addEventListener("click", (event) => {
    // Whoever selects text does not ask where it is written.
    if (!getSelection().isCollapsed) {
        return;
    }
    const place = pages.under(event.target, event);
    if (place !== null) {
        inspect(place);
    }
});

let drawn = null;
let remembered = null;
view.addEventListener("scroll", () => {
    drawn ??= requestAnimationFrame(() => {
        drawn = null;
        followReader();
    });
    clearTimeout(remembered);
    remembered = setTimeout(remember, REST);
}, { passive: true });
window.addEventListener("pagehide", remember);
// What was about to be remembered was of the place that the reader left.
window.addEventListener("popstate", () => clearTimeout(remembered));

listen({
    "+": () => zoom.step(1),
    "=": () => zoom.step(1),
    "-": () => zoom.step(-1),
    0: () => zoom.set(1),
    w: () => zoom.set("width"),
    p: () => zoom.set("page"),
    "/": () => panels.open("search"),
    o: () => panels.toggle("outline"),
    f: () => panels.toggle("findings"),
    n: () => findings.step(1),
    N: () => findings.step(-1),
    g: () => pager.focus(),
    s: inspectView,
    "?": () => byId("keys").showModal(),
    Escape: leave,
});

connect({
    edition: receive,
    working: () => progress.begin(),
    idle: () => progress.end(),
    lost: () => {
        progress.end();
        byId("connection").hidden = false;
    },
    found: () => {
        byId("connection").hidden = true;
        say(word("connected"));
    },
});

/** Takes an edition from the server. */
function receive(next) {
    progress.end();
    const previous = edition;
    edition = next;
    document.title = [next.title, next.shown].filter(Boolean).join(" · ");
    byId("title").textContent = next.title;
    byId("title").title = next.title;
    source.editor = next.editor;

    // A server that has just started has no pages yet; those on the screen are better than none.
    const kept = next.state !== "current" && next.pages.length === 0 && pages.count > 0;
    const renewed = !kept && print(next);
    findings.show(next.findings);
    const stale = next.state === "stale" || (kept && next.problem !== null);
    announce({
        stale,
        problem: next.problem,
        empty: pages.count === 0,
        waiting: next.state === "waiting",
    });
    if (previous === null) {
        return;
    }
    if (stale) {
        if (previous.state !== "stale") {
            say(word("stale"));
        }
    } else if (next.changed !== null) {
        say(word("updated-page", pages.description(next.changed.page)?.label ?? next.changed.page + 1));
        if (following()) {
            pages.reveal(next.changed);
            pages.mark(next.changed);
        }
    } else if (renewed || previous.state === "stale") {
        say(word("updated"));
    }
}

/**
 * Puts the pages of an edition on the screen.
 *
 * @returns {boolean} whether any is new
 */
function print(next) {
    const first = printed === null;
    const keys = (pages) => pages.map(({ key }) => key).join(" ");
    const renewed = first || keys(next.pages) !== keys(printed.pages);
    const empty = pages.count === 0;
    printed = next;
    pages.show(next);
    sheets.show(next.pages);
    outline.show(next.outline);
    if (first) {
        recall(next.shown);
    }
    zoom.fit();
    if (empty) {
        trail.begin(tab.recall("place"));
    }
    followReader();
    if (panels.isOpen("search")) {
        search.refresh();
    }
    if (source.isOpen) {
        source.refresh();
    }
    return renewed;
}

/** Takes up what the user left at the last visit. */
function recall(shown) {
    part = ofPart(shown);
    tab = ofTab(shown);
    zoom.set(part.recall("zoom") ?? "width");
    setFollow(part.recall("follow") ?? true);
    panels.restore(part.recall("panels") ?? ["outline"]);
}

function remember() {
    if (tab !== null && pages.count > 0) {
        tab.keep("place", pages.anchor());
        trail.keep();
    }
}

function followReader() {
    if (pages.count === 0) {
        pager.follow(null);
        return;
    }
    pager.follow(pages.at(0.4).page);
    outline.follow(pages.at(0.1));
}

function following() {
    return follow.getAttribute("aria-pressed") === "true";
}

function setFollow(on) {
    follow.setAttribute("aria-pressed", on);
    part?.keep("follow", on);
}

/** Shows the source of a finding, and where that stands in print. */
async function showFinding({ file, line, column, message }) {
    panels.chosen("findings");
    if (file === null) {
        source.close();
        return;
    }
    const [where] = await Promise.allSettled([
        onlyLatest(ask("/where", { file, line })),
        source.show({ place: { file, line, column }, message }),
    ]);
    if (where.status === "fulfilled" && where.value !== null) {
        trail.jump(where.value, () => pages.reveal(where.value), "findings");
        pages.mark(where.value);
    }
}

/** Shows where something on a page is written. */
async function inspect({ page, x, y }) {
    try {
        const question = ask("/at", { edition: printed.number, page, x: x.toFixed(2), y: y.toFixed(2) });
        const { place, link, box } = await onlyLatest(question);
        if (place === null && link === null) {
            source.close();
            say(word("no-source"));
            return;
        }
        await source.show({ place, link });
        // Not everything in the source stands in print.
        if (box !== null) {
            pages.reveal(box);
            pages.mark(box);
        }
    } catch (error) {
        if (!(error instanceof Superseded)) {
            say(word("no-source"));
        }
    }
}

/** The same for who has no pointer: what stands in the upper part of the view. */
function inspectView() {
    if (pages.count > 0) {
        const { page, y } = pages.at(0.3);
        const { width } = pages.description(page);
        inspect({ page, x: width / 3, y });
    }
}

/** Goes to a place that the user chose. */
function go(place) {
    trail.jump(place, () => pages.go(place));
}

/** Closes what is open, one after the other. */
function leave() {
    if (panels.escape()) {
        return;
    }
    if (source.isOpen) {
        source.close();
    } else {
        view.focus({ preventScroll: true });
    }
}
