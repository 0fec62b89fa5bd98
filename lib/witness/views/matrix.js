// A matrix, alive: its rows narrowed and opened, its cells leading to their words, the reader's own words searched.

const [KEY, TITLE, TAG, GROUP, WHY, CELLS, EMPTY] = [...Array(7).keys()];

function shownRows(model) {
  const [tag, group, article, aside] = ["tag", "group", "article", "aside"].map((name) => model.get(name));
  const place = model.get("articles").findIndex(([key]) => key === article);
  return model.get("rows").filter((row) => !aside.includes(row[KEY]) && (!tag || row[TAG] === tag) &&
    (!group || row[GROUP] === group) && (place < 0 || row[CELLS][place][2].length));
}

// The pattern by which coverage.py searches for terms; none where there is nothing to search for.
function patternOf(terms) {
  const letter = "[\\p{L}\\p{N}_]";
  const said = [...new Set(terms.map((term) => folded(term).trim().split(/\s+/).join(" ")))]
    .filter((term) => term && term !== "*").sort((one, other) => [...other].length - [...one].length);
  const parts = said.map((term) => term.replace(/\*+$/, "").trim().split(" ")
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("\\s+") +
    (term.endsWith("*") ? `${letter}*` : `(?!${letter})`));
  return parts.length ? new RegExp(`(?<!${letter})(?:${parts.join("|")})`, "gu") : null;
}

// Where a text has the terms, in code points.
function places(text, terms) {
  const pattern = patternOf(terms);
  const within = pattern ? folded(text) : "";
  const points = (units) => [...within.slice(0, units)].length;
  return pattern ? [...within.matchAll(pattern)].map((found) =>
    [points(found.index), points(found.index + found[0].length)]) : [];
}

const flat = (text) => text.trim().split(/\s+/).join(" ");

function render({ model, el }) {
  const [one, several, tagName, groupName] = model.get("terms");
  const articles = model.get("articles");
  const set = setter(model);
  const chosen = (name, label, options) => {
    const select = menu([["", "all"], ...options], (value) => set({ [name]: value }), { "data-of": name });
    return [select, element("label", { class: "long" }, `${label} `, select)];
  };
  const plain = (values) => values.map((value) => [value, value]);
  const groups = [...new Set(model.get("rows").map((row) => row[GROUP]).filter(Boolean))];
  const menus = {
    tag: chosen("tag", tagName, plain(model.get("tags"))),
    group: chosen("group", groupName, plain(groups)),
    article: chosen("article", "with words in", named(articles)),
  };
  const back = element("button", { type: "button", "data-of": "aside", onclick: () => set({ aside: [] }) }, "Bring all back");
  const own = element("input", { type: "search", "data-of": "words", oninput: () => set({ words: own.value }) });
  const sentence = sentenceLine();
  const finds = element("ul", { class: "finds" });
  const body = element("tbody");
  const heads = [...headed([one, tagName]),
    ...articles.map(([key, , mark, palette]) => element("th", { scope: "col" }, articleLabel([key, key, mark, palette])))];

  function cellOf([label, , listed], [key, , mark]) {
    if (!listed.length) return element("td", { class: "empty" }, label ? foreign(label) : "–");
    const [start, end, first] = listed[0];
    return element("td", {}, opener(key, start, end, first, element("span", {}, element("span", { class: "dot",
      "aria-hidden": "true" }, mark), element("span", { class: "label" }, foreign(label)))));
  }

  // What every article has of the chosen row, side by side.
  function detailOf(row) {
    const held = articles.map((article, place) => {
      const [label, note, listed] = row[CELLS][place];
      if (!listed.length) return "";
      return element("li", {}, element("p", { class: "side" }, articleLabel(article), ": ", foreign(label)),
        ...listed.map(([start, end, first, text]) =>
          element("blockquote", {}, opener(article[0], start, end, first, foreign(text)))),
        note ? element("p", { class: "note" }, foreign(note)) : "");
    });
    const silent = articles.filter((article, place) => !row[CELLS][place][2].length).map(([key]) => key);
    const nothing = silent.length && row[EMPTY]
      ? element("p", { class: "note" }, foreign(`Nothing in ${silent.join(", ")}: ${row[EMPTY]}`)) : "";
    const aside = element("button", { type: "button", class: "put-aside", onclick: () => {
      set({ aside: [...model.get("aside"), row[KEY]] });
      (body.querySelector("button") || back).focus();
    } }, "Put aside: no difference");
    return element("tr", { class: "detail" }, element("td", { colspan: articles.length + 2 }, element("div", {},
      element("p", {}, foreign(row[WHY])), element("ul", {}, ...held), nothing, model.get("puts_aside") ? aside : "")));
  }

  // The reader's own words where they stand; returns what that comes to, as Python says it.
  function drawFinds() {
    const terms = model.get("words").split(",");
    const all = model.get("texts").map(([key, pieces]) => [key, pieces.flatMap(([start, text]) =>
      places(text, terms).map(([from, to]) => [start, [...text], from, to]))]).filter(([, found]) => found.length);
    finds.replaceChildren(...all.map(([key, found]) =>
      element("li", {}, articleLabel(articles.find(([other]) => other === key)), ": ",
        ...found.slice(0, 5).flatMap(([start, text, from, to]) => {
          const words = text.slice(from, to).join("");
          return ["… ", foreign(text.slice(Math.max(0, from - 30), from).join("")),
            opener(key, start + from, start + to, firstWords(words), foreign(words)),
            foreign(text.slice(to, to + 30).join("")), " … "];
        }), found.length > 5 ? `and ${found.length - 5} more` : "")));
    const told = all.map(([key, found]) => `${found.length} × in ${key}`).join(", ");
    return `“${flat(model.get("words"))}” is found ${told || "nowhere"}.`;
  }

  function told(shown) {
    const counts = model.get("tags").map((tag) => [shown.filter((row) => row[TAG] === tag).length, tag]);
    const by = counts.filter(([count]) => count).map(([count, tag]) => `${count} ${tag}`).join(", ");
    const line = `${shown.length} ${shown.length === 1 ? one : several}${by ? `: ${by}` : ""}.`;
    const chosen = model.get("rows").find((row) => row[KEY] === model.get("row"));
    return chosen ? `${line} ${chosen[TITLE]} – ${chosen[WHY].split(". ")[0].replace(/\.$/, "")}.` : line;
  }

  function update() {
    const shown = shownRows(model);
    const chosen = model.get("row");
    for (const [name, [select]] of Object.entries(menus)) select.value = model.get(name);
    back.disabled = !model.get("aside").length;
    if (own.value !== model.get("words")) own.value = model.get("words");
    const focused = document.activeElement?.dataset?.row;
    body.replaceChildren(...shown.flatMap((row) => {
      const open = row[KEY] === chosen;
      const title = element("button", { type: "button", "data-row": row[KEY], "aria-expanded": String(open),
        onclick: () => set({ row: open ? "" : row[KEY] }) }, foreign(row[TITLE]));
      const line = element("tr", { class: open ? "chosen" : undefined }, element("th", { scope: "row" }, title),
        element("td", {}, row[TAG]), ...articles.map((article, place) => cellOf(row[CELLS][place], article)));
      return open ? [line, detailOf(row)] : [line];
    }));
    if (focused) [...body.querySelectorAll("button[data-row]")].find((each) => each.dataset.row === focused)?.focus();
    finds.replaceChildren();
    sentence.textContent = model.get("words").replace(/[ ,*]/g, "") ? drawFinds() : told(shown);
  }

  const whole = element("div", { class: `witness-view matrix${articles.length > 8 ? " dense" : ""}` },
    element("div", { class: "controls" }, menus.tag[1], groups.length > 1 ? menus.group[1] : "", menus.article[1],
      model.get("puts_aside") ? back : "",
      model.get("texts").length ? element("label", { class: "long" }, "your own search words ", own) : ""),
    sentence, finds, model.get("left_out") ? element("p", { class: "note" }, model.get("left_out")) : "",
    framed(`the ${several}`, heads, body));
  whole.places = places; // for whoever holds the search to its cases
  el.append(whole);
  update();
  return follow(model, ["row", "tag", "group", "article", "aside", "words"], update);
}

export default { render };
