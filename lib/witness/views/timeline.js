// The timeline, alive. Which dates a setting shows, and on which days they lie, was found by Python for each move.

const [ARTICLE, START, END, FIRST, TEXT, SEGMENT, PART, ANCHOR, VALUES] = [...Array(9).keys()];
const NEAR = 2;
const DAY = 86400000;

const moved = (day, days) => (day ? new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10) : "");
const stretch = (earliest, latest) => (earliest === latest ? earliest : `${earliest} to ${latest}`);

// Which dates the setting shows, each with its days: [date, earliest, latest, granularity, whether the move changed it].
function shownDates(model, published) {
  const [later, furniture, article, near] = ["later", "furniture", "article", "near"].map((name) => model.get(name));
  const middle = Number(published.slice(0, 4));
  const found = [];
  for (const each of model.get("dates")) {
    const [, earliest, latest, granularity] = each[VALUES].filter(([from]) => from <= later).at(-1);
    const before = each[VALUES].filter(([from]) => from <= 0).at(-1);
    if ((each[PART] === "furniture" && !furniture) || (article && article !== each[ARTICLE])) continue;
    if (near && published && !(earliest && Number(earliest.slice(0, 4)) <= middle + NEAR &&
      Number(latest.slice(0, 4)) >= middle - NEAR)) continue;
    found.push([each, earliest, latest, granularity, earliest !== before[1] || latest !== before[2]]);
  }
  const less = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
  return found.sort((one, other) => !one[1] - !other[1] || less(one[1], other[1]) || less(one[2], other[2]) ||
    less(one[0][ARTICLE], other[0][ARTICLE]) || one[0][START] - other[0][START]);
}

function render({ model, el }) {
  const set = setter(model);
  const articles = new Map(model.get("articles").map((article) => [article[0], article]));
  const day = model.get("articles").map((article) => article[4]).find(Boolean) || "";
  const slider = element("input", { type: "range", min: -14, max: 14, step: 1, "data-of": "later",
    oninput: () => set({ later: Number(slider.value) }) });
  const says = element("output", {});
  const box = (name) => element("input", { type: "checkbox", "data-of": name,
    onchange: (event) => set({ [name]: event.target.checked }) });
  const [furniture, near] = [box("furniture"), box("near")];
  const choice = menu([["", "all"], ...named(model.get("articles"))], (article) => set({ article }), { "data-of": "article" });
  const sentence = sentenceLine();
  const body = element("tbody");
  const axis = element("th", { scope: "col", class: "drawn" });

  function told(shown, published) {
    const later = model.get("later");
    const line = `${plural(shown.length, "date")}, ${shown.filter((each) => each[1]).length} of them resolved.`;
    if (!published) return `${line} Nothing tells on which day the articles were published.`;
    if (!later) return `${line} Published on ${published}.`;
    const by = `${plural(Math.abs(later), "day")} ${later > 0 ? "later" : "earlier"}`;
    return `${line} If published ${by}, on ${published}: ${shown.filter((each) => each[4]).length} would mean other days.`;
  }

  // A stretch of days on the axis: full where it is one day, hollow where the article says no more exactly.
  function span(earliest, latest, granularity, [from, to]) {
    const line = bar(0, 1);
    const part = line.querySelector(".part");
    const at = (when) => (100 * (when - from)) / Math.max(1, to - from);
    const [start, end] = [at(Date.parse(earliest)), at(Date.parse(latest) + DAY)];
    part.setAttribute("x", Math.min(98.5, Math.max(0, start)));
    part.setAttribute("width", Math.max(1.5, Math.min(100, end) - Math.max(0, start)));
    part.setAttribute("class", granularity === "day" ? "part" : "part unsure");
    line.setAttribute("class", "bar long");
    return line;
  }

  function update() {
    const published = moved(day, model.get("later"));
    const shown = shownDates(model, published);
    const times = shown.filter((each) => each[1]).flatMap((each) => [Date.parse(each[1]), Date.parse(each[2]) + DAY]);
    const ends = times.length ? [Math.min(...times), Math.max(...times)] : [0, 1];
    if (model.get("near") && published) {
      const year = Number(published.slice(0, 4));
      [ends[0], ends[1]] = [Date.UTC(year - NEAR, 0, 1), Date.UTC(year + NEAR + 1, 0, 1)];
    }
    axis.textContent = times.length
      ? `${new Date(ends[0]).getUTCFullYear()} – ${new Date(ends[1] - DAY).getUTCFullYear()}` : "";
    slider.value = model.get("later");
    says.textContent = published;
    slider.setAttribute("aria-valuetext", published);
    furniture.checked = model.get("furniture");
    near.checked = model.get("near");
    choice.value = model.get("article");
    sentence.textContent = told(shown, published);
    body.replaceChildren(...shown.map(([each, earliest, latest, granularity, changed]) => element("tr",
      { class: changed ? "chosen" : undefined },
      element("th", { scope: "row" }, opener(each[ARTICLE], each[START], each[END], each[FIRST], foreign(each[TEXT])),
        element("small", {}, articleLabel(articles.get(each[ARTICLE])), each[PART] === "furniture" ? ` ${each[SEGMENT]}` : "")),
      element("td", {}, earliest ? stretch(earliest, latest) : "not resolved",
        element("small", {}, `${granularity}, by ${each[ANCHOR]}${changed ? ", moved" : ""}`)),
      element("td", { class: "drawn" }, earliest ? span(earliest, latest, granularity, ends) : ""))));
  }

  el.append(element("div", { class: "witness-view timeline" },
    element("div", { class: "controls" },
      day ? element("label", { class: "length" }, "if published on ", slider, " ", says) : "",
      element("label", { class: "long" }, "article ", choice),
      day ? element("label", {}, near, " the years around publication only") : "",
      element("label", {}, furniture, " dates in the furniture too")),
    sentence, model.get("left_out") ? element("p", { class: "note" }, model.get("left_out")) : "",
    framed("the dates", [...headed(["as written", "days"]), axis], body)));
  update();
  return follow(model, ["later", "furniture", "article", "near"], update);
}

export default { render };
