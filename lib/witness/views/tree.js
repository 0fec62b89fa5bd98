// The family tree, alive. How the lines stand with each rule switched off was found by Python.

const [KEY, NAME, MARK, PALETTE, COLUMN, ROW] = [...Array(6).keys()];

function render({ model, el }) {
  const set = setter(model);
  const articles = new Map(model.get("articles").map((article) => [article[KEY], article]));
  const sources = model.get("sources");
  const answer = (off) => model.get("answers").find((each) => each[0] === off);
  const ends = ([left, right]) => `${left} ${right}`;
  const rule = menu([["", "none"], ...model.get("rules").map(([name, what]) => [name, `${name}: ${what}`])],
    (off) => set({ off }), { "data-of": "off" });
  const sentence = sentenceLine();
  const body = element("tbody");
  const [wide, high, top] = [150, 74, sources.length ? 96 : 30];
  const columns = Math.max(...model.get("articles").map((article) => article[COLUMN])) + 1;
  const rows = Math.max(...model.get("articles").map((article) => article[ROW])) + 1;
  const width = Math.max(columns, sources.length, 3) * wide;
  const at = (column, of) => (width / of) * (column + 0.5);
  const place = (key) => [at(articles.get(key)[COLUMN], columns), top + 40 + articles.get(key)[ROW] * high];
  const picture = drawn("svg", { class: "family", viewBox: `0 0 ${width} ${top + 40 + rows * high}`, "aria-hidden": "true" });

  function told() {
    const [, whole, families] = answer("");
    const [, lines, others] = answer(model.get("off"));
    let line = `${plural(articles.size, "article")}, ${plural(families.length, "independent witness", "es")}: ` +
      `${familiesTold(families)}.`;
    if (model.get("off")) {
      const changed = lines.filter((here, number) => [0, 1, 2].some((part) => here[part] !== whole[number][part])).length;
      const still = JSON.stringify(others) === JSON.stringify(families) ? "still" : "then";
      line += ` Without the rule “${model.get("off")}” ${plural(changed, "line")} would be another; ` +
        `${still} ${plural(others.length, "witness", "es")}.`;
    }
    const chosen = model.get("edges").findIndex((edge) => ends(edge) === model.get("edge"));
    return chosen >= 0 ? `${line} ${lines[chosen][4]}` : line;
  }

  // Who cites a source, then who leans on whom, then the articles themselves.
  function drawTree(lines) {
    picture.replaceChildren();
    sources.forEach(([name, column, keys]) => {
      const [x, y] = [at(column, sources.length), 40];
      for (const key of keys) {
        const [to, down] = place(key);
        picture.append(drawn("path", { class: "cites", d: `M${x} ${y + 12} C${x} ${y + 60} ${to} ${down - 60} ${to} ${down - 16}` }));
      }
      const label = drawn("text", { x, y: y - 2, class: "source" });
      label.textContent = [...name].length > 22 ? `${[...name].slice(0, 21).join("")}…` : name;
      picture.append(label);
    });
    model.get("edges").forEach((edge, number) => {
      const [kind, leans] = lines[number];
      if (kind === "none" || kind === "chance") return;
      const [from, to] = leans === edge[0] ? edge : [edge[1], edge[0]];
      const [[x1, y1], [x2, y2]] = [place(from), place(to)];
      const bend = y1 === y2 ? 26 + Math.abs(x1 - x2) / 9 : 0;
      const line = drawn("path", { class: `line ${kind.replace(" ", "-")}${ends(edge) === model.get("edge") ? " chosen" : ""}`,
        d: `M${x1} ${y1} Q${(x1 + x2) / 2} ${(y1 + y2) / 2 + 2 * bend} ${x2} ${y2}` });
      line.addEventListener("click", () => set({ edge: ends(edge) }));
      picture.append(line);
      if (leans) {
        const [dx, dy] = [x2 - x1, y2 - y1];
        const size = Math.hypot(dx, dy) || 1;
        const [tx, ty] = [x2 - (dx / size) * 22, y2 - (dy / size) * 22];
        const [px, py] = [(-dy / size) * 6, (dx / size) * 6];
        picture.append(drawn("path", { class: "head", d:
          `M${tx} ${ty} L${tx - (dx / size) * 11 + px} ${ty - (dy / size) * 11 + py} L${tx - (dx / size) * 11 - px} ${ty - (dy / size) * 11 - py} Z` }));
      }
    });
    for (const [key, , mark, palette] of articles.values()) {
      const [x, y] = place(key);
      const label = drawn("text", { x, y: y + 5, class: "article", "data-palette": palette });
      label.textContent = `${mark} ${[...key].length > 14 ? `${[...key].slice(0, 13).join("")}…` : key}`;
      picture.append(drawn("rect", { class: "node", x: x - 56, y: y - 17, width: 112, height: 34, rx: 6 }), label);
    }
  }

  function update() {
    const [, lines] = answer(model.get("off"));
    const [, whole] = answer("");
    rule.value = model.get("off");
    sentence.textContent = told();
    drawTree(lines);
    const focused = document.activeElement?.dataset?.edge;
    body.replaceChildren(...model.get("edges").flatMap((edge, number) => {
      const [left, right, evidence] = edge;
      const [kind, , , share, says] = lines[number];
      const open = ends(edge) === model.get("edge");
      const button = element("button", { type: "button", "data-edge": ends(edge), "aria-expanded": String(open),
        onclick: () => set({ edge: open ? "" : ends(edge) }) },
        articleLabel(articles.get(left)), " ", articleLabel(articles.get(right)));
      const changed = [0, 1, 2].some((part) => lines[number][part] !== whole[number][part]);
      const line = element("tr", { class: open || changed ? "chosen" : undefined }, element("th", { scope: "row" }, button),
        element("td", {}, kind, changed ? element("small", {}, `else ${whole[number][0]}`) : ""),
        element("td", { class: "number" }, perCent(Math.round(share * 10000), 10000)), element("td", {}, foreign(says)));
      if (!open) return [line];
      const held = evidence.map(([name, what, listed]) => element("li", { class: name === model.get("off") ? "dropped" : undefined },
        element("strong", {}, name), ": ", foreign(what), ...listed.map(([article, start, end, first, text]) =>
          element("blockquote", {}, articleLabel(articles.get(article)), " ", opener(article, start, end, first, foreign(text))))));
      return [line, element("tr", { class: "detail" }, element("td", { colspan: 4 }, element("div", {},
        element("ul", {}, ...held))))];
    }));
    if (focused) [...body.querySelectorAll("button")].find((each) => each.dataset.edge === focused)?.focus();
  }

  el.append(element("div", { class: "witness-view tree matrix" },
    element("div", { class: "controls" }, element("label", { class: "long" }, "switch off ", rule)), sentence,
    element("div", { class: "wide picture", tabindex: "0", role: "group", "aria-label": "the family tree; the table has its lines" }, picture),
    element("p", { class: "note" }, "Thick lines are copies, thin ones retellings, dotted ones a source in common; an arrow " +
      "leads from who leans to whom. Above stand sources that several articles cite."),
    model.get("left_out") ? element("p", { class: "note" }, model.get("left_out")) : "",
    framed("the lines of the tree", headed(["articles", "kind", "share", "what follows"]), body)));
  update();
  return follow(model, ["edge", "off"], update);
}

export default { render };
