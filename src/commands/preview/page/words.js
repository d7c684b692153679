/** The texts of the page, in the language that the server speaks. */

let words = {};

/** Fetches the texts and fills those of the document in. */
export async function learn() {
    const answer = await fetch("/words");
    const catalogue = await answer.json();
    words = catalogue.words;
    document.documentElement.lang = catalogue.lang;
    fill(document);
}

/**
 * A text. One that the catalogue lacks reads as its key.
 *
 * @param {string} key
 * @param {string | number} [count] what stands for `{count}`
 */
export function word(key, count) {
    const text = words[key] ?? key;
    return count === undefined ? text : text.replace("{count}", () => String(count));
}

/**
 * Names a control for those who see it (as a tooltip, with its key) and for
 * those who hear it.
 *
 * @param {HTMLElement} control
 * @param {string} name
 */
export function label(control, name) {
    control.setAttribute("aria-label", name);
    const { key } = control.dataset;
    if (key) {
        control.setAttribute("aria-keyshortcuts", key === "+" ? "Plus" : key);
    }
    if (control.matches("button, input")) {
        control.title = key ? `${name} (${key})` : name;
    }
}

function fill(root) {
    for (const element of root.querySelectorAll("[data-word]")) {
        element.textContent = word(element.dataset.word);
    }
    for (const element of root.querySelectorAll("[data-word-label]")) {
        label(element, word(element.dataset.wordLabel));
    }
    for (const element of root.querySelectorAll("[data-word-placeholder]")) {
        element.placeholder = word(element.dataset.wordPlaceholder);
    }
}
