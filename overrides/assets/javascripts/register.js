/* The register narrows at once: its lines come from its index, and the marks of its map are counted, too. */
import { narrowByIndex } from "./filters.js";

const today = new Date().toISOString().slice(0, 10);
const listing = document.querySelector("[data-listing=register][data-index]");
document.querySelectorAll("[data-stale]").forEach(age);
if (listing) start();

function age(mark) {
  mark.hidden = today <= mark.dataset.stale;
}

function start() {
  const marks = listing.querySelectorAll("a[data-choose]");
  const body = listing.querySelector("[data-lines]");
  const pattern = body.querySelector("tr").cloneNode(true);
  narrowByIndex(listing, {
    clear() {
      body.textContent = "";
    },
    add(index, line) {
      const made = row(pattern, index, line);
      body.append(made);
      return made;
    },
    drawn(left) {
      listing.querySelector("[data-table]").hidden = !left;
      listing.querySelector("[data-nothing]").hidden = Boolean(left);
    },
    counted(counts, chosen) {
      for (const mark of marks) {
        count(mark, counts.place[mark.dataset.value] || 0, chosen.place === mark.dataset.value);
      }
    },
  });
  for (const mark of marks) mark.addEventListener("click", () => { setTimeout(showLines); });
}

function showLines() {
  const said = listing.querySelector(".ne-listing__said");
  if (said.getBoundingClientRect().bottom > innerHeight * 0.8) said.scrollIntoView({ block: "center" });
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
