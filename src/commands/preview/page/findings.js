/** What is wrong with the plan. */

import { byId, icon, make, prose } from "./dom.js";
import { label, word } from "./words.js";

/** By weight, with what many of them are called. */
const SEVERITIES = new Map([["error", "errors"], ["warning", "warnings"], ["note", "notes"]]);

/**
 * @typedef {object} Finding
 * @property {"error" | "warning" | "note"} severity
 * @property {string} code
 * @property {string} name
 * @property {string} message
 * @property {string | null} hint
 * @property {string | null} file
 * @property {number} line
 * @property {number} column
 * @property {boolean} here whether it lies in what is shown
 * @property {{message: string, file: string, line: number, column: number}[]} others
 */

export class Findings {
    #here = byId("findings-here");
    #elsewhere = byId("findings-elsewhere");
    #group = byId("findings-group");
    #choose;
    /** @type {Finding[]} */
    #findings = [];
    #written = null;
    /** The items of the list, in its order, with their findings. */
    #items = [];
    #current = null;

    /** @param {(place: {file: string, line: number, column: number, message: string}) => void} choose */
    constructor(choose) {
        this.#choose = choose;
        this.#group.addEventListener("change", () => this.#list());
    }

    /** @param {Finding[]} findings */
    show(findings) {
        const written = JSON.stringify(findings);
        // Most saves change no finding; who is reading the list is left alone.
        if (written === this.#written) {
            return;
        }
        this.#written = written;
        this.#findings = findings;
        this.#count();
        this.#list();
    }

    /** Goes to the next (1) or previous (-1) finding of those that are listed. */
    step(direction) {
        const listed = this.#items.filter(({ item }) => this.#elsewhere.open || !this.#elsewhere.contains(item));
        if (listed.length === 0) {
            return;
        }
        const at = listed.findIndex(({ finding }) => identity(finding) === this.#current);
        const next = at === -1 && direction < 0 ? listed.length - 1 : (at + direction + listed.length) % listed.length;
        this.#select(listed[next]);
    }

    /** The numbers at the button in the toolbar. */
    #count() {
        const here = this.#findings.filter((finding) => finding.here);
        const counts = [...SEVERITIES.keys()]
            .map((severity) => ({ severity, count: of(here, severity).length }))
            .filter(({ count }) => count > 0);
        byId("badge").replaceChildren(...counts.map(({ severity, count }) =>
            make("span", { class: `count ${severity}`, "data-severity": severity }, icon(severity), String(count))));
        const said = counts.map(({ severity, count }) => word(SEVERITIES.get(severity), count));
        const name = said.length === 0 ? word("no-findings") : `${word("findings")}: ${said.join(", ")}`;
        label(byId("findings-toggle"), name);
    }

    #list() {
        const focused = this.#items.find(({ item }) => item.contains(document.activeElement));
        this.#items = [];
        const here = this.#findings.filter((finding) => finding.here);
        const elsewhere = this.#findings.filter((finding) => !finding.here);
        byId("findings-none").hidden = here.length > 0;
        this.#here.replaceChildren(...this.#groups(here));
        this.#elsewhere.hidden = elsewhere.length === 0;
        const [summary, list] = this.#elsewhere.children;
        summary.textContent = word("elsewhere", elsewhere.length);
        list.replaceChildren(...this.#groups(elsewhere));
        this.#mark();
        if (focused !== undefined) {
            const again = this.#items.find(({ finding }) => identity(finding) === identity(focused.finding));
            again?.item.querySelector("button").focus();
        }
    }

    #groups(findings) {
        const groups = this.#group.value === "severity"
            ? [...SEVERITIES.keys()].map((severity) => [severity, of(findings, severity)])
                .map(([severity, members]) => [word(SEVERITIES.get(severity), members.length), members])
            : [...new Set(findings.map(({ file }) => file))]
                .map((file) => [file ?? word("no-file"), findings.filter((finding) => finding.file === file)]);
        return groups
            .filter(([, members]) => members.length > 0)
            .flatMap(([name, members]) => [
                make("h3", {}, name),
                make("ul", { class: "findings" }, ...members.map((finding) => this.#item(finding))),
            ]);
    }

    #item(finding) {
        const { severity, code, name, message, hint, file, line, column, others } = finding;
        const button = make(
            "button",
            { type: "button", class: "finding-open" },
            make(
                "span",
                { class: "finding-kind" },
                icon(severity),
                make("span", { class: "finding-severity" }, word(severity)),
                " ",
                make("span", { class: "finding-code", title: name }, code),
            ),
            make("span", { class: "finding-message" }, ...prose(message)),
        );
        const item = make(
            "li",
            { class: `finding ${severity}`, "data-code": code, "data-severity": severity },
            button,
            hint === null ? null : make("p", { class: "finding-hint" }, ...prose(`${word("hint")}: ${hint}`)),
            file === null ? null : make("p", { class: "finding-place" }, `${file}:${line}:${column}`),
            others.length === 0 ? null : make("ul", { class: "others" }, ...others.map((other) => this.#other(other))),
        );
        const listed = { item, finding };
        button.addEventListener("click", () => this.#select(listed));
        this.#items.push(listed);
        return item;
    }

    /** Another place that a finding is about. */
    #other(other) {
        const button = make(
            "button",
            { type: "button", class: "other" },
            ...prose(`${other.message}: `),
            make("span", { class: "finding-place" }, `${other.file}:${other.line}:${other.column}`),
        );
        button.addEventListener("click", () => this.#choose(other));
        return make("li", {}, button);
    }

    #select({ item, finding }) {
        this.#current = identity(finding);
        this.#mark();
        item.scrollIntoView({ block: "nearest" });
        this.#choose(finding);
    }

    #mark() {
        for (const { item, finding } of this.#items) {
            const button = item.querySelector("button");
            if (identity(finding) === this.#current) {
                button.setAttribute("aria-current", "true");
            } else {
                button.removeAttribute("aria-current");
            }
        }
    }
}

function of(findings, severity) {
    return findings.filter((finding) => finding.severity === severity);
}

/** What makes a finding the same in the next edition. */
function identity({ code, file, line, message }) {
    return JSON.stringify([code, file, line, message]);
}
