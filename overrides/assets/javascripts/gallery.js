/* A gallery opens its pictures large, one after the other; without this script its tiles are plain links. */
const SWIPE = 40; // pixels

for (const gallery of document.querySelectorAll("[data-gallery]")) start(gallery);

function start(gallery) {
  const tiles = [...gallery.querySelectorAll("a[data-width]")];
  let large = null;
  for (const [number, tile] of tiles.entries()) {
    tile.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      large ??= made(tiles);
      large.open(number);
    });
  }
}

function made(tiles) {
  const dialog = document.createElement("dialog");
  dialog.className = "ne-large";
  dialog.setAttribute("aria-label", "Pictures");
  const count = part("p", "count");
  const show = part("div", "show");
  const words = part("div", "words");
  count.setAttribute("aria-live", "polite");
  const close = button("close", "Close", "×", () => dialog.close());
  const back = button("back", "Picture before", "‹", () => go(at - 1));
  const on = button("on", "Next picture", "›", () => go(at + 1));
  dialog.append(count, close, back, show, on, words);
  document.body.append(dialog);
  let at = 0;
  let from = null;

  function go(number) {
    at = (number + tiles.length) % tiles.length;
    show.replaceChildren(image(tiles[at]));
    count.textContent = tiles.length > 1 ? `${at + 1} of ${tiles.length}` : "";
    const caption = tiles[at].parentElement.querySelector("figcaption");
    words.replaceChildren(...(caption ? caption.cloneNode(true).childNodes : []));
    for (const near of [at - 1, at + 1]) ahead(tiles[(near + tiles.length) % tiles.length]);
  }

  back.hidden = on.hidden = tiles.length < 2;
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step || tiles.length < 2) return;
    event.preventDefault();
    go(at + step);
  });
  show.addEventListener("pointerdown", (event) => { from = event.isPrimary ? event.clientX : null; });
  show.addEventListener("pointercancel", () => { from = null; });
  show.addEventListener("pointerup", (event) => {
    const way = from === null ? 0 : event.clientX - from;
    from = null;
    if (Math.abs(way) > SWIPE && tiles.length > 1) go(at + (way < 0 ? 1 : -1));
  });
  dialog.addEventListener("click", (event) => { if (event.target === show) dialog.close(); });
  dialog.addEventListener("close", () => {
    show.replaceChildren();
    tiles[at].focus();
  });
  return {
    open(number) {
      go(number);
      dialog.showModal();
      close.focus();
    },
  };
}

function image(tile) {
  const picture = new Image(Number(tile.dataset.width), Number(tile.dataset.height));
  picture.alt = tile.querySelector("img").alt;
  picture.src = tile.href;
  picture.draggable = false;
  return picture;
}

function ahead(tile) {
  if (!navigator.connection?.saveData) new Image().src = tile.href;
}

function part(element, name) {
  const made = document.createElement(element);
  made.className = `ne-large__${name}`;
  return made;
}

function button(name, label, sign, press) {
  const made = part("button", name);
  made.type = "button";
  made.setAttribute("aria-label", label);
  made.textContent = sign;
  made.addEventListener("click", press);
  return made;
}
