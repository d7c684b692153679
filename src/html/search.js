// The search of the book: shows its box, and looks through all pages once somebody types.
"use strict";

(() => {
  const box = document.getElementById("search");
  const query = document.getElementById("query");
  const found = document.getElementById("found");
  if (!box || !query || !found) return;
  const status = found.querySelector("p");
  const list = found.querySelector("ol");
  const MOST = 30;
  const AROUND = 70;
  const APOSTROPHES = /['‘’‛`´ʹʻʼʽ′]/u;
  const QUOTED = /["“”„‟«»]([^"“”„‟«»]*)(["“”„‟«»]?)|[^\s"“”„‟«»]+/gu;
  let pages = null;
  let isAsked = false;

  const kindOf = (sign) => (/\p{L}/u.test(sign) ? "letter" : /\p{N}/u.test(sign) ? "digit" : "gap");

  // A text as it is compared: words of small letters without marks and numbers without
  // separators, a space before and behind each. With the place in the text of every sign.
  const folded = (text) => {
    let all = " ";
    let last = "gap";
    let at = 0;
    const places = [0];
    const add = (sign) => {
      all += sign;
      for (let unit = 0; unit < sign.length; unit += 1) places.push(at);
    };
    for (const sign of text) {
      const isInNumber = last === "digit" && /[.,\u00a0\u202f]/u.test(sign)
        && /^\d{3}(?!\d)/u.test(text.slice(at + 1, at + 5));
      if (!isInNumber && !APOSTROPHES.test(sign)) {
        for (const piece of sign.normalize("NFKD").toLowerCase()) {
          if (/[\p{M}\p{Cf}]/u.test(piece)) continue;
          const kind = kindOf(piece);
          if (kind !== last && last !== "gap") add(" ");
          if (kind !== "gap") add(piece);
          last = kind;
        }
      }
      at += sign.length;
    }
    if (last !== "gap") add(" ");
    return { all, places: [...places, text.length] };
  };

  // What is looked for, as it stands in a folded text: the words, of which one with a sign in it
  // is a phrase, and what is in quotes stands for itself.
  const wanted = (text) => {
    const words = [];
    for (const [word, inner, end] of text.matchAll(QUOTED)) {
      const { all } = folded(inner ?? word);
      if (all.trim() === "") continue;
      if (end) words.push(all);
      else if (inner !== undefined || all.trim().includes(" ")) words.push(all.trimEnd());
      else words.push(all.trim());
    }
    return words;
  };

  // The index is a script, so that it can be read where there is no server.
  globalThis.ambonplanSearch = (entries) => {
    pages = entries.map(([address, title, context, text]) => ({
      address, title, context, text, foldedTitle: folded(title).all, foldedText: folded(text).all,
    }));
    show();
  };

  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    const script = document.createElement("script");
    script.src = box.dataset.root + box.dataset.index;
    document.head.append(script);
  };

  const weight = (page, words, phrase) => {
    let sum = 0;
    for (const word of words) {
      if (page.foldedTitle.includes(word)) sum += page.foldedTitle.trim().startsWith(word.trim()) ? 12 : 8;
      else if (page.foldedText.includes(word)) sum += 1;
      else return 0;
    }
    // All that was typed, as a name, in one, or in the text.
    if (page.foldedTitle === phrase) sum += 200;
    else if (page.foldedTitle.includes(phrase)) sum += 100;
    else if (page.foldedText.includes(phrase)) sum += 10;
    // A page before what is only a part of one.
    return page.address.includes("#") ? sum : sum + 2;
  };

  // The place of a word in a text: where it begins, and where what is behind it does.
  const placeOf = (word, { all, places }, from) => {
    const bare = word.trim();
    const before = word.startsWith(" ") ? 1 : 0;
    const at = all.indexOf(word, Math.max(0, from - before));
    const first = at + before;
    return at < 0 ? null : { first, behind: first + bare.length, from: places[first], to: places[first + bare.length] };
  };

  // Text in which the words that were looked for are marked.
  const marked = (text, words) => {
    const line = document.createElement("span");
    const fold = folded(text);
    let at = 0;
    let done = 0;
    for (;;) {
      const next = words
        .map((word) => placeOf(word, fold, at))
        .filter((place) => place !== null)
        .sort((one, two) => one.first - two.first || two.behind - one.behind)[0];
      if (next === undefined) break;
      line.append(text.slice(done, next.from));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(next.from, next.to);
      line.append(mark);
      at = next.behind;
      done = next.to;
    }
    line.append(text.slice(done));
    return line;
  };

  const around = (page, words) => {
    const fold = folded(page.text);
    const places = words.map((word) => placeOf(word, fold, 0)?.from).filter((place) => place !== undefined);
    if (places.length === 0) return page.text.slice(0, 2 * AROUND);
    const place = Math.min(...places);
    let from = page.text.lastIndexOf(" ", Math.max(0, place - AROUND)) + 1;
    if (place <= AROUND) from = 0;
    const to = place + 2 * AROUND;
    return (from > 0 ? "… " : "") + page.text.slice(from, to) + (to < page.text.length ? " …" : "");
  };

  const close = () => {
    found.hidden = true;
    status.textContent = "";
    list.replaceChildren();
  };

  const show = () => {
    const words = wanted(query.value);
    const isShort = words.join("").replaceAll(" ", "").length < 2;
    if (isShort || pages === null) {
      close();
      return;
    }
    found.hidden = false;
    const phrase = folded(query.value).all;
    const weighed = [];
    pages.forEach((page, at) => {
      const sum = weight(page, words, phrase);
      if (sum > 0) weighed.push([sum, at, page]);
    });
    weighed.sort(([one, oneAt], [two, twoAt]) => two - one || oneAt - twoAt);
    status.textContent = weighed.length === 0 ? box.dataset.none : `${box.dataset.results}: ${weighed.length}`;
    list.replaceChildren(...weighed.slice(0, MOST).map(([, , page]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = box.dataset.root + page.address;
      link.append(marked(page.title, words));
      item.append(link);
      if (page.context !== "") {
        const context = document.createElement("small");
        context.textContent = page.context;
        item.append(context);
      }
      const text = document.createElement("small");
      text.append(marked(around(page, words), words));
      item.append(text);
      return item;
    }));
  };

  box.hidden = false;
  query.addEventListener("focus", ask);
  query.addEventListener("input", () => { ask(); show(); });
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !found.hidden) list.querySelector("a")?.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || found.hidden) return;
    if (box.contains(event.target)) query.focus();
    close();
  });
  // Nothing stays open over what has the focus or is clicked.
  document.addEventListener("focusin", (event) => {
    if (!box.contains(event.target)) close();
  });
  document.addEventListener("click", (event) => {
    if (!box.contains(event.target) || event.target.closest("#found a")) close();
  });
})();
