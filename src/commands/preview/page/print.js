/** What is printed: every page on a sheet of its own size, and nothing else. */

import { byId, make } from "./dom.js";

/** Most pages whose pictures are fetched before anybody prints. */
const FEW = 40;

/** Sizes of paper that the style sheet knows. */
const known = new Set();
const style = new CSSStyleSheet();
document.adoptedStyleSheets.push(style);

export class Print {
    #sheets = byId("sheets");
    #pages = [];

    constructor() {
        // Pictures that were fetched to be printed are let go: they are many.
        window.addEventListener("afterprint", () => {
            this.#sheets.replaceChildren();
            this.show(this.#pages);
        });
    }

    /** @param {{key: string, width: number, height: number}[]} pages */
    show(pages) {
        this.#pages = pages;
        const old = [...this.#sheets.children];
        old.slice(pages.length).forEach((sheet) => sheet.remove());
        const added = pages.slice(old.length).map(() => make("img", {
            // Of a long book the browser puts them off, and fetches them when it prints. It may
            // print before the last is there: the few of a part are there before.
            loading: pages.length > FEW ? "lazy" : "eager",
            decoding: "sync",
            alt: "",
        }));
        this.#sheets.append(...added);
        [...this.#sheets.children].forEach((sheet, index) => {
            const { key, width, height } = pages[index];
            const src = `/pages/${encodeURIComponent(key)}.svg`;
            if (sheet.getAttribute("src") !== src) {
                sheet.src = src;
                sheet.style.page = paper(width, height);
                sheet.style.width = `${width}pt`;
                sheet.style.height = `${height}pt`;
            }
        });
    }
}

/** The name of a size of paper. */
function paper(width, height) {
    const name = `paper-${width}-${height}`.replaceAll(".", "_");
    if (!known.has(name)) {
        known.add(name);
        style.insertRule(`@page ${name} { size: ${width}pt ${height}pt; margin: 0; }`);
    }
    return name;
}
