/** Single keys for what is done often. */

import { byId } from "./dom.js";

const SCROLLING = ["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown"];

/**
 * Listens to keys. What the user types into a field, and what belongs to the
 * browser or a dialog, is left alone; Escape leaves a field.
 *
 * @param {Object<string, () => void>} actions by key
 */
export function listen(actions) {
    document.addEventListener("keydown", (event) => {
        const { key, target } = event;
        const taken = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
        if (taken || document.querySelector("dialog[open]") !== null) {
            return;
        }
        if (target.matches("input, select, textarea") && key !== "Escape") {
            return;
        }
        if (SCROLLING.includes(key) || (key === " " && target === document.body)) {
            focusScroller(target);
        } else if (Object.hasOwn(actions, key)) {
            event.preventDefault();
            actions[key]();
        }
    });
}

/** Keys that scroll mean the pages, unless the focus is in something else that scrolls. */
function focusScroller(target) {
    if (target.closest("#view, .panel, #source") === null) {
        byId("view").focus({ preventScroll: true });
    }
}
