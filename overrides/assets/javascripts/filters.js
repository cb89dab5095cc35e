/* Filters narrow at once, and the address keeps what is chosen. Without this script their links lead to pages of
   their own. */
import { settle } from "./states.js";


/* A list whose items all stand in the page hides those that are out. */
for (const listing of document.querySelectorAll("[data-listing]:not([data-index])")) {
  const entries = [...listing.querySelectorAll(".ne-entry")];
  const names = [...listing.querySelectorAll("[data-filter]")].map((filter) => filter.dataset.filter);
  const items = entries.map((entry) => {
    const values = {};
    for (const name of names) values[name] = (entry.getAttribute(`data-${name}`) || "").split(" ");
    return values;
  });
  narrow(listing, items, (left) => {
    entries.forEach((entry, number) => { entry.hidden = !left.includes(number); });
    for (const group of listing.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector(".ne-entry:not([hidden])");
    }
  });
}
/* One of several pages draws what is chosen from its index, each entry in its group. */
for (const listing of document.querySelectorAll("[data-listing][data-index]:not([data-listing=register])")) {
  const groups = [...listing.querySelectorAll("[data-group]")];
  const pattern = listing.querySelector(".ne-entry").cloneNode(true);
  narrowByIndex(listing, {
    clear() {
      for (const group of groups) group.querySelector("[data-items]").textContent = "";
    },
    add(index, line) {
      const made = entry(listing, pattern, index, line);
      groups.find((one) => one.dataset.group === line[0]).querySelector("[data-items]").append(made);
      return made;
    },
    drawn() {
      settle(listing);
      for (const group of groups) group.hidden = !group.querySelector("[data-item]");
    },
  });
}
closing([...document.querySelectorAll(".ne-filter")]);

/* An entry as pages have it, from a line of the index. */
function entry(listing, pattern, index, line) {
  const said = Object.fromEntries(index.texts.map((name, place) => [name, line[place]]));
  const made = pattern.cloneNode(true);
  if (said.days) made.dataset.days = said.days;
  else delete made.dataset.days;
  const link = made.querySelector("h3 a");
  link.setAttribute("href", `${listing.dataset.home}${said.id}/`);
  link.textContent = said.title;
  made.querySelector(".ne-entry__when").textContent = said.when;
  made.querySelector(".ne-entry__summary").textContent = said.summary;
  made.querySelector(".ne-entry__kind").replaceChildren(`${said.about} `, state(index.badges[said.badges], said));
  made.querySelector(".ne-chips").replaceChildren(...itemOf(index, line).topic.map((id) => chip(listing, id)));
  return made;
}

/* What a record is, or every form that it can take, of which states.js shows the true one. */
function state(forms, { starts, ends }) {
  const badges = forms.map(([is, label, tone]) => {
    const badge = element("span", label);
    badge.className = `ne-badge ne-badge--${tone}`;
    const form = element("span", badge);
    form.dataset.searchExclude = "";
    form.dataset.is = is;
    return forms.length > 1 ? form : badge;
  });
  if (forms.length < 2) return badges[0];
  const made = element("span", ...badges);
  made.className = "ne-state";
  made.dataset.states = "";
  if (starts) made.dataset.starts = starts;
  made.dataset.ends = ends;
  return made;
}

function chip(listing, topic) {
  const filter = listing.querySelector(`[data-filter=topic] a[data-value="${CSS.escape(topic)}"]`);
  const link = element("a", filter.firstChild.textContent.trim());
  link.href = `${listing.dataset.home}../topics/${topic}/`;
  return element("li", link);
}

function element(name, ...within) {
  const made = document.createElement(name);
  made.append(...within);
  return made;
}

/* Narrows a list of several pages: its lines come from an index that is fetched when somebody reaches for the
   filters, or when the address asks for a part. Until then the filters are plain links. The list says how to clear
   what is drawn, add a line, and what else to do once lines are drawn or counted. */
export function narrowByIndex(listing, list) {
  let asked = false;
  let ready = false;
  let wanted = null;

  for (const name of ["pointerenter", "touchstart", "focusin"]) {
    for (const part of listing.querySelectorAll(".ne-filters, .ne-map")) {
      part.addEventListener(name, load, { passive: true });
    }
  }
  if (location.search && listing.dataset.chosen === "{}") load();

  /* A click that comes before the index waits for it; without an index it goes where its link goes. */
  listing.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-value]");
    if (ready || !link || opensElsewhere(event)) return;
    event.preventDefault();
    wanted = link;
    load();
  });

  async function load() {
    if (asked) return;
    asked = true;
    try {
      const answer = await fetch(listing.dataset.index);
      if (!answer.ok) throw new Error(answer.status);
      drawByIndex(listing, list, await answer.json());
      ready = true;
      if (wanted) wanted.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    } catch (error) {
      asked = false;
      if (wanted) location.assign(wanted.href);
    }
  }
}

function drawByIndex(listing, list, index) {
  const more = listing.querySelector("[data-more]");
  const pages = listing.querySelector("[data-pages]");
  const step = Number(listing.dataset.step);
  let left = [];
  let drawn = 0;
  let last = JSON.stringify(JSON.parse(listing.dataset.chosen));

  more.addEventListener("click", () => { next().querySelector("a").focus(); });
  narrow(listing, itemsOf(index), (found, counts, chosen) => {
    list.counted?.(counts, chosen);
    const now = JSON.stringify(chosen);
    if (now === last) return;
    last = now;
    left = found;
    drawn = 0;
    pages.hidden = true;
    list.clear();
    next();
  });

  /* Draws as many again, and gives the first of them. */
  function next() {
    const added = left.slice(drawn, drawn + step).map((number) => list.add(index, index.lines[number]));
    drawn += added.length;
    more.hidden = drawn >= left.length;
    list.drawn?.(left.length);
    return added[0];
  }
}

/* What the lines of an index are narrowed by: for each line, the values of each filter. */
function itemsOf(index) {
  return index.lines.map((line) => itemOf(index, line));
}

function itemOf(index, line) {
  const values = {};
  Object.keys(index.values).forEach((name, place) => {
    values[name] = line[index.texts.length + place].map((number) => index.values[name][number]);
  });
  return values;
}

/* Narrows a list, whose items hold values by filter: draw(left, counts, chosen) shows those that are left. */
export function narrow(listing, items, draw) {
  const filters = listing.querySelectorAll("[data-filter]");
  const shown = listing.querySelector("[data-shown]");
  const reset = listing.querySelector("[data-reset]");
  const fixed = JSON.parse(listing.dataset.chosen);
  const narrowed = new URL(listing.dataset.home, location).pathname !== location.pathname;
  const names = Array.from(filters, (filter) => filter.dataset.filter);
  let chosen = {};

  for (const filter of filters) {
    filter.querySelector("ul").prepend(any());
    filter.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-value]");
      if (!link || opensElsewhere(event)) return;
      event.preventDefault();
      choose(filter.dataset.filter, link.dataset.value);
      filter.open = false;
      filter.querySelector("summary").focus();
    });
  }
  listing.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-choose]");
    if (!link || opensElsewhere(event)) return;
    event.preventDefault();
    choose(link.dataset.choose, link.dataset.value);
  });
  reset.addEventListener("click", (event) => {
    if (opensElsewhere(event)) return;
    event.preventDefault();
    chosen = {};
    remember();
    filters[0].querySelector("summary").focus();
  });
  addEventListener("popstate", restore);
  document.addEventListener("ne-states", show);
  restore();

  function choose(name, value) {
    if (!value || chosen[name] === value) delete chosen[name];
    else chosen[name] = value;
    remember();
  }

  function restore() {
    const query = new URLSearchParams(location.search);
    chosen = { ...fixed };
    for (const name of names) {
      const value = query.get(name);
      if (value && linkTo(name, value)) chosen[name] = value;
    }
    show();
  }

  /* A page of a part, or a further page, leads to the whole list, narrowed. */
  function remember() {
    const query = new URLSearchParams(narrowed ? "" : location.search);
    for (const name of names) {
      if (chosen[name]) query.set(name, chosen[name]);
      else query.delete(name);
    }
    const words = query.toString() ? `?${query}` : "";
    if (narrowed) {
      location.assign(listing.dataset.home + words);
    } else {
      history.pushState(null, "", location.pathname + words);
      show();
    }
  }

  function linkTo(name, value) {
    return listing.querySelector(`[data-filter="${name}"] a[data-value="${CSS.escape(value)}"]`);
  }

  function show() {
    const { left, counts } = reckon(items, names, chosen);
    for (const filter of filters) mark(filter, counts[filter.dataset.filter], chosen[filter.dataset.filter] || "");
    const number = left.length.toLocaleString("en");
    if (shown.textContent !== number) shown.textContent = number;
    reset.hidden = !Object.keys(chosen).length;
    draw(left, counts, chosen);
  }
}

/* Whether a click opens another tab or window, and so is the browser's. */
export function opensElsewhere(event) {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.button;
}

function any() {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = "#";
  link.dataset.value = "";
  link.textContent = "Any";
  item.append(link);
  return item;
}

/* An item counts for a choice where it has all the others that are chosen. */
function reckon(items, names, chosen) {
  const left = [];
  const counts = {};
  for (const name of names) counts[name] = Object.create(null);  // an id may be 'constructor'
  items.forEach((item, number) => {
    const misses = Object.keys(chosen).filter((name) => !(item[name] || []).includes(chosen[name]));
    if (!misses.length) left.push(number);
    if (misses.length > 1) return;
    for (const name of misses.length ? misses : names) {
      for (const value of item[name] || []) counts[name][value] = (counts[name][value] || 0) + 1;
    }
  });
  return { left, counts };
}

function mark(filter, counts, chosen) {
  const summary = filter.querySelector("summary");
  summary.textContent = filter.dataset.label;
  for (const link of filter.querySelectorAll("a[data-value]")) {
    const value = link.dataset.value;
    const current = value === chosen;
    if (current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    recount(link, counts[value] || 0);
    if (current && value) {
      const strong = document.createElement("strong");
      strong.textContent = link.firstChild.textContent.trim();
      summary.append(": ", strong);
    }
  }
  filter.classList.toggle("ne-filter--on", Boolean(chosen));
}

function recount(link, number) {
  const count = link.querySelector(".ne-count");
  if (!count || count.textContent === String(number)) return;
  count.textContent = number;
  link.classList.toggle("ne-none", !number);
}

/* One dropdown at a time; a click elsewhere or Escape closes it. */
function closing(all) {
  const close = (but) => { for (const one of all) if (one !== but) one.open = false; };
  for (const one of all) one.addEventListener("toggle", () => { if (one.open) close(one); });
  document.addEventListener("click", (event) => { close(event.target.closest(".ne-filter")); });
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && all.find((one) => one.open);
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
}
