// Addresses: a link opens the exact words it names, and any words a reader selects have a link.

const CONTEXT = 32; // characters before and after a quotation, as in exports.py
const ADDRESS = /^#(.+):(\d{1,12})-(\d{1,12})(?:~(.*))?$/s;

const say = (...parts) => document.getElementById("notice").replaceChildren(...parts);

function address(hash) {
  const found = ADDRESS.exec(hash);
  if (!found) return null;
  try {
    const [key, words] = [found[1], found[4] ?? ""].map(decodeURIComponent);
    return { key, start: Number(found[2]), end: Number(found[3]), words };
  } catch {
    return null;
  }
}

const sourceOf = (key) =>
  [...document.querySelectorAll("[data-article]")].find((each) => each.dataset.article === key);

// The pieces of an article on this page that hold some of a place, each with where it begins and ends.
function piecesOf({ key, start, end }) {
  const source = sourceOf(key);
  if (!source) return null;
  return [...source.querySelectorAll(".words")]
    .map((words) => ({ words, from: Number(words.dataset.start), to: Number(words.dataset.end) }))
    .filter(({ from, to }) => from < end && start < to);
}

// The text of an article between two offsets, with the white space between its pieces.
function textOf({ key, start, end }) {
  return [...sourceOf(key).querySelectorAll(".words")].map(({ textContent, dataset }) =>
    start < Number(dataset.end) + dataset.after.length && Number(dataset.start) < end
      ? [...textContent, ...dataset.after].slice(Math.max(0, start - dataset.start), end - dataset.start).join("") : "").join("");
}

// Mark what a place has of a piece; a piece holds text alone, so it can be drawn anew.
function mark({ words, from, to }, { start, end }) {
  const points = [...words.textContent];
  const part = (...ends) => visible(points.slice(...ends).join(""));
  const [first, last] = [Math.max(start, from) - from, Math.min(end, to) - from];
  const made = element("mark", { class: "opened" }, ...part(first, last));
  words.replaceChildren(...part(0, first), made, ...part(last));
  return made;
}

function unmark() {
  for (const words of document.querySelectorAll(".words:has(mark.opened)"))
    words.replaceChildren(...visible(words.textContent));
}

// Open the address in the location bar: mark its words, or say plainly why not.
function open() {
  unmark();
  say();
  const place = address(location.hash);
  const pieces = place && piecesOf(place);
  if (!pieces) return;
  if (!pieces.length || place.end <= place.start) {
    say(`No words stand at ${place.key}:${place.start}-${place.end} on this page.`);
    return;
  }
  const text = textOf(place);
  if (place.words && firstWords(text) !== place.words) {
    say(`The words at ${place.key}:${place.start}-${place.end} have changed. The link was made for “`,
      foreign(place.words.replaceAll("-", " ")), "…”; here now stands “", foreign([...text].slice(0, 80).join("")),
      "…”. Nothing was opened.");
    return;
  }
  const marks = pieces.map((piece) => mark(piece, place));
  marks[0].scrollIntoView({ block: "center" });
  describe(place, text, pieces[0]);
}

// What is known about a place, with its link: shown for the words opened and for the words selected.
const described = element("aside", { class: "described", "aria-label": "The words chosen", hidden: true });

function describe(place, text, piece) {
  const hash = fragment(place.key, place.start, place.end, firstWords(text));
  const link = location.href.split("#")[0] + hash;
  const { kind, rule } = piece.words.closest(".piece").dataset;
  const name = `${place.key}:${place.start}-${place.end}`;
  const citation = JSON.parse(sourceOf(place.key).dataset.citation);
  const dispute = `${link}\nWords: “${text}”\nFound as: ${kind}, by the rule ${rule}\nI dispute this because: `;
  described.replaceChildren(
    element("p", {}, element("a", { href: hash }, name), ` · ${kind}, by the rule “${rule}”`),
    element("p", {}, copier("Copy link", link), " ", copier("Copy annotation", annotation(place, text, citation.URL, link)),
      " ", copier("Copy citation", JSON.stringify([citation], null, 1)), " ", copier("Dispute this", dispute), " ",
      element("button", { type: "button", onclick: () => (described.hidden = true) }, "Close")),
  );
  described.hidden = false;
}

// A place as a Web Annotation; the selectors are those of exports.py.
function annotation({ key, start, end }, exact, url, link) {
  const [prefix, suffix] = [[Math.max(0, start - CONTEXT), start], [end, end + CONTEXT]].map(([from, to]) =>
    textOf({ key, start: from, end: to }));
  return JSON.stringify({ "@context": "http://www.w3.org/ns/anno.jsonld", id: link, type: "Annotation",
    motivation: "highlighting", target: [{ source: url ?? link.split("#")[0], selector: [
      { type: "TextQuoteSelector", exact, prefix, suffix }, { type: "TextPositionSelector", start, end }] }] }, null, 1);
}

// A button that copies, and where the browser refuses, shows the text to copy by hand.
function copier(label, text) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      const field = element("textarea", { "aria-label": "Copy this text", rows: 4, readonly: true });
      field.value = text;
      button.replaceWith(field);
      field.select();
    }
  };
  const button = element("button", { type: "button", onclick: copy }, label);
  return button;
}

// Selected words of one article get a link of their own.
function selected() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const pieces = [...document.querySelectorAll(".source .words")].filter((words) => range.intersectsNode(words));
  const source = pieces[0]?.closest("[data-article]");
  if (!source || pieces.at(-1).closest("[data-article]") !== source) return;
  const offset = (words, node, index, otherwise) => {
    if (!words.contains(node)) return otherwise;
    const before = document.createRange();
    before.setStart(words, 0);
    before.setEnd(node, index);
    return Number(words.dataset.start) + [...before.toString()].length;
  };
  const [first, last] = [pieces[0], pieces.at(-1)];
  const start = offset(first, range.startContainer, range.startOffset, Number(first.dataset.start));
  const end = offset(last, range.endContainer, range.endOffset, Number(last.dataset.end));
  if (start >= end) return;
  const place = { key: source.dataset.article, start, end };
  describe(place, textOf(place), piecesOf(place)[0]);
}

enliven(views);
offerExports();
document.getElementById("content").after(described);
addEventListener("hashchange", open);
document.addEventListener("selectionchange", selected);
open();
performance.mark("witness-ready");
