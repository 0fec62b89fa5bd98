// The reading room, alive. Which passages a setting shows, and what they cover, is decided as in room.py.

const [LEFT, LEFT_START, LEFT_END, RIGHT, RIGHT_START, RIGHT_END, KIND, WORDS, CHANGED, CREDITED, DOUBT, SCOPE, CHANGES,
  LEFT_RUNS, RIGHT_RUNS] = [...Array(15).keys()];
const KINDS = ["verbatim", "near-verbatim", "echo", "reworded"];
const CREDITS = ["none", "left", "right", "both"];

// The numbers of the passages that the setting shows.
function shownPassages(model) {
  const pair = [model.get("left"), model.get("right")].sort().join("\n");
  const furniture = model.get("furniture") ? 1 : 0;
  const [kinds, credits, least] = ["kinds", "credits", "least"].map((name) => model.get(name));
  return model.get("passages").map((each, number) => [each, number]).filter(([each]) =>
    [each[LEFT], each[RIGHT]].sort().join("\n") === pair && kinds.includes(each[KIND]) &&
    credits.includes(each[CREDITED]) && each[WORDS] >= least && (each[SCOPE] === 2 || each[SCOPE] === furniture))
    .map(([, number]) => number);
}

// How many numbers half-open runs hold, each once.
function union(runs) {
  let [total, reached] = [0, 0];
  for (const [start, end] of [...runs].sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    total += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return total;
}

// A passage as seen from one article: where it is there, and where its changes are.
function sideOf(passage, key) {
  const first = passage[LEFT] === key;
  return {
    start: passage[first ? LEFT_START : RIGHT_START],
    end: passage[first ? LEFT_END : RIGHT_END],
    runs: passage[first ? LEFT_RUNS : RIGHT_RUNS],
    changes: passage[CHANGES].map((change) => (first ? change.slice(0, 2) : change.slice(2))),
  };
}

const pairFragment = (left, right) => `#pair/${encodeURIComponent(left)}/${encodeURIComponent(right)}`;
const passageFragment = (each) =>
  `#passage/${encodeURIComponent(each[LEFT])}:${each[LEFT_START]}-${each[LEFT_END]}` +
  `/${encodeURIComponent(each[RIGHT])}:${each[RIGHT_START]}-${each[RIGHT_END]}`;

function render({ model, el }) {
  const set = setter(model);
  const articles = new Map(model.get("articles").map((article) => [article[0], article]));
  const pieces = new Map([...articles.keys()].map((key) => [key, []]));
  for (const [key, kind, part, start, text] of model.get("pieces"))
    pieces.get(key).push({ kind, part, start, points: [...text] });

  // Controls that stand for the life of the view.
  const choice = (name) => menu(named(model.get("articles")), (key) => set({ [name]: key, passage: -1 }));
  const selects = { left: choice("left"), right: choice("right") };
  const slider = element("input", { type: "range", min: 4, max: 60, step: 1,
    oninput: () => set({ least: Number(slider.value), passage: -1 }) });
  const sliderSays = element("output", {});
  const boxes = (name, all) => all.map((value) => {
    const box = element("input", { type: "checkbox", value, "data-of": name, onchange: () => {
      const chosen = new Set(model.get(name));
      if (box.checked) chosen.add(value);
      else chosen.delete(value);
      set({ [name]: all.filter((each) => chosen.has(each)), passage: -1 });
    } });
    return box;
  });
  const kindBoxes = boxes("kinds", KINDS);
  const creditBoxes = boxes("credits", CREDITS);
  const furniture = element("input", { type: "checkbox", "data-of": "furniture",
    onchange: () => set({ furniture: furniture.checked, passage: -1 }) });
  const quoted = element("input", { type: "checkbox", "data-of": "quoted", onchange: () => set({ quoted: quoted.checked }) });
  const creditNames = { none: "neither article", left: "left only", right: "right only", both: "both" };
  const sentence = sentenceLine();
  const note = element("p", { class: "note" });
  const step = (way) => {
    const shown = shownPassages(model);
    if (!shown.length) return;
    const at = shown.indexOf(model.get("passage"));
    set({ passage: shown[at < 0 ? (way > 0 ? 0 : shown.length - 1) : (at + way + shown.length) % shown.length] });
  };
  const previous = element("button", { type: "button", onclick: () => step(-1) }, "Previous passage");
  const next = element("button", { type: "button", onclick: () => step(1) }, "Next passage");
  const detail = element("div", { class: "detail", role: "status" });
  const heads = { left: element("p", { class: "side" }), right: element("p", { class: "side" }) };
  const texts = {};
  for (const side of ["left", "right"])
    texts[side] = element("div", { class: "text", tabindex: "0", role: "group", onkeydown: (event) => {
      if (event.key === "n" || event.key === "p") step(event.key === "n" ? 1 : -1);
    } });
  const listed = element("tbody");

  // One article, its shared words marked; a word belongs to the longest passage that holds it.
  function drawText(side, shown) {
    const key = model.get(side);
    const passages = model.get("passages");
    const sides = shown.map((number) => ({ number, words: passages[number][WORDS], ...sideOf(passages[number], key) }));
    const chosen = model.get("passage");
    sides.sort((one, other) => (one.number === chosen) - (other.number === chosen) || one.words - other.words);
    const speeches = model.get("quoted") ? model.get("quotations").filter(([of]) => of === key) : [];
    texts[side].replaceChildren();
    texts[side].setAttribute("aria-label", `the text of ${key}`);
    for (const { kind, part, start, points } of pieces.get(key)) {
      const end = start + points.length;
      const cuts = [...sides.flatMap((each) => [each.start, each.end, ...each.changes.flat()]),
        ...speeches.flatMap(([, from, to]) => [from, to])].filter((at) => start < at && at < end);
      const piece = element("p", { class: "room-piece", "data-kind": kind, "data-part": part, dir: "auto" });
      const edges = [...new Set([start, ...cuts, end])].sort((one, other) => one - other);
      for (const [number, at] of edges.slice(0, -1).entries()) {
        const next = edges[number + 1];
        for (const each of sides) if (each.start === at) piece.append(opens(each.number, shown));
        const owner = sides.findLast((each) => each.start <= at && at < each.end);
        const changed = owner?.changes.some(([from, to]) => from <= at && at < to);
        const words = marked(points.slice(at - start, next - start).join(""), owner?.number ?? -1, changed);
        if (speeches.some(([, from, to]) => from <= at && at < to)) words.classList.add("quoted");
        piece.append(words);
        for (const [, , to, speaker] of speeches)
          if (to === next) piece.append(element("span", { class: "speaker" }, "‹ ", foreign(speaker || "nobody named")));
      }
      texts[side].append(piece);
    }
    const left = articles.get(key)[6];
    if (left) texts[side].append(element("p", { class: "note" }, `${counted(left)} more characters are not shown here.`));
  }

  // The number at which a passage begins; choosing it opens the passage.
  function opens(number, shown) {
    return element("button", { type: "button", class: "number-of", "data-passage": number,
      "aria-label": `passage ${shown.indexOf(number) + 1}`, onclick: () => set({ passage: number }) },
      String(shown.indexOf(number) + 1));
  }

  function marked(text, owner, changed) {
    if (owner < 0) return foreign(text);
    const mark = element("mark", { "data-passage": owner, "data-kind": model.get("passages")[owner][KIND],
      onclick: () => set({ passage: owner }) });
    if (owner === model.get("passage")) mark.classList.add("chosen");
    mark.append(changed ? element("em", { class: "changed" }, foreign(text)) : foreign(text));
    return mark;
  }

  function textAt(key, start, end) {
    return pieces.get(key).map((piece) =>
      piece.points.slice(Math.max(0, start - piece.start), Math.max(0, end - piece.start)).join("")).filter(Boolean).join(" ");
  }

  // What is known about the chosen passage, with the words that differ and its address.
  function drawDetail(shown) {
    const passage = model.get("passages")[model.get("passage")];
    detail.replaceChildren();
    if (!passage) return;
    const place = shown.indexOf(model.get("passage")) + 1;
    const link = (key, start, end) => opener(key, start, end, firstWords(textAt(key, start, end)), `${key}:${start}–${end}`);
    detail.append(element("p", {}, element("strong", {}, `Passage ${place} of ${shown.length}`),
      ` · ${passage[KIND]}${passage[DOUBT] ? `, perhaps chance: ${passage[DOUBT]}` : ""} · ` +
      `${counted(passage[WORDS])} ${passage[KIND] === "reworded" ? "beginnings of words" : "words"} in common, ` +
      `${counted(passage[CHANGED])} changed · marked as quoted by: ${creditNames[passage[CREDITED]]} · `,
      link(passage[LEFT], passage[LEFT_START], passage[LEFT_END]), " · ",
      link(passage[RIGHT], passage[RIGHT_START], passage[RIGHT_END]), " · ",
      element("a", { href: passageFragment(passage) }, "address of this passage")));
    if (passage[CHANGES].length)
      detail.append(element("ul", {}, ...passage[CHANGES].map(([from, to, start, end]) => element("li", {},
        from < to ? element("del", {}, foreign(textAt(passage[LEFT], from, to))) : "nothing", " → ",
        start < end ? element("ins", {}, foreign(textAt(passage[RIGHT], start, end))) : "nothing"))));
  }

  function drawList(shown) {
    listed.replaceChildren(...shown.map((number, place) => {
      const each = model.get("passages")[number];
      const words = textAt(each[LEFT], each[LEFT_START], each[LEFT_END]).replace(/\s+/g, " ");
      const opening = words.length > 70 ? `${[...words].slice(0, 69).join("").replace(/\s\S*$/, "")} …` : words;
      return element("tr", number === model.get("passage") ? { "aria-current": "true" } : {},
        element("th", { scope: "row" }, element("button", { type: "button", "data-passage": number,
          onclick: () => set({ passage: number }) }, String(place + 1))),
        element("td", {}, each[KIND], each[DOUBT] ? element("small", {}, each[DOUBT]) : ""),
        element("td", { class: "number" }, counted(each[WORDS])),
        element("td", { class: "number extra" }, counted(each[CHANGED])),
        element("td", { class: "extra" }, each[CREDITED]), element("td", {}, foreign(opening)));
    }));
  }

  // Bring the chosen passage into view on both sides, moving the texts and not the page.
  function showChosen() {
    for (const side of ["left", "right"]) {
      const mark = texts[side].querySelector("mark.chosen");
      if (mark) {
        const [outer, inner] = [texts[side].getBoundingClientRect(), mark.getBoundingClientRect()];
        texts[side].scrollTop += inner.top - outer.top - outer.height / 4;
      }
    }
  }

  function update() {
    const shown = shownPassages(model);
    const [left, right, least] = ["left", "right", "least"].map((name) => model.get(name));
    const whole = model.get("furniture") ? 5 : 4;
    const [leftWords, rightWords] = [left, right].map((key) =>
      union(shown.flatMap((number) => sideOf(model.get("passages")[number], key).runs)));
    const [leftAll, rightAll] = [left, right].map((key) => articles.get(key)[whole]);
    sentence.textContent =
      `${left} and ${right}: ${plural(shown.length, "passage")} of ${least} words or ` +
      `more in common. ${counted(leftWords)} of ${counted(leftAll)} words of ${left} are shared, ` +
      `${perCent(leftWords, leftAll)}; ${counted(rightWords)} of ${counted(rightAll)} of ${right}, ` +
      `${perCent(rightWords, rightAll)}.`;
    note.textContent = model.get("unlisted") ?
      `${counted(model.get("unlisted"))} shorter passages of this corpus are not listed here; the table has them.` : "";
    for (const side of ["left", "right"]) {
      selects[side].value = model.get(side);
      heads[side].replaceChildren(articleLabel(articles.get(model.get(side))));
    }
    slider.value = least;
    sliderSays.textContent = `${least} words`;
    for (const box of kindBoxes) box.checked = model.get("kinds").includes(box.value);
    for (const box of creditBoxes) box.checked = model.get("credits").includes(box.value);
    furniture.checked = model.get("furniture");
    quoted.checked = model.get("quoted");
    previous.disabled = next.disabled = shown.length === 0;
    address.setAttribute("href", pairFragment(...[...articles.keys()].filter((key) => key === left || key === right)));
    drawText("left", shown);
    drawText("right", shown);
    drawList(shown);
    drawDetail(shown);
    showChosen();
  }

  const address = element("a", { class: "pair-address" }, "address of this pair");
  const ticks = (legend, all, names) => element("fieldset", {}, element("legend", {}, legend),
    ...all.map((box) => element("label", {}, box, ` ${names[box.value] ?? box.value} `)));
  el.append(element("div", { class: "witness-view room" },
    element("div", { class: "controls" }, element("label", {}, "Left ", selects.left),
      element("label", {}, "Right ", selects.right),
      element("label", { class: "length" }, "At least ", slider, " ", sliderSays),
      element("label", {}, furniture, " compare the furniture of the pages too"),
      element("label", {}, quoted, " mark quotations and who speaks")),
    ticks("Kinds of passage; the last two are weaker evidence", kindBoxes, {}),
    ticks("Marked as quoted, by", creditBoxes, creditNames),
    sentence, note,
    element("div", { class: "controls" }, previous, next, address),
    detail,
    element("div", { class: "sides" }, element("div", {}, heads.left, texts.left),
      element("div", {}, heads.right, texts.right)),
    framed("the passages of this pair", headed(["number", "kind", "words", "changed", "quoted by", "it begins"],
      { changed: "extra", "quoted by": "extra" }), listed, "The passages of this pair, in order", { class: "evidence listed" })));

  // One drawing for any number of changes made together.
  let due = false;
  const redraw = () => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      update();
    });
  };
  const states = ["left", "right", "least", "kinds", "credits", "furniture", "quoted", "passage"];
  const ends = follow(model, states, redraw);

  // A pair or a passage in the location bar is opened.
  const opened = () => {
    const hash = location.hash;
    const number = model.get("passages").findIndex((each) => passageFragment(each) === hash);
    if (number >= 0) {
      const each = model.get("passages")[number];
      set({ left: each[LEFT], right: each[RIGHT], least: Math.min(model.get("least"), each[WORDS]), passage: number,
        kinds: KINDS, credits: CREDITS, furniture: each[SCOPE] === 1 });
    } else {
      for (const left of articles.keys())
        for (const right of articles.keys()) if (pairFragment(left, right) === hash) set({ left, right, passage: -1 });
    }
    if (number >= 0 || hash.startsWith("#pair/")) el.scrollIntoView();
  };
  update();
  opened();
  addEventListener("hashchange", opened);
  return () => {
    removeEventListener("hashchange", opened);
    ends();
  };
}

export default { render };
