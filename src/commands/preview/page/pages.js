/** The column of pages: what is on the screen, and where. */

import * as anchor from "./anchor.js";
import { make } from "./dom.js";
import { Page } from "./page.js";

/** How far from the view images are kept. */
const REACH = "200% 0px";
/** How long the view rests before images are fetched, so that a drag through the book fetches nothing on its way. */
const REST = 60;
/** Space above a place that is scrolled to the top of the view. */
const MARGIN = 8;
/** What must be in view below a place for its line to be. */
const LINE = 48;
/** How long a mark stays; the style sheet fades it as long. */
const MARK = 2600;
/** Farther away than so many heights of the view, scrolling would only be a blur. */
const SMOOTH = 3;

/** @typedef {import("./anchor.js").Place} Place */

export class Pages {
    #view;
    #column;
    #pages = [];
    #descriptions = [];
    #outline = [];
    #size = { scale: 1 };
    #ofElement = new WeakMap();
    #observer;
    #arriving = new Set();
    #rest = null;
    #mark = null;

    /**
     * @param {HTMLElement} view what scrolls
     * @param {HTMLElement} column what the pages stand in
     */
    constructor(view, column) {
        this.#view = view;
        this.#column = column;
        this.#observer = new IntersectionObserver(
            (entries) => this.#observe(entries),
            { root: view, rootMargin: REACH },
        );
    }

    /**
     * Shows an edition. What the reader looks at stays where it is.
     *
     * @param {{pages: object[], outline: import("./anchor.js").Entry[]}} edition
     */
    show({ pages, outline }) {
        const held = this.anchor();
        this.#match(pages);
        this.#descriptions = pages;
        this.#outline = outline;
        this.#pages.forEach((page, index) => {
            page.describe(pages[index], index);
            if (page.near) {
                page.load();
            }
        });
        this.restore(held);
    }

    /**
     * Where the reader is, or null where there are no pages.
     *
     * @param {Place} [place] where the reader is about to be
     */
    anchor(place) {
        if (this.count === 0) {
            return null;
        }
        const { page, y } = place ?? this.at(0);
        return { ...anchor.describe({ page, y }, this.#descriptions, this.#outline), left: this.#view.scrollLeft };
    }

    /** Goes where an anchor of this or another edition says. */
    restore(held) {
        if (held !== null && this.count > 0) {
            this.#view.scrollTop = this.#top(anchor.find(held, this.#descriptions, this.#outline));
            this.#view.scrollLeft = held.left;
        }
    }

    get count() {
        return this.#pages.length;
    }

    /** The description of a page. */
    description(index) {
        return this.#descriptions[index];
    }

    /** Where marks on a page stand. */
    layer(index) {
        return this.#pages[index]?.layer;
    }

    /** How much wider the column is than its pages. */
    get space() {
        return 2 * Number.parseFloat(getComputedStyle(this.#column).paddingLeft);
    }

    /**
     * Sets how large the pages are: all at one scale, or each as large as a room allows,
     * so that a wide sheet among others neither shrinks them nor is cut off.
     *
     * @param {{scale: number} | {across: number, down: number}} size pixels for a point; or
     *     pixels for a page, where `down` may be infinite
     * @returns {boolean} whether it is another one
     */
    resize(size) {
        if (JSON.stringify(size) === JSON.stringify(this.#size)) {
            return false;
        }
        this.#size = size;
        const { style, dataset } = this.#column;
        dataset.fit = "scale" in size ? "none" : Number.isFinite(size.down) ? "page" : "width";
        style.setProperty("--scale", size.scale ?? 1);
        style.setProperty("--across", size.across ?? 1);
        style.setProperty("--down", Number.isFinite(size.down) ? size.down : 1);
        return true;
    }

    /** Pixels for a point of a page. */
    scale(index) {
        if ("scale" in this.#size) {
            return this.#size.scale;
        }
        const { width, height } = this.#descriptions[index];
        return Math.min(this.#size.across / width, this.#size.down / height);
    }

    /**
     * The place at a height of the view.
     *
     * @param {number} share from 0, its top, to 1, its bottom
     * @returns {Place}
     */
    at(share) {
        const top = this.#view.scrollTop + share * this.#view.clientHeight;
        const page = this.#indexAt(top);
        return { page, y: (top - this.#pages[page].element.offsetTop) / this.scale(page) };
    }

    /**
     * The place under a point of the window, if a page is there.
     *
     * @returns {{page: number, x: number, y: number} | null}
     */
    under(target, { clientX, clientY }) {
        const element = target.closest(".page");
        if (element === null) {
            return null;
        }
        const { left, top } = element.getBoundingClientRect();
        const page = Number(element.dataset.index);
        return {
            page,
            x: (clientX - left) / this.scale(page),
            y: (clientY - top) / this.scale(page),
        };
    }

    /**
     * Scrolls to a place, so that it stands at the top.
     *
     * @returns {boolean} whether it did not stand there
     */
    go(place) {
        const { scrollTop } = this.#view;
        this.#view.scrollTo({ top: this.#top(place) - MARGIN });
        return this.#view.scrollTop !== scrollTop;
    }

    /**
     * Brings a place into view, and leaves the view alone if it is there already.
     *
     * @param {Place & {x?: number}} place
     * @returns {boolean} whether it was not
     */
    reveal(place) {
        const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.#view;
        const top = this.#top(place);
        const left = place.x === undefined
            ? scrollLeft
            : this.#element(place).offsetLeft + place.x * this.scale(this.#inside(place));
        const inView = (at, from, length) => at >= from && at <= from + length - LINE;
        const to = {
            top: inView(top, scrollTop, clientHeight) ? scrollTop : top - clientHeight / 3,
            left: inView(left, scrollLeft, clientWidth) ? scrollLeft : left - clientWidth / 3,
        };
        const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
        const far = Math.abs(to.top - scrollTop) > SMOOTH * clientHeight;
        const moves = to.top !== scrollTop || to.left !== scrollLeft;
        if (moves) {
            this.#view.scrollTo({ ...to, behavior: still || far ? "auto" : "smooth" });
        }
        return moves;
    }

    /** Marks a place for a moment, one at a time. */
    mark({ page, y }) {
        const mark = make("div", { class: "mark" });
        mark.style.setProperty("--y", y);
        this.#mark?.remove();
        this.#mark = mark;
        this.layer(page)?.append(mark);
        setTimeout(() => mark.remove(), MARK);
    }

    /**
     * Changes the size of pages or of the view, and keeps what stands at a
     * point of the window under that point.
     *
     * @param {() => void} change
     * @param {{clientX: number, clientY: number}} [point] else the middle of the top
     */
    hold(change, point) {
        if (this.count === 0) {
            change();
            return;
        }
        const view = this.#view.getBoundingClientRect();
        const { clientX, clientY } = point ?? { clientX: view.left + view.width / 2, clientY: view.top };
        const { element } = this.#pages[this.#indexAt(this.#view.scrollTop + clientY - view.top)];
        const before = element.getBoundingClientRect();
        change();
        const after = element.getBoundingClientRect();
        // The space around pages does not grow with them.
        const moved = (offset, was, is) => offset > 0 && offset < was ? offset * is / was : offset;
        const x = clientX - before.left;
        const y = clientY - before.top;
        this.#view.scrollLeft += after.left + x * after.width / before.width - clientX;
        this.#view.scrollTop += after.top + moved(y, before.height, after.height) - clientY;
    }

    /** Keeps the elements of pages that are the same at the beginning and at the end of the book. */
    #match(pages) {
        const old = this.#pages;
        const both = Math.min(old.length, pages.length);
        const key = (index) => this.#descriptions[index].key;
        let start = 0;
        while (start < both && key(start) === pages[start].key) {
            start += 1;
        }
        let end = 0;
        while (end < both - start && key(old.length - 1 - end) === pages[pages.length - 1 - end].key) {
            end += 1;
        }
        const tail = old.slice(old.length - end);
        const middle = old.slice(start, old.length - end);
        for (const page of middle.splice(pages.length - start - end)) {
            this.#observer.unobserve(page.element);
            this.#arriving.delete(page);
            page.remove();
        }
        const added = document.createDocumentFragment();
        while (start + middle.length + end < pages.length) {
            const page = new Page();
            this.#ofElement.set(page.element, page);
            this.#observer.observe(page.element);
            added.append(page.element);
            middle.push(page);
        }
        this.#column.insertBefore(added, tail[0]?.element ?? null);
        this.#pages = [...old.slice(0, start), ...middle, ...tail];
    }

    #observe(entries) {
        for (const { target, isIntersecting } of entries) {
            const page = this.#ofElement.get(target);
            if (isIntersecting) {
                this.#arriving.add(page);
            } else {
                this.#arriving.delete(page);
                page.drop();
            }
        }
        clearTimeout(this.#rest);
        this.#rest = setTimeout(() => this.#fetch(), REST);
    }

    /** Fetches the images of pages that came near, those in view first. */
    #fetch() {
        const middle = this.#view.scrollTop + this.#view.clientHeight / 2;
        const distance = ({ element }) => Math.abs(element.offsetTop + element.offsetHeight / 2 - middle);
        const pages = [...this.#arriving].sort((a, b) => distance(a) - distance(b));
        this.#arriving.clear();
        for (const page of pages) {
            page.load();
        }
    }

    /** The page at a height of the column; the space below a page belongs to it. */
    #indexAt(top) {
        let low = 0;
        let high = this.#pages.length - 1;
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if (this.#pages[middle].element.offsetTop <= top) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The page of a place, or the nearest that there is. */
    #inside({ page }) {
        return Math.min(Math.max(page, 0), this.count - 1);
    }

    #element(place) {
        return this.#pages[this.#inside(place)].element;
    }

    #top(place) {
        return this.#element(place).offsetTop + place.y * this.scale(this.#inside(place));
    }
}
