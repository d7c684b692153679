/** What just happened, in a few words for a moment, to be seen and heard. */

import { byId } from "./dom.js";

/** How long a text stays. */
const STAY = 4000;

let going = null;

/** @param {string} text */
export function say(text) {
    const status = byId("status");
    clearTimeout(going);
    status.textContent = text;
    going = setTimeout(() => {
        status.textContent = "";
    }, STAY);
}
