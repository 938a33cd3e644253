/* Labels are drawn here, not by vis-network: always legible in size, the important first, none over another. */
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';
const CELL = 64; /* pixels of the grid in which taken places are looked up */

kg.widths = new Map();
kg.boxes = [];

kg.widthOf = (context, text, size) => {
  if (!kg.widths.has(text)) { context.font = `20px ${FONT}`; kg.widths.set(text, context.measureText(text).width / 20); }
  return kg.widths.get(text) * size;
};

/* A place for labels: give() is true where nothing lies yet. */
kg.floor = () => {
  const cells = new Map();
  const cover = (box) => {
    const keys = [];
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) keys.push(`${x},${y}`);
    return keys;
  };
  return {
    take: (box, force) => {
      const keys = cover(box);
      const hit = keys.some((key) => (cells.get(key) ?? []).some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom));
      if (hit && !force) return false;
      for (const key of keys) cells.set(key, [...(cells.get(key) ?? []), box]);
      return true;
    },
  };
};

kg.write = (context, text, x, y, size, color, halo, scale) => {
  context.font = `${size / scale}px ${FONT}`;
  context.lineWidth = 3.5 / scale;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
};

kg.drawLabels = (context) => {
  const { look, lit } = kg.light;
  const scale = kg.picture.getScale();
  const { clientWidth: width, clientHeight: height } = kg.byId("canvas");
  const floor = kg.floor();
  const body = kg.picture.body;
  kg.boxes = [];
  context.save();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const label = (text, place, drop, size, color, options = {}) => {
    const screen = kg.picture.canvasToDOM(place);
    const half = kg.widthOf(context, text, size) / 2;
    const box = { left: screen.x - half - 3, right: screen.x + half + 3, top: screen.y + drop - size * 0.65, bottom: screen.y + drop + size * 0.65, node: options.node ?? null };
    if (box.right < 0 || box.left > width || box.bottom < 0 || box.top > height || !floor.take(box, options.force)) return;
    kg.write(context, text, place.x, place.y + drop / scale, size, color, look.ground, scale);
    if (box.node !== null) kg.boxes.push(box);
  };
  const first = kg.current.nodes.has(kg.state.node) ? [kg.state.node] : [];
  const rest = [...(lit ?? kg.current.nodes)].filter((id) => kg.current.nodes.has(id) && !first.includes(id)).sort((a, b) => a - b);
  for (const id of [...first, ...rest]) {
    const node = body.nodes[id];
    if (!node) continue;
    const size = kg.data.nodes[id].font.size;
    label(first.includes(id) ? kg.data.entities[id].names[0] : kg.data.nodes[id].label, { x: node.x, y: node.y }, kg.data.nodes[id].size * scale + size * 0.75, size, look.ink, { node: id, force: first.includes(id) });
  }
  for (const id of kg.current.edges) {
    const mine = kg.mine(id);
    if (lit === null ? scale < 0.75 : !mine) continue;
    const place = body.edges[id]?.connected ? body.edges[id].edgeType.getPoint(0.5) : null;
    if (place) label(kg.edgeLabel(id), place, 0, 11.5, mine ? look.accent : look.soft, { force: kg.state.edge === id });
  }
  context.restore();
};

kg.edgeLabel = (id) => { const statement = kg.data.statements[id]; return statement.title || kg.relationName(statement.relation); };

/* The entity whose label lies under a point of the canvas, or null. */
kg.labelAt = ({ x, y }) => kg.boxes.find((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom)?.node ?? null;
