// What a reader can take away: tables as CSV and JSON by the rules of `witness tables`, charts as SVG and PNG.

// What a cell says, as data: the value Python gives it, a tick, a number, nothing, or its text without marks.
function valueOf(cell) {
  if (cell.dataset.value) return JSON.parse(cell.dataset.value);
  const box = cell.querySelector("input[type=checkbox]");
  if (box) return box.checked;
  const copy = cell.cloneNode(true);
  for (const label of copy.querySelectorAll(".article")) label.firstChild.remove();
  for (const each of copy.querySelectorAll("[aria-hidden]")) each.remove();
  for (const each of copy.querySelectorAll("small")) each.prepend(" ");
  const text = copy.textContent;
  if (!text || (text === "–" && !copy.querySelector("bdi"))) return null;
  if (!cell.matches(".number") || !/^-?[\d,.]+%?$/.test(text)) return text;
  const number = Number(text.replace(/[,%]/g, ""));
  return text.endsWith("%") ? number / 100 : number;
}

// Where the first link of a cell leads, as an address.
function placeOf(cell) {
  const place = address(cell.querySelector("a.address[href]")?.hash ?? "");
  return place && `${place.key}:${place.start}-${place.end}`;
}

// The columns of a table as it stands: a name and the values; after those that open words, their addresses.
function columnsOf(table) {
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows].filter((row) => row.cells.length === heads.length);
  return heads.flatMap((head, at) => {
    const cells = rows.map((row) => row.cells[at]);
    const [name, places] = [String(valueOf(head) ?? ""), cells.map(placeOf)];
    const column = [name, cells.map(valueOf)];
    return places.some(Boolean) ? [column, [`${name}_address`, places]] : [column];
  });
}

const FORMS = {
  csv(columns, rows) {
    const quoted = (value) => (typeof value === "number" || typeof value === "boolean" ? String(value)
      : `"${(typeof value === "object" && value ? JSON.stringify(value) : value ?? "").replaceAll('"', '""')}"`);
    return [columns.map(([name]) => name), ...rows].map((row) => `${row.map(quoted).join(",")}\n`).join("");
  },
  json(columns, rows) {
    const records = rows.map((row) =>
      `{${row.map((value, at) => `${JSON.stringify(columns[at][0])}: ${JSON.stringify(value)}`).join(", ")}}`);
    return `[\n${records.join(",\n")}\n]\n`;
  },
};

const download = (name, href) => element("a", { download: name, href }).click();

// What a table's export holds and what it does not; the texts are never altered.
function toldOf(values, rest, ending) {
  const cut = values.filter((value) => typeof value === "string" && value.endsWith(" …")).length;
  const formulas = values.filter((value) => typeof value === "string" && /^[=+\-@\t\r\n＝＋－＠]/.test(value)).length;
  return "Saved as shown." + (rest ? ` Here stand ${rest.replace(".", "")} only.` : "") +
    (cut ? ` ${plural(cut, "long text")} end${cut === 1 ? "s" : ""} in “…”.` : "") +
    (rest || cut ? " The command “witness tables” writes them whole." : "") +
    (ending === "csv" && formulas ? ` ${plural(formulas, "text")}, unaltered, would run as a formula in a spreadsheet.` : "");
}

function offer(what, forms) {
  return element("p", { class: "save" }, `Save ${what}: `, ...Object.entries(forms).map(([ending, save]) =>
    element("button", { type: "button", "aria-label": `Save ${what} as ${ending.toUpperCase()}`, onclick: save },
      ending.toUpperCase())));
}

function offerTable(table, stem) {
  const said = element("span", { role: "status" });
  const save = (ending) => () => {
    const columns = columnsOf(table);
    const rows = columns[0][1].map((_, at) => columns.map(([, values]) => values[at]));
    download(`${stem}.${ending}`, URL.createObjectURL(new Blob([FORMS[ending](columns, rows)])));
    const rest = table.nextElementSibling?.matches(".more") ? table.nextElementSibling.textContent : "";
    said.textContent = toldOf(rows.flat(), rest, ending);
  };
  const line = offer("table", { csv: save("csv"), json: save("json") });
  line.append(" ", said);
  const frame = table.closest(".wide, details, .result") ?? table;
  if (frame.matches("details")) frame.append(line);
  else frame.after(line);
}

function offerChart(image, stem) {
  image.closest("figure").querySelector("figcaption").after(offer("chart", {
    svg: () => download(`${stem}.svg`, image.src),
    png: () => {
      const canvas = element("canvas", { width: 2 * image.naturalWidth, height: 2 * image.naturalHeight });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      download(`${stem}.png`, canvas.toDataURL("image/png"));
    },
  }));
}

// Every table and chart that is seen on a screen gets its buttons; a file is named after its page and place.
function offerExports() {
  const count = new Map();
  for (const each of document.querySelectorAll(":is(main, footer) table, figure.chart img")) {
    if (each.closest(".on-paper")) continue;
    const kind = each.matches("img") ? "chart" : "table";
    const name = `${each.closest("[data-page]")?.dataset.page ?? "witness"}-${kind}`;
    count.set(name, (count.get(name) ?? 0) + 1);
    (kind === "chart" ? offerChart : offerTable)(each, `${name}-${count.get(name)}`);
  }
}

