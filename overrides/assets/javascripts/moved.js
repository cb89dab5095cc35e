/* Leads from an old address to the new one, with what stood behind it: ?query and #fragment. No module, as the others
   are: it runs before the page is read any further, and modules wait until it is. */
((script) => {
  "use strict";
  const to = new URL(script.dataset.to, document.baseURI);
  to.search = to.search || location.search;
  to.hash = location.hash || to.hash;
  if (/^(?:https?|file):$/.test(to.protocol)) location.replace(to.href);
})(document.currentScript);
