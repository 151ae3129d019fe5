// Shuffles the options of a card, lets the learner mark some, and shows on the back what was marked.
// The order grows from the note's key and the day alone: both sides agree even where a client forgets everything
// between them. The marks are kept for the turn where the client allows it. Without this script a card still reads
// right, in the order of the field. No double braces here: Anki would take them for a field.
(() => {
  const card = document.querySelector(".dg-choice");
  const list = card && card.querySelector(".dg-options");
  if (!list || list.dataset.shuffled) return;
  list.dataset.shuffled = "yes";
  const key = card.dataset.key;
  const options = shuffled(Array.from(list.children), (list.dataset.moves || "").split(" "));
  options.forEach((option) => list.appendChild(option));
  if (card.classList.contains("dg-front")) ask();
  else tell(remembered());

  function shuffled(all, names) {
    const day = new Date(Date.now() - 4 * 3600 * 1000); // Anki's day begins at four
    const seed = [key, day.getFullYear(), day.getMonth(), day.getDate()].join("|");
    const moving = all.filter((option) => names.includes(option.dataset.o));
    const order = moving.slice().sort((a, b) => weight(seed, a) - weight(seed, b));
    return all.map((option) => (moving.includes(option) ? order.shift() : option));
  }

  function weight(seed, option) { // FNV-1a, then the last step of MurmurHash3, so that near names lie far apart
    let hash = 2166136261;
    for (const sign of seed + "|" + option.dataset.o) hash = Math.imul(hash ^ sign.codePointAt(0), 16777619);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  function ask() {
    const kind = list.classList.contains("dg-several") ? "checkbox" : "radio";
    if (kind === "radio") list.parentNode.setAttribute("role", "radiogroup");
    options.forEach((option) => option.appendChild(labelled(option, kind)));
    list.addEventListener("change", () => {
      options.forEach((option) => option.classList.toggle("dg-chosen", option.querySelector("input").checked));
      remember(options.filter((option) => option.classList.contains("dg-chosen")).map((option) => option.dataset.o));
    });
    remember([]);
  }

  function labelled(option, kind) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    label.className = "tappable"; // a tap here is not one that turns the card
    label.id = "dg-label-" + option.dataset.o;
    input.setAttribute("aria-labelledby", label.id); // a list in it would not count as its words
    input.type = kind;
    input.name = "dg-option";
    label.appendChild(input);
    while (option.firstChild) label.appendChild(option.firstChild);
    return label;
  }

  function tell(chosen) {
    const letters = new Map(options.map((option, place) => [option.dataset.o, letter(place)]));
    const keys = Array.from(card.querySelectorAll(".dg-key"));
    keys.forEach((one) => (one.querySelector(".dg-letter").textContent = letters.get(one.dataset.o)));
    options.forEach((option) => {
      keys.filter((one) => one.dataset.o === option.dataset.o).forEach((one) => one.parentNode.appendChild(one));
    });
    options.forEach((option) => mark(option, chosen.includes(option.dataset.o)));
    if (!chosen.length) return;
    const isRight = options.every((one) => chosen.includes(one.dataset.o) === one.classList.contains("dg-right"));
    const verdict = card.querySelector(isRight ? ".dg-hit" : ".dg-miss");
    const told = options.map((one) => one.dataset.o).filter((name) => chosen.includes(name));
    verdict.querySelector("b").textContent = told.map((name) => letters.get(name)).join(", ");
    verdict.hidden = false;
  }

  function mark(option, isChosen) {
    const sign = option.querySelector(".dg-mark");
    sign.setAttribute("role", "img");
    sign.setAttribute("aria-label", option.classList.contains("dg-right") ? list.dataset.right : list.dataset.wrong);
    if (!isChosen) return;
    const tag = document.createElement("p");
    tag.className = "dg-tag";
    tag.textContent = list.dataset.chosen;
    option.classList.add("dg-chosen");
    option.insertBefore(tag, option.firstChild);
  }

  function letter(place) {
    return (place < 26 ? "" : letter(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));
  }

  function remember(chosen) {
    window.deckgenChosen = JSON.stringify([key, chosen]);
    try {
      sessionStorage.setItem("deckgenChosen", window.deckgenChosen);
    } catch (refused) {
      // the page remembers, if it stays
    }
  }

  function remembered() {
    let kept = window.deckgenChosen;
    try {
      kept = kept || sessionStorage.getItem("deckgenChosen");
    } catch (refused) {
      // nothing was kept
    }
    const [of, chosen] = JSON.parse(kept || "[null, []]");
    return of === key ? chosen : [];
  }
})();
