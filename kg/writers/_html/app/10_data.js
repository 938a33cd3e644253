/* The graph as it came: nodes and edges for the picture, entities and statements (same order) for the words. */
kg.load = () => {
  const data = JSON.parse(kg.byId("data").textContent);
  kg.data = data;
  kg.around = data.nodes.map(() => []); /* node -> edges */
  for (const edge of data.edges) {
    kg.around[edge.from].push(edge.id);
    if (edge.to !== edge.from) kg.around[edge.to].push(edge.id);
  }
  kg.nodeOf = new Map(data.entities.map((entity, id) => [entity.key, id]));
  kg.edgeOf = new Map(data.statements.map((statement, id) => [statement.key, id]));
};

kg.other = (edge, node) => (kg.data.edges[edge].from === node ? kg.data.edges[edge].to : kg.data.edges[edge].from);

kg.neighbours = (node) => [...new Set(kg.around[node].map((edge) => kg.other(edge, node)))]
  .filter((other) => other !== node)
  .sort((a, b) => kg.data.entities[b].importance - kg.data.entities[a].importance || a - b);

kg.typeName = (name) => { const type = kg.data.types[name]; return type ? type[kg.state.lang] || type.zh || name : name; };
kg.typeColor = (name) => kg.data.types[name]?.color ?? "#888888";

kg.relationName = (name, backwards = false) => {
  const relation = kg.data.relations[name];
  return relation ? relation[`${backwards ? "back_" : ""}${kg.state.lang}`] : name;
};

kg.quotesOf = (numbers) => numbers.map((number) => {
  const [article, prefix, exact, suffix, rule] = kg.data.quotes[number];
  const [title, date, publisher, url] = kg.data.articles[article];
  return { title, date, publisher, url, prefix, exact, suffix, rule };
});
