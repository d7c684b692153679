/** The bar below the pages that shows where something is written. */

import { byId, make, prose } from "./dom.js";
import { ask, latest, openInEditor, Superseded } from "./server.js";
import { word } from "./words.js";

/**
 * @typedef {object} Subject what the bar is about
 * @property {{file: string, line: number, column: number, shown?: string} | null} place
 * @property {string} [message] what is said about the place
 * @property {{page: number, y: number} | {url: string} | null} [link] where a link at the place leads
 */

export class Source {
    #bar = byId("source");
    #name = byId("source-place");
    #lines = byId("source-lines");
    #go;
    #labelOf;
    #say;
    #latest = latest();
    /** @type {Subject | null} */
    #subject = null;
    /** Whether there is an editor to open places in. */
    #editor = false;
    #returnTo = null;

    /**
     * @param {object} does
     * @param {(place: import("./anchor.js").Place) => void} does.go
     * @param {(page: number) => string} does.labelOf the number that a page bears
     * @param {(text: string) => void} does.say
     */
    constructor({ go, labelOf, say }) {
        this.#go = go;
        this.#labelOf = labelOf;
        this.#say = say;
        byId("source-close").addEventListener("click", () => this.close());
        byId("source-open").addEventListener("click", () => this.#open());
        byId("source-copy").addEventListener("click", () => this.#copy());
        byId("source-link").addEventListener("click", () => this.#go(this.#subject.link));
    }

    /** @param {Subject} subject */
    async show(subject) {
        if (!this.isOpen) {
            this.#returnTo = document.activeElement;
        }
        this.#subject = subject;
        const { place, message, link = null } = subject;
        this.#name.textContent = place === null ? word("no-source") : this.#text;
        byId("source-message").replaceChildren(...prose(message ?? ""));
        byId("source-message").hidden = !message;
        this.#tools();
        this.#link(link);
        this.#bar.hidden = false;
        await this.refresh();
    }

    /** Reads the lines again, for the file may have been saved. */
    async refresh() {
        const place = this.#subject?.place ?? null;
        if (place === null) {
            this.#lines.hidden = true;
            return;
        }
        try {
            const found = await this.#latest(ask("/source", { file: place.file, line: place.line }));
            // As it is called where the preview was started: that is what an editor opens.
            place.shown ??= `${found.path}:${place.line}:${place.column}`;
            this.#name.textContent = this.#text;
            this.#write(found);
        } catch (error) {
            if (!(error instanceof Superseded)) {
                this.#lines.hidden = false;
                this.#lines.replaceChildren(make("span", { class: "line" }, word("source-gone")));
            }
        }
    }

    /** Says whether there is an editor to open places in. */
    set editor(editor) {
        this.#editor = editor;
        this.#tools();
    }

    get isOpen() {
        return !this.#bar.hidden;
    }

    close() {
        const focused = this.#bar.contains(document.activeElement);
        this.#bar.hidden = true;
        this.#subject = null;
        if (focused) {
            this.#returnTo?.focus();
        }
    }

    get #text() {
        const { file, line, column, shown } = this.#subject.place;
        return shown ?? `${file}:${line}:${column}`;
    }

    #tools() {
        const placed = this.#subject !== null && this.#subject.place !== null;
        byId("source-open").hidden = !placed || !this.#editor;
        byId("source-copy").hidden = !placed || this.#editor;
    }

    #link(link) {
        const toPage = link !== null && "page" in link;
        const button = byId("source-link");
        button.hidden = !toPage;
        if (toPage) {
            button.textContent = word("link-page", this.#labelOf(link.page));
        }
        const anchor = byId("source-url");
        const toWeb = link !== null && "url" in link && /^(https?|mailto):/i.test(link.url);
        anchor.hidden = !toWeb;
        if (toWeb) {
            anchor.href = link.url;
            anchor.textContent = word("link-url");
            anchor.title = link.url;
        } else {
            anchor.removeAttribute("href");
        }
    }

    #write({ line, first, lines }) {
        this.#lines.hidden = false;
        this.#lines.replaceChildren(...lines.map((text, index) => {
            const number = first + index;
            return make(
                "span",
                { class: "line", "data-number": number, "aria-current": number === line && "true" },
                `${text}\n`,
            );
        }));
        const marked = this.#lines.querySelector("[aria-current]");
        if (marked !== null) {
            // In the middle; of a line that is longer than the bar is high, the beginning.
            const above = Math.max((this.#lines.clientHeight - marked.offsetHeight) / 2, 0);
            this.#lines.scrollTop = marked.offsetTop - above;
        }
    }

    async #open() {
        try {
            this.#say(await openInEditor(this.#subject.place) ?? word("opened"));
        } catch {
            this.#say(word("not-opened"));
        }
    }

    async #copy() {
        try {
            await navigator.clipboard.writeText(this.#text);
            this.#say(word("copied"));
        } catch {
            // Not allowed here: the user presses the keys.
            getSelection().selectAllChildren(this.#name);
            this.#say(word("copy-by-hand"));
        }
    }
}
