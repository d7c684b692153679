/** What is said above the pages, or in their place. */

import { byId, prose } from "./dom.js";
import { word } from "./words.js";

/**
 * Says whether the pages are those of the plan as it is.
 *
 * @param {object} condition
 * @param {boolean} condition.stale the pages are older than the plan
 * @param {string | null} condition.problem what keeps the plan from being typeset
 * @param {boolean} condition.empty there are no pages
 * @param {boolean} condition.waiting the first pages are still to come
 */
export function announce({ stale, problem, empty, waiting }) {
    byId("banner").hidden = !stale && problem === null;
    byId("banner-title").textContent = word(stale ? "stale" : "broken");
    byId("banner-why").hidden = !stale;
    byId("problem").hidden = problem === null;
    byId("problem").replaceChildren(...prose(problem ?? ""));
    byId("pages").toggleAttribute("data-stale", stale);
    byId("empty").hidden = !empty;
    byId("empty").textContent = word(waiting && problem === null ? "waiting" : "empty");
}
