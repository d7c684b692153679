/** One page on the screen: a sheet of the right size, its text, and its image while it is near. */

import { make } from "./dom.js";
import { Text } from "./text.js";
import { word } from "./words.js";

export class Page {
    #key;
    #text = new Text();
    #near = false;
    /** The image on the screen, and the key of what it shows. */
    #image = null;
    #shown = null;
    /** The image that is being fetched, and its key. */
    #coming = null;
    #fetched = null;

    constructor() {
        this.layer = make("div", { class: "layer" });
        this.element = make("section", { class: "page" }, this.#text.element, this.layer);
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
        this.element.setAttribute("aria-label", word("page", label));
        this.#key = key;
        this.#text.show(key);
    }

    /** Fetches the image of the page, unless it is there. */
    load() {
        this.#near = true;
        this.#text.near = true;
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
        // What it shows is read in the text.
        image.alt = "";
        image.src = `/pages/${encodeURIComponent(this.#key)}.svg`;
        this.#coming = image;
        this.#fetched = this.#key;
    }

    /** Lets go of the image: thousands of them would not fit into memory. */
    drop() {
        this.#near = false;
        this.#text.near = false;
        this.#cancel();
        this.#image?.remove();
        this.#image = null;
        this.#shown = null;
    }

    /** Takes the page off the screen for good. */
    remove() {
        this.#text.forget();
        this.#cancel();
        this.element.remove();
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
