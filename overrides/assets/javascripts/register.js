/* The register narrows at once: its lines come from an index that is fetched when somebody reaches for the filters,
   or when the address asks for a part. Until then, and without this script, the filters are plain links. */
import { narrow, opensElsewhere } from "./filters.js";

const today = new Date().toISOString().slice(0, 10);
const listing = document.querySelector("[data-listing][data-index]");
document.querySelectorAll("[data-stale]").forEach(age);
if (listing) wait();

function age(mark) {
  mark.hidden = today <= mark.dataset.stale;
}

function wait() {
  const marks = listing.querySelectorAll("a[data-choose]");
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
  for (const mark of marks) mark.addEventListener("click", () => { setTimeout(showLines); });

  async function load() {
    if (asked) return;
    asked = true;
    try {
      const answer = await fetch(listing.dataset.index);
      if (!answer.ok) throw new Error(answer.status);
      start(await answer.json(), marks);
      ready = true;
      if (wanted) wanted.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    } catch (error) {
      asked = false;
      if (wanted) location.assign(wanted.href);
    }
  }
}

function showLines() {
  const said = listing.querySelector(".ne-listing__said");
  if (said.getBoundingClientRect().bottom > innerHeight * 0.8) said.scrollIntoView({ block: "center" });
}

function start(index, marks) {
  const body = listing.querySelector("[data-lines]");
  const more = listing.querySelector("[data-more]");
  const pages = listing.querySelector("[data-pages]");
  const step = Number(listing.dataset.step);
  const pattern = body.querySelector("tr").cloneNode(true);
  let left = [];
  let drawn = 0;
  let last = JSON.stringify(JSON.parse(listing.dataset.chosen));

  more.addEventListener("click", () => {
    const before = drawn;
    next();
    body.rows[before].querySelector("a").focus();
  });
  narrow(listing, itemsOf(index), (found, counts, chosen) => {
    for (const mark of marks) {
      count(mark, counts.place[mark.dataset.value] || 0, chosen.place === mark.dataset.value);
    }
    const now = JSON.stringify(chosen);
    if (now === last) return;
    last = now;
    left = found;
    drawn = 0;
    body.textContent = "";
    pages.hidden = true;
    listing.querySelector("[data-table]").hidden = !left.length;
    listing.querySelector("[data-nothing]").hidden = Boolean(left.length);
    next();
  });

  function next() {
    for (const number of left.slice(drawn, drawn + step)) body.append(row(pattern, index, index.lines[number]));
    drawn = Math.min(left.length, drawn + step);
    more.hidden = drawn >= left.length;
  }
}

/* What the lines of an index are narrowed by: for each line, the values of each filter. */
function itemsOf(index) {
  const names = Object.keys(index.values);
  return index.lines.map((line) => {
    const values = {};
    names.forEach((name, place) => {
      values[name] = line[index.texts.length + place].map((number) => index.values[name][number]);
    });
    return values;
  });
}

function row(pattern, index, line) {
  const made = pattern.cloneNode(true);
  index.texts.forEach((name, place) => {
    if (name === "id") {
      made.querySelector("a").setAttribute("href", `${listing.dataset.home}${line[place]}/`);
    } else if (name === "stale_from") {
      const mark = made.querySelector("[data-stale]");
      mark.dataset.stale = line[place];
      age(mark);
    } else {
      const part = made.querySelector(`[data-text="${name}"]`);
      part.textContent = line[place] || "–";
      part.toggleAttribute("data-none", !line[place]);
    }
  });
  return made;
}

function count(mark, number, current) {
  const told = `${mark.dataset.label}: ${number}`;
  if (mark.getAttribute("aria-label") !== told) {
    mark.setAttribute("aria-label", told);
    mark.querySelector("title").textContent = told;
    mark.querySelector("[data-number]").textContent = number > 1 ? number : "";
    mark.classList.toggle("ne-mark--none", !number);
  }
  if (current) mark.setAttribute("aria-current", "true");
  else mark.removeAttribute("aria-current");
}
