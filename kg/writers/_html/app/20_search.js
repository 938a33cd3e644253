/* Search by characters, full pinyin, initials or a mix of both ("suifh"). */

/* Does the query run through the syllables from `from` on, each giving its whole or the beginning of it? */
kg.spells = (query, syllables, from) => {
  if (!query) return true;
  const syllable = syllables[from];
  if (!syllable) return false;
  let shared = 0;
  while (shared < query.length && shared < syllable.length && query[shared] === syllable[shared]) shared += 1;
  for (let taken = shared; taken > 0; taken -= 1) if (kg.spells(query.slice(taken), syllables, from + 1)) return true;
  return false;
};

/* 0 = no; else the better the higher. */
kg.score = (entity, query, letters) => {
  let best = 0;
  entity.names.forEach((name, position) => {
    const text = name.toLowerCase();
    const own = position === 0 ? 5 : 0;
    if (text === query) best = Math.max(best, 100 + own);
    else if (text.startsWith(query)) best = Math.max(best, 80 + own);
    else if (text.includes(query)) best = Math.max(best, 60 + own);
    if (!letters || best >= 60) return;
    const syllables = entity.pinyin[position] ?? [];
    for (let start = 0; start < syllables.length; start += 1) {
      if (syllables[start][0] === letters[0] && kg.spells(letters, syllables, start)) {
        best = Math.max(best, (start === 0 ? 40 : 20) + own + (syllables.length === letters.length ? 3 : 0));
        break;
      }
    }
  });
  return best;
};

kg.find = (text, limit = 12) => {
  const query = text.trim().toLowerCase();
  if (!query) return [];
  const plain = query.replace(/ü/g, "v").replace(/[\s'’-]/g, "");
  const letters = /^[a-z0-9]+$/.test(plain) ? plain : "";
  const hits = [];
  kg.data.entities.forEach((entity, node) => {
    const score = kg.score(entity, query, letters);
    if (score) hits.push({ node, score, name: entity.names.find((name, i) => i > 0 && !entity.names[0].toLowerCase().includes(query) && name.toLowerCase().includes(query)) });
  });
  hits.sort((a, b) => b.score - a.score || kg.data.entities[b.node].importance - kg.data.entities[a.node].importance || a.node - b.node);
  return hits.slice(0, limit);
};

kg.searchBox = () => {
  const input = kg.byId("search");
  const list = kg.byId("hits");
  let hits = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const choose = (position) => {
    const hit = hits[position];
    if (!hit) return;
    input.value = kg.data.entities[hit.node].names[0];
    close();
    input.blur();
    kg.select({ node: hit.node }, { zoom: true });
  };
  const move = (step) => {
    if (!hits.length) return;
    active = (active + step + hits.length) % hits.length;
    [...list.children].forEach((item, position) => item.setAttribute("aria-selected", String(position === active)));
    input.setAttribute("aria-activedescendant", `hit-${active}`);
    list.children[active].scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    hits = kg.find(input.value);
    list.replaceChildren(...hits.map((hit, position) => {
      const entity = kg.data.entities[hit.node];
      return kg.el("li", { role: "option", id: `hit-${position}`, "aria-selected": "false", on: { mousedown: (event) => { event.preventDefault(); choose(position); } } },
        kg.el("span", { class: "dot", color: kg.typeColor(entity.type) }), kg.el("span", { class: "name", text: entity.names[0] }),
        hit.name ? kg.el("span", { class: "alias", text: hit.name }) : null, kg.el("span", { class: "type", text: kg.typeName(entity.type) }));
    }));
    if (input.value.trim() && !hits.length) list.append(kg.el("li", { class: "none", text: kg.t("noResult") }));
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    active = -1;
    if (hits.length) move(1);
  };

  input.addEventListener("input", show);
  input.addEventListener("focus", () => { input.select(); if (input.value) show(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; /* an input method is still at work: Enter belongs to it */
    if (event.key === "ArrowDown") { move(1); event.preventDefault(); }
    else if (event.key === "ArrowUp") { move(-1); event.preventDefault(); }
    else if (event.key === "Enter") { choose(Math.max(active, 0)); event.preventDefault(); }
    else if (event.key === "Escape") { close(); input.blur(); event.stopPropagation(); }
  });
};
