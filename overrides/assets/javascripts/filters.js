/* Filters narrow at once, and the address keeps what is chosen. Without this script their links lead to pages of
   their own. A list says what its items are: neFilters(listing, items, draw), where items hold values by filter
   and draw(left, counts, chosen) shows those that are left. */
(function () {
  "use strict";
  var each = function (found, act) { return Array.prototype.forEach.call(found, act); };

  window.neFilters = function (listing, items, draw) {
    var filters = listing.querySelectorAll("[data-filter]");
    var shown = listing.querySelector("[data-shown]");
    var reset = listing.querySelector("[data-reset]");
    var fixed = JSON.parse(listing.dataset.chosen);
    var narrowed = new URL(listing.dataset.home, location).pathname !== location.pathname;
    var names = Array.prototype.map.call(filters, function (filter) { return filter.dataset.filter; });
    var chosen = {};

    each(filters, function (filter) {
      var any = document.createElement("li");
      var all = document.createElement("a");
      all.href = "#";
      all.dataset.value = "";
      all.textContent = "Any";
      any.append(all);
      filter.querySelector("ul").prepend(any);
      filter.addEventListener("click", function (event) {
        var link = event.target.closest("a[data-value]");
        if (!link || other(event)) return;
        event.preventDefault();
        choose(filter.dataset.filter, link.dataset.value);
        filter.open = false;
        filter.querySelector("summary").focus();
      });
    });
    listing.addEventListener("click", function (event) {
      var link = event.target.closest("a[data-choose]");
      if (!link || other(event)) return;
      event.preventDefault();
      choose(link.dataset.choose, link.dataset.value);
    });
    reset.addEventListener("click", function (event) {
      if (other(event)) return;
      event.preventDefault();
      chosen = {};
      remember();
      filters[0].querySelector("summary").focus();
    });
    addEventListener("popstate", restore);
    document.addEventListener("ne-states", show);
    restore();

    function other(event) { return event.metaKey || event.ctrlKey || event.shiftKey || event.button; }

    function choose(name, value) {
      if (!value || chosen[name] === value) delete chosen[name];
      else chosen[name] = value;
      remember();
    }

    function restore() {
      var query = new URLSearchParams(location.search);
      chosen = Object.assign({}, fixed);
      names.forEach(function (name) {
        var value = query.get(name);
        if (value && link(name, value)) chosen[name] = value;
      });
      show();
    }

    /* A page of a part, or a further page, leads to the whole list, narrowed. */
    function remember() {
      var query = new URLSearchParams(narrowed ? "" : location.search);
      names.forEach(function (name) {
        if (chosen[name]) query.set(name, chosen[name]);
        else query.delete(name);
      });
      var words = query.toString() ? "?" + query : "";
      if (narrowed) location.assign(listing.dataset.home + words);
      else { history.pushState(null, "", location.pathname + words); show(); }
    }

    function link(name, value) {
      return listing.querySelector('[data-filter="' + name + '"] a[data-value="' + CSS.escape(value) + '"]');
    }

    /* An item counts for a choice where it has all the others that are chosen. */
    function reckon() {
      var counts = {}, left = [];
      names.forEach(function (name) { counts[name] = Object.create(null); });  // an id may be 'constructor'
      items.forEach(function (item, number) {
        var misses = Object.keys(chosen).filter(function (name) { return (item[name] || []).indexOf(chosen[name]) < 0; });
        if (!misses.length) left.push(number);
        if (misses.length > 1) return;
        (misses.length ? misses : names).forEach(function (name) {
          (item[name] || []).forEach(function (value) { counts[name][value] = (counts[name][value] || 0) + 1; });
        });
      });
      return { left: left, counts: counts };
    }

    function show() {
      var found = reckon();
      each(filters, function (filter) { mark(filter, found.counts[filter.dataset.filter]); });
      var left = found.left.length.toLocaleString("en");
      if (shown.textContent !== left) shown.textContent = left;
      reset.hidden = !Object.keys(chosen).length;
      draw(found.left, found.counts, chosen);
    }

    function mark(filter, counts) {
      var name = filter.dataset.filter;
      var summary = filter.querySelector("summary");
      summary.textContent = filter.dataset.label;
      each(filter.querySelectorAll("a[data-value]"), function (link) {
        var value = link.dataset.value;
        var current = value === (chosen[name] || "");
        var count = link.querySelector(".ne-count");
        if (current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
        if (count && count.textContent !== String(counts[value] || 0)) {
          count.textContent = counts[value] || 0;
          link.classList.toggle("ne-none", !counts[value]);
        }
        if (current && value) {
          var strong = document.createElement("strong");
          strong.textContent = link.firstChild.textContent.trim();
          summary.append(": ", strong);
        }
      });
      filter.classList.toggle("ne-filter--on", Boolean(chosen[name]));
    }
  };

  /* A list whose items all stand in the page hides those that are out. */
  each(document.querySelectorAll("[data-listing]:not([data-index])"), function (listing) {
    var entries = listing.querySelectorAll(".ne-entry");
    var items = Array.prototype.map.call(entries, function (entry) {
      var values = {};
      each(listing.querySelectorAll("[data-filter]"), function (filter) {
        var name = filter.dataset.filter;
        values[name] = (entry.getAttribute("data-" + name) || "").split(" ");
      });
      return values;
    });
    window.neFilters(listing, items, function (left) {
      each(entries, function (entry, number) { entry.hidden = left.indexOf(number) < 0; });
      each(listing.querySelectorAll("[data-group]"), function (group) {
        group.hidden = !group.querySelector(".ne-entry:not([hidden])");
      });
    });
  });
  closing(document.querySelectorAll(".ne-filter"));

  /* One dropdown at a time; a click elsewhere or Escape closes it. */
  function closing(all) {
    function close(but) {
      each(all, function (one) { if (one !== but) one.open = false; });
    }
    each(all, function (one) {
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
