/**
 * The text of a page, over its picture: to be selected, found by the browser and read
 * out. It is there for every page of the book; the browser lays it out only where it is
 * looked at.
 */

import { make } from "./dom.js";

/** Size at which widths are measured, in pixels. */
const MEASURED = 100;
/** How many texts are fetched at once: a browser has few connections to one server. */
const AT_ONCE = 2;

/**
 * @typedef {object} Run text without a gap, in points
 * @property {string} text
 * @property {number} [gap] room before it
 * @property {boolean} [on] it goes on from the last one without a space
 * @property {number} width
 * @property {number} size
 *
 * @typedef {object} Line
 * @property {number} down from the first line
 * @property {boolean} [on]
 * @property {Run[]} runs
 *
 * @typedef {object} Block
 * @property {number} [level] of a heading
 * @property {boolean} [same] it is of the same heading as the last block
 * @property {number} x
 * @property {number} y
 * @property {number} [turn]
 * @property {number} size
 * @property {number} leading
 * @property {Line[]} lines
 *
 * @typedef {{alt: string, area: number[]}} Picture
 */

export class Text {
    #key = null;
    /** What is fetched, or is about to be. */
    #wanted = null;
    /** Runs whose width has still to be made that of the print. */
    #loose = [];
    #near = false;

    constructor() {
        this.element = make("div", { class: "text" });
    }

    /** Shows the text of another edition of the page. What is the same is left alone, with what is selected in it. */
    show(key) {
        if (key === this.#wanted) {
            return;
        }
        this.#wanted = key;
        queue(this);
    }

    /** Which text has to be fetched; null if none has. */
    get missing() {
        return this.#wanted === this.#key ? null : this.#wanted;
    }

    /** Whether somebody is likely to read it soon. */
    set near(near) {
        this.#near = near;
        if (near) {
            this.#fit();
        }
    }

    get near() {
        return this.#near;
    }

    /** The text that is wanted will not come, or is of no use any more. */
    forget() {
        this.#wanted = this.#key;
    }

    /** @param {(Block | Picture)[]} parts */
    fill(key, parts) {
        if (key !== this.#wanted) {
            return;
        }
        this.#key = key;
        this.#loose = [];
        const elements = [];
        let titled = null;
        for (const part of parts) {
            const element = "alt" in part ? picture(part) : this.#block(part);
            if (part.same) {
                titled.append(element);
            } else if (part.level === undefined) {
                elements.push(element);
            } else {
                titled = heading(part.level, element);
                elements.push(titled);
            }
        }
        this.element.replaceChildren(...elements);
        if (this.#near) {
            this.#fit();
        }
    }

    /** @param {Block} block */
    #block({ x, y, turn, size, leading, lines }) {
        const block = make("div", { class: "block" });
        place(block, { x, y, size, leading, turn });
        lines.forEach(({ down, on, runs }, index) => {
            // A space between two lines is also where the browser divides them.
            if (index > 0 && on !== true) {
                block.append(" ");
            }
            const off = down - index * leading;
            const spans = runs.map((run) => this.#run(run, size));
            // A line of several runs is held together.
            const whole = spans.length === 1 ? spans[0] : make("span", {}, ...spans.flatMap((span, at) =>
                at > 0 && runs[at].on !== true ? [make("i", {}, " "), span] : [span]));
            place(whole, { off: Math.abs(off) < 0.05 ? undefined : off });
            block.append(whole);
        });
        return block;
    }

    /** @param {Run} run */
    #run(run, usual) {
        const span = make("span", {}, run.text);
        place(span, { size: run.size === usual ? undefined : run.size, gap: run.gap });
        this.#loose.push([span, run]);
        return span;
    }

    /** Makes each run as wide as it is in print, in whatever font the browser has. */
    #fit() {
        for (const [span, { text, width, size }] of this.#loose) {
            const spread = width / size - measure(text);
            span.style.setProperty("--spread", `${(spread / Math.max([...text].length, 1)).toFixed(4)}em`);
        }
        this.#loose = [];
    }
}

/** A heading, which may stand in several blocks: a code, a title. */
function heading(level, block) {
    return make("div", { role: "heading", "aria-level": level }, block);
}

/** @param {Picture} picture */
function picture({ alt, area: [x, y, width, height] }) {
    const element = make("div", { class: "picture", role: "img", "aria-label": alt });
    place(element, { x, y, width, height });
    return element;
}

/** Hands lengths to the style sheet. */
function place(element, lengths) {
    for (const [name, length] of Object.entries(lengths)) {
        if (length !== undefined && (length !== 0 || !["gap", "turn"].includes(name))) {
            element.style.setProperty(`--${name}`, length);
        }
    }
}

const context = document.createElement("canvas").getContext("2d");
context.font = `${MEASURED}px sans-serif`;

/** Width of a text, as a multiple of its size. */
function measure(text) {
    return context.measureText(text).width / MEASURED;
}

/** Texts that have to be fetched, those that are near first. */
const waiting = new Set();
let going = 0;

function queue(text) {
    waiting.add(text);
    while (going < AT_ONCE && waiting.size > 0) {
        going += 1;
        work();
    }
}

async function work() {
    // Whoever reads the book has its pages before the texts of the others.
    await new Promise((idle) => setTimeout(idle));
    while (waiting.size > 0) {
        const next = [...waiting].find(({ near }) => near) ?? waiting.values().next().value;
        waiting.delete(next);
        const key = next.missing;
        if (key !== null) {
            await load(next, key);
        }
    }
    going -= 1;
}

async function load(text, key) {
    try {
        const answer = await fetch(`/texts/${encodeURIComponent(key)}.json`);
        if (!answer.ok) {
            throw new Error(answer.statusText);
        }
        text.fill(key, await answer.json());
    } catch {
        // The edition of the text is gone, or the server is; the next edition asks again.
        text.forget();
    }
}
