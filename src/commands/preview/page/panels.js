/** The panels beside the pages: outline at the left; search or findings at the right. */

import { byId } from "./dom.js";

/** Panels that share a side: one of them is open at a time. */
const SIDES = [["outline"], ["search", "findings"]];
/** Where panels lie over the pages; the style sheet has the same width. */
const NARROW = matchMedia("(max-width: 56rem)");

export class Panels {
    #changed;
    #opened = new Map();
    #closed = new Map();

    /** @param {(open: string[]) => void} changed */
    constructor(changed) {
        this.#changed = changed;
        for (const name of SIDES.flat()) {
            this.#toggle(name).addEventListener("click", () => this.toggle(name));
        }
        for (const button of document.querySelectorAll("[data-close]")) {
            button.addEventListener("click", () => this.close(button.dataset.close));
        }
    }

    /**
     * Calls back when the user opens a panel, and when the user is done with it.
     *
     * @param {string} name
     * @param {{opened: () => void, closed: () => void}} on
     */
    on(name, { opened, closed }) {
        this.#opened.set(name, opened);
        this.#closed.set(name, closed);
    }

    isOpen(name) {
        return !byId(name).hidden;
    }

    toggle(name) {
        if (this.isOpen(name)) {
            this.close(name);
        } else {
            this.open(name);
        }
    }

    /** Opens a panel for the user, who goes on in it. */
    open(name) {
        this.#show(name);
        const panel = byId(name);
        (panel.querySelector("[aria-current]") ?? panel.querySelector("button")).focus();
        this.#opened.get(name)?.();
    }

    close(name) {
        const focused = byId(name).contains(document.activeElement);
        this.#hide(name);
        this.#closed.get(name)?.();
        this.#tell();
        if (focused) {
            this.#toggle(name).focus();
        }
    }

    /** Something was chosen in a panel: one that covers the pages makes way for it. */
    chosen(name) {
        if (NARROW.matches) {
            this.#hide(name);
            byId("view").focus({ preventScroll: true });
        }
    }

    /** Closes the panel that has the focus, else the one that covers the pages. */
    escape() {
        const name = SIDES.flat().find((name) => this.isOpen(name)
            && (NARROW.matches || byId(name).contains(document.activeElement)));
        if (name !== undefined) {
            this.close(name);
        }
        return name !== undefined;
    }

    /** Opens what was open at the last visit. A narrow window begins with the pages. */
    restore(open) {
        if (!NARROW.matches) {
            for (const name of open) {
                this.#show(name);
            }
        }
    }

    #show(name) {
        const rivals = NARROW.matches ? SIDES.flat() : SIDES.find((side) => side.includes(name));
        for (const rival of rivals) {
            if (rival !== name && this.isOpen(rival)) {
                this.close(rival);
            }
        }
        byId(name).hidden = false;
        this.#toggle(name).setAttribute("aria-expanded", "true");
        this.#tell();
    }

    #toggle(name) {
        return byId(`${name}-toggle`);
    }

    #hide(name) {
        byId(name).hidden = true;
        this.#toggle(name).setAttribute("aria-expanded", "false");
    }

    #tell() {
        if (!NARROW.matches) {
            this.#changed(SIDES.flat().filter((name) => this.isOpen(name)));
        }
    }
}
