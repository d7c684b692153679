"use strict";
(() => {
  const filter = document.getElementById("filter");
  if (!filter) return;
  const opd = filter.querySelector("select");
  const none = document.getElementById("none");
  const choose = () => {
    const boxes = [...filter.querySelectorAll("input:checked")];
    const severities = new Set(boxes.map((box) => box.value));
    const wanted = opd ? opd.value : "";
    let shown = 0;
    for (const part of document.querySelectorAll("details.part")) {
      const changes = [...part.querySelectorAll("article")];
      let left = 0;
      for (const change of changes) {
        const opds = change.dataset.opd.split(" ");
        const fits = severities.has(change.className) && (!wanted || opds.includes(wanted));
        change.hidden = !fits;
        left += fits;
      }
      part.hidden = changes.length > 0 && left === 0;
      shown += left;
    }
    none.hidden = shown > 0;
  };
  // What a link leads to is shown, whatever was chosen or folded.
  const open = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    const part = target.closest("details");
    if (target.hidden || (part && part.hidden)) {
      filter.reset();
      choose();
    }
    if (part) part.open = true;
    target.scrollIntoView();
  };
  filter.addEventListener("change", choose);
  filter.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", open);
  filter.hidden = false;
})();
