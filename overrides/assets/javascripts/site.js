/* The header: light and dark, the menu on narrow screens, the search. */
(function () {
  "use strict";
  var root = document.documentElement;

  /* Light and dark: the reader's own choice, else what the system asks for. */
  document.querySelector("[data-scheme-toggle]").addEventListener("click", function () {
    var dark = root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.scheme = dark ? "light" : "dark";
    try { localStorage.setItem("ne-scheme", root.dataset.scheme); } catch (error) { /* the choice lasts for this page */ }
  });

  /* The menu. */
  var menu = document.querySelector("[data-menu]");
  var nav = document.getElementById("ne-nav");
  function open(yes) {
    menu.setAttribute("aria-expanded", String(yes));
    nav.classList.toggle("ne-nav--open", yes);
  }
  menu.addEventListener("click", function () { open(menu.getAttribute("aria-expanded") !== "true"); });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && menu.getAttribute("aria-expanded") === "true") { open(false); menu.focus(); }
  });

  /* The search: every word must begin a word of the page; titles weigh more. */
  var dialog = document.getElementById("ne-search");
  var button = document.querySelector("[data-search]");
  var input = dialog.querySelector("input");
  var said = dialog.querySelector(".ne-search__said");
  var found = dialog.querySelector(".ne-search__found");
  var index, waiting;
  if (!dialog.showModal) { button.hidden = true; return; }

  button.addEventListener("click", start);
  dialog.querySelector("[data-search-close]").addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
  dialog.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    search();
    var first = found.querySelector("a");
    if (first) first.click();
  });
  input.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(search, 120); });
  dialog.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !event.isComposing) { event.preventDefault(); dialog.close(); return; }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var stops = [input].concat(Array.prototype.slice.call(found.querySelectorAll("a")));
    var next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) { event.preventDefault(); next.focus(); }
  });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); start(); }
  });

  /* An address with ?q= opens the search with these words: search engines are told of it. */
  var asked = new URLSearchParams(location.search).get("q");
  if (asked) { input.value = asked; start(); }

  function start() {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    if (!index) load();
  }

  function load() {
    index = [];
    said.textContent = "Loading…";
    fetch(dialog.dataset.index).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(function (data) {
      var pages = {};
      index = data.docs.map(function (entry) {
        var parts = entry.location.split("#");
        var title = plain(entry.title);
        if (!parts[1]) pages[parts[0]] = title;
        return { page: parts[0], location: entry.location, title: title, text: plain(entry.text), section: Boolean(parts[1]) };
      });
      index.forEach(function (entry) {
        entry.of = pages[entry.page] || entry.title;
        while (entry.text.indexOf(entry.title) === 0 && entry.text !== entry.title) entry.text = entry.text.slice(entry.title.length).trim();
        entry.lowTitle = " " + low(entry.title);
        entry.lowOf = " " + low(entry.of);
        entry.lowText = " " + low(entry.text);
      });
      said.textContent = "";
      search();
    }).catch(function () {
      index = null;
      said.textContent = "The search could not be loaded. The lists in the menu lead to everything.";
    });
  }

  function plain(html) {
    return new DOMParser().parseFromString(String(html).replace(/<\/(p|li|td|th|h\d|div|dd|dt)>/g, " $&"), "text/html").body.textContent.replace(/\s+/g, " ").trim();
  }

  function low(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  }

  function at(text, word) {
    for (var i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
      if (word.charCodeAt(0) > 0x2e7f || !/[a-z0-9\u0400-\u04ff]/.test(text.charAt(i - 1))) return i;
    }
    return -1;
  }

  function score(entry, words) {
    var sum = 0;
    for (var i = 0; i < words.length; i += 1) {
      var here = (at(entry.lowTitle, words[i]) >= 0 ? (entry.section ? 6 : 12) : 0)
        + (entry.section && at(entry.lowOf, words[i]) >= 0 ? 4 : 0)
        + (at(entry.lowText, words[i]) >= 0 ? 2 : 0);
      if (!here) return 0;
      sum += here;
    }
    return sum + (entry.section ? 0 : 12 * words.length / entry.lowTitle.trim().split(" ").length);
  }

  function search() {
    var words = low(input.value).split(/[\s,;.]+/).filter(Boolean);
    found.textContent = "";
    if (!index || !index.length) return;
    if (!words.length) { said.textContent = ""; return; }
    var best = {};
    index.forEach(function (entry) {
      var points = score(entry, words);
      if (points && (!best[entry.page] || best[entry.page].points < points)) best[entry.page] = { points: points, entry: entry };
    });
    var all = Object.keys(best).map(function (page) { return best[page]; });
    all.sort(function (a, b) { return b.points - a.points || (a.entry.of < b.entry.of ? -1 : 1); });
    said.textContent = all.length ? all.length + (all.length === 1 ? " page" : " pages") + (all.length > 20 ? ", the nearest 20 shown" : "") : "Nothing found.";
    all.slice(0, 20).forEach(function (hit) { found.append(shown(hit.entry, words)); });
  }

  function shown(entry, words) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    var kind = document.createElement("span");
    link.href = dialog.dataset.base.replace(/\/?$/, "/") + entry.location;
    link.textContent = entry.of;
    link.addEventListener("click", function () { dialog.close(); });
    kind.className = "ne-search__kind";
    kind.textContent = entry.page.split("/")[0].replace(/^./, function (c) { return c.toUpperCase(); }) + (entry.section && entry.title !== entry.of ? " · " + entry.title : "");
    item.append(kind, link, excerpt(entry, words));
    return item;
  }

  function excerpt(entry, words) {
    var p = document.createElement("p");
    var places = words.map(function (word) { return at(entry.lowText, word); }).filter(function (i) { return i >= 0; });
    var from = places.length ? Math.max(0, Math.min.apply(null, places) - 60) : 0;
    if (from) from = entry.text.indexOf(" ", from) + 1;
    var piece = entry.text.slice(from, from + 180);
    if (from + 180 < entry.text.length) piece = piece.slice(0, piece.lastIndexOf(" "));
    if (from) p.append("… ");
    piece.split(/(\s+)/).forEach(function (part) {
      var bare = low(part).replace(/^[^a-z0-9\u0400-\uffff]+/, "");
      var hit = words.some(function (word) { return bare.indexOf(word) === 0; });
      if (hit) { var mark = document.createElement("mark"); mark.textContent = part; p.append(mark); }
      else p.append(part);
    });
    if (from + 180 < entry.text.length) p.append(" …");
    return p;
  }
})();
