/** The stream of events from the server, opened again whenever it ends. */

/** When to try again where the browser gave up. */
const RETRY = 2000;

/**
 * @param {(kind: "open" | "lost" | "working" | "idle" | "edition", data?: string) => void} tell
 */
export function stream(tell) {
    let source = null;
    let again = null;

    function close() {
        clearTimeout(again);
        source?.close();
        source = null;
    }

    function open() {
        close();
        source = new EventSource("/events");
        source.addEventListener("open", () => tell("open"));
        for (const kind of ["working", "idle", "edition"]) {
            source.addEventListener(kind, ({ data }) => tell(kind, data));
        }
        source.addEventListener("error", ({ target }) => {
            tell("lost");
            // The browser tries again by itself unless it was turned away.
            if (target.readyState === EventSource.CLOSED) {
                again = setTimeout(open, RETRY);
            }
        });
    }

    return { open, close };
}
