// What the views share. Nothing here is exported: Python puts this text before each module.

// An element with attributes and children; a child that is a string becomes text, never markup.
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

// Characters that reorder or hide their neighbours; the same set as in markup.py.
const UNSEEN = /([\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}])/u;

// The parts of foreign text, its unseen characters shown by their number; and the same shut in.
const visible = (text) => text.split(UNSEEN).map((part) => {
  if (!UNSEEN.test(part)) return part;
  const number = part.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return element("span", { class: "unseen", "data-point": `U+${number}` }, part);
});
let foreign = (text) => element("bdi", {}, ...visible(text));

// Text as it is compared, code point by code point; the same letters are one as by spans.fold.
const folds = new Map();
function foldedPoint(each) {
  if ("‘’‚‛‹›`´ʼ＇".includes(each)) return "'";
  if ("“”„‟«»″＂".includes(each)) return '"';
  if (/\p{Zs}/u.test(each)) return " ";
  const large = each === "ı" ? each : each.toUpperCase(); // by way of its capital, the final sigma is a sigma
  return [...([...large].length === 1 ? large : each).toLowerCase()][0];
}
function folded(text) {
  return [...text].map((each) => {
    if (!folds.has(each)) folds.set(each, foldedPoint(each));
    return folds.get(each);
  }).join("");
}

// A whole number with thousands separators, and a share rounded half up, as Python writes them.
const counted = (number) => number.toLocaleString("en-US");
const perCent = (part, whole) =>
  whole ? `${Math.floor((200 * part + whole) / (2 * whole))}%` : "–";

// An article's mark and name in its colour.
function articleLabel([, name, mark, palette]) {
  return element("span", { class: "article", "data-palette": palette }, `${mark} `, foreign(name));
}

// The words by which a link recognises its place; the same rule as first_words in markup.py.
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const firstWords = (text) => (([...text].slice(0, 80).join("").match(WORD)) || []).slice(0, 4).join("-");

// The fragment that names a span and carries its first words.
function fragment(key, start, end, words) {
  return `#${encodeURIComponent(key)}:${start}-${end}~${encodeURIComponent(words)}`;
}

// A link to the words at a span, where a page says on which page each article lies; else its text alone.
function opener(key, start, end, words, label) {
  const block = document.querySelector("script.article-pages");
  const page = block && JSON.parse(block.textContent)[key];
  if (typeof page !== "string") return element("span", { class: "address" }, label);
  return element("a", { class: "address", href: page + fragment(key, start, end, words) }, label);
}

// Sets traits of a view by name, all together.
const setter = (model) => (values) => {
  for (const [name, value] of Object.entries(values)) model.set(name, value);
  model.save_changes();
};

// Calls `update` when any of the named traits changes; returns what ends that.
function follow(model, names, update) {
  for (const name of names) model.on(`change:${name}`, update);
  return () => names.forEach((name) => model.off(`change:${name}`, update));
}

// A menu of values and what each is called, and one of the articles.
function menu(options, choose, attributes = {}) {
  const select = element("select", { ...attributes, onchange: () => choose(select.value) });
  select.append(...options.map(([value, text]) => element("option", { value }, text)));
  return select;
}
const named = (articles) => articles.map(([key, name, mark]) => [key, `${mark} ${name}`]);

const headed = (names, classes = {}) => names.map((name) => element("th", { scope: "col", class: classes[name] }, name));

// A table that scrolls within a frame of its own.
function framed(label, heads, body, caption, attributes = {}) {
  return element("div", { class: "wide", tabindex: "0", role: "group", "aria-label": label },
    element("table", attributes, caption ? element("caption", {}, caption) : "",
      element("thead", {}, element("tr", {}, ...heads)), body));
}

const sentenceLine = () => element("p", { class: "sentence", role: "status" });

const plural = (number, word, end = "s") => `${number} ${word}${number !== 1 ? end : ""}`;

// Families of articles in words, the first twelve.
function familiesTold(families) {
  const told = families.slice(0, 12).map((family) => family.join(" with ") + (family.length === 1 ? " alone" : ""));
  return told.join("; ") + (families.length > 12 ? `; and ${families.length - 12} more` : "");
}

// An element of a drawing.
function drawn(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// A bar that shows a share by its length.
function bar(part, whole) {
  return drawn("svg", { class: "bar", viewBox: "0 0 100 8", "aria-hidden": "true", preserveAspectRatio: "none" },
    drawn("rect", { class: "whole", width: 100, height: 8 }),
    drawn("rect", { class: "part", width: whole ? (100 * part) / whole : 0, height: 8 }));
}
