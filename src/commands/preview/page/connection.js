/** What the server tells, in this tab. */

import { stream } from "./stream.js";

/** How long a gap is not worth a word: a reload of the stream takes less. */
const PATIENCE = 700;

/**
 * Listens to the server, and goes on listening when it was gone.
 *
 * @param {object} on
 * @param {(edition: object) => void} on.edition
 * @param {() => void} on.working a change is being typeset
 * @param {() => void} on.idle it changed nothing
 * @param {() => void} on.lost
 * @param {() => void} on.found only after `lost`
 */
export function connect(on) {
    let newest = -1;
    let lost = false;
    let patience = null;

    function found() {
        clearTimeout(patience);
        patience = null;
        if (lost) {
            lost = false;
            on.found();
        }
    }

    function missed() {
        patience ??= setTimeout(() => {
            lost = true;
            on.lost();
        }, PATIENCE);
    }

    const hear = {
        open() {
            // A server that was started again counts from the beginning.
            newest = -1;
            found();
        },
        lost: missed,
        working: () => on.working(),
        idle: () => on.idle(),
        edition(data) {
            const edition = JSON.parse(data);
            if (edition.number >= newest) {
                newest = edition.number;
                on.edition(edition);
            }
        },
    };
    listen((kind, data) => hear[kind](data));
}

/** Hears what is told to all tabs, where the browser lets them share it. */
function listen(tell) {
    if (!("SharedWorker" in window)) {
        listenWhileSeen(tell);
        return;
    }
    let shared = null;
    const join = () => {
        shared = new SharedWorker("/assets/shared.js", { type: "module", name: "ambonplan" }).port;
        shared.addEventListener("message", ({ data: { kind, data } }) => tell(kind, data));
        shared.start();
    };
    // A tab that the browser sets aside may come back as it was.
    window.addEventListener("pagehide", () => shared.postMessage("gone"));
    window.addEventListener("pageshow", ({ persisted }) => persisted && join());
    join();
}

/** Without sharing, only tabs that are seen listen; what they missed is told at once. */
function listenWhileSeen(tell) {
    const source = stream(tell);
    const turn = () => document.visibilityState === "visible" ? source.open() : source.close();
    document.addEventListener("visibilitychange", turn);
    turn();
}
