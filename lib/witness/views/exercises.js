// The exercises, alive: the twin of pointers.py, answers.py and exercises.py, then what a pupil sees.

const wordsOf = (raw) => [...raw.matchAll(WORD)].map(([word]) => folded(word));
const stem = (word) => [...word].slice(0, 5).join("");
const capital = (word) => /^\p{Lu}/u.test(word);
const remembered = new WeakMap();

// What was found out about a text, found out once.
function once(text, name, make) {
  if (!remembered.has(text)) remembered.set(text, new Map());
  const known = remembered.get(text);
  if (!known.has(name)) known.set(name, make());
  return known.get(name);
}

// A text word by word: as it stands, folded, what stands before each word, its line, and the lines' words.
function readText(key, outlet, raw) {
  const found = [...raw.matchAll(WORD)];
  const ends = [0, ...found.map((each) => each.index + each[0].length)];
  const before = [...found.map((each) => each.index), raw.length].map((start, at) => raw.slice(ends[at], start));
  let number = -1;
  const line = found.map((_, at) => (number += number < 0 || /[\r\n]/.test(before[at]) ? 1 : 0));
  const firsts = line.flatMap((each, at) => (!at || each !== line[at - 1] ? [at] : []));
  return { key, outlet, raw: found.map(([word]) => word), folded: wordsOf(raw), before, line,
    lines: firsts.map((first, at) => [first, firsts[at + 1] ?? line.length]) };
}

const starts = (text, words) => (text && words.length ? [...text.folded.keys()] : [])
  .filter((at) => words.every((word, more) => text.folded[at + more] === word));

// Runs of words that cannot be made longer on either side: the first word left and right, and how many.
function runs(left, right, least) {
  const places = new Map();
  right.forEach((word, at) => places.set(word, [...(places.get(word) ?? []), at]));
  return left.flatMap((word, at) => (places.get(word) ?? []).flatMap((there) => {
    if (at && there && left[at - 1] === right[there - 1]) return [];
    let size = 1;
    while (at + size < left.length && left[at + size] === right[there + size]) size += 1;
    return size >= least ? [[at, there, size]] : [];
  }));
}

function copied(of, other, most = of.folded.length) {
  return once(of, `${other.key} ${most}`, () => {
    const covered = new Set(runs(of.folded.slice(0, most), other.folded, 8).flatMap(([at, , size]) =>
      [...Array(size).keys()].map((more) => at + more)));
    return (100 * covered.size) / Math.max(1, Math.min(most, of.folded.length));
  });
}

const copies = (left, right) => Math.max(copied(left, right), copied(right, left)) >= 60;

// One answer beside the texts; each test of the rules is a function of its name, as in answers.py.
function sheet(fields, answer, texts, { words: lists, phrases, numbers, months }) {
  const value = (name) => (answer[name] ?? "").trim();
  const words = (name) => wordsOf(value(name));
  const listed = (name, word) => lists[name].includes(word);
  const isName = (word) => capital(word) && !listed("small", folded(word));
  const stems = (some) => new Set(some.filter((word) => [...word].length >= 5 && !listed("small", word)).map(stem));
  const common = (left, right) => [...left].filter((each) => right.has(each)).length;
  const byKey = (key) => texts.find((text) => text.key === key);
  const textOf = (name) => {
    const [, kind, more] = fields.find(([each]) => each === name) ?? [];
    return byKey(value(kind === "words" ? more[0] : kind === "pointer" ? `${name}.in` : name));
  };
  const place = (name) => {
    const [text, size] = [textOf(name), words(name).length];
    return starts(text, words(name)).slice(0, 1).flatMap((at) => [...Array(size).keys()].map((more) => at + more));
  };
  const raws = (name) => place(name).map((at) => textOf(name).raw[at]);
  const linesOf = (text, some) => starts(text, some).flatMap((at) => some.map((_, more) => text.line[at + more]));
  const near = (left, right, most) => left.some((here) => right.some((there) => Math.abs(here - there) <= most));
  const around = (name, most) => {
    const [text, here] = [textOf(name), place(name)];
    return text ? [...text.line.keys()].filter((at) => here.some((each) => Math.abs(text.line[each] - text.line[at]) <= most)) : [];
  };
  const stopped = (text, last) => lists.stops.some((stop) => text.before[last].split(/[\r\n]/)[0].includes(stop));
  // Where a text names a year or a month, and the first and last month it means.
  const monthsIn = (text) => once(text, "months", () => {
    const found = new Map();
    let [line, last] = [-1, ""];
    text.raw.forEach((word, at) => {
      if (text.line[at] !== line) [line, last] = [text.line[at], ""];
      const month = Object.hasOwn(months, word) ? months[word] : 0;
      const isYear = (each) => /^(19|20)[0-9]{2}$/.test(each);
      if (month) {
        const later = last ? String(Number(last.slice(0, 4)) + (Number(last.slice(5)) >= month ? 1 : 0)) : "";
        const year = text.raw.slice(at + 1, at + 3).find(isYear) ?? later;
        last = year ? `${year}-${String(month).padStart(2, "0")}` : last;
        found.set(at, year ? [last, last] : ["", ""]);
      } else if (isYear(word) && ![at - 1, at - 2].some((each) => found.get(each)?.[0].slice(0, 4) === word)) {
        found.set(at, [`${word}-01`, `${word}-12`]);
        last = `${word}-01`;
      }
    });
    return found;
  });
  // The word with which the page's lists begin.
  const tail = (text) => once(text, "tail", () => {
    let row = 0;
    for (const [number, [first, last]] of text.lines.entries()) {
      const mark = text.before[first].trim().slice(-1);
      const dated = [...monthsIn(text).keys()].some((at) => first <= at && at < last);
      row = ((mark && listed("bullets", mark)) || dated) && !stopped(text, last) ? row + 1 : 0;
      if (row === 3) return text.lines[number - 2][0];
    }
    return text.raw.length;
  });
  const hasPhrase = (text, phrase) => {
    const [opens, asked] = [phrase.startsWith("|"), phrase.replace("| ", "").split(" ")];
    const fits = (part, at) => part === "^" ? capital(text.raw[at]) : part === "#" ? /^\p{Nd}/u.test(text.raw[at])
      : text.folded[at] === part;
    return [...text.raw.keys()].slice(0, Math.max(0, tail(text) - asked.length + 1)).some((at) =>
      (!opens || text.lines[text.line[at]][0] === at) && asked.every((part, more) => fits(part, at + more)));
  };
  const end = () => (starts(textOf("end"), words("end")).at(-1) ?? -words("end").length) + words("end").length;
  const paragraphs = (first, last) => textOf("end").lines.filter(([from, to]) => first <= from &&
    from < Math.min(last, tail(textOf("end"))) && to - from >= 15 && stopped(textOf("end"), to));
  const figure = (name) => {
    const written = value(name).replace(/[%\s]/g, "").replaceAll(",", ".");
    return /^[0-9]{1,6}([.][0-9]{1,6})?$/.test(written) ? Number(written) : null;
  };
  const quotes = (name, quote) => textOf(name) ? runs(textOf(name).folded, words(quote), Math.min(5, words(quote).length))
    .map(([at]) => textOf(name).line[at]) : [];
  const who = (name) => {
    const named = raws(name).filter(isName).map(folded);
    return new Set(named.length ? named : raws(name).map(folded).filter((word) => listed("speakers", word)));
  };
  const numbersIn = (name) => [...new Set(words(name).map((word) => String(numbers[word] ?? word))
    .filter((word) => /^[0-9]{1,9}$/.test(word)).map(Number))].sort().join(" ");
  const things = (name) => new Set(words(name).filter((word) => [...word].length > 3 && !listed("small", word) &&
    !Object.hasOwn(numbers, word)).map(stem));
  const meant = (name) => place(name).map((at) => monthsIn(textOf(name)).get(at)).filter(Boolean);
  const month = (name) => Number(value(name).slice(0, 4)) * 12 + Number(value(name).slice(5, 7));
  const cited = (name) => [...value(name).matchAll(/\[([^[\]:]+):([^[\]]+)\]/g)].map(([, key, some]) => [key.trim(), wordsOf(some)]);
  const own = (name) => wordsOf(value(name).replace(/\[([^[\]:]+):([^[\]]+)\]/g, " "));
  const group = (name, text) => value(`${name}.${text.key}`);
  const pairs = texts.flatMap((left, at) => texts.slice(at + 1).map((right) => [left, right]));
  const tests = {
    filled: (...names) => names.every((name) => {
      const [, kind, more] = fields.find(([each]) => each === name);
      if (kind === "groups") return texts.every((text) => group(name, text));
      if (kind === "choice") return more.includes(value(name));
      return value(name) && (!["article", "pointer"].includes(kind) || textOf(name));
    }),
    differ: (left, right) => value(left) !== value(right),
    stands: (name) => place(name).length > 0,
    anywhere: (name) => texts.some((text) => starts(text, words(name)).length),
    also: (name, other) => starts(textOf(other), words(name)).length > 0,
    least: (name, least) => words(name).length >= Number(/^[0-9]+$/.test(least) ? least : value(least)),
    most: (name, most) => words(name).length <= Number(most),
    ranged: (name, least, most) => /^[0-9]{1,3}$/.test(value(name)) && Number(least) <= Number(value(name)) && Number(value(name)) <= Number(most),
    never: () => false,
    any: (name, ...some) => place(name).some((at) => some.some((each) => each === "dates" ? monthsIn(textOf(name)).has(at)
      : listed(each, textOf(name).folded[at]))),
    any_near: (name, each) => around(name, 1).some((at) => listed(each, textOf(name).folded[at])),
    name: (name) => raws(name).some(isName),
    named: (name) => raws(name).some((word, at, all) => at && isName(all[at - 1]) && isName(word)),
    before_tail: (name) => (place(name).at(-1) ?? -1) < tail(textOf(name)),
    silent: (name, some) => !phrases[some].some((phrase) => hasPhrase(textOf(name), phrase)),
    kept_clean: () => end() <= tail(textOf("end")),
    rest_most: (_, most) => paragraphs(end(), Infinity).length <= Number(most),
    kept_plain: () => !paragraphs(0, end()).slice(-1).some(([from, to]) => textOf("end").folded.slice(from, to)
      .some((word) => listed("readers", word))),
    number: (name) => figure(name) !== null,
    share: (name, base) => {
      const [text, other] = [textOf("end"), textOf("other")];
      const kept = copied(text, other, end());
      const right = { kept, fraction: kept / 100, rest: 100 - kept, whole: copied(text, other), other: copied(other, text) }[base];
      return Math.abs(figure(name) - right) <= (base === "fraction" ? 0.015 : 1.5);
    },
    unmistaken: (name, right, wrong) => tests.share(name, right) || !tests.share(name, wrong),
    independent: (left, right) => !copies(textOf(left), textOf(right)),
    whole: (name, other) => runs(textOf(name).folded, textOf(other).folded, words(name).length).some(([first, , most]) =>
      most <= words(name).length + 2 && starts(textOf(name), words(name)).some((at) =>
        first <= at && at + words(name).length <= first + most)),
    longest: (name, other) => !runs(textOf(name).folded, textOf(other).folded, words(name).length + 3).length,
    longest_of_all: (name) => !pairs.some(([left, right]) => !copies(left, right) &&
      runs(left.folded, right.folded, words(name).length + 3).length),
    beside: (name, left, right) => [left, right].some((each) => textOf(each) === textOf(name) &&
      near(linesOf(textOf(name), words(name)), linesOf(textOf(name), words(left)), 1)),
    unsaid: (left, right) => [left, right].every((name) => {
      const [text, lines] = [textOf(name), linesOf(textOf(name), words(left))];
      return !text.folded.some((word, at) => listed("cues", word) && [0, 1].some((more) => lines.includes(text.line[at] + more)));
    }),
    changed: (left, right) => words(left).join(" ") !== words(right).join(" "),
    alike: (left, right, least) => {
      const [one, other] = [words(left), words(right)];
      const rest = [...other];
      const both = one.filter((word) => rest.includes(word) && rest.splice(rest.indexOf(word), 1)).length;
      return 100 * both >= Number(least) * Math.min(one.length, other.length);
    },
    unrun: (left, right, least) => !runs(words(left), words(right), Number(value(least))).length,
    tells: (name, of) => [textOf(of.replace(/\.in$/, "")).key, textOf(of.replace(/\.in$/, "")).outlet].some((each) =>
      starts({ folded: words(name) }, wordsOf(each)).length),
    nameless: (name) => !place(name).some((cue) => {
      const text = textOf(name);
      const rest = text.raw.slice(cue + 1, cue + 5).map((word, more) => [word, text.before[cue + 1 + more].trim()]);
      const stop = rest.findIndex(([, gap]) => gap);
      return listed("cues", text.folded[cue]) && rest.slice(0, stop < 0 ? 4 : stop).some(([word]) => isName(word));
    }),
    end_of_chain: (name) => !around(name, 0).some((at) => listed("cues", textOf(name).folded[at])) ||
      (tests.any(name, "cues") && tests.name(name)),
    apart: (left, right) => textOf(left) !== textOf(right) || !place(left).some((at) => place(right).includes(at)),
    quoted: (name, quote) => quotes(name, quote).length > 0,
    close: (name, quote) => near(linesOf(textOf(name), words(name)), quotes(name, quote), 2),
    speaker: (name) => who(name).size > 0,
    one_speaker: (left, right) => common(who(left), who(right)) > 0,
    two_speakers: (left, right) => !tests.one_speaker(left, right),
    counted: (name) => numbersIn(name) !== "",
    one_thing: (left, right) => common(things(left), things(right)) > 0,
    unequal: (left, right) => numbersIn(left) !== numbersIn(right),
    timed: (...names) => names.every((name) => around(name, 0).some((at) => monthsIn(textOf(name)).has(at) ||
      listed("times", textOf(name).folded[at]))),
    day: (name) => /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/.test(value(name)),
    settled: (name) => meant(name).every(([first]) => first),
    order: (left, right) => value(left) <= value(right),
    within: (name, clue) => meant(clue).some(([first]) => first <= value(name).slice(0, 7)) &&
      meant(clue).some(([, last]) => value(name).slice(0, 7) <= last),
    tight: (left, right) => month(right) - month(left) <= 5,
    two: (left, right) => tests.changed(left, right) && [left, right].every((name) => [...words(name).join("")].length > 2),
    bears: (fact, ...some) => common(stems(words(fact)), stems(some.flatMap(words))) > 0 ||
      some.flatMap(words).some((word) => !listed("small", word) && words(fact).includes(word)),
    lacks: (other, ...some) => !some.some((name) => starts(textOf(other), words(name)).length),
    formless: (other, ...some) => !common(stems(some.flatMap(words)), stems(textOf(other).folded.slice(0, tail(textOf(other))))),
    unparaphrased: (other, fact) => {
      const [asked, text] = [stems(words(fact)), textOf(other)];
      return asked.size < 2 || !text.lines.some(([from, to]) => 5 * common(asked, stems(text.folded.slice(from, to))) >= 3 * asked.size);
    },
    opening: (name, most) => (place(name).at(-1) ?? -1) < Number(most),
    weighty: (name) => words(name).some((word) => [...word].length > 3 && !listed("small", word)),
    common: (name) => words(name).some((word) => !listed("small", word) && texts.some((text) =>
      text.folded.some((each, at) => each === word && text.raw[at] === word))),
    together: (name) => pairs.every(([left, right]) => !copies(left, right) || group(name, left) === group(name, right)),
    echoing: (name) => texts.every((text) => {
      const others = texts.filter((each) => each !== text && group(name, each) === group(name, text));
      return !others.length || others.some((each) => runs(text.folded, each.folded, 10).length);
    }),
    brief_least: (name, least) => own(name).length >= Number(least),
    brief_most: (name, most) => own(name).length <= Number(most),
    cites: (name, least) => cited(name).length >= Number(least),
    opens: (name) => cited(name).every(([key, some]) => some.length > 2 && starts(byKey(key), some).length),
    routes: (name, groups) => new Set(cited(name).map(([key]) => group(groups, byKey(key)))).size > 1,
    hedged: (name) => own(name).some((word) => listed("hedges", word)),
  };
  tests.long = tests.least;
  return { value, words, tests };
}

// What the rules say of an answer: the state, the name of the message, and the counts it may tell.
function verdict({ fields, rules, notes }, answer, texts, lexicon) {
  const { value, words, tests } = sheet(fields, answer, texts, lexicon);
  const keeps = ([, test, given]) => Boolean(tests[test](...given));
  const asked = rules.filter(([when]) => when.every(([name, wanted]) => (wanted ? value(name) === wanted : value(name))));
  const failed = asked.find((rule) => !keeps(rule));
  const links = new Set(asked.map((rule) => rule[5]).filter(Boolean));
  const bad = new Set(asked.filter((rule) => rule[5] && !keeps(rule)).map((rule) => rule[5]));
  const pointed = fields.find(([, kind]) => kind === "pointer")?.[0] ?? "";
  const counts = { of: links.size, count: links.size - bad.size, words: words(pointed).length };
  return failed ? [failed[4], failed[3], counts] : ["holds", notes.find(keeps)?.[3] ?? "held", counts];
}

function render({ model, el }) {
  const [ui, items, lexicon] = ["ui", "items", "lexicon"].map((name) => model.get(name));
  const articles = new Map(model.get("texts").map((each) => [each[0], each]));
  const texts = [...articles.values()].map(([key, , , , outlet, raw]) => readText(key, outlet, raw));
  const fill = (text, counts) => text.replace(/\{(\w+)\}/g, (_, name) => counts[name]);
  const open = () => items.find(({ id }) => id === model.get("exercise"));
  const said = (id) => Object.fromEntries(model.get("answers").filter(([of]) => of === id).map(([, name, text]) => [name, text]));
  const value = (name, id = open().id) => said(id)[name] ?? "";
  const judged = (item) => verdict(item, said(item.id), texts, lexicon);
  const status = element("p", { class: "kept", role: "status" });
  const sentence = element("p", { class: "sentence", role: "status" });
  const steps = element("div", { class: "controls steps", role: "group", "aria-label": ui.steps });
  const root = element("div", { class: "witness-view exercises" });
  let sign = "";
  let picked = null;

  // The browser's storage, where it is not refused; what is refused is said, and the work goes on in memory.
  const kept = (act) => {
    try {
      return act(localStorage, sessionStorage);
    } catch {
      status.textContent = ui.memory;
      return null;
    }
  };
  const place = (name) => `witness ${model.get("digest")} ${name}`;
  const settle = (answers) => {
    model.set("answers", answers);
    model.save_changes();
    if (sign) kept((local) => local.setItem(place(sign), JSON.stringify(answers)));
  };
  const put = (name, text, id = open().id) => {
    const rest = model.get("answers").filter(([of, field]) => of !== id || field !== name);
    settle(text ? [...rest, [id, name, text]] : rest);
  };
  const start = (name) => {
    sign = name;
    status.textContent = name ? fill(ui.kept, { name }) : ui.unkept;
    kept((local, session) => {
      const found = name && local.getItem(place(name));
      if (name) session.setItem(place("last"), name);
      settle(found ? JSON.parse(found) : model.get("answers"));
    });
    draw();
  };
  const erase = () => {
    kept((local, session) => [local.removeItem(place(sign)), session.removeItem(place("last"))]);
    sign = "";
    settle([]);
    draw();
    status.textContent = ui.erased;
  };

  // Text whose terms lead to the glossary.
  const termed = (text) => text.split(/⟦([^⟧]+)⟧/).map((part, at) => {
    const [id, shown] = part.split("|");
    return at % 2 ? element("a", { href: `#term-${id}` }, shown) : part;
  });
  const button = (label, onclick, more = {}) => element("button", { type: "button", onclick, ...more }, label);
  const select = (options, now, onchange, more = {}) => {
    const made = element("select", { onchange: () => onchange(made.value), ...more },
      ...options.map(([key, label]) => element("option", { value: key, selected: key === now }, label)));
    return made;
  };
  const named = [["", ui.choose], ...[...articles].map(([key, [, name]]) => [key, name])];
  const labelled = (label, ...controls) => element("label", {}, element("span", {}, label), ...controls);

  // The control of a field, and what a pointer needs beside it: the text, and a way to take the selected words.
  function control([name, kind, more], labels) {
    const entry = (tag, type) => {
      const made = element(tag, { name, type, rows: tag === "textarea" ? (kind === "long" ? 4 : 2) : undefined, oninput: () => {
        put(name, made.value);
        live();
      } });
      made.value = value(name);
      return made;
    };
    const change = (field) => (text) => {
      put(field, text);
      live();
    };
    const chosen = (options, field = name) => select(options, value(field), change(field), { name: field });
    if (kind === "groups") {
      return element("fieldset", {}, element("legend", {}, labels[name]), ...[...articles].map(([key, article]) => labelled(article[1],
        chosen([["", ui.choose], ...texts.map((_, at) => [String(at + 1), fill(ui.group, { number: at + 1 })])], `${name}.${key}`))));
    }
    if (kind === "article") return labelled(labels[name], chosen(named));
    if (kind === "choice") return labelled(labels[name], chosen([["", ui.choose], ...more.map((each) => [each, labels[`${name}.${each}`]])]));
    if (!["words", "pointer", "long"].includes(kind)) return labelled(labels[name], entry("input", "text"));
    const words = entry("textarea");
    if (kind === "long" && name !== "brief") return labelled(labels[name], words);
    const take = button(name === "brief" ? ui.cite : ui.take, () => {
      if (!picked) return;
      words.value = name === "brief" ? `${words.value}[${picked.key}: ${picked.text}]` : picked.text;
      if (kind === "pointer") put(`${name}.in`, picked.key);
      put(name, words.value);
      if (kind === "pointer") pair.querySelector("select").value = picked.key;
      live();
    }, { "aria-label": `${name === "brief" ? ui.cite : ui.take}: ${labels[name]}` });
    const pair = element("div", { class: "pointer" }, labelled(labels[name], words),
      kind === "pointer" ? labelled(ui.in, chosen(named, `${name}.in`)) : "", take);
    return pair;
  }

  const shown = element("div", { class: "shown" });
  const answer = element("p", { class: "verdict", role: "status" });

  // What the page counts while an answer is written: the words kept, or what a setting finds.
  function live() {
    answer.textContent = "";
    const { value: now, tests, words } = sheet(open().fields, said(open().id), texts, lexicon);
    const [text, other] = ["text", "other"].map((name) => texts.find(({ key }) => key === now(name)));
    if (open().id === "E2" && text && other) {
      const size = (starts(text, words("end")).at(-1) ?? text.folded.length - words("end").length) + words("end").length;
      const part = (most) => Math.round(copied(text, other, most) * most / 100);
      shown.textContent = fill(ui.shares, { kept: size, same: part(size), all: text.folded.length, whole: part(text.folded.length) });
    } else if (open().id === "E11" && other && tests.ranged("size", 3, 12)) {
      const left = texts.find(({ key }) => key === now("alarm.in"));
      const found = left ? runs(left.folded, other.folded, Number(now("size"))).filter(([, , size]) => size <= 12) : [];
      shown.replaceChildren(element("p", {}, fill(ui.found, { count: found.length })), element("ul", {},
        ...found.slice(0, 40).map(([at, , size]) => element("li", {}, foreign(left.raw.slice(at, at + size).join(" "))))));
    } else shown.textContent = "";
  }

  // One file that people can read and that can be read back: answers as a page, and below them as CSV.
  function exported() {
    const rows = model.get("answers").filter(([id]) => id !== "look");
    const guarded = (text) => `"${(/^[=+\-@'\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
    const csv = [["exercise", "field", "answer"], ...rows].map((row) => row.map(guarded).join(",")).join("\r\n");
    const main = element("main", {}, element("h1", {}, ui.mine), element("p", {}, ui.write_name), ...items.flatMap((item) => {
      const own = rows.filter(([id]) => id === item.id);
      return own.length ? [element("h2", {}, `${item.id} ${item.title}`), element("p", {}, `${item.question.replace(/⟦[^|]+\||⟧/g, "")}`),
        element("dl", {}, ...own.flatMap(([, name, text]) => [element("dt", {}, item.labels[name] ?? ui[name] ?? name), element("dd", {}, text)])),
        element("p", {}, `${ui.verdict}: ${ui.states[judged(item)[0]]}`)] : [];
    }), element("h2", {}, "CSV"), element("pre", { class: "csv" }, csv));
    const page = `<!DOCTYPE html><html lang="${ui.lang}"><head><meta charset="utf-8"><title>${ui.mine}</title></head><body>${main.outerHTML}</body></html>`;
    element("a", { href: `data:text/html;charset=utf-8,${encodeURIComponent(page)}`, download: ui.file }).click();
  }
  async function imported(file) {
    const text = await file.text();
    const csv = text.trimStart().startsWith("<") ? new DOMParser().parseFromString(text, "text/html").querySelector("pre.csv")?.textContent ?? "" : text;
    const cells = [...csv.matchAll(/"((?:[^"]|"")*)"(,|\r?\n|$)/g)].map(([, cell]) => cell.replaceAll('""', '"').replace(/^'(?=[=+\-@'\t\r])/, ""));
    const rows = cells.flatMap((_, at) => (at % 3 ? [] : [cells.slice(at, at + 3)])).filter(([id, , said]) => said && items.some((item) => item.id === id));
    if (rows.length) settle(rows);
    draw();
    status.textContent = rows.length ? fill(ui.imported, { count: rows.length }) : ui.unreadable;
  }

  // How many hold, and how each stands.
  function tell() {
    const begun = ({ id, labels }) => Object.keys(said(id)).some((name) => name.split(".")[0] in labels);
    const states = items.map((each) => (begun(each) ? judged(each)[0] : "open"));
    const { id, title } = open();
    sentence.textContent = fill(ui.sentence, { holds: states.filter((each) => each === "holds").length, of: items.length, id, title });
    steps.replaceChildren(...items.map((each, at) => button(`${ui.marks[states[at]]} ${each.id}`, () => model.set("exercise", each.id), {
      "data-exercise": each.id, "aria-label": `${each.id} ${each.title}: ${ui.states[states[at]]}`,
      "aria-current": each.id === id ? "step" : undefined })));
  }

  function draw() {
    const item = open();
    const focused = document.activeElement?.dataset?.exercise;
    for (const name of ["size", "spacing", "contrast", "projector"]) root.dataset[name] = value(name, "look");
    const dress = (name, options) => labelled(ui[name], select(options.map((each) => [each, ui[each || "normal"]]), value(name, "look"), (text) => {
      put(name, text, "look");
      root.dataset[name] = text;
    }));
    const file = element("input", { type: "file", accept: ".html,.csv", onchange: () => file.files[0] && imported(file.files[0]) });
    const signs = kept((local) => ui.signs.split(" ").map((each) => [each, local.getItem(place(each)) ? fill(ui.again, { name: each }) : each])) ?? [];
    const guess = element("input", { type: "text", name: "prediction", oninput: () => put("prediction", guess.value) });
    guess.value = value("prediction");
    const unfold = (how) => {
      put("opened", how);
      draw();
      root.querySelector(".panel :is(select, textarea, input)")?.focus();
    };
    const hints = element("ol", { class: "hints" });
    const hint = button(fill(ui.hint, { number: 1 }), () => {
      hints.append(element("li", {}, ...termed(item.hints[hints.children.length])));
      hint.textContent = fill(ui.hint, { number: hints.children.length + 1 });
      hint.hidden = hints.children.length === item.hints.length;
    });
    const look = () => {
      const [state, message, counts] = judged(item);
      tell();
      answer.replaceChildren(element("strong", {}, `${ui.marks[state]} ${ui.states[state]}. `), fill(item.says[message], counts));
    };
    answer.replaceChildren();
    root.replaceChildren(sentence,
      element("details", { class: "desk", open: root.querySelector(".desk")?.open }, element("summary", {}, ui.desk),
        element("div", { class: "controls" }, labelled(ui.sign, select([["", ui.choose], ...signs], sign, start, { disabled: !signs.length })),
          button(ui.export, exported), button(ui.erase, erase), labelled(ui.import, file),
          button(ui.reset, () => {
            settle(model.get("answers").filter(([id]) => id !== item.id));
            draw();
          })),
        element("div", { class: "controls" }, dress("size", ["", "large", "larger"]), dress("spacing", ["", "wide"]), dress("contrast", ["", "high"]),
          dress("projector", ["", "on"]))), status,
      steps,
      element("h3", {}, `${item.id} · ${item.title}`), element("p", { class: "objective" }, ...termed(item.objective)),
      element("p", { class: "question" }, ...termed(item.question)),
      element("div", { class: "predict" }, element("label", {}, element("span", {}, ...termed(item.predict)), guess), value("opened") ? "" :
        element("div", { class: "controls" }, button(ui.keep, () => unfold("kept")), button(ui.show, () => unfold("shown")))),
      element("div", { class: "work" }, value("opened") ? element("div", { class: "panel" },
        ...item.fields.map((field) => control(field, item.labels)), shown,
        element("div", { class: "controls" }, button(ui.check, look, { class: "check" }), hint), answer, hints,
        element("p", { class: "note" }, ui.starters, " ", item.starters.join(" / "))) : "",
      element("div", { class: "texts" }, ...[...articles.values()].map((article) => element("details", { "data-text": article[0] },
        element("summary", {}, articleLabel(article)), ...article[5].split(/[\r\n]+/).filter((line) => line.trim()).map((line) =>
          element("p", { lang: "" }, foreign(line))))))));
    live();
    tell();
    if (focused) root.querySelector(`[data-exercise="${focused}"]`)?.focus();
  }

  // The words selected last, and the text they stand in.
  const selected = () => {
    const found = document.getSelection();
    const within = found?.anchorNode?.parentElement?.closest("[data-text]");
    if (within && !found.isCollapsed) picked = { key: within.dataset.text, text: found.toString().trim() };
  };
  el.append(root);
  status.textContent = ui.unkept;
  draw();
  const last = kept((local, session) => session.getItem(place("last")));
  if (last) start(last);
  document.addEventListener("selectionchange", selected);
  model.on("change:exercise", draw);
  return () => {
    document.removeEventListener("selectionchange", selected);
    model.off("change:exercise", draw);
  };
}

export default { render, verdict, readText };
