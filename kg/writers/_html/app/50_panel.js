/* The right side: everything about the selected entity or relation, each line with its evidence. */
const GROUP = 8; /* relations of one kind shown before "more" */

kg.card = (quote) => {
  const where = [quote.title || kg.t("untitled"), quote.publisher, quote.date].filter(Boolean);
  const copy = kg.el("button", { type: "button", class: "link copy", text: kg.t("copy") });
  copy.addEventListener("click", async () => {
    await kg.toClipboard(`“${quote.prefix}${quote.exact}${quote.suffix}” —— ${[...where, quote.url].filter(Boolean).join("，")}`);
    copy.textContent = kg.t("copied");
  });
  return kg.el("figure", { class: "card" },
    kg.el("blockquote", {}, quote.prefix, kg.el("mark", { text: quote.exact }), quote.suffix),
    kg.el("figcaption", {}, kg.el("cite", { text: quote.title || kg.t("untitled") }),
      quote.publisher || quote.date ? kg.el("span", { class: "meta", text: [quote.publisher, quote.date].filter(Boolean).join(" · ") }) : null,
      quote.url ? kg.el("span", { class: "meta url", text: quote.url }) : null,
      quote.rule ? kg.el("span", { class: "meta rule", text: `${kg.t("rule")} ${quote.rule}` }) : null, copy));
};

kg.toClipboard = async (text) => {
  try { await navigator.clipboard.writeText(text); } catch {
    const area = kg.el("textarea", { class: "away" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
};

kg.cards = (numbers) => (numbers.length ? kg.quotesOf(numbers).map(kg.card) : [kg.el("p", { class: "none", text: kg.t("noEvidence") })]);

/* A small button that opens the evidence of a line below it, in `home`. */
kg.proof = (numbers, home) => {
  const button = kg.el("button", { type: "button", class: "proof", "aria-expanded": "false", title: kg.t("evidence", { count: numbers.length }), "aria-label": kg.t("evidence", { count: numbers.length }), text: `${kg.t("proof")} ${numbers.length}` });
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!open));
    if (open) home().querySelector(":scope > .cards")?.remove();
    else home().append(kg.el("div", { class: "cards" }, ...kg.cards(numbers)));
  });
  return button;
};

kg.sure = (confidence) => (confidence === null ? null : kg.el("span", { class: "sure", title: kg.t("confidence") },
  kg.el("meter", { min: 0, max: 1, value: confidence, "aria-label": kg.t("confidence") }), kg.el("span", { text: `${Math.round(confidence * 100)}%` })));

kg.chip = (modality) => kg.el("span", { class: `chip ${modality}`, text: kg.t(modality) });

kg.span = (from, to) => (from && to ? (from === to ? from : `${from} ${kg.t("until")} ${to}`) : from ? (kg.state.lang === "zh" ? `${from} ${kg.t("since")}` : `${kg.t("since")} ${from}`) : to ? `${kg.t("until")} ${to}` : "");

kg.section = (title, ...children) => kg.el("section", {}, kg.el("h3", { text: title }), ...children);

kg.attributeList = (rows) => kg.section(kg.t("attributes"), kg.el("ul", { class: "rows" }, ...rows.map((row) => {
  const item = kg.el("li", {});
  item.append(kg.el("div", { class: "row" }, kg.el("span", { class: "key", text: row[kg.state.lang] }), kg.el("span", { class: "name", text: row[`value_${kg.state.lang}`] }), kg.proof(row.quotes, () => item)));
  return item;
})));

/* The latest figure reached against a target: same indicator and unit, within the target's period. */
kg.reached = (target, figures) => {
  if (target.modality === "actual" || target.comparison || !(Number(target.value) > 0)) return null;
  const fits = figures.filter((figure) => figure.modality === "actual" && !figure.comparison && figure.indicator === target.indicator && figure.unit === target.unit && figure.period.startsWith(target.period));
  const last = fits.sort((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : b.value - a.value))[0];
  return last ? { share: last.value / target.value, period: last.period } : null;
};

kg.progress = (figure, figures) => {
  const reached = kg.reached(figure, figures);
  if (!reached) return null;
  const percent = Math.round(reached.share * 100);
  return kg.el("span", { class: "progress" }, kg.el("meter", { min: 0, max: 1, value: Math.min(1, reached.share), "aria-label": kg.t("reached", { percent }) }),
    kg.el("span", { text: [kg.t("reached", { percent }), reached.period].filter(Boolean).join(" · ") }));
};

kg.amount = (figure) => {
  const after = ["余", "以上", "以下", "以内", "左右", "多"].includes(figure.bound);
  return kg.el("td", { class: "figure" }, after ? "" : figure.bound, figure.value, kg.el("span", { class: "unit", text: figure.unit }), after ? figure.bound : "", figure.comparison ? kg.el("span", { class: "note", text: figure.comparison }) : null);
};

kg.figureTable = (figures) => kg.section(kg.t("figures"), kg.el("table", {},
  kg.el("thead", {}, kg.el("tr", {}, ...["indicator", "value", "kind", "period"].map((name) => kg.el("th", { scope: "col", text: kg.t(name) })), kg.el("th", {}))),
  ...figures.map((figure) => {
    const cell = kg.el("td", { colspan: "5" });
    return kg.el("tbody", {},
      kg.el("tr", {}, kg.el("td", {}, figure.indicator, kg.progress(figure, figures)), kg.amount(figure), kg.el("td", {}, kg.chip(figure.modality)), kg.el("td", { class: "period", text: figure.period }), kg.el("td", {}, kg.proof(figure.quotes, () => cell))),
      kg.el("tr", { class: "proofs" }, cell));
  })));

kg.relationRow = (edge, node) => {
  const statement = kg.data.statements[edge];
  const item = kg.el("li", {});
  const note = [statement.title, kg.span(statement.from, statement.to)].filter(Boolean).join(" · ");
  item.append(kg.el("div", { class: "row" }, kg.entityButton(kg.other(edge, node), note), statement.modality === "asserted" ? null : kg.chip(statement.modality), kg.proof(statement.quotes, () => item)));
  return item;
};

kg.relationList = (node) => {
  const groups = new Map();
  for (const edge of kg.around[node]) {
    const backwards = kg.data.edges[edge].from !== node;
    const name = kg.relationName(kg.data.statements[edge].relation, backwards);
    groups.set(name, [...(groups.get(name) ?? []), edge]);
  }
  const weight = (edge) => kg.data.entities[kg.other(edge, node)].importance;
  const parts = [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).map(([name, edges]) => {
    edges.sort((a, b) => weight(b) - weight(a) || a - b);
    return kg.el("div", { class: "group" }, kg.el("h4", {}, name, kg.el("span", { class: "count", text: kg.number(edges.length) })), ...kg.folded(edges, GROUP, (edge) => kg.relationRow(edge, node)));
  });
  return parts.length ? kg.section(kg.t("related", { count: kg.number(kg.around[node].length) }), ...parts) : null;
};

/* Rows of a list, the rest behind a button. */
kg.folded = (items, most, row) => {
  const list = kg.el("ul", { class: "rows" }, ...items.slice(0, most).map(row));
  const rest = items.slice(most);
  const more = kg.el("button", { type: "button", class: "link", text: kg.t("members", { count: kg.number(rest.length) }), on: { click: () => { list.append(...rest.map(row)); more.remove(); } } });
  return rest.length ? [list, more] : [list];
};

kg.sourceList = (numbers) => kg.section(kg.t("sources", { count: kg.number(numbers.length) }), ...kg.folded(numbers, GROUP, (number) => {
  const [title, date, publisher] = kg.data.articles[number];
  return kg.el("li", { class: "source" }, kg.el("span", { text: title || kg.t("untitled") }), kg.el("span", { class: "note", text: [publisher, date].filter(Boolean).join(" · ") }));
}));

/* Names that differ by more than quotation marks, brackets and spaces. */
kg.otherNames = (names) => {
  const bare = (name) => name.replace(/[\s“”"‘’'「」『』《》〈〉()（）·]/g, "");
  const seen = new Set([bare(names[0])]);
  return names.slice(1).filter((name) => !seen.has(bare(name)) && seen.add(bare(name)));
};

kg.nodePanel = (node) => {
  const entity = kg.data.entities[node];
  const hidden = kg.neighbours(node).filter((other) => !kg.current.base.has(other)).length;
  const others = kg.otherNames(entity.names);
  const act = (text, click) => kg.el("button", { type: "button", class: "action", text, on: { click } });
  return [
    kg.el("p", { class: "kind" }, kg.el("span", { class: "dot", color: kg.typeColor(entity.type) }), kg.typeName(entity.type)),
    kg.el("h2", { text: entity.names[0] }),
    others.length ? kg.el("p", { class: "soft", text: `${kg.t("aliases")} ${others.join("、")}` }) : null,
    ...entity.lines.map((line) => kg.el("p", { class: "soft", text: line })),
    kg.el("div", { class: "actions" }, act(kg.t("locate"), () => kg.zoomTo(node)),
      kg.state.alone === node ? act(kg.t("back"), () => kg.change({ alone: null }, { zoom: true })) : act(kg.t("alone"), () => kg.change({ alone: node }, { fit: true })),
      hidden ? act(kg.t("expand", { count: kg.number(hidden) }), () => kg.expand(node, hidden)) : null),
    entity.rows.length ? kg.attributeList(entity.rows) : null,
    entity.figures.length ? kg.figureTable(entity.figures) : null,
    kg.relationList(node),
    entity.sources.length ? kg.sourceList(entity.sources) : null,
  ];
};

kg.edgePanel = (edge) => {
  const statement = kg.data.statements[edge];
  const { from, to } = kg.data.edges[edge];
  const valid = kg.span(statement.from, statement.to);
  return [
    kg.el("p", { class: "kind", text: kg.t("relations") }), kg.el("h2", { text: kg.relationName(statement.relation) }),
    kg.el("div", { class: "triple" }, kg.entityButton(from), kg.el("span", { class: "arrow", text: `↓ ${statement.title || kg.relationName(statement.relation)}` }), kg.entityButton(to)),
    kg.el("p", { class: "facts" }, kg.chip(statement.modality), kg.sure(statement.confidence), statement.texts > 1 ? kg.el("span", { class: "soft", text: kg.t("texts", { count: kg.number(statement.texts) }) }) : null, valid ? kg.el("span", { class: "soft", text: `${kg.t("validity")} ${valid}` }) : null),
    kg.section(kg.t("evidence", { count: statement.quotes.length }), ...kg.cards(statement.quotes)),
  ];
};

kg.showPanel = () => {
  const panel = kg.byId("panel");
  const { node, edge } = kg.state;
  panel.hidden = node === null && edge === null;
  document.body.classList.toggle("with-panel", !panel.hidden);
  if (panel.hidden) { panel.replaceChildren(); return; }
  const key = JSON.stringify([node, edge, kg.state.lang, kg.state.alone]);
  const close = kg.el("button", { type: "button", class: "icon close", title: kg.t("close"), "aria-label": kg.t("close"), text: "×", on: { click: () => kg.select({}) } });
  const top = panel.dataset.key === key ? panel.scrollTop : 0;
  panel.dataset.key = key;
  panel.replaceChildren(close, ...(edge !== null ? kg.edgePanel(edge) : kg.nodePanel(node)).filter(Boolean));
  panel.scrollTop = top;
};
