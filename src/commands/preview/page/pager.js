/** The page number in the toolbar: where the reader is, and where to go. */

import { byId } from "./dom.js";
import { word } from "./words.js";

export class Pager {
    #field = byId("page-field");
    #pages;
    #current = 0;

    /**
     * @param {import("./pages.js").Pages} pages
     * @param {object} does
     * @param {(place: import("./anchor.js").Place) => void} does.go
     * @param {(text: string) => void} does.say
     */
    constructor(pages, { go, say }) {
        this.#pages = pages;
        byId("page-form").addEventListener("submit", (event) => {
            event.preventDefault();
            const page = this.find(this.#field.value.trim());
            if (page === null) {
                say(word("no-such-page", this.#field.value));
                this.#field.select();
            } else {
                go({ page, y: 0 });
                byId("view").focus({ preventScroll: true });
            }
        });
        this.#field.addEventListener("focus", () => this.#field.select());
        this.#field.addEventListener("blur", () => this.#write());
    }

    /** Shows which page the reader is on. */
    follow(page) {
        this.#current = page ?? 0;
        if (document.activeElement !== this.#field) {
            this.#write();
        }
    }

    focus() {
        this.#field.focus();
    }

    #write() {
        const total = byId("page-total");
        const { count } = this.#pages;
        this.#field.disabled = count === 0;
        if (count === 0) {
            this.#field.value = "";
            total.textContent = "";
            return;
        }
        const { label } = this.#pages.description(this.#current);
        const position = String(this.#current + 1);
        const of = word("of", count);
        this.#field.value = label;
        total.textContent = label === position ? of : `(${position} ${of})`;
    }

    /** The page that bears a number, the next one where several do; else the one that has it in order. */
    find(text) {
        const sought = text.toLowerCase();
        const labelled = [];
        for (let page = 0; page < this.#pages.count; page += 1) {
            if (this.#pages.description(page).label.toLowerCase() === sought) {
                labelled.push(page);
            }
        }
        const found = labelled.find((page) => page > this.#current) ?? labelled[0];
        if (found !== undefined) {
            return found;
        }
        const position = /^\d+$/.test(text) ? Number(text) : 0;
        return position >= 1 && position <= this.#pages.count ? position - 1 : null;
    }
}
