/**
 * Where the reader is, described so that the place can be found in another
 * edition: pages may have come before it, and its own may look different.
 *
 * @typedef {{page: number, y: number}} Place page from 0, points from its top
 * @typedef {{key: string}} Description of a page
 * @typedef {{level: number, number: string | null, title: string, page: number, y: number}} Entry of the outline
 */

/**
 * @param {Place} place
 * @param {Description[]} pages
 * @param {Entry[]} outline
 */
export function describe(place, pages, outline) {
    const entry = sectionAt(place, outline);
    return {
        ...place,
        key: pages[place.page].key,
        section: entry && {
            number: entry.number,
            title: entry.title,
            distance: place.page - entry.page,
        },
    };
}

/**
 * The place in an edition that a description means: the same page; else as far
 * from the heading of its section as before; else as far from the beginning.
 *
 * @param {ReturnType<typeof describe>} anchor
 * @param {Description[]} pages
 * @param {Entry[]} outline
 * @returns {Place}
 */
export function find(anchor, pages, outline) {
    const nearest = (candidates) => candidates.reduce(
        (best, page) => best === null || Math.abs(page - anchor.page) < Math.abs(best - anchor.page) ? page : best,
        null,
    );
    const same = pages.flatMap(({ key }, page) => key === anchor.key ? [page] : []);
    const { section } = anchor;
    const near = section === null ? [] : outline
        .filter(({ number, title }) => number === section.number && title === section.title)
        .map(({ page }) => page + section.distance);
    const page = nearest(same) ?? nearest(near) ?? anchor.page;
    return { page: Math.min(page, pages.length - 1), y: anchor.y };
}

/**
 * The section that a place belongs to.
 *
 * @param {Place} place
 * @param {Entry[]} outline in the order of the book
 * @returns {Entry | null}
 */
export function sectionAt(place, outline) {
    return outline.findLast(({ page, y }) => page < place.page || (page === place.page && y <= place.y)) ?? null;
}
