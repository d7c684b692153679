/** The size of pages: a percentage, or whatever fits the window. */

import { byId } from "./dom.js";
import { label, word } from "./words.js";

/** Pixels for a point at 100 %. */
const PIXELS = 96 / 72;
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];
const LEAST = STEPS[0];
const MOST = STEPS.at(-1);
/** What a pixel of the wheel zooms: as much as browsers mean by it for a pinch on a touchpad. */
const WHEEL = 0.01;
/** A notch of a mouse wheel is many pixels; it counts as so many. */
const NOTCH = 20;

/** @typedef {"width" | "page" | number} Mode a number is a share of the real size */

export class Zoom {
    #view;
    #pages;
    #changed;
    /** @type {Mode} */
    #mode = "width";
    #factor = 1;
    #gesture = 1;
    #frame = null;

    /**
     * @param {HTMLElement} view
     * @param {import("./pages.js").Pages} pages
     * @param {(mode: Mode) => void} changed
     */
    constructor(view, pages, changed) {
        this.#view = view;
        this.#pages = pages;
        this.#changed = changed;
        byId("zoom-in").addEventListener("click", () => this.step(1));
        byId("zoom-out").addEventListener("click", () => this.step(-1));
        byId("zoom-reset").addEventListener("click", () => this.set(1));
        byId("fit-width").addEventListener("click", () => this.set("width"));
        byId("fit-page").addEventListener("click", () => this.set("page"));
        new ResizeObserver(() => this.fit()).observe(view);
        this.#wheel();
        this.#pinch();
    }

    /**
     * @param {Mode} mode
     * @param {{clientX: number, clientY: number}} [point] what stays in place
     */
    set(mode, point) {
        this.#mode = mode;
        this.#apply(point);
        this.#changed(mode);
    }

    /** Goes to the next step up or down. */
    step(direction) {
        const near = (step) => Math.abs(step - this.#factor) < 0.005;
        const steps = STEPS.filter((step) => !near(step) && (step - this.#factor) * direction > 0);
        const next = direction > 0 ? steps[0] : steps.at(-1);
        if (next !== undefined) {
            this.set(next);
        }
    }

    /** Fits the pages again after the window, or the edition, changed. */
    fit() {
        if (this.#pages.count > 0) {
            this.#apply();
        }
    }

    #apply(point) {
        const size = this.#size();
        this.#pages.hold(() => this.#pages.resize(size), point);
        // A page is as large as it fits; the one in view tells how large that is.
        this.#factor = this.#pages.count === 0 ? 1 : this.#pages.scale(this.#pages.at(0.4).page) / PIXELS;
        this.#show();
    }

    #size() {
        if (typeof this.#mode === "number") {
            return { scale: Math.min(Math.max(this.#mode, LEAST), MOST) * PIXELS };
        }
        const { space } = this.#pages;
        const across = this.#view.clientWidth - space;
        // The whole height: what opens above or below the view must not shrink the pages.
        const down = this.#mode === "width" ? Number.POSITIVE_INFINITY : byId("centre").clientHeight - space;
        return { across, down };
    }

    #show() {
        const percentage = `${Math.round(this.#factor * 100)}%`;
        const reset = byId("zoom-reset");
        reset.textContent = percentage;
        label(reset, `${percentage}, ${word("zoom-reset")}`);
        byId("fit-width").setAttribute("aria-pressed", this.#mode === "width");
        byId("fit-page").setAttribute("aria-pressed", this.#mode === "page");
    }

    /** A wheel with Ctrl, which is also what a pinch on a touchpad reads as. */
    #wheel() {
        this.#view.addEventListener("wheel", (event) => {
            if (!event.ctrlKey) {
                return;
            }
            event.preventDefault();
            const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * NOTCH;
            this.#turn(Math.exp(-Math.min(Math.max(pixels, -NOTCH), NOTCH) * WHEEL), event);
        }, { passive: false });
    }

    /** Two fingers on a screen. */
    #pinch() {
        let apart = null;
        const distance = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
        this.#view.addEventListener("touchstart", ({ touches }) => {
            apart = touches.length === 2 ? distance(touches) : null;
        }, { passive: true });
        this.#view.addEventListener("touchmove", (event) => {
            const { touches } = event;
            if (apart === null || touches.length !== 2 || !event.cancelable) {
                return;
            }
            event.preventDefault();
            const now = distance(touches);
            const [a, b] = touches;
            this.#turn(now / apart, {
                clientX: (a.clientX + b.clientX) / 2,
                clientY: (a.clientY + b.clientY) / 2,
            });
            apart = now;
        }, { passive: false });
    }

    /** Gathers the steps of a gesture: more than one for a frame would be laid out in vain. */
    #turn(factor, { clientX, clientY }) {
        this.#gesture *= factor;
        this.#frame ??= requestAnimationFrame(() => {
            const mode = this.#factor * this.#gesture;
            this.#frame = null;
            this.#gesture = 1;
            this.set(Math.min(Math.max(mode, LEAST), MOST), { clientX, clientY });
        });
    }
}
