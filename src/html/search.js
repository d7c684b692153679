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
  let pages = null;
  let isAsked = false;

  // Small letters without marks, each as long as the letter that it stands for.
  const plain = (text) => [...text].map((letter) => {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.length === letter.length ? bare : letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter;
  }).join("");

  // The index is a script, so that it can be read where there is no server.
  globalThis.ambonplanSearch = (entries) => {
    pages = entries.map(([address, title, context, text]) => ({
      address, title, context, text, plainTitle: plain(title), plainText: plain(text),
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

  const weight = (page, words) => {
    let sum = 0;
    for (const word of words) {
      if (page.plainTitle.includes(word)) sum += page.plainTitle.startsWith(word) ? 12 : 8;
      else if (page.plainText.includes(word)) sum += 1;
      else return 0;
    }
    // A page before what is only a part of one.
    return page.address.includes("#") ? sum : sum + 2;
  };

  // Text in which the words that were looked for are marked.
  const marked = (text, words) => {
    const line = document.createElement("span");
    const small = plain(text);
    let at = 0;
    while (at < text.length) {
      let next = text.length;
      let length = 0;
      for (const word of words) {
        const place = small.indexOf(word, at);
        if (place >= 0 && (place < next || (place === next && word.length > length))) {
          next = place;
          length = word.length;
        }
      }
      line.append(text.slice(at, next));
      if (length > 0) {
        const mark = document.createElement("mark");
        mark.textContent = text.slice(next, next + length);
        line.append(mark);
      }
      at = next + length;
    }
    return line;
  };

  const around = (page, words) => {
    const places = words.map((word) => page.plainText.indexOf(word)).filter((place) => place >= 0);
    if (places.length === 0) return page.text.slice(0, 2 * AROUND);
    const place = Math.min(...places);
    let from = page.text.lastIndexOf(" ", Math.max(0, place - AROUND)) + 1;
    if (place <= AROUND) from = 0;
    const to = place + 2 * AROUND;
    return (from > 0 ? "… " : "") + page.text.slice(from, to) + (to < page.text.length ? " …" : "");
  };

  const show = () => {
    const words = plain(query.value).split(/\s+/u).filter((word) => word !== "");
    const isShort = words.join("").length < 2;
    found.hidden = isShort || pages === null;
    if (found.hidden) return;
    const weighed = [];
    pages.forEach((page, at) => {
      const sum = weight(page, words);
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
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      found.hidden = true;
      query.focus();
    }
    if (event.key === "Enter" && event.target === query) {
      list.querySelector("a")?.click();
    }
  });
  document.addEventListener("click", (event) => {
    if (!box.contains(event.target) || event.target.closest("#found a")) found.hidden = true;
  });
})();
