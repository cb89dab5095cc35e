/* Lists with filters narrow at once. Without this script their links lead to pages of their own. */
(function () {
  "use strict";
  var listing = document.querySelector("[data-listing]");
  if (!listing || location.pathname.indexOf("/by/") >= 0) return closing(document.querySelectorAll(".ne-filter"));

  var filters = Array.prototype.slice.call(listing.querySelectorAll("[data-filter]"));
  var entries = Array.prototype.slice.call(listing.querySelectorAll(".ne-entry"));
  var groups = Array.prototype.slice.call(listing.querySelectorAll("[data-group]"));
  var shown = listing.querySelector("[data-shown]");
  var reset = listing.querySelector("[data-reset]");
  var chosen = {};

  closing(filters);
  filters.forEach(function (filter) {
    var any = document.createElement("li");
    any.innerHTML = '<a href="#" data-value="">Any</a>';
    filter.querySelector("ul").prepend(any);
    filter.addEventListener("click", function (event) {
      var link = event.target.closest("a[data-value]");
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      event.preventDefault();
      var name = filter.dataset.filter;
      var value = link.dataset.value;
      if (!value || chosen[name] === value) delete chosen[name];
      else chosen[name] = value;
      remember();
      show();
      filter.open = false;
      filter.querySelector("summary").focus();
    });
  });
  reset.addEventListener("click", function (event) {
    event.preventDefault();
    chosen = {};
    remember();
    show();
    filters[0].querySelector("summary").focus();
  });
  addEventListener("popstate", restore);
  document.addEventListener("ne-states", show);
  restore();

  function restore() {
    var query = new URLSearchParams(location.search);
    chosen = {};
    filters.forEach(function (filter) {
      var value = query.get(filter.dataset.filter);
      if (value && choice(filter, value)) chosen[filter.dataset.filter] = value;
    });
    show();
  }

  function remember() {
    var query = new URLSearchParams(location.search);
    filters.forEach(function (filter) {
      var name = filter.dataset.filter;
      if (chosen[name]) query.set(name, chosen[name]);
      else query.delete(name);
    });
    var words = query.toString();
    history.pushState(null, "", location.pathname + (words ? "?" + words : ""));
  }

  function choice(filter, value) {
    return Array.prototype.find.call(filter.querySelectorAll("a[data-value]"), function (link) {
      return link.dataset.value === value;
    });
  }

  function matches(entry, wanted) {
    return Object.keys(wanted).every(function (name) {
      return (" " + (entry.getAttribute("data-" + name) || "") + " ").indexOf(" " + wanted[name] + " ") >= 0;
    });
  }

  function counted(name, value) {
    var wanted = Object.assign({}, chosen);
    if (value) wanted[name] = value;
    else delete wanted[name];
    return entries.filter(function (entry) { return matches(entry, wanted); }).length;
  }

  function show() {
    var left = 0;
    entries.forEach(function (entry) {
      entry.hidden = !matches(entry, chosen);
      if (!entry.hidden) left += 1;
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector(".ne-entry:not([hidden])");
    });
    filters.forEach(function (filter) {
      var name = filter.dataset.filter;
      var summary = filter.querySelector("summary");
      summary.textContent = filter.dataset.label;
      filter.querySelectorAll("a[data-value]").forEach(function (link) {
        var value = link.dataset.value;
        var current = value === (chosen[name] || "");
        var count = link.querySelector(".ne-count");
        if (current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
        if (count) {
          count.textContent = counted(name, value);
          link.classList.toggle("ne-none", count.textContent === "0");
        }
        if (current && value) {
          var strong = document.createElement("strong");
          strong.textContent = link.firstChild.textContent.trim();
          summary.append(": ", strong);
        }
      });
      filter.classList.toggle("ne-filter--on", Boolean(chosen[name]));
    });
    if (shown.textContent !== String(left)) shown.textContent = left;
    reset.hidden = !Object.keys(chosen).length;
  }

  /* One dropdown at a time; a click elsewhere or Escape closes it. */
  function closing(all) {
    function close(but) {
      all.forEach(function (one) { if (one !== but) one.open = false; });
    }
    all.forEach(function (one) {
      one.addEventListener("toggle", function () { if (one.open) close(one); });
    });
    document.addEventListener("click", function (event) {
      close(event.target.closest(".ne-filter"));
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      var open = Array.prototype.find.call(all, function (one) { return one.open; });
      if (!open) return;
      open.open = false;
      open.querySelector("summary").focus();
    });
  }
})();
