/* The header: light and dark, the menu on narrow screens, the search. */
const root = document.documentElement;
const menu = document.querySelector("[data-menu]");
const nav = document.getElementById("ne-nav");
const dialog = document.getElementById("ne-search");
const button = document.querySelector("[data-search]");
const input = dialog.querySelector("input");
const said = dialog.querySelector(".ne-search__said");
const found = dialog.querySelector(".ne-search__found");
const LETTER = /[\p{L}\p{N}]/u;
const folded = new Map();
let index;
let waiting;

/* Light and dark: the reader's own choice, else what the system asks for. */
document.querySelector("[data-scheme-toggle]").addEventListener("click", () => {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.scheme = (root.dataset.scheme || system) === "dark" ? "light" : "dark";
  try {
    localStorage.setItem("ne-scheme", root.dataset.scheme);
  } catch (error) { /* the choice lasts for this page */ }
});

/* The menu. */
menu.addEventListener("click", () => { unfold(menu.getAttribute("aria-expanded") !== "true"); });
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || menu.getAttribute("aria-expanded") !== "true") return;
  unfold(false);
  menu.focus();
});

if (dialog.showModal) offer();
else button.hidden = true;

function unfold(yes) {
  menu.setAttribute("aria-expanded", String(yes));
  nav.classList.toggle("ne-nav--open", yes);
}

/* The search: every word must begin a word of the page; titles weigh more. */
function offer() {
  button.addEventListener("click", start);
  dialog.querySelector("[data-search-close]").addEventListener("click", () => { dialog.close(); });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    search();
    const first = found.querySelector("a");
    if (first) first.click();
  });
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  dialog.addEventListener("keydown", step);
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    start();
  });

  /* An address with ?q= opens the search with these words: search engines are told of it. */
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked;
    start();
  }
}

/* Escape closes the search; the arrows step through what was found. */
function step(event) {
  if (event.key === "Escape" && !event.isComposing) {
    event.preventDefault();
    dialog.close();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const stops = [input, ...found.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

function start() {
  if (!dialog.open) dialog.showModal();
  input.focus();
  input.select();
  if (!index) load();
}

async function load() {
  index = [];
  said.textContent = "Loading…";
  try {
    const answer = await fetch(dialog.dataset.index);
    if (!answer.ok) throw new Error(answer.status);
    index = entriesOf((await answer.json()).docs);
    said.textContent = "";
    search();
  } catch (error) {
    index = null;
    said.textContent = "The search could not be loaded. The lists in the menu lead to everything.";
  }
}

function entriesOf(docs) {
  const pages = new Map();
  const entries = docs.map(({ location: place, title, text }) => {
    const [page, section] = place.split("#");
    const entry = { page, location: place, title, text, section: Boolean(section) };
    if (!section) pages.set(page, title);
    return entry;
  });
  for (const entry of entries) {
    entry.of = pages.get(entry.page) || entry.title || entry.location;
    entry.lowTitle = fold(entry.title);
    entry.lowOf = fold(entry.of);
    entry.lowText = fold(entry.text);
  }
  return entries;
}

/* Words are compared without case, accents, and signs that nobody sees; each character on its own, so that places can
   be told. */
function fold(text) {
  return text.replace(/[^\0-\x7f]/gu, foldOne).toLowerCase();
}

function foldOne(char) {
  if (!folded.has(char)) {
    const bare = char.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f\ufe00-\ufe0f\p{Cf}]/gu, "");
    folded.set(char, bare);
  }
  return folded.get(char);
}

/* A word is found where a word begins; signs, and scripts without spaces, anywhere. */
function at(text, word, from) {
  const anywhere = word.charCodeAt(0) > 0x2e7f || !LETTER.test(word.charAt(0));
  for (let i = text.indexOf(word, from); i >= 0; i = text.indexOf(word, i + 1)) {
    if (anywhere || !LETTER.test(text.charAt(i - 1))) return i;
  }
  return -1;
}

function score(entry, words) {
  let sum = 0;
  for (const word of words) {
    const here = (at(entry.lowTitle, word, 0) >= 0 ? (entry.section ? 6 : 12) : 0)
      + (entry.section && at(entry.lowOf, word, 0) >= 0 ? 4 : 0)
      + (at(entry.lowText, word, 0) >= 0 ? 2 : 0);
    if (!here) return 0;
    sum += here;
  }
  return sum + (entry.section ? 0 : 12 * words.length / entry.lowTitle.split(" ").length);
}

function search() {
  const words = [...new Set(fold(input.value).split(/[\s,;.]+/).filter(Boolean))];
  found.textContent = "";
  if (!index || !index.length) return;
  if (!input.value.trim()) {
    said.textContent = "";
    return;
  }
  const all = [...bestOf(words).values()];
  all.sort((a, b) => b.points - a.points || (a.entry.of < b.entry.of ? -1 : 1));
  said.textContent = numberOf(all.length);
  for (const hit of all.slice(0, 20)) found.append(shown(hit.entry, words));
}

/* Of each page that has every word, the part that has them best. */
function bestOf(words) {
  const best = new Map();
  for (const entry of index) {
    const points = words.length && score(entry, words);
    if (points && (!best.has(entry.page) || best.get(entry.page).points < points)) {
      best.set(entry.page, { points, entry });
    }
  }
  return best;
}

function numberOf(pages) {
  if (!pages) return "Nothing found.";
  return `${pages} ${pages === 1 ? "page" : "pages"}${pages > 20 ? ", the nearest 20 shown" : ""}`;
}

function shown(entry, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const kind = document.createElement("span");
  const folder = entry.page.split("/")[0].replace(/^./, (letter) => letter.toUpperCase());
  link.href = dialog.dataset.base.replace(/\/?$/, "/") + entry.location;
  link.textContent = entry.of;
  link.addEventListener("click", () => { dialog.close(); });
  kind.className = "ne-search__kind";
  kind.textContent = folder + (entry.section && entry.title !== entry.of ? ` · ${entry.title}` : "");
  item.append(kind, link, excerpt(entry, words));
  return item;
}

/* A piece of the text round the first place where a word is found, with every such place in it marked. */
function excerpt(entry, words) {
  const p = document.createElement("p");
  const text = entry.text;
  const spots = places(entry, words);
  const first = spots[0] || { from: 0, to: 0 };
  const from = cutBefore(text, first);
  const to = cutAfter(text, first, from);
  let done = from;
  if (from) p.append("… ");
  for (const spot of spots) {
    if (spot.to > to) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(spot.from, spot.to);
    p.append(text.slice(done, spot.from), mark);
    done = spot.to;
  }
  p.append(text.slice(done, to));
  if (to < text.length) p.append(" …");
  return p;
}

/* A piece is cut at spaces; where there are none, between characters. */
function cutBefore(text, first) {
  if (first.from <= 60) return 0;
  const gap = text.indexOf(" ", first.from - 60) + 1;
  return gap && gap <= first.from ? gap : Math.min(whole(text, first.from - 60), first.from);
}

function cutAfter(text, first, from) {
  const to = Math.max(from + 180, first.to);
  if (to >= text.length) return text.length;
  const gap = text.lastIndexOf(" ", to);
  return gap > from && gap >= first.to ? gap : whole(text, to);
}

function whole(text, place) {
  while (place < text.length && /[\p{M}\p{Cf}\udc00-\udfff]/u.test(text.charAt(place))) place += 1;
  return place;
}

/* Where words are found in a text, in order, those that touch as one. */
function places(entry, words) {
  const spread = entry.spread = entry.spread || spreadOf(entry.text);
  const spots = [];
  for (const word of words) {
    for (let i = at(entry.lowText, word, 0); i >= 0; i = at(entry.lowText, word, i + word.length)) {
      spots.push({ from: spread.from[i], to: spread.to[i + word.length - 1] });
    }
  }
  spots.sort((a, b) => a.from - b.from);
  return spots.reduce((kept, spot) => {
    const last = kept[kept.length - 1];
    if (last && spot.from <= last.to) last.to = Math.max(last.to, spot.to);
    else kept.push(spot);
    return kept;
  }, []);
}

/* Folded, one character may become several, or none: where that of each folded one begins and ends. */
function spreadOf(text) {
  const from = [];
  const to = [];
  let here = 0;
  let begun = 0;
  for (const char of text) {
    const made = fold(char).length;
    if (made) begun = from.length;
    for (let i = 0; i < made; i += 1) from.push(here);
    here += char.length;
    for (let i = begun; i < from.length; i += 1) to[i] = here;
  }
  return { from, to };
}
