/** Elements made from data. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * The element with an id. The page is written by hand, so all of them exist.
 *
 * @param {string} id
 */
export function byId(id) {
    return document.getElementById(id);
}

/**
 * Makes an element. Strings among the children become text, never markup:
 * titles and messages come from files that anyone may have written.
 *
 * @param {string} tag
 * @param {Object<string, string | number | boolean | null>} attributes those that are null or false are left out
 * @param {...(Node | string | null)} children
 */
export function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value !== null && value !== false) {
            element.setAttribute(name, value === true ? "" : value);
        }
    }
    element.append(...children.filter((child) => child !== null));
    return element;
}

/**
 * One of the drawings in `icons.svg`. It says nothing by itself: a text or a
 * label stands beside it.
 *
 * @param {string} name
 */
export function icon(name) {
    const drawing = document.createElementNS(SVG, "svg");
    drawing.setAttribute("class", "icon");
    drawing.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(SVG, "use");
    use.setAttribute("href", `/assets/icons.svg#${name}`);
    drawing.append(use);
    return drawing;
}

/**
 * A message of the compiler, which writes names and code between backticks.
 *
 * @param {string} message
 * @returns {Node[]}
 */
export function prose(message) {
    return message.split(/(`[^`]+`)/).map((text) => /^`[^`]+`$/.test(text)
        ? make("code", {}, text.slice(1, -1))
        : document.createTextNode(text));
}
