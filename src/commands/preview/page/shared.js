/**
 * A worker that all tabs of the preview share: it alone holds the stream of events.
 * Browsers open few connections to a server; with a stream in each of six tabs none
 * would be left for pages.
 */

import { stream } from "./stream.js";

/** @type {Set<MessagePort>} */
const tabs = new Set();
/** What a tab that comes later has to know. */
let open = false;
let working = false;
let edition = null;

const source = stream((kind, data) => {
    if (kind === "open" || kind === "lost") {
        open = kind === "open";
        // A server that was started again tells its editions again.
        edition = null;
    }
    working = kind === "working";
    edition = kind === "edition" ? data : edition;
    for (const tab of tabs) {
        tab.postMessage({ kind, data });
    }
});

self.addEventListener("connect", ({ ports: [tab] }) => {
    tabs.add(tab);
    // The only thing that a tab says is that it is gone.
    tab.addEventListener("message", () => tabs.delete(tab));
    tab.start();
    if (!open) {
        source.open();
        return;
    }
    tab.postMessage({ kind: "open" });
    if (edition !== null) {
        tab.postMessage({ kind: "edition", data: edition });
    }
    if (working) {
        tab.postMessage({ kind: "working" });
    }
});
