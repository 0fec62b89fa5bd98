// Two pasted texts, alive: which words they share is decided as by passages.in_common. They never enter the model.

// Where the stretches of a text stand that the other has too, in the units of its string.
function inCommon(text, other, least) {
  const [words, others] = [text, other].map((each) => [...each.matchAll(WORD)]);
  const seeds = (found) => {
    const same = found.map(([word]) => folded(word));
    return same.slice(least - 1).map((_, at) => same.slice(at, at + least).join(" "));
  };
  const [held, found] = [new Set(seeds(others)), []];
  let reached = -1; // the word behind the last stretch
  seeds(words).forEach((seed, at) => {
    if (!held.has(seed)) return;
    const begin = at <= reached ? found.pop()[0] : words[at].index;
    reached = at + least;
    found.push([begin, words[reached - 1].index + words[reached - 1][0].length]);
  });
  return found;
}

const wordCount = (text) => (text.match(WORD) ?? []).length;

function render({ model, el }) {
  const set = setter(model);
  const sides = ["left", "right"];
  const slider = element("input", { type: "range", min: 2, max: 20, step: 1, "data-of": "least",
    oninput: () => set({ least: Number(slider.value) }) });
  const says = element("output", {});
  const sentence = sentenceLine();
  const listed = element("tbody");
  const note = element("p", { class: "note" });
  const fields = sides.map((side) => {
    const field = element("textarea", { rows: 8, autocomplete: "off", spellcheck: "false", dir: "auto", "data-of": side,
      oninput: () => update() });
    field.value = model.get(side);
    return field;
  });
  const shown = ["first", "second"].map((name) => element("div", { class: "text pasted", tabindex: "0", role: "group",
    dir: "auto", "aria-label": `the ${name} text, its shared words marked` }));

  function update() {
    const [least, most] = [model.get("least"), model.get("most")];
    const whole = fields.map((field) => [...field.value]);
    const texts = whole.map((points) => points.slice(0, most).join(""));
    const found = texts.map((text, at) => inCommon(text, texts[1 - at], least));
    const shared = found.map((stretches, at) => stretches.map(([start, end]) => texts[at].slice(start, end)));
    const told = shared.map((some, at) => {
      const [part, all] = [some.reduce((sum, words) => sum + wordCount(words), 0), wordCount(texts[at])];
      return [`${counted(part)} of ${counted(all)}`, perCent(part, all)];
    });
    sentence.textContent = `${told[0][0]} words of the first text, ${told[0][1]}, and ${told[1][0]} of the second, ` +
      `${told[1][1]}, stand in runs of ${least} words or more that both have.` + whole.map((points, at) =>
      points.length > most ? ` The last ${counted(points.length - most)} characters of the ${["first", "second"][at]} ` +
        "text are left out." : "").join("");
    slider.value = least;
    says.textContent = plural(least, "word");
    shown.forEach((place, side) => {
      const ends = [0, ...found[side].flat(), texts[side].length];
      place.replaceChildren(...ends.slice(1).flatMap((end, at) => {
        const part = visible(texts[side].slice(ends[at], end));
        return at % 2 ? [element("mark", {}, ...part)] : part;
      }));
    });
    listed.replaceChildren(...shared[0].slice(0, 100).map((words, at) => element("tr", {},
      element("th", { scope: "row" }, String(at + 1)), element("td", { class: "number" }, counted(wordCount(words))),
      element("td", {}, foreign(words)))));
    note.textContent = shared[0].length > 100 ? `${counted(shared[0].length - 100)} more are marked above, not listed.` : "";
  }

  const whole = element("div", { class: "witness-view paste" },
    element("div", { class: "sides" }, ...fields.map((field, at) => element("div", {},
      element("label", {}, `Your ${["first", "second"][at]} text`, field)))),
    element("div", { class: "controls" }, element("label", { class: "length" }, "At least ", slider, " ", says)), sentence,
    element("div", { class: "sides" }, ...shown),
    framed("the shared words", headed(["stretch", "words", "as the first text has them"]), listed,
      "Shared words, in the order of the first text", { class: "evidence" }), note,
    element("p", { class: "note" }, model.get("promise"), element("code", {}, "witness report FOLDER -o OUT"), "."));
  whole.inCommon = inCommon; // for whoever holds it to its cases
  el.append(whole);
  update();
  const refill = () => (fields.forEach((field, at) => (field.value = model.get(sides[at]))), update());
  const ends = [follow(model, ["least"], update), follow(model, sides, refill)];
  return () => ends.forEach((end) => end());
}

export default { render };
