/**
 * Where the reader has been: Back and Forward lead to places of the book, and the address
 * says which page is looked at.
 */

import { ask, latest, Superseded } from "./server.js";

/** An address may name a part of the book by its kind. */
const PART = /^(chapter|pillar|opd|program|volume):/;

/** @typedef {import("./anchor.js").Place} Place */

export class Trail {
    #pages;
    #find;
    #miss;
    #latest = latest();

    /**
     * @param {import("./pages.js").Pages} pages
     * @param {object} does
     * @param {(label: string) => number | null} does.find the page that bears a number
     * @param {(name: string) => void} does.miss there is no such part
     */
    constructor(pages, { find, miss }) {
        this.#pages = pages;
        this.#find = find;
        this.#miss = miss;
        window.addEventListener("popstate", ({ state }) => this.#follow(state));
    }

    /**
     * Goes where this tab was before it was loaded again, else where the address says,
     * else to the place that is remembered.
     */
    begin(remembered) {
        const anchor = history.state?.anchor ?? null;
        if (anchor === null && this.#address !== "") {
            this.#goByAddress();
        } else {
            this.#pages.restore(anchor ?? remembered);
        }
    }

    /** Goes where the browser says: back, forward, or to an address that was typed. */
    #follow(state) {
        if (this.#pages.count === 0) {
            return;
        }
        if (state?.anchor) {
            this.#pages.restore(state.anchor);
        } else {
            this.#goByAddress();
        }
    }

    /**
     * Goes to another place, from where Back leads here.
     *
     * @param {Place} place
     * @param {() => boolean} move goes there; returns whether the reader was elsewhere
     * @param {string} [by] what leads from place to place: of its steps, Back takes all at once
     */
    jump(place, move, by) {
        this.keep();
        if (!move()) {
            return;
        }
        const state = { anchor: this.#pages.anchor(place), by };
        if (by !== undefined && history.state?.by === by) {
            history.replaceState(state, "", this.#hash(place.page));
        } else {
            history.pushState(state, "", this.#hash(place.page));
        }
    }

    /** Notes where the reader is now. */
    keep() {
        if (this.#pages.count === 0) {
            return;
        }
        const { page } = this.#pages.at(0.4);
        // A part stays in the address for as long as its first page is looked at.
        const named = history.state?.named ?? null;
        const stays = named !== null && named.page === page;
        history.replaceState(
            { ...history.state, anchor: this.#pages.anchor(), named: stays ? named : null },
            "",
            stays ? named.hash : this.#hash(page),
        );
    }

    get #address() {
        try {
            return decodeURIComponent(location.hash.slice(1));
        } catch {
            return "";
        }
    }

    #hash(page) {
        return `#page=${encodeURIComponent(this.#pages.description(page).label)}`;
    }

    async #goByAddress() {
        const address = this.#address;
        const label = /^page=(.+)$/.exec(address)?.[1];
        if (label !== undefined) {
            const page = this.#find(label);
            if (page === null) {
                this.#miss(label);
            } else {
                this.#pages.go({ page, y: 0 });
            }
        } else if (PART.test(address)) {
            await this.#goToPart(address);
        }
    }

    async #goToPart(name) {
        try {
            const place = await this.#latest(ask("/part", { name }));
            if (place === null) {
                this.#miss(name);
                return;
            }
            this.#pages.go(place);
            const named = { hash: location.hash, page: this.#pages.at(0.4).page };
            history.replaceState({ anchor: this.#pages.anchor(), named }, "", location.hash);
        } catch (error) {
            if (!(error instanceof Superseded)) {
                this.#miss(name);
            }
        }
    }
}
