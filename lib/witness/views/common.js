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

// Foreign text, shut in, with unseen characters shown by their number.
function foreign(text) {
  const parts = text.split(UNSEEN).map((part) => {
    if (!UNSEEN.test(part)) return part;
    const number = part.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    return element("span", { class: "unseen", "data-point": `U+${number}` }, part);
  });
  return element("bdi", {}, ...parts);
}

// A whole number with thousands separators, and a share rounded half up, as Python writes them.
const counted = (number) => number.toLocaleString("en-US");
const perCent = (part, whole) =>
  whole ? `${Math.floor((200 * part + whole) / (2 * whole))}%` : "–";

// An article's mark and name in its colour.
function articleLabel([, name, mark, palette]) {
  return element("span", { class: "article", "data-palette": palette }, `${mark} `, foreign(name));
}

// Text as it is compared, code point by code point; the rule of spans.fold.
const folded = (text) => [...text].map((each) => {
  if ("‘’‚‛‹›`´ʼ＇".includes(each)) return "'";
  if ("“”„‟«»″＂".includes(each)) return '"';
  const small = each.toLowerCase();
  return /\p{Zs}/u.test(each) ? " " : [...small].length === 1 ? small : [...small][0];
}).join("");

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

// A bar that shows a share by its length.
function bar(part, whole) {
  const space = "http://www.w3.org/2000/svg";
  const drawn = document.createElementNS(space, "svg");
  for (const [name, value] of Object.entries({ class: "bar", viewBox: "0 0 100 8", "aria-hidden": "true",
    preserveAspectRatio: "none" })) drawn.setAttribute(name, value);
  for (const [kind, width] of [["whole", 100], ["part", whole ? (100 * part) / whole : 0]]) {
    const box = document.createElementNS(space, "rect");
    for (const [name, value] of Object.entries({ class: kind, width, height: 8 })) box.setAttribute(name, value);
    drawn.append(box);
  }
  return drawn;
}
