/* One state, one way to change it; the address after # holds it. */
kg.fresh = () => ({ all: false, added: [], off: { type: new Set(), relation: new Set(), modality: new Set() }, lonely: false, alone: null, node: null, edge: null });
kg.state = { lang: "zh", theme: "", ...kg.fresh() };

kg.touched = () => {
  const { all, added, off, lonely, alone } = kg.state;
  return all || added.length > 0 || lonely || alone !== null || Object.values(off).some((names) => names.size > 0);
};

kg.change = (patch, then = {}) => {
  Object.assign(kg.state, patch);
  if ("lang" in patch) kg.translate();
  if ("theme" in patch) document.documentElement.dataset.theme = kg.state.theme;
  kg.draw();
  kg.showFacets();
  kg.showList();
  kg.showStatus();
  kg.showPanel();
  if (then.fit) kg.fit();
  if (then.zoom && kg.current.nodes.has(kg.state.node)) kg.zoomTo(kg.state.node);
  kg.remember();
};

/* Hidden neighbours of the entity, the most important first, at most `most`. */
kg.hiddenNeighbours = (node, most) => { const base = kg.base(); return kg.neighbours(node).filter((other) => !base.has(other)).slice(0, most); };

kg.expand = (node, most = EXPAND) => kg.change({ added: [...new Set([...kg.state.added, node, ...kg.hiddenNeighbours(node, most)])] });

/* Select an entity, a relation or nothing; whatever hides it gives way. */
kg.select = ({ node = null, edge = null }, { zoom = false, expand = false } = {}) => {
  const { state, data } = kg;
  const ends = edge === null ? [node] : [data.edges[edge].from, data.edges[edge].to];
  const needed = ends.filter((end) => end !== null);
  const base = kg.base();
  const patch = { node, edge, off: { ...state.off, type: new Set([...state.off.type].filter((name) => !needed.some((end) => data.entities[end].type === name))) } };
  if (needed.some((end) => !base.has(end))) { patch.alone = null; patch.added = [...new Set([...state.added, ...needed])]; }
  const brought = node !== null && (expand || zoom) && state.alone === null ? kg.hiddenNeighbours(node, EXPAND) : [];
  if (brought.length) patch.added = [...new Set([...(patch.added ?? state.added), ...brought])];
  kg.change(patch, { zoom });
};

kg.address = () => {
  const { state, data } = kg;
  const parts = new URLSearchParams();
  if (state.lang !== "zh") parts.set("lang", state.lang);
  if (state.theme) parts.set("theme", state.theme);
  if (state.all) parts.set("all", "1");
  if (state.lonely) parts.set("tied", "1");
  if (state.node !== null) parts.set("node", data.entities[state.node].key);
  if (state.edge !== null) parts.set("edge", data.statements[state.edge].key);
  if (state.alone !== null) parts.set("alone", data.entities[state.alone].key);
  for (const node of state.added.slice(-80)) parts.append("add", data.entities[node].key);
  for (const [facet, names] of Object.entries(state.off)) for (const name of names) parts.append(`no-${facet}`, name);
  if (kg.picture) { const { x, y } = kg.picture.getViewPosition(); parts.set("at", [Math.round(x), Math.round(y), Math.round(kg.picture.getScale() * 1000) / 1000].join(",")); }
  return `#${parts}`;
};

kg.remember = () => {
  clearTimeout(kg.remembering);
  kg.remembering = setTimeout(() => { kg.written = kg.address(); history.replaceState(null, "", kg.written); }, 150);
};

/* Read the address; unknown keys of another edition are passed over. */
kg.recall = () => {
  const parts = new URLSearchParams(location.hash.slice(1));
  const node = (key) => kg.nodeOf.get(parts.get(key)) ?? null;
  const patch = { ...kg.fresh(), lang: parts.get("lang") === "en" ? "en" : "zh", theme: ["dark", "light"].includes(parts.get("theme")) ? parts.get("theme") : "" };
  patch.all = parts.has("all");
  patch.lonely = parts.has("tied");
  patch.edge = kg.edgeOf.get(parts.get("edge")) ?? null;
  patch.node = patch.edge === null ? node("node") : null;
  patch.alone = node("alone");
  patch.added = parts.getAll("add").map((key) => kg.nodeOf.get(key)).filter((id) => id !== undefined);
  for (const end of patch.edge === null ? [patch.node] : [kg.data.edges[patch.edge].from, kg.data.edges[patch.edge].to]) if (end !== null) patch.added.push(end);
  for (const facet of Object.keys(patch.off)) patch.off[facet] = new Set(parts.getAll(`no-${facet}`));
  if (!parts.has("add") && kg.data.first.length === kg.data.nodes.length) patch.added = [];
  kg.change(patch);
  const [x, y, scale] = (parts.get("at") ?? "").split(",").map(Number);
  if ([x, y, scale].every(Number.isFinite) && scale > 0) { kg.picture.moveTo({ position: { x, y }, scale, animation: false }); kg.grow(scale); }
  else { kg.fit(false); if (kg.state.node !== null) kg.zoomTo(kg.state.node); }
};

kg.nextTheme = () => {
  const dark = kg.state.theme ? kg.state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  kg.change({ theme: dark ? "light" : "dark" });
};

kg.openHelp = () => {
  const box = kg.byId("help-box");
  const keys = kg.words[kg.state.lang].helpLines.map(([key, text]) => kg.el("tr", {}, kg.el("td", {}, ...key.split(" ").map((one) => kg.el("kbd", { text: one }))), kg.el("td", { text })));
  box.replaceChildren(kg.el("h2", { text: kg.t("help") }), kg.el("table", {}, ...keys), ...kg.words[kg.state.lang].helpText.map((text) => kg.el("p", { text })),
    kg.el("button", { type: "button", class: "action", text: kg.t("close"), on: { click: () => box.close() } }));
  box.showModal();
};

kg.toggleAll = () => (kg.state.alone !== null ? kg.change({ alone: null }, { fit: true }) : kg.change({ all: !kg.state.all }, { fit: true }));

kg.keys = {
  "/": () => kg.byId("search").focus(), "?": kg.openHelp, "+": () => kg.zoom(1.3), "=": () => kg.zoom(1.3), "-": () => kg.zoom(1 / 1.3), 0: () => kg.fit(),
  a: kg.toggleAll, l: () => kg.change({ lang: kg.state.lang === "zh" ? "en" : "zh" }), t: kg.nextTheme,
  Escape: () => (document.body.classList.contains("with-side") ? kg.toggleSide(false) : kg.state.node !== null || kg.state.edge !== null ? kg.select({}) : kg.state.alone !== null && kg.toggleAll()),
};

kg.toggleSide = (open = !document.body.classList.contains("with-side")) => {
  document.body.classList.toggle("with-side", open);
  kg.byId("toggle-side").setAttribute("aria-expanded", String(open));
};

kg.wire = () => {
  const on = (id, run, event = "click") => kg.byId(id).addEventListener(event, run);
  on("language", kg.keys.l);
  on("theme", kg.nextTheme);
  on("help", kg.openHelp);
  on("all", kg.toggleAll);
  on("reset", () => { kg.placedView = ""; kg.change(kg.fresh(), { fit: true }); });
  on("zoom-in", kg.keys["+"]);
  on("zoom-out", kg.keys["-"]);
  on("fit", () => kg.fit());
  on("lonely", (event) => kg.change({ lonely: event.target.checked }), "change");
  on("toggle-side", () => kg.toggleSide());
  on("tab-filters", () => kg.tab("filters"));
  on("tab-list", () => kg.tab("list"));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "checkbox" || kg.byId("help-box").open) return;
    const run = kg.keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (run) { run(); event.preventDefault(); }
  });
  addEventListener("hashchange", () => { if (location.hash !== kg.written) kg.recall(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => kg.change({}));
};

kg.load();
kg.openPicture();
kg.searchBox();
kg.wire();
kg.recall();
kg.picture.once("afterDrawing", () => { document.documentElement.dataset.ready = "1"; });
