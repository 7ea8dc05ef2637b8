// What the page can do beyond being read: filter findings, jump by key, switch colours.
// Nothing is stored and nothing is fetched; every string shown comes from the page itself.
"use strict";
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const one = (what) => document.querySelector(what);

  // A claim or text may lie in a folded part: open what holds it before going there.
  const unfold = (place) => {
    for (let at = place && place.parentElement; at; at = at.parentElement)
      if (at.localName === "details") at.open = true;
  };
  // A claim's words may be cut in pieces by other claims: all of them light up together.
  const light = (tag) => {
    for (const piece of all(".lit")) piece.classList.remove("lit");
    if (tag) for (const piece of all(`[data-c="${tag}"]`)) piece.classList.add("lit");
  };
  const lit = (event) => {
    const on = event.target.closest(".tag[id], .m[data-c]");
    if (on) light(on.id || on.dataset.c);
  };
  addEventListener("focusin", lit);
  addEventListener("mouseover", lit);
  const goTo = (place) => {
    unfold(place);
    place.scrollIntoView({ block: "center" });
    place.focus({ preventScroll: true });
  };
  const follow = () => {
    const place = document.getElementById(location.hash.slice(1));
    if (!place) return;
    unfold(place);
    if (place.matches(".tag")) light(place.id);
    place.scrollIntoView({ block: place.matches(".tag, .claim, .once") ? "center" : "start" });
  };
  addEventListener("hashchange", follow);
  if (location.hash) follow();

  const filters = one(".filters");
  if (filters) {
    const findings = all(".finding");
    const rows = new Map(all("[data-finding]").map((row) => [row.dataset.finding, row]));
    const words = new Map(findings.map((card) => [card, card.textContent.toLowerCase()]));
    const keep = () => {
      const having = one("#having").value.trim().toLowerCase();
      const chosen = (name) =>
        new Set(all(`[name=${name}]:checked`, filters).map((box) => box.value));
      const support = chosen("support"), dispute = chosen("dispute"), course = chosen("course");
      let shown = 0;
      for (const card of findings) {
        const { support: s, dispute: d, course: c } = card.dataset;
        const stays = support.has(s) && dispute.has(d) && course.has(c) &&
          (!having || words.get(card).includes(having));
        card.hidden = !stays;
        const row = rows.get(card.id);
        if (row) row.hidden = !stays;
        shown += stays;
      }
      one("#filter-say").textContent =
        shown === findings.length ? "" : `${shown} of ${findings.length} findings shown`;
    };
    filters.hidden = false;
    filters.addEventListener("input", keep);
    filters.addEventListener("submit", (event) => event.preventDefault());
    filters.addEventListener("reset", () => setTimeout(keep));
    if (all("input", filters).some((box) => box.type === "checkbox" ? !box.checked : box.value)) keep();
  }

  // Single keys can be switched off, for people who speak to their browser.
  const keys = one("#keys");
  let listening = true;
  keys.addEventListener("click", () => {
    listening = !listening;
    keys.setAttribute("aria-pressed", String(listening));
    keys.textContent = `Keys: ${listening ? "on" : "off"}`;
  });
  const step = (what, by) => {
    const places = all(what).filter((place) => !place.closest("[hidden]"));
    if (!places.length) return;
    const here = document.activeElement;
    const after = (place) => here.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING;
    const before = (place) => here.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_PRECEDING;
    const next = here === document.body ? places[0]
      : by > 0 ? places.find(after) : places.filter(before).filter((p) => !p.contains(here)).pop();
    if (next) goTo(next);
  };
  addEventListener("keydown", (event) => {
    if (!listening || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    const claims = ".claim[id], .once[id], a.tag[href]", findings = ".finding";
    const act = { j: [claims, 1], k: [claims, -1], n: [findings, 1], p: [findings, -1] }[event.key];
    if (act) { event.preventDefault(); step(...act); }
  });

  const theme = one("#theme");
  const colours = ["system", "light", "dark"];
  theme.addEventListener("click", () => {
    const now = document.documentElement.dataset.colours || "system";
    const next = colours[(colours.indexOf(now) + 1) % colours.length];
    if (next === "system") delete document.documentElement.dataset.colours;
    else document.documentElement.dataset.colours = next;
    theme.textContent = `Colours: ${next}`;
  });
  one(".switches").hidden = false;

  // Paper has no folds: open all before printing, and close them again after.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  });
})();
