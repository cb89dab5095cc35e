/* The register narrows at once: its lines come from an index that is fetched when somebody reaches for the filters,
   or when the address asks for a part. Until then, and without this script, the filters are plain links. */
(function () {
  "use strict";
  var today = new Date().toISOString().slice(0, 10);
  document.querySelectorAll("[data-stale]").forEach(age);
  var listing = document.querySelector("[data-listing][data-index]");
  if (!listing || !window.fetch) return;
  var body = listing.querySelector("[data-lines]");
  var more = listing.querySelector("[data-more]");
  var pages = listing.querySelector("[data-pages]");
  var marks = listing.querySelectorAll("a[data-choose]");
  var step = Number(listing.dataset.step);
  var pattern = body.querySelector("tr").cloneNode(true);
  var asked = false, ready = false, wanted = null;

  ["pointerenter", "touchstart", "focusin"].forEach(function (name) {
    listing.querySelectorAll(".ne-filters, .ne-map").forEach(function (part) { part.addEventListener(name, load, { passive: true }); });
  });
  if (location.search && listing.dataset.chosen === "{}") load();

  /* A click that comes before the index waits for it; without an index it goes where its link goes. */
  listing.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-value]");
    if (ready || !link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    wanted = link;
    load();
  });
  each(marks, function (mark) { mark.addEventListener("click", function () { setTimeout(showLines); }); });

  function showLines() {
    var said = listing.querySelector(".ne-listing__said");
    if (said.getBoundingClientRect().bottom > innerHeight * 0.8) said.scrollIntoView({ block: "center" });
  }

  function load() {
    if (asked) return;
    asked = true;
    fetch(listing.dataset.index).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(start).catch(function () {
      asked = false;
      if (wanted) location.assign(wanted.href);
    });
  }

  function start(index) {
    var names = Object.keys(index.values);
    var items = index.lines.map(function (line) {
      var values = {};
      names.forEach(function (name, place) {
        values[name] = line[index.texts.length + place].map(function (number) { return index.values[name][number]; });
      });
      return values;
    });
    var left = [], drawn = 0, last = JSON.stringify(JSON.parse(listing.dataset.chosen));

    function next() {
      left.slice(drawn, drawn + step).forEach(function (number) { body.append(row(index, index.lines[number])); });
      drawn = Math.min(left.length, drawn + step);
      more.hidden = drawn >= left.length;
    }
    more.addEventListener("click", function () {
      var before = drawn;
      next();
      body.rows[before].querySelector("a").focus();
    });
    window.neFilters(listing, items, function (found, counts, chosen) {
      each(marks, function (mark) { count(mark, counts.place[mark.dataset.value] || 0, chosen.place === mark.dataset.value); });
      var now = JSON.stringify(chosen);
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
    ready = true;
    if (wanted) wanted.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }

  function row(index, line) {
    var made = pattern.cloneNode(true);
    index.texts.forEach(function (name, place) {
      var part = made.querySelector('[data-text="' + name + '"]');
      if (name === "id") made.querySelector("a").setAttribute("href", listing.dataset.home + line[place] + "/");
      else if (name === "stale_from") { part = made.querySelector("[data-stale]"); part.dataset.stale = line[place]; age(part); }
      else { part.textContent = line[place] || "–"; part.toggleAttribute("data-none", !line[place]); }
    });
    return made;
  }

  function age(mark) { mark.hidden = today <= mark.dataset.stale; }

  function count(mark, number, current) {
    var told = mark.dataset.label + ": " + number;
    if (mark.getAttribute("aria-label") !== told) {
      mark.setAttribute("aria-label", told);
      mark.querySelector("title").textContent = told;
      mark.querySelector("[data-number]").textContent = number > 1 ? number : "";
      mark.classList.toggle("ne-mark--none", !number);
    }
    if (current) mark.setAttribute("aria-current", "true");
    else mark.removeAttribute("aria-current");
  }

  function each(found, act) { Array.prototype.forEach.call(found, act); }
})();
