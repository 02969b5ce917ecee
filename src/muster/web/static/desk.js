// The desk by keyboard. Every key presses a button or follows a link that is on the page; nothing else is done here.
"use strict";

const KEPT = "muster-keys";
const dialog = document.getElementById("keys");
const switched = document.getElementById("keys-on");

// Keys are named on the page only where they do something.
if (dialog) document.documentElement.classList.add("keyed");

function keysAreOn() {
  return localStorage.getItem(KEPT) !== "off";
}

function isWriting(target) {
  return target instanceof HTMLElement && target.closest("textarea, select, input:not([type=radio]):not([type=checkbox])") !== null;
}

function openCorrection() {
  const details = document.getElementById("correct");
  if (!details) return;
  details.open = true;
  const first = details.querySelector("input:not([type=hidden]), select");
  if (first) first.focus();
}

function compareWith(number) {
  const choice = document.getElementById(`other-${number}`);
  if (choice) choice.checked = true;
}

function press(key) {
  if (key >= "1" && key <= "9") return compareWith(key);
  if (key === "?") return dialog && !dialog.open ? dialog.showModal() : undefined;
  const found = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
  if (!found) return undefined;
  if (key === "c") return openCorrection();
  return found.tagName === "TEXTAREA" ? found.focus() : found.click();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && isWriting(event.target)) return event.target.blur();
  // Enter in a field would press the form's first button: nothing is decided by accident.
  if (event.key === "Enter" && event.target.matches(".compare input")) return event.preventDefault();
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isWriting(event.target)) return undefined;
  if (dialog && dialog.open && event.key !== "?") return undefined;
  if (!keysAreOn() && event.key !== "?") return undefined;
  const known = event.key.length === 1 && (/[1-9?]/.test(event.key) || document.querySelector(`[data-key="${CSS.escape(event.key)}"]`));
  if (!known) return undefined;
  event.preventDefault();
  return press(event.key);
});

for (const button of document.querySelectorAll("[data-opens]")) {
  button.hidden = false;
  button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
}
for (const link of document.querySelectorAll('[data-key="c"]')) {
  link.addEventListener("click", (event) => { event.preventDefault(); openCorrection(); });
}
if (switched) {
  switched.checked = keysAreOn();
  switched.addEventListener("change", () => localStorage.setItem(KEPT, switched.checked ? "on" : "off"));
}
// One decision is posted once, however often the key is pressed.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
