/* Copy buttons of the share kit: a text goes to the clipboard as it stands; without this script none is shown. */
(function () {
  "use strict";
  var said = document.querySelector("[data-copied]");

  Array.prototype.forEach.call(document.querySelectorAll("[data-copy]"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { copy(button, document.getElementById(button.dataset.copy)); });
  });

  function copy(button, source) {
    if (!navigator.clipboard) return tell(button, selected(source));
    navigator.clipboard.writeText(source.textContent).then(
      function () { tell(button, true); },
      function () { tell(button, selected(source)); }
    );
  }

  /* Where the clipboard is refused the text stays selected, so that a key copies it. */
  function selected(source) {
    var range = document.createRange(), selection = getSelection(), copied = false;
    range.selectNodeContents(source);
    selection.removeAllRanges();
    selection.addRange(range);
    try { copied = document.execCommand("copy"); } catch (e) { copied = false; }
    if (copied) selection.removeAllRanges();
    return copied;
  }

  function tell(button, copied) {
    var label = button.querySelector("[data-label]");
    label.textContent = copied ? "Copied" : "Selected";
    button.classList.toggle("ne-copy--done", copied);
    said.textContent = "";
    setTimeout(function () {
      said.textContent = copied ? "Copied: " + button.dataset.what : "Selected: press Ctrl+C or ⌘C to copy " + button.dataset.what;
    }, 50);
    clearTimeout(button.timer);
    button.timer = setTimeout(function () {
      label.textContent = "Copy";
      button.classList.remove("ne-copy--done");
    }, 3000);
  }
})();
