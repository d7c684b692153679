/** The stream of events from the server. */

/** How long a gap is not worth a word: a reload of the stream takes less. */
const PATIENCE = 700;
/** When to try again where the browser gave up. */
const RETRY = 2000;

/**
 * Listens to the server, and goes on listening when it was gone.
 *
 * @param {object} on
 * @param {(edition: object) => void} on.edition
 * @param {() => void} on.working a change is being typeset
 * @param {() => void} on.lost
 * @param {() => void} on.found only after `lost`
 */
export function connect(on) {
    let newest = -1;
    let lost = false;
    let patience = null;

    function found() {
        clearTimeout(patience);
        patience = null;
        if (lost) {
            lost = false;
            on.found();
        }
    }

    function missed() {
        patience ??= setTimeout(() => {
            lost = true;
            on.lost();
        }, PATIENCE);
    }

    function listen() {
        const stream = new EventSource("/events");
        stream.addEventListener("open", () => {
            // A server that was started again counts from the beginning.
            newest = -1;
            found();
        });
        stream.addEventListener("working", () => on.working());
        stream.addEventListener("edition", ({ data }) => {
            const edition = JSON.parse(data);
            if (edition.number >= newest) {
                newest = edition.number;
                on.edition(edition);
            }
        });
        stream.addEventListener("error", () => {
            missed();
            // The browser tries again by itself unless it was turned away.
            if (stream.readyState === EventSource.CLOSED) {
                setTimeout(listen, RETRY);
            }
        });
    }

    listen();
}
