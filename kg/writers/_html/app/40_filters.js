/* The left side: what may be shown, with counts, and the same entities as a list for those who do not see the canvas. */
const LISTED = 300;

kg.tally = (ids, nameOf) => {
  const counts = new Map();
  for (const id of ids) counts.set(nameOf(id), (counts.get(nameOf(id)) ?? 0) + 1);
  return counts;
};

kg.facets = () => {
  const { data, current, state } = kg;
  const relationOf = (edge) => data.statements[edge].relation;
  const modalityOf = (edge) => data.statements[edge].modality;
  const ofModality = current.inside.filter((edge) => !state.off.modality.has(modalityOf(edge)));
  const ofRelation = current.inside.filter((edge) => !state.off.relation.has(relationOf(edge)));
  return [
    { name: "type", title: "types", all: kg.tally(data.nodes.keys(), (node) => data.entities[node].type), now: kg.tally(current.base, (node) => data.entities[node].type), text: kg.typeName, color: kg.typeColor },
    { name: "relation", title: "relations", all: kg.tally(data.edges.keys(), relationOf), now: kg.tally(ofModality, relationOf), text: (name) => kg.relationName(name) },
    { name: "modality", title: "modalities", all: kg.tally(data.edges.keys(), modalityOf), now: kg.tally(ofRelation, modalityOf), text: (name) => kg.t(name), line: true },
  ];
};

kg.setOff = (facet, names) => kg.change({ off: { ...kg.state.off, [facet]: new Set(names) } });

kg.facetRow = (facet, name) => {
  const off = kg.state.off[facet.name];
  const count = facet.now.get(name) ?? 0;
  const box = kg.el("input", { type: "checkbox", "data-facet": facet.name, "data-value": name, on: { change: () => kg.setOff(facet.name, box.checked ? [...off].filter((other) => other !== name) : [...off, name]) } });
  box.checked = !off.has(name);
  const mark = facet.color ? kg.el("span", { class: "dot", color: facet.color(name) }) : facet.line ? kg.el("span", { class: `line ${name}` }) : null;
  const only = () => kg.setOff(facet.name, [...facet.all.keys()].filter((other) => other !== name));
  return kg.el("li", { class: count ? "" : "none" },
    kg.el("label", { class: "check" }, box, mark, kg.el("span", { class: "name", text: facet.text(name) })),
    kg.el("button", { type: "button", class: "only", text: kg.t("only"), "aria-label": `${kg.t("only")} ${facet.text(name)}`, on: { click: only } }),
    kg.el("span", { class: "count", text: kg.number(count), title: `${kg.number(count)} / ${kg.number(facet.all.get(name))}` }));
};

kg.showFacets = () => {
  const focused = document.activeElement?.dataset?.value;
  for (const facet of kg.facets()) {
    const names = [...facet.all.keys()].sort((a, b) => facet.all.get(b) - facet.all.get(a) || (a < b ? -1 : 1));
    const reset = kg.state.off[facet.name].size ? kg.el("button", { type: "button", class: "link", text: kg.t("allOn"), on: { click: () => kg.setOff(facet.name, []) } }) : null;
    const box = kg.byId(`facet-${facet.name}`);
    box.hidden = names.length < (facet.line ? 2 : 1);
    box.replaceChildren(kg.el("h2", {}, kg.el("span", { text: kg.t(facet.title) }), reset), kg.el("ul", {}, ...names.map((name) => kg.facetRow(facet, name))));
    if (focused) [...box.querySelectorAll("input")].find((input) => input.dataset.value === focused)?.focus();
  }
  kg.byId("lonely").checked = kg.state.lonely;
};

kg.showList = () => {
  if (kg.byId("pane-list").hidden) return;
  const { entities } = kg.data;
  const nodes = [...kg.current.nodes].sort((a, b) => entities[b].importance - entities[a].importance || a - b);
  kg.byId("list").replaceChildren(...nodes.slice(0, LISTED).map((node) => kg.el("li", {}, kg.entityButton(node, kg.t("degree", { count: kg.number(kg.around[node].length) })))),
    ...(nodes.length > LISTED ? [kg.el("li", { class: "none", text: kg.t("members", { count: kg.number(nodes.length - LISTED) }) })] : []));
};

/* A button that leads to an entity. */
kg.entityButton = (node, note = "") => {
  const entity = kg.data.entities[node];
  return kg.el("button", { type: "button", class: "entity", on: { click: () => kg.select({ node }, { zoom: true }) } },
    kg.el("span", { class: "dot", color: kg.typeColor(entity.type), title: kg.typeName(entity.type) }), kg.el("span", { class: "name", text: entity.names[0] }), note ? kg.el("span", { class: "note", text: note }) : null);
};

kg.showStatus = () => {
  const { data, current, state } = kg;
  const words = kg.t("status", { nodes: kg.number(current.nodes.size), allNodes: kg.number(data.nodes.length), edges: kg.number(current.edges.size), allEdges: kg.number(data.edges.length) });
  kg.byId("status").textContent = data.total > data.nodes.length ? `${words} · ${kg.t("truncated", { nodes: kg.number(data.nodes.length), total: kg.number(data.total) })}` : words;
  const all = kg.byId("all");
  all.hidden = state.alone === null && data.first.length === data.nodes.length;
  all.textContent = state.alone !== null ? kg.t("back") : kg.t(state.all ? "showMain" : "showAll");
  kg.byId("reset").hidden = !kg.touched();
};

kg.tab = (name) => {
  for (const other of ["filters", "list"]) {
    kg.byId(`tab-${other}`).setAttribute("aria-selected", String(other === name));
    kg.byId(`pane-${other}`).hidden = other !== name;
  }
  kg.showList();
};
