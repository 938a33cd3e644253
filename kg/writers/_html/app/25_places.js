/* Where entities stand: among all, in the closer first view, or alone with their neighbours. */
const APART = { x: 126, y: 76 }; /* pixels that a newcomer keeps from the others */

/* One entity in the middle, its neighbours in rings around it, those of one type side by side. */
kg.rings = (centre) => {
  const places = new Map([[centre, { x: 0, y: 0 }]]);
  const { entities } = kg.data;
  const order = kg.neighbours(centre).sort((a, b) => entities[a].type.localeCompare(entities[b].type) || entities[b].importance - entities[a].importance || a - b);
  const rings = [];
  for (let room = 0; room < order.length; room += rings.at(-1).room) {
    const radius = 190 + 120 * rings.length;
    rings.push({ radius, room: Math.floor((2 * Math.PI * radius) / 130) });
  }
  const rooms = rings.reduce((sum, ring) => sum + ring.room, 0);
  let done = 0;
  rings.forEach(({ radius, room }, ring) => {
    const seats = ring === rings.length - 1 ? order.length - done : Math.round((order.length * room) / rooms);
    for (let seat = 0; seat < seats; seat += 1) {
      const angle = (2 * Math.PI * (seat + (ring % 2) / 2)) / seats - Math.PI / 2;
      places.set(order[done + seat], { x: Math.round(radius * Math.cos(angle) * 1.4), y: Math.round(radius * Math.sin(angle)) });
    }
    done += seats;
  });
  return places;
};

/* Newcomers to the first view stand round the most important neighbour that is there, on the first free spot. */
kg.settle = (places, node) => {
  const anchor = places.get(kg.neighbours(node).find((other) => places.has(other))) ?? { x: 0, y: 0 };
  const taken = [...places.values()];
  for (let step = 6; ; step += 1) {
    const reach = 14 * Math.sqrt(step);
    const spot = { x: Math.round(anchor.x + reach * 1.5 * Math.cos(step * 2.4)), y: Math.round(anchor.y + reach * Math.sin(step * 2.4)) };
    if (taken.every(({ x, y }) => Math.abs(x - spot.x) > APART.x || Math.abs(y - spot.y) > APART.y)) return spot;
  }
};

kg.dragged = new Map(); /* entity -> where the user put it, until the view is another */

kg.places = () => {
  const { state, data } = kg;
  const view = state.alone !== null ? `alone ${state.alone}` : state.all ? "all" : "near";
  if (kg.placedView !== view) { kg.dragged.clear(); kg.placed = null; kg.placedView = view; }
  if (state.alone !== null) kg.placed ??= kg.rings(state.alone);
  else if (state.all) kg.placed ??= new Map(data.nodes.map(({ id, x, y }) => [id, { x, y }]));
  else {
    kg.placed ??= new Map(data.first.map((node, rank) => [node, { x: data.near[rank][0], y: data.near[rank][1] }]));
    for (const node of state.added) if (!kg.placed.has(node)) kg.placed.set(node, kg.settle(kg.placed, node));
  }
  return kg.placed;
};

kg.place = (node) => {
  const places = kg.places(); /* first, for it forgets what was dragged in another view */
  return kg.dragged.get(node) ?? places.get(node);
};
