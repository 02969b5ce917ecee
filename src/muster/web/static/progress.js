// Looks again, every second, how far the reading has come; without it the page has a link that does so.
"use strict";

async function lookAgain() {
  const shown = document.getElementById("progress");
  if (!shown || !("busy" in shown.dataset)) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.getElementById("progress");
  if (now) shown.replaceWith(document.adoptNode(now));
  setTimeout(lookAgain, 1000);
}

setTimeout(lookAgain, 600);
