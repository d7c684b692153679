/** Questions to the server. */

/**
 * Asks for something that the server works out.
 *
 * @param {string} path
 * @param {Object<string, string | number>} query
 */
export async function ask(path, query) {
    const answer = await fetch(`${path}?${new URLSearchParams(query)}`);
    if (!answer.ok) {
        throw new Error(answer.statusText);
    }
    return answer.json();
}

/**
 * Opens a place of the source in the editor of the user.
 *
 * @param {{file: string, line: number, column: number}} place
 * @returns {Promise<string | null>} what went wrong
 */
export async function openInEditor({ file, line, column }) {
    const answer = await fetch("/open", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ file, line, column }),
    });
    if (answer.ok) {
        return null;
    }
    const { error } = await answer.json();
    return error;
}

/** A newer question was asked meanwhile; nobody waits for this answer. */
export class Superseded extends Error {}

/**
 * Lets only the answer to the latest question through: the answers to quick
 * questions may arrive in another order.
 */
export function latest() {
    let newest = null;
    return async (question) => {
        newest = question;
        const [answer] = await Promise.allSettled([question]);
        if (newest !== question) {
            throw new Superseded();
        }
        if (answer.status === "rejected") {
            throw answer.reason;
        }
        return answer.value;
    };
}
