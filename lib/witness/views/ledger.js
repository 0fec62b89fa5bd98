// The page ledger, alive. The rules by which moves decide what counts are those of ledger.py.

const addressOf = ([key, start, end]) => `${key}:${start}-${end}`;

// Which kinds and which pieces count after all moves.
function judged(model) {
  const kinds = new Map(model.get("kinds"));
  const pieces = new Map(model.get("pieces").map((piece) => [addressOf(piece), kinds.get(piece[3])]));
  for (const [way, target] of model.get("moves")) {
    const keeps = way === "keep";
    if (!kinds.has(target)) pieces.set(target, keeps);
    else {
      kinds.set(target, keeps);
      for (const piece of model.get("pieces")) if (piece[3] === target) pieces.set(addressOf(piece), keeps);
    }
  }
  return { kinds, pieces };
}

// The words that count, by article.
function keptWords(model, { kinds, pieces }) {
  const kept = new Map(model.get("articles").map(([key]) => [key, 0]));
  const add = (key, words) => kept.set(key, kept.get(key) + words);
  for (const piece of model.get("pieces")) if (pieces.get(addressOf(piece))) add(piece[0], piece[5]);
  for (const [key, kind, , words] of model.get("others")) if (kinds.get(kind)) add(key, words);
  return kept;
}

function render({ model, el }) {
  const set = setter(model);
  const moved = (way, target) => set({ moves: [...model.get("moves"), [way, target]] });
  const tick = (target) => element("input", {
    type: "checkbox",
    value: target,
    onchange: (event) => moved(event.target.checked ? "keep" : "drop", target),
  });

  // Controls that stand for the life of the view.
  const choice = menu(named(model.get("articles")), (article) => set({ article }));
  const undo = element("button", { type: "button", onclick: () => set({ moves: model.get("moves").slice(0, -1) }) }, "Undo");
  const reset = element("button", { type: "button", onclick: () => set({ moves: [] }) }, "Start again");
  const sentence = sentenceLine();
  const kindBoxes = new Map(model.get("kinds").map(([kind]) => [kind, tick(kind)]));
  const kindLabels = [...kindBoxes].map(([kind, box]) => {
    const of = model.get("pieces").filter((piece) => piece[3] === kind);
    const rest = model.get("others").filter((other) => other[1] === kind);
    const pieces = of.length + rest.reduce((sum, other) => sum + other[2], 0);
    return element("label", {}, box, ` ${kind} `, element("small", {}, `(${counted(pieces)})`));
  });

  const totals = element("tbody");
  const totalRows = new Map(model.get("articles").map((article) => {
    const cells = { kept: element("td", { class: "number" }), share: element("td", { class: "number" }),
      drawn: element("td", { class: "drawn" }) };
    totals.append(element("tr", {}, element("th", { scope: "row" }, articleLabel(article)),
      element("td", { class: "number" }, counted(article[4])), cells.kept, cells.share, cells.drawn));
    return [article[0], cells];
  }));
  const listed = element("tbody");
  let pieceBoxes = new Map();

  // The pieces of the open page; drawn anew only when another page is opened.
  function drawPieces() {
    const open = model.get("article");
    pieceBoxes = new Map();
    listed.replaceChildren();
    for (const piece of model.get("pieces")) {
      const [key, start, end, kind, rule, words, opening, first] = piece;
      if (key !== open) continue;
      const box = tick(addressOf(piece));
      box.setAttribute("aria-label", `count ${kind}: ${opening}`);
      const row = element("tr", {}, element("td", {}, box),
        element("th", { scope: "row" }, kind, element("small", {}, rule)),
        element("td", { class: "number" }, counted(words)),
        element("td", {}, opener(key, start, end, first, foreign(opening))));
      pieceBoxes.set(addressOf(piece), [box, row]);
      listed.append(row);
    }
    for (const [key, kind, count, words] of model.get("others"))
      if (key === open)
        listed.append(element("tr", {}, element("td"), element("th", { scope: "row" }, kind),
          element("td", { class: "number" }, counted(words)),
          element("td", {}, `${counted(count)} more pieces, not listed; they follow their kind`)));
  }

  function update() {
    const state = judged(model);
    const kept = keptWords(model, state);
    const open = model.get("article");
    choice.value = open;
    undo.disabled = reset.disabled = model.get("moves").length === 0;
    for (const [kind, box] of kindBoxes) {
      const of = model.get("pieces").filter((piece) => piece[3] === kind).map((piece) => state.pieces.get(addressOf(piece)));
      const on = of.filter(Boolean).length;
      box.checked = of.length ? on === of.length : state.kinds.get(kind);
      box.indeterminate = on > 0 && on < of.length;
    }
    for (const [address, [box, row]] of pieceBoxes) {
      box.checked = state.pieces.get(address);
      row.classList.toggle("dropped", !box.checked);
    }
    let allKept = 0;
    let allWords = 0;
    for (const article of model.get("articles")) {
      const [key, , , , words] = article;
      const cells = totalRows.get(key);
      cells.kept.textContent = counted(kept.get(key));
      cells.share.textContent = perCent(kept.get(key), words);
      cells.drawn.replaceChildren(bar(kept.get(key), words));
      allKept += kept.get(key);
      allWords += words;
    }
    const words = model.get("articles").find(([key]) => key === open)[4];
    sentence.textContent =
      `${open}: ${counted(kept.get(open))} of ${counted(words)} words on the page count, ${perCent(kept.get(open), words)}. ` +
      `All pages together: ${counted(allKept)} of ${counted(allWords)}, ${perCent(allKept, allWords)}.`;
  }

  const redraw = () => (drawPieces(), update());
  redraw();
  el.append(element("div", { class: "witness-view ledger" },
    element("div", { class: "controls" }, element("label", {}, "Page ", choice), undo, reset),
    element("fieldset", {}, element("legend", {}, "Kinds that count, on all pages"), ...kindLabels),
    sentence,
    framed("what counts on each page", headed(["article", "on the page", "counted", "share", "drawn"], { drawn: "drawn" }), totals,
      "Words that count on each page", { class: "evidence totals" }),
    framed("the pieces of the open page", headed(["count", "kind and rule", "words", "it begins"]), listed,
      "The pieces of the open page, in order", { class: "evidence pieces" })));
  const ends = [follow(model, ["article"], redraw), follow(model, ["moves"], update)];
  return () => ends.forEach((end) => end());
}

export default { render };
