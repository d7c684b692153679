/**
 * What the browser remembers for the user. A browser that keeps nothing, as
 * some do in private windows, only forgets.
 */

/**
 * A memory in one of the stores of the browser.
 *
 * @param {"localStorage" | "sessionStorage"} store
 * @param {string} subject whose entries are kept apart
 */
function memory(store, subject) {
    const name = (key) => `ambonplan:${subject}:${key}`;
    return {
        recall(key) {
            try {
                return JSON.parse(window[store].getItem(name(key)));
            } catch {
                return null;
            }
        },
        keep(key, value) {
            try {
                window[store].setItem(name(key), JSON.stringify(value));
            } catch {
                // Forgotten at the next visit.
            }
        },
    };
}

/** What holds for every preview. */
export const everywhere = memory("localStorage", "");

/** What holds for previews of this part of the plan: zoom, panels. */
export const ofPart = (shown) => memory("localStorage", shown);

/** What holds for this tab alone: two may show different places. */
export const ofTab = (shown) => memory("sessionStorage", shown);
