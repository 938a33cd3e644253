"use strict";
const kg = {};

/* Every word of the page in both languages; {name} is filled in by kg.t. */
kg.words = {
  zh: {
    title: "区域知识图谱", search: "搜索实体", searchHint: "搜索：汉字、全拼或首字母", results: "搜索结果", noResult: "没有找到",
    filters: "筛选", list: "实体列表", details: "详情", picture: "图谱画布：点击实体或连线查看出处", empty: "图谱中还没有实体",
    types: "实体类型", relations: "关系", modalities: "表述方式", only: "仅看", allOn: "全选", hideLonely: "隐藏没有连线的实体",
    status: "显示 {nodes} / {allNodes} 个实体，{edges} / {allEdges} 条关系", showAll: "显示全部", showMain: "只看主要实体", reset: "恢复初始",
    zoomIn: "放大", zoomOut: "缩小", fit: "适应窗口", help: "快捷键与说明", switchLanguage: "Switch to English", switchTheme: "切换深色或浅色",
    close: "关闭", aliases: "又称", attributes: "属性", figures: "数据", related: "关系（{count}）", evidence: "出处（{count}）",
    expand: "展开 {count} 个相邻实体", alone: "只看它的关系", back: "返回全图", locate: "定位", code: "代码",
    indicator: "指标", value: "数值", kind: "性质", period: "时期", confidence: "可信度", validity: "有效期", post: "职务",
    copy: "复制引文", copied: "已复制", source: "来源", rule: "抽取规则", untitled: "（无标题）", noEvidence: "没有出处记录", until: "至", since: "起",
    truncated: "图中只含最重要的 {nodes} 个实体（全部 {total} 个见 RDF 图谱）", degree: "{count} 条关系", hidden: "另有 {count} 个相邻实体未显示", sources: "提到它的文章（{count}）", members: "更多 {count} 项",
    proof: "出处", reached: "已完成 {percent}%", texts: "{count} 篇独立报道", asserted: "已述事实", planned: "计划", denied: "否认", reported: "转述", target: "目标", actual: "实际",
    helpLines: [["/", "搜索"], ["↑ ↓ Enter", "在结果中移动、选定"], ["Esc", "关闭"], ["+ − 0", "放大、缩小、适应窗口"], ["A", "显示全部或主要实体"], ["L", "中文 / English"], ["T", "深色 / 浅色"]],
    helpText: ["点击实体，它的相邻实体随之展开；点击连线，看到原文句子，依据的文字以底色标出。", "虚线为计划，点线为否认或转述，实线为已述事实。", "网址（#之后）记下当前视图，可以收藏或发给同事。"],
  },
  en: {
    title: "Regional knowledge graph", search: "Search entities", searchHint: "Search: characters, pinyin or initials", results: "Results", noResult: "Nothing found",
    filters: "Filters", list: "Entities", details: "Details", picture: "Graph: click an entity or a line to see its source", empty: "The graph holds no entity yet",
    types: "Entity types", relations: "Relations", modalities: "Modality", only: "only", allOn: "all", hideLonely: "Hide entities without a line",
    status: "{nodes} of {allNodes} entities, {edges} of {allEdges} relations", showAll: "Show all", showMain: "Main entities only", reset: "Reset",
    zoomIn: "Zoom in", zoomOut: "Zoom out", fit: "Fit to window", help: "Keys and hints", switchLanguage: "切换为中文", switchTheme: "Dark or light",
    close: "Close", aliases: "Also called", attributes: "Attributes", figures: "Figures", related: "Relations ({count})", evidence: "Evidence ({count})",
    expand: "Show {count} neighbours", alone: "Only its relations", back: "Back to the graph", locate: "Locate", code: "Code",
    indicator: "Indicator", value: "Value", kind: "Kind", period: "Period", confidence: "Confidence", validity: "Valid", post: "Post",
    copy: "Copy citation", copied: "Copied", source: "Source", rule: "Rule", untitled: "(untitled)", noEvidence: "No evidence recorded", until: "to", since: "since",
    truncated: "Holds the {nodes} most important entities (all {total} are in the RDF graph)", degree: "{count} relations", hidden: "{count} more neighbours", sources: "Articles that name it ({count})", members: "{count} more",
    proof: "source", reached: "{percent}% reached", texts: "{count} independent texts", asserted: "asserted", planned: "planned", denied: "denied", reported: "reported", target: "target", actual: "actual",
    helpLines: [["/", "search"], ["↑ ↓ Enter", "move and choose in the results"], ["Esc", "close"], ["+ − 0", "zoom in, zoom out, fit"], ["A", "all or main entities"], ["L", "中文 / English"], ["T", "dark / light"]],
    helpText: ["Click an entity and its neighbours appear; click a line to read the sentence, with the decisive words marked.", "A dashed line is planned, a dotted one denied or reported, a full one asserted.", "The address (after #) holds the current view: bookmark it or send it on."],
  },
};

kg.t = (name, values = {}) => {
  const text = kg.words[kg.state.lang][name] ?? name;
  return typeof text === "string" ? text.replace(/\{(\w+)\}/g, (_, key) => values[key]) : text;
};

kg.number = (value) => Number(value).toLocaleString(kg.state.lang === "zh" ? "zh-CN" : "en-US");

/* The only way elements come to be: words become text nodes, never markup. */
kg.el = (tag, options = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(options)) {
    if (key === "text") element.textContent = value;
    else if (key === "class") element.className = value;
    else if (key === "on") for (const [event, run] of Object.entries(value)) element.addEventListener(event, run);
    else if (key === "color") element.style.setProperty("--c", value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
};

kg.byId = (id) => document.getElementById(id);

kg.translate = () => {
  document.documentElement.lang = kg.state.lang === "zh" ? "zh-Hans" : "en";
  document.title = kg.t("title");
  for (const e of document.querySelectorAll("[data-text]")) e.textContent = kg.t(e.dataset.text);
  for (const e of document.querySelectorAll("[data-title]")) { e.title = kg.t(e.dataset.title); e.setAttribute("aria-label", e.title); }
  for (const e of document.querySelectorAll("[data-label]")) e.setAttribute("aria-label", kg.t(e.dataset.label));
  for (const e of document.querySelectorAll("[data-placeholder]")) e.placeholder = kg.t(e.dataset.placeholder);
  kg.byId("language").textContent = kg.state.lang === "zh" ? "EN" : "中";
};
