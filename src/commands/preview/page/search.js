/** Searching the book. */

import { byId, make } from "./dom.js";
import { ask, latest, Superseded } from "./server.js";
import { word } from "./words.js";

/** How long the user stops typing before the book is searched. */
const PAUSE = 200;

export class Search {
    #field = byId("search-field");
    #list = byId("search-hits");
    #pages;
    #go;
    #chosen;
    #latest = latest();
    #pause = null;
    #count = 0;
    #hits = [];
    #current = -1;
    #items = [];
    #boxes = [];

    /**
     * @param {import("./pages.js").Pages} pages
     * @param {object} on
     * @param {(place: import("./anchor.js").Place & {x: number}) => void} on.go
     * @param {() => void} on.chosen a hit was chosen in the list
     */
    constructor(pages, { go, chosen }) {
        this.#pages = pages;
        this.#go = go;
        this.#chosen = chosen;
        this.#field.addEventListener("input", () => {
            clearTimeout(this.#pause);
            this.#pause = setTimeout(() => this.#sought(), PAUSE);
        });
        this.#field.addEventListener("keydown", (event) => {
            if (event.key === "Enter" && event.shiftKey) {
                event.preventDefault();
                this.step(-1);
            }
        });
        byId("search-form").addEventListener("submit", (event) => {
            event.preventDefault();
            // Who types and confirms at once waits for no pause.
            if (this.#pause === null) {
                this.step(1);
            } else {
                this.#sought();
            }
        });
        byId("search-previous").addEventListener("click", () => this.step(-1));
    }

    /** Starts a search: what was sought before can be typed over. */
    start() {
        this.#field.focus();
        this.#field.select();
        this.refresh();
    }

    /** Searches again, for the book changed. */
    refresh() {
        return this.#ask(false);
    }

    /** Takes the marks off the pages; the words that were sought stay in the field. */
    stop() {
        clearTimeout(this.#pause);
        this.#pause = null;
        this.#show({ count: 0, hits: [] });
        byId("search-count").textContent = "";
    }

    /** Goes to the next (1) or previous (-1) hit. */
    step(direction) {
        if (this.#hits.length > 0) {
            this.#select((this.#current + direction + this.#hits.length) % this.#hits.length);
        }
    }

    #sought() {
        clearTimeout(this.#pause);
        this.#pause = null;
        return this.#ask(true);
    }

    /** @param {boolean} go whether to go to the first hit from where the reader is */
    async #ask(go) {
        const sought = this.#field.value.trim();
        try {
            const found = await this.#latest(sought === "" ? { count: 0, hits: [] } : ask("/search", { q: sought }));
            const current = this.#current;
            this.#show(found);
            if (sought === "") {
                byId("search-count").textContent = "";
            } else if (go && this.#hits.length > 0) {
                const { page } = this.#pages.at(0);
                this.#select(Math.max(this.#hits.findIndex((hit) => hit.page >= page), 0));
            } else if (current >= 0 && this.#hits.length > 0) {
                this.#mark(Math.min(current, this.#hits.length - 1));
            }
        } catch (error) {
            if (!(error instanceof Superseded)) {
                byId("search-count").textContent = word("search-failed");
            }
        }
    }

    #show({ count, hits }) {
        this.#count = count;
        this.#hits = hits;
        this.#current = -1;
        this.#boxes.flat().forEach((box) => box.remove());
        this.#boxes = hits.map(({ page, boxes }) => boxes.map((box) => this.#box(page, box)));
        this.#items = hits.map((hit, index) => this.#item(hit, index));
        this.#list.replaceChildren(...this.#items.map((button) => make("li", {}, button)));
        byId("search-next").disabled = hits.length === 0;
        byId("search-previous").disabled = hits.length === 0;
        const limit = byId("search-limit");
        limit.hidden = hits.length >= count;
        limit.textContent = word("search-limit", hits.length);
        this.#position();
    }

    #box(page, [x, y, width, height]) {
        const box = make("div", { class: "hit" });
        const place = { "--x": x, "--y": y, "--w": width, "--h": height };
        for (const [name, value] of Object.entries(place)) {
            box.style.setProperty(name, value);
        }
        this.#pages.layer(page)?.append(box);
        return box;
    }

    #item({ page, before, match, after }, index) {
        const button = make(
            "button",
            { type: "button", class: "hit-open" },
            make("span", { class: "hit-text" }, before, make("mark", {}, match), after),
            make("span", { class: "hit-page" }, word("page", this.#pages.description(page)?.label ?? page + 1)),
        );
        button.addEventListener("click", () => {
            this.#select(index);
            this.#chosen();
        });
        return button;
    }

    #select(index) {
        this.#mark(index);
        this.#items[index].scrollIntoView({ block: "nearest" });
        const { page, boxes: [[x, y] = [0, 0]] } = this.#hits[index];
        this.#go({ page, x, y });
    }

    #mark(index) {
        const set = (at, current) => {
            this.#boxes[at]?.forEach((box) => box.classList.toggle("current", current));
            this.#items[at]?.setAttribute("aria-current", current);
        };
        set(this.#current, false);
        set(index, true);
        this.#current = index;
        this.#position();
    }

    /** Which hit of how many. */
    #position() {
        let text = word("search-none");
        if (this.#current >= 0) {
            text = `${this.#current + 1} ${word("of", this.#count)}`;
        } else if (this.#count > 0) {
            text = word("search-count", this.#count);
        }
        byId("search-count").textContent = text;
    }
}
