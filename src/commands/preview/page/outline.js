/** The outline of the book, as a tree to go by. */

import { sectionAt } from "./anchor.js";
import { byId, icon, make } from "./dom.js";
import { label, word } from "./words.js";

/** An outline of so many entries is shown whole; of a longer one, the first level. */
const SHORT = 40;

/** @typedef {import("./anchor.js").Entry} Entry */

export class Outline {
    #list = byId("outline-list");
    #go;
    /** @type {Entry[]} */
    #entries = [];
    /** The item of each entry, in the same order. */
    #items = [];
    #headings = null;
    #current = null;
    /** What the user opened or closed, by heading: it stays so in the next edition. */
    #branches = new Map();

    /** @param {(place: import("./anchor.js").Place) => void} go */
    constructor(go) {
        this.#go = go;
    }

    /** @param {Entry[]} entries */
    show(entries) {
        this.#entries = entries;
        const headings = JSON.stringify(entries.map(({ level, number, title }) => [level, number, title]));
        // With the same headings only places changed; who is choosing is left alone.
        if (headings !== this.#headings) {
            this.#headings = headings;
            this.#build();
        }
    }

    /** Marks the section that the reader is in. */
    follow(place) {
        const entry = sectionAt(place, this.#entries);
        let item = entry === null ? null : this.#items[this.#entries.indexOf(entry)];
        // In a closed branch, its heading stands for the section.
        for (let parent = item; parent !== null; parent = parent.parentElement.closest("li")) {
            if (parent.matches("[data-closed]")) {
                item = parent;
            }
        }
        const button = item?.querySelector(".entry") ?? null;
        if (button === this.#current) {
            return;
        }
        this.#current?.removeAttribute("aria-current");
        this.#current = button;
        if (button !== null) {
            button.setAttribute("aria-current", "location");
            this.#uncover(button);
        }
    }

    #build() {
        const focused = this.#items.findIndex((item) => item.contains(document.activeElement));
        this.#current = null;
        const root = make("ul", {});
        const path = [{ level: 0, item: null, list: root }];
        this.#items = this.#entries.map((entry, index) => {
            while (path.at(-1).level >= entry.level) {
                path.pop();
            }
            const parent = path.at(-1);
            if (parent.list === null) {
                parent.list = make("ul", {});
                this.#branch(parent.item, parent.list, parent.entry);
            }
            const item = this.#item(entry, index);
            parent.list.append(item);
            path.push({ level: entry.level, item, list: null, entry });
            return item;
        });
        this.#list.replaceChildren(root);
        this.#items[focused]?.querySelector(".entry").focus();
    }

    #item({ number, title }, index) {
        const button = make(
            "button",
            { type: "button", class: "entry" },
            number === null ? null : make("span", { class: "entry-number" }, number),
            make("span", {}, title),
        );
        button.addEventListener("click", () => this.#go(this.#entries[index]));
        return make("li", {}, button);
    }

    /** Gives an item its branch, and the button that opens and closes it. */
    #branch(item, list, { level, number, title }) {
        const heading = JSON.stringify([level, number, title]);
        const toggle = make("button", { type: "button", class: "branch" }, icon("branch"));
        const set = (open) => {
            list.hidden = !open;
            item.toggleAttribute("data-closed", !open);
            toggle.setAttribute("aria-expanded", open);
            label(toggle, word(open ? "collapse" : "expand"));
            toggle.setAttribute("aria-label", `${toggle.title}: ${title}`);
        };
        toggle.addEventListener("click", () => {
            const open = list.hidden;
            this.#branches.set(heading, open);
            set(open);
        });
        set(this.#branches.get(heading) ?? this.#entries.length <= SHORT);
        item.prepend(toggle);
        item.append(list);
    }

    /** Scrolls the outline, and only it: the pages must not move. */
    #uncover(button) {
        const list = this.#list.getBoundingClientRect();
        const { top, bottom } = button.getBoundingClientRect();
        if (top < list.top || bottom > list.bottom) {
            this.#list.scrollTop += (top + bottom - list.top - list.bottom) / 2;
        }
    }
}
