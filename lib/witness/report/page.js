// Addresses: a link opens the exact words it names, and any words a reader selects have a link.

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

// The pieces of an article on this page that hold some of a place, each with where it begins and ends.
function piecesOf({ key, start, end }) {
  const source = [...document.querySelectorAll("[data-article]")].find((each) => each.dataset.article === key);
  if (!source) return null;
  return [...source.querySelectorAll(".words")]
    .map((words) => ({ words, from: Number(words.dataset.start), to: Number(words.dataset.end) }))
    .filter(({ from, to }) => from < end && start < to);
}

// Where the code point at `offset` of an element's text stands: a text node and an index in it.
function locate(within, offset) {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  let node;
  let left = offset;
  while ((node = walker.nextNode())) {
    const points = [...node.data];
    if (left <= points.length) return [node, points.slice(0, left).join("").length];
    left -= points.length;
  }
  return [within, within.childNodes.length];
}

function rangeIn({ words, from, to }, { start, end }) {
  const range = document.createRange();
  range.setStart(...locate(words, Math.max(start, from) - from));
  range.setEnd(...locate(words, Math.min(end, to) - from));
  return range;
}

function unmark() {
  for (const mark of document.querySelectorAll("mark.opened")) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
}

// Text nodes are marked one by one, so that marks never cross the elements inside a piece.
function markRange(range) {
  const nodes = [];
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  let node = range.commonAncestorContainer.nodeType === Node.TEXT_NODE
    ? range.commonAncestorContainer : walker.nextNode();
  for (; node; node = walker.nextNode()) if (range.intersectsNode(node)) nodes.push(node);
  return nodes.map((each) => {
    const part = document.createRange();
    part.selectNodeContents(each);
    if (each === range.startContainer) part.setStart(each, range.startOffset);
    if (each === range.endContainer) part.setEnd(each, range.endOffset);
    if (part.collapsed) return null;
    const mark = element("mark", { class: "opened" });
    part.surroundContents(mark);
    return mark;
  }).filter(Boolean);
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
  const ranges = pieces.map((piece) => rangeIn(piece, place));
  const text = ranges.map(String).join(" ");
  if (place.words && firstWords(text) !== place.words) {
    say(`The words at ${place.key}:${place.start}-${place.end} have changed. The link was made for “`,
      foreign(place.words.replaceAll("-", " ")), "…”; here now stands “", foreign([...text].slice(0, 80).join("")),
      "…”. Nothing was opened.");
    return;
  }
  const marks = ranges.flatMap(markRange);
  marks[0]?.scrollIntoView({ block: "center" });
  describe(place, text, pieces[0]);
}

// What is known about a place, with its link: shown for the words opened and for the words selected.
const described = element("aside", { class: "described", "aria-label": "The words chosen", hidden: true });

function describe(place, text, piece) {
  const hash = fragment(place.key, place.start, place.end, firstWords(text));
  const link = location.href.split("#")[0] + hash;
  const { kind, rule } = piece.words.closest(".piece").dataset;
  const name = `${place.key}:${place.start}-${place.end}`;
  const dispute = `${link}\nWords: “${text}”\nFound as: ${kind}, by the rule ${rule}\nI dispute this because: `;
  described.replaceChildren(
    element("p", {}, element("a", { href: hash }, name), ` · ${kind}, by the rule “${rule}”`),
    element("p", {}, copier("Copy link", link), " ", copier("Dispute this", dispute), " ",
      element("button", { type: "button", onclick: () => (described.hidden = true) }, "Close")),
  );
  described.hidden = false;
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
  const text = piecesOf(place).map((piece) => rangeIn(piece, place).toString()).join(" ");
  describe(place, text, piecesOf(place)[0]);
}

enliven(views);
document.getElementById("content").after(described);
addEventListener("hashchange", open);
document.addEventListener("selectionchange", selected);
open();
performance.mark("witness-ready");
