/* Coming, under way or over: what was true when the site was built is worked out again on the day it is read.
   An event's moments are in UTC, reckoned in its own time zone. */
work();
addEventListener("pageshow", (event) => { if (event.persisted) work(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) work(); });

function work() {
  const now = Date.now();
  settle(document);
  for (const one of document.querySelectorAll("[data-closes]")) {
    const closed = now >= Date.parse(one.dataset.closes);
    for (const part of one.querySelectorAll("[data-open]")) part.hidden = closed === (part.dataset.open === "yes");
  }
  for (const line of document.querySelectorAll("[data-asof]")) line.hidden = true;
  document.dispatchEvent(new Event("ne-states"));
}

/* Shows the true form of all that stands in a part of the page. */
export function settle(part) {
  const now = Date.now();
  for (const one of part.querySelectorAll("[data-states]")) show(one, now);
}

function show(one, now) {
  const is = state(one, now);
  for (const form of one.querySelectorAll("[data-is]")) form.hidden = !form.dataset.is.split(" ").includes(is);
  const item = one.closest("[data-item]");
  const groups = item && item.closest("[data-groups]");
  if (groups) move(item, groups, { over: "past", "to-confirm": "coming" }[is] || is);
}

function state(one, now) {
  if (one.dataset.ends && now >= Date.parse(one.dataset.ends)) return "over";
  if (one.dataset.starts && now >= Date.parse(one.dataset.starts)) return "under-way";
  return one.querySelector('[data-is~="to-confirm"]') ? "to-confirm" : "coming";
}

/* The newest past event stands first, the nearest coming one too. */
function move(item, groups, to) {
  const group = groups.querySelector(`[data-group="${to}"]`);
  if (!group || group.contains(item)) return;
  const from = item.closest("[data-group]");
  const items = group.querySelector("[data-items]");
  const later = [...items.querySelectorAll("[data-item]")].find((other) => after(other, item, to === "past"));
  items.insertBefore(item, later || null);
  group.hidden = false;
  const left = Boolean(from.querySelector("[data-item]"));
  const empty = from.querySelector("[data-empty]");
  if (empty) empty.hidden = left;
  else from.hidden = !left;
}

function after(other, item, past) {
  let [a, b] = [other.dataset.days || "", item.dataset.days];
  if (a === b) [a, b] = [link(item), link(other)];
  return past ? a < b : a > b;
}

function link(item) {
  return item.querySelector("h3 a").getAttribute("href");
}
