// The ladder of one utterance, alive.

const [ARTICLE, START, END, FIRST, SPEAKER, SAYS, CHAIN, KIND, WHY, CHANGED, PIECES, RULE] = [...Array(12).keys()];

function render({ model, el }) {
  const articles = new Map(model.get("articles").map((article) => [article[0], article]));
  const set = setter(model);
  const numbers = model.get("utterances").map(([number]) => number);
  const choice = menu(model.get("utterances").map(([number, words, rungs]) =>
    [number, `${words} (${new Set(rungs.map((rung) => rung[ARTICLE])).size})`]), (value) => set({ utterance: Number(value) }));
  const step = (way) =>
    set({ utterance: numbers[(numbers.indexOf(model.get("utterance")) + way + numbers.length) % numbers.length] });
  const previous = element("button", { type: "button", onclick: () => step(-1) }, "Previous utterance");
  const next = element("button", { type: "button", onclick: () => step(1) }, "Next utterance");
  const sentence = sentenceLine();
  const rungs = element("ol", { class: "rungs" });

  function told() {
    const chosen = model.get("utterances").find(([number]) => number === model.get("utterance"));
    if (!chosen) return "No two articles quote the same words.";
    const [, words, versions] = chosen;
    const changed = versions.filter((rung) => !["same", "punctuation"].includes(rung[KIND])).map((rung) => rung[CHANGED]
      ? `${plural(rung[CHANGED], "changed word")} in ${rung[ARTICLE]} (${rung[KIND]})`
      : `${rung[KIND]} in ${rung[ARTICLE]}`);
    const count = new Set(versions.map((rung) => rung[ARTICLE])).size;
    return `“${words}” in ${count} articles, ${changed.length ? `with ${changed.join(", ")}` : "all in the same words"}.`;
  }

  // One version: its article, whom it credits, the steps by which the words came, and the words themselves.
  function rungOf(rung) {
    const [start, end, first] = rung[SAYS];
    const speaker = rung[SPEAKER] ? foreign(rung[SPEAKER]) : "nobody";
    const words = element("blockquote", {}, ...rung[PIECES].map(([what, text]) =>
      what === "same" ? foreign(text) : element(what === "gone" ? "del" : "ins", {}, foreign(text))));
    return element("li", {},
      element("p", {}, articleLabel(articles.get(rung[ARTICLE])), " credits ",
        end ? opener(rung[ARTICLE], start, end, first, speaker) : speaker,
        element("small", {}, ` (rule: ${rung[RULE]})`)),
      words,
      element("p", {}, element("strong", {}, rung[KIND]), `: ${rung[WHY]}. `,
        opener(rung[ARTICLE], rung[START], rung[END], rung[FIRST], "Open these words")),
      element("ul", { class: "chain", "aria-label": "the steps by which the words came" },
        ...rung[CHAIN].map((name) => element("li", {}, foreign(name)))));
  }

  function update() {
    const chosen = model.get("utterances").find(([number]) => number === model.get("utterance"));
    sentence.textContent = told();
    choice.value = model.get("utterance");
    choice.disabled = previous.disabled = next.disabled = numbers.length < 2;
    rungs.replaceChildren(...(chosen ? chosen[2].map(rungOf) : []));
  }

  el.append(element("div", { class: "witness-view ladder" },
    element("div", { class: "controls" }, element("label", { class: "long" }, "Utterance ", choice), previous, next),
    sentence, model.get("left_out") ? element("p", { class: "note" }, model.get("left_out")) : "", rungs));
  update();
  return follow(model, ["utterance"], update);
}

export default { render };
