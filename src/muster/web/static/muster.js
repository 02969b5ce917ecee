// Charts are drawn here from their specifications; without this script the page shows them as pictures.
"use strict";

// Where no font has flags, two letters in boxes would stand for them.
const canvas = document.createElement("canvas").getContext("2d");
canvas.font = "16px 'Noto Color Emoji', 'Apple Color Emoji', 'Segoe UI Emoji', sans-serif";
if (canvas.measureText("\u{1F1EE}\u{1F1F9}").width > 1.5 * canvas.measureText("\u{1F1EE}").width) {
  document.documentElement.classList.add("no-flags");
}

const dark = window.matchMedia("(prefers-color-scheme: dark)");
let drawing = null;

// The bundle is loaded once, when the first chart comes near.
function loaded(address) {
  drawing ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = () => failed(new Error(address));
    document.head.append(script);
  });
  return drawing;
}

async function draw(figure) {
  const separator = figure.dataset.chart.includes("?") ? "&" : "?";
  const scheme = dark.matches ? "dark" : "light";
  const [answer] = await Promise.all([
    fetch(`${figure.dataset.chart}${separator}scheme=${scheme}`),
    loaded(document.documentElement.dataset.bundle),
  ]);
  if (!answer.ok) throw new Error(answer.statusText);
  const spec = await answer.json();
  const options = { actions: false, ast: true, defaultStyle: false, renderer: "svg", logLevel: 1, tooltip: { disableDefaultStyle: true } };
  await window.vegaEmbed(figure.querySelector(".drawing"), spec, options);
  figure.classList.add("drawn");
}

function show(figure) {
  draw(figure).catch(() => {
    figure.querySelector(".drawing").textContent = "The chart could not be drawn; its figures are in the table.";
  });
}

const near = new IntersectionObserver((seen) => {
  for (const one of seen.filter((entry) => entry.isIntersecting)) {
    near.unobserve(one.target);
    show(one.target);
  }
}, { rootMargin: "300px" });
const charts = document.querySelectorAll("[data-chart]");
charts.forEach((figure) => near.observe(figure));
dark.addEventListener("change", () => charts.forEach((figure) => figure.classList.contains("drawn") && show(figure)));
// A chart that was not looked at is not drawn, but is to be printed.
window.addEventListener("beforeprint", () => charts.forEach((figure) => figure.classList.contains("drawn") || show(figure)));
