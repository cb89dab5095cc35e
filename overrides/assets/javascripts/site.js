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
  var LETTER = /[\p{L}\p{N}]/u;
  var folded = new Map();
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
      var pages = new Map();
      index = data.docs.map(function (entry) {
        var parts = entry.location.split("#");
        var title = entry.title;
        if (!parts[1]) pages.set(parts[0], title);
        return { page: parts[0], location: entry.location, title: title, text: entry.text, section: Boolean(parts[1]) };
      });
      index.forEach(function (entry) {
        entry.of = pages.get(entry.page) || entry.title || entry.location;
        entry.lowTitle = fold(entry.title);
        entry.lowOf = fold(entry.of);
        entry.lowText = fold(entry.text);
      });
      said.textContent = "";
      search();
    }).catch(function () {
      index = null;
      said.textContent = "The search could not be loaded. The lists in the menu lead to everything.";
    });
  }

  /* Words are compared without case, accents, and signs that nobody sees; each character on its own, so that places can be told. */
  function fold(text) {
    return text.replace(/[^\0-\x7f]/gu, foldOne).toLowerCase();
  }

  function foldOne(char) {
    if (!folded.has(char)) folded.set(char, char.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f\ufe00-\ufe0f\p{Cf}]/gu, ""));
    return folded.get(char);
  }

  /* A word is found where a word begins; signs, and scripts without spaces, anywhere. */
  function at(text, word, from) {
    var anywhere = word.charCodeAt(0) > 0x2e7f || !LETTER.test(word.charAt(0));
    for (var i = text.indexOf(word, from); i >= 0; i = text.indexOf(word, i + 1)) {
      if (anywhere || !LETTER.test(text.charAt(i - 1))) return i;
    }
    return -1;
  }

  function score(entry, words) {
    var sum = 0;
    for (var i = 0; i < words.length; i += 1) {
      var here = (at(entry.lowTitle, words[i], 0) >= 0 ? (entry.section ? 6 : 12) : 0)
        + (entry.section && at(entry.lowOf, words[i], 0) >= 0 ? 4 : 0)
        + (at(entry.lowText, words[i], 0) >= 0 ? 2 : 0);
      if (!here) return 0;
      sum += here;
    }
    return sum + (entry.section ? 0 : 12 * words.length / entry.lowTitle.split(" ").length);
  }

  function search() {
    var words = Array.from(new Set(fold(input.value).split(/[\s,;.]+/).filter(Boolean)));
    found.textContent = "";
    if (!index || !index.length) return;
    if (!input.value.trim()) { said.textContent = ""; return; }
    var best = new Map();
    index.forEach(function (entry) {
      var points = words.length && score(entry, words);
      if (points && (!best.has(entry.page) || best.get(entry.page).points < points)) best.set(entry.page, { points: points, entry: entry });
    });
    var all = Array.from(best.values());
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

  /* A piece of the text round the first place where a word is found, with every such place in it marked. */
  function excerpt(entry, words) {
    var p = document.createElement("p");
    var text = entry.text, spots = places(entry, words);
    var first = spots[0] || { from: 0, to: 0 };
    var from = cutBefore(text, first), to = cutAfter(text, first, from), done = from;
    if (from) p.append("… ");
    spots.forEach(function (spot) {
      if (spot.to > to) return;
      var mark = document.createElement("mark");
      mark.textContent = text.slice(spot.from, spot.to);
      p.append(text.slice(done, spot.from), mark);
      done = spot.to;
    });
    p.append(text.slice(done, to));
    if (to < text.length) p.append(" …");
    return p;
  }

  /* A piece is cut at spaces; where there are none, between characters. */
  function cutBefore(text, first) {
    if (first.from <= 60) return 0;
    var gap = text.indexOf(" ", first.from - 60) + 1;
    return gap && gap <= first.from ? gap : Math.min(whole(text, first.from - 60), first.from);
  }

  function cutAfter(text, first, from) {
    var to = Math.max(from + 180, first.to);
    if (to >= text.length) return text.length;
    var gap = text.lastIndexOf(" ", to);
    return gap > from && gap >= first.to ? gap : whole(text, to);
  }

  function whole(text, place) {
    while (place < text.length && /[\p{M}\p{Cf}\udc00-\udfff]/u.test(text.charAt(place))) place += 1;
    return place;
  }

  /* Where words are found in a text, in order, those that touch as one. */
  function places(entry, words) {
    var spread = entry.spread = entry.spread || spreadOf(entry.text), spots = [];
    words.forEach(function (word) {
      for (var i = at(entry.lowText, word, 0); i >= 0; i = at(entry.lowText, word, i + word.length)) {
        spots.push({ from: spread.from[i], to: spread.to[i + word.length - 1] });
      }
    });
    spots.sort(function (a, b) { return a.from - b.from; });
    return spots.reduce(function (kept, spot) {
      var last = kept[kept.length - 1];
      if (last && spot.from <= last.to) last.to = Math.max(last.to, spot.to);
      else kept.push(spot);
      return kept;
    }, []);
  }

  /* Folded, one character may become several, or none: where that of each folded one begins and ends. */
  function spreadOf(text) {
    var from = [], to = [], here = 0, begun = 0;
    Array.from(text).forEach(function (char) {
      var made = fold(char).length;
      if (made) begun = from.length;
      for (var i = 0; i < made; i += 1) from.push(here);
      here += char.length;
      for (i = begun; i < from.length; i += 1) to[i] = here;
    });
    return { from: from, to: to };
  }
})();
