/* What is on the canvas. kg.shown() decides, kg.draw() carries the difference to vis-network. */
const DIM_LIMIT = 900; /* above this many entities the rest is not dimmed on a selection: too slow to redraw */
const EXPAND = 40; /* neighbours that one click brings in */

kg.css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

kg.base = () => {
  const { state, data } = kg;
  if (state.alone !== null) return new Set([state.alone, ...kg.neighbours(state.alone)]);
  return state.all ? new Set(data.nodes.keys()) : new Set([...data.first, ...state.added]);
};

kg.shown = () => {
  const { state, data } = kg;
  const base = kg.base();
  const nodes = new Set([...base].filter((node) => !state.off.type.has(data.entities[node].type)));
  const inside = data.edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)).map((edge) => edge.id);
  const edges = new Set(inside.filter((edge) => !state.off.relation.has(data.statements[edge].relation) && !state.off.modality.has(data.statements[edge].modality)));
  if (state.lonely) {
    const tied = new Set();
    for (const edge of edges) { tied.add(data.edges[edge].from); tied.add(data.edges[edge].to); }
    for (const node of nodes) if (!tied.has(node) && node !== state.node) nodes.delete(node);
  }
  return { base, nodes, edges, inside };
};

/* Entities in the light when something is selected: it and its neighbours; null = all. */
kg.lit = () => {
  const { state, current } = kg;
  if (current.nodes.size > DIM_LIMIT) return null;
  if (state.edge !== null) { const edge = kg.data.edges[state.edge]; return new Set([edge.from, edge.to]); }
  if (state.node === null) return null;
  const lit = new Set([state.node]);
  for (const edge of kg.around[state.node]) if (current.edges.has(edge)) lit.add(kg.other(edge, state.node));
  return lit;
};

kg.nodeItem = (id, look, lit) => {
  const node = kg.data.nodes[id];
  const dim = lit !== null && !lit.has(id);
  const place = kg.place(id);
  return {
    id, shape: node.shape, size: node.size * kg.grown, x: place.x, y: place.y, opacity: dim ? 0.13 : 1,
    color: { background: node.color, border: look.ground, highlight: { background: node.color, border: look.accent }, hover: { background: node.color, border: look.accent } },
    borderWidth: 1,
  };
};

/* Is the relation selected, or one of the selected entity's? */
kg.mine = (id) => {
  const { node, edge } = kg.state;
  return edge !== null ? id === edge : node !== null && (kg.data.edges[id].from === node || kg.data.edges[id].to === node);
};

kg.thick = (id) => (id === kg.state.edge ? 3 : kg.mine(id) ? 1.8 : 1) * Math.max(1, kg.grown * 0.7);

kg.edgeItem = (id, look, lit) => {
  const mine = kg.mine(id);
  const dim = lit !== null && !mine;
  return {
    ...kg.data.edges[id], width: kg.thick(id),
    color: { color: dim ? look.faintLine : mine ? look.accent : look.line, highlight: look.accent, hover: look.accent },
  };
};

kg.sync = (set, ids, item) => {
  const gone = set.getIds().filter((id) => !ids.has(id));
  if (gone.length) set.remove(gone);
  const fresh = [];
  const changed = [];
  for (const id of ids) {
    const wanted = item(id);
    const key = JSON.stringify(wanted);
    if (!set.get(id)) fresh.push(wanted);
    else if (set.keys.get(id) !== key) changed.push(wanted);
    set.keys.set(id, key);
  }
  if (fresh.length) set.add(fresh);
  if (changed.length) set.update(changed);
};

kg.draw = () => {
  kg.current = kg.shown();
  const look = { ink: kg.css("--ink"), soft: kg.css("--soft"), ground: kg.css("--ground"), line: kg.css("--line"), accent: kg.css("--accent"), faintLine: kg.css("--faint-line") };
  const lit = kg.lit();
  kg.light = { look, lit };
  kg.sync(kg.nodeSet, kg.current.nodes, (id) => kg.nodeItem(id, look, lit));
  kg.sync(kg.edgeSet, kg.current.edges, (id) => kg.edgeItem(id, look, lit));
  const many = kg.current.edges.size > 700;
  if (kg.many !== many) { kg.many = many; kg.picture.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many } }); }
  kg.picture.setSelection({ nodes: kg.current.nodes.has(kg.state.node) ? [kg.state.node] : [], edges: kg.current.edges.has(kg.state.edge) ? [kg.state.edge] : [] }, { highlightEdges: false });
  kg.byId("empty").hidden = kg.data.nodes.length > 0;
};

kg.still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
kg.glide = () => (kg.still() ? false : { duration: 350, easingFunction: "easeInOutQuad" });

/* How far the middle of what the panel leaves free lies from the middle of the canvas. */
kg.shift = () => {
  const panel = kg.byId("panel");
  if (panel.hidden) return { x: 0, y: 0 };
  return innerWidth <= 900 ? { x: 0, y: -panel.offsetHeight / 2 } : { x: -panel.offsetWidth / 2, y: 0 };
};

kg.zoomTo = (node) => {
  const scale = Math.max(0.9, Math.min(1.4, kg.picture.getScale()));
  kg.picture.focus(node, { scale, offset: kg.shift(), animation: kg.glide() });
  kg.grow(scale);
};

/* All that is shown, in the part of the canvas that the panel leaves free; labels need some room around. */
kg.fit = (glide = kg.glide()) => {
  if (!kg.current.nodes.size) return;
  const places = [...kg.current.nodes].map(kg.place);
  const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...places.map(({ y }) => y)), Math.max(...places.map(({ y }) => y))];
  const { clientWidth, clientHeight } = kg.byId("canvas");
  const free = kg.shift();
  const scale = Math.min(1.2, Math.max(40, clientWidth + 2 * free.x - 170) / Math.max(1, right - left), Math.max(40, clientHeight + 2 * free.y - 130) / Math.max(1, bottom - top));
  kg.picture.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, offset: free, animation: glide });
  kg.grow(scale);
};

/* Seen from afar, entities are drawn larger than scale, so that they stay points one can hit. */
kg.grown = 1;
kg.grow = (scale = kg.picture.getScale()) => {
  const grown = 1.25 ** Math.round(Math.log(Math.min(4, Math.max(1, scale ** -0.68))) / Math.log(1.25));
  if (grown === kg.grown) return;
  kg.grown = grown;
  for (const id of kg.current.nodes) kg.picture.body.nodes[id].setOptions({ size: kg.data.nodes[id].size * grown });
  for (const id of kg.current.edges) kg.picture.body.edges[id].setOptions({ width: kg.thick(id) });
  kg.picture.redraw();
};

kg.zoom = (factor) => kg.picture.moveTo({ scale: Math.min(6, Math.max(0.03, kg.picture.getScale() * factor)), animation: kg.glide() });

kg.tip = (text, place) => {
  const tip = kg.byId("tip");
  tip.hidden = !text;
  if (!text) return;
  tip.textContent = text;
  tip.style.left = `${Math.min(place.x + 14, kg.byId("stage").clientWidth - tip.offsetWidth - 8)}px`;
  tip.style.top = `${Math.max(place.y - tip.offsetHeight - 10, 4)}px`;
};

kg.nodeText = (node) => {
  const hidden = kg.neighbours(node).filter((other) => !kg.current.base.has(other)).length;
  return [kg.data.entities[node].names[0], kg.typeName(kg.data.entities[node].type), hidden ? kg.t("hidden", { count: kg.number(hidden) }) : ""].filter(Boolean).join(" · ");
};

kg.edgeText = (id) => {
  const { from, to } = kg.data.edges[id];
  const name = (node) => kg.data.entities[node].names[0];
  const statement = kg.data.statements[id];
  return `${name(from)} — ${kg.relationName(statement.relation)}${statement.title ? `（${statement.title}）` : ""} → ${name(to)}`;
};

kg.openPicture = () => {
  kg.nodeSet = new vis.DataSet();
  kg.edgeSet = new vis.DataSet();
  kg.nodeSet.keys = new Map();
  kg.edgeSet.keys = new Map();
  kg.picture = new vis.Network(kg.byId("canvas"), { nodes: kg.nodeSet, edges: kg.edgeSet }, kg.data.options);
  kg.picture.on("afterDrawing", kg.drawLabels);
  kg.picture.on("click", ({ nodes, edges, pointer }) => {
    const node = nodes.length ? nodes[0] : kg.labelAt(pointer.DOM);
    if (node !== null) kg.select({ node }, { expand: true });
    else if (edges.length) kg.select({ edge: edges[0] });
    else kg.select({});
  });
  kg.picture.on("doubleClick", ({ nodes }) => { if (nodes.length) kg.change({ alone: nodes[0], node: nodes[0], edge: null }, { fit: true }); });
  kg.picture.on("hoverNode", ({ node, pointer }) => kg.tip(kg.nodeText(node), pointer.DOM));
  kg.picture.on("hoverEdge", ({ edge, pointer }) => kg.tip(kg.edgeText(edge), pointer.DOM));
  kg.picture.on("dragEnd", ({ nodes }) => { for (const node of nodes) kg.dragged.set(node, kg.picture.getPosition(node)); });
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) kg.picture.on(event, () => kg.tip(""));
  for (const event of ["dragEnd", "zoom", "animationFinished"]) kg.picture.on(event, () => { kg.grow(); kg.remember(); });
};
