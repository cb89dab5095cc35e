/* Copy buttons of the share kit: a text goes to the clipboard as it stands; without this script none is shown. */
const said = document.querySelector("[data-copied]");
const timers = new WeakMap();

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button, document.getElementById(button.dataset.copy)));
}

function copy(button, source) {
  if (!navigator.clipboard) return tell(button, selected(source));
  return navigator.clipboard.writeText(source.textContent).then(
    () => tell(button, true),
    () => tell(button, selected(source)),
  );
}

/* Where the clipboard is refused the text stays selected, so that a key copies it. */
function selected(source) {
  const range = document.createRange();
  const selection = getSelection();
  range.selectNodeContents(source);
  selection.removeAllRanges();
  selection.addRange(range);
  const copied = byCommand();
  if (copied) selection.removeAllRanges();
  return copied;
}

function byCommand() {
  try {
    return document.execCommand("copy");
  } catch (error) {
    return false;
  }
}

function tell(button, copied) {
  const label = button.querySelector("[data-label]");
  const what = button.dataset.what;
  label.textContent = copied ? "Copied" : "Selected";
  button.classList.toggle("ne-copy--done", copied);
  said.textContent = "";
  setTimeout(() => {
    said.textContent = copied ? `Copied: ${what}` : `Selected: press Ctrl+C or ⌘C to copy ${what}`;
  }, 50);
  clearTimeout(timers.get(button));
  timers.set(button, setTimeout(() => {
    label.textContent = "Copy";
    button.classList.remove("ne-copy--done");
  }, 3000));
}
