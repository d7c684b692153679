/** The mark that a change is being typeset. */

import { byId } from "./dom.js";

/** What is done sooner needs no mark. */
const SOON = 200;

let waiting = null;

function show(busy) {
    byId("progress").hidden = !busy;
    byId("view").setAttribute("aria-busy", busy);
}

export const progress = {
    begin() {
        waiting ??= setTimeout(() => show(true), SOON);
    },
    end() {
        clearTimeout(waiting);
        waiting = null;
        show(false);
    },
};
