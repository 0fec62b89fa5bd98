// Guess first, alive: a number from the reader, then the articles move together into their families.

function render({ model, el }) {
  const articles = new Map(model.get("articles").map((article) => [article[0], article]));
  const families = model.get("families");
  const set = setter(model);
  const few = articles.size <= 10;
  const buttons = [...Array(few ? articles.size : 0).keys()].map((number) =>
    element("button", { type: "button", value: number + 1, onclick: () => set({ guessed: number + 1 }) }, String(number + 1)));
  const field = element("input", { type: "number", min: 1, max: articles.size, "data-of": "guessed", onchange: () => {
    const value = Math.round(Number(field.value));
    if (value >= 1 && value <= articles.size) set({ guessed: value });
  } });
  const again = element("button", { type: "button", onclick: () => set({ guessed: 0 }) }, "Guess again");
  const sentence = sentenceLine();
  const shown = element("ul", { class: "families" });

  function told() {
    const guessed = model.get("guessed");
    if (!guessed) return `${plural(articles.size, "article")}. How many independent witnesses are there?`;
    const match = guessed === families.length ? "and so it is"
      : `there ${families.length === 1 ? "is" : "are"} ${families.length}`;
    return `You said ${guessed}; ${match}: ${familiesTold(families)}.`;
  }

  function update() {
    const guessed = model.get("guessed");
    sentence.textContent = told();
    for (const button of buttons) button.setAttribute("aria-pressed", String(Number(button.value) === guessed));
    field.value = guessed || "";
    again.disabled = !guessed;
    shown.replaceChildren(...(guessed ? families : [...articles.keys()].map((key) => [key])).map((family) =>
      element("li", { class: guessed ? "family together" : "family" }, ...family.map((key) => articleLabel(articles.get(key))))));
  }

  el.append(element("div", { class: "witness-view guess" }, sentence,
    element("div", { class: "controls", role: "group", "aria-label": "your guess" }, ...buttons,
      few ? "" : element("label", {}, "your guess ", field), again), shown));
  update();
  return follow(model, ["guessed"], update);
}

export default { render };
