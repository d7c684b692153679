/** Light or dark surroundings, and whether paper is dimmed in the dark. */

import { byId } from "./dom.js";
import { everywhere } from "./memory.js";

const SYSTEM = matchMedia("(prefers-color-scheme: dark)");

/** Sets the surroundings as the user chose them, else as the system has them. */
export function dress() {
    const root = document.documentElement;
    const dark = everywhere.recall("dark") ?? SYSTEM.matches;
    const dim = everywhere.recall("dim") ?? false;
    root.dataset.theme = dark ? "dark" : "light";
    root.toggleAttribute("data-dim", dark && dim);
    byId("dark").setAttribute("aria-pressed", dark);
    byId("dim").setAttribute("aria-pressed", dim);
    byId("dim").hidden = !dark;
}

/** Lets the user choose. */
export function offer() {
    SYSTEM.addEventListener("change", dress);
    byId("dark").addEventListener("click", () => {
        const dark = document.documentElement.dataset.theme !== "dark";
        // A choice that the system makes too goes on following the system.
        everywhere.keep("dark", dark === SYSTEM.matches ? null : dark);
        dress();
    });
    byId("dim").addEventListener("click", () => {
        everywhere.keep("dim", !(everywhere.recall("dim") ?? false));
        dress();
    });
}
