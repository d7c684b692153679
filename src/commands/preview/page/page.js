/** One page on the screen: a sheet of the right size, and its image while it is near. */

import { make } from "./dom.js";
import { word } from "./words.js";

export class Page {
    #key;
    #label;
    #near = false;
    /** The image on the screen, and the key of what it shows. */
    #image = null;
    #shown = null;
    /** The image that is being fetched, and its key. */
    #coming = null;
    #fetched = null;

    constructor() {
        this.layer = make("div", { class: "layer" });
        this.element = make("div", { class: "page" }, this.layer);
    }

    /**
     * Takes the description of the page in the newest edition. The old image
     * stays until the new one can take its place.
     *
     * @param {{key: string, width: number, height: number, label: string}} description
     * @param {number} index
     */
    describe({ key, width, height, label }, index) {
        const { dataset, style } = this.element;
        dataset.index = index;
        dataset.key = key;
        style.setProperty("--width", width);
        style.setProperty("--height", height);
        this.#key = key;
        this.#label = label;
        if (this.#image !== null) {
            this.#image.alt = word("page", label);
        }
    }

    /** Fetches the image of the page, unless it is there. */
    load() {
        this.#near = true;
        if (this.#shown === this.#key || this.#fetched === this.#key) {
            return;
        }
        this.#cancel();
        const image = new Image();
        // Painted with the rest of the sheet: a late image would flash.
        image.decoding = "sync";
        image.draggable = false;
        image.addEventListener("load", () => this.#swap(image));
        image.addEventListener("error", () => this.#miss(image));
        image.alt = word("page", this.#label);
        image.src = `/pages/${encodeURIComponent(this.#key)}.svg`;
        this.#coming = image;
        this.#fetched = this.#key;
    }

    /** Lets go of the image: thousands of them would not fit into memory. */
    drop() {
        this.#near = false;
        this.#cancel();
        this.#image?.remove();
        this.#image = null;
        this.#shown = null;
    }

    get near() {
        return this.#near;
    }

    #swap(image) {
        if (image !== this.#coming) {
            return;
        }
        this.#image?.remove();
        this.element.prepend(image);
        this.#image = image;
        this.#shown = this.#fetched;
        this.#coming = null;
        this.#fetched = null;
    }

    /** The edition of the image is gone; the next edition asks again. */
    #miss(image) {
        if (image === this.#coming) {
            this.#coming = null;
            this.#fetched = null;
        }
    }

    #cancel() {
        // Without its address the browser stops fetching.
        this.#coming?.removeAttribute("src");
        this.#coming = null;
        this.#fetched = null;
    }
}
