/* Coming, under way or over: what was true when the site was built is worked out again on the day it is read.
   An event's moments are in UTC, reckoned in its own time zone. */
(function () {
  "use strict";
  var all = Array.prototype.slice.call(document.querySelectorAll("[data-states]"));

  function state(one, now) {
    if (one.dataset.ends && now >= Date.parse(one.dataset.ends)) return "over";
    if (one.dataset.starts && now >= Date.parse(one.dataset.starts)) return "under-way";
    return one.querySelector('[data-is~="to-confirm"]') ? "to-confirm" : "coming";
  }

  function show(one, now) {
    var is = state(one, now);
    one.querySelectorAll("[data-is]").forEach(function (form) { form.hidden = form.dataset.is.split(" ").indexOf(is) < 0; });
    var item = one.closest("[data-item]");
    var groups = item && item.closest("[data-groups]");
    if (groups) move(item, groups, { over: "past", "to-confirm": "coming" }[is] || is);
  }

  /* The newest past event stands first, the nearest coming one too. */
  function move(item, groups, to) {
    var group = groups.querySelector('[data-group="' + to + '"]');
    if (!group || group.contains(item)) return;
    var from = item.closest("[data-group]");
    var items = group.querySelector("[data-items]");
    var later = Array.prototype.find.call(items.querySelectorAll("[data-item]"), function (other) {
      return after(other, item, to === "past");
    });
    items.insertBefore(item, later || null);
    group.hidden = false;
    var left = Boolean(from.querySelector("[data-item]"));
    var empty = from.querySelector("[data-empty]");
    if (empty) empty.hidden = left;
    else from.hidden = !left;
  }

  function after(other, item, past) {
    var a = other.dataset.days || "", b = item.dataset.days;
    if (a === b) { a = link(item); b = link(other); }
    return past ? a < b : a > b;
  }

  function link(item) { return item.querySelector("h3 a").getAttribute("href"); }

  function work() {
    var now = Date.now();
    all.forEach(function (one) { show(one, now); });
    document.querySelectorAll("[data-closes]").forEach(function (one) {
      var closed = now >= Date.parse(one.dataset.closes);
      one.querySelectorAll("[data-open]").forEach(function (part) { part.hidden = closed === (part.dataset.open === "yes"); });
    });
    document.querySelectorAll("[data-asof]").forEach(function (line) { line.hidden = true; });
    document.dispatchEvent(new Event("ne-states"));
  }

  work();
  addEventListener("pageshow", function (event) { if (event.persisted) work(); });
  document.addEventListener("visibilitychange", function () { if (!document.hidden) work(); });
})();
