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

// Maps: drag, buttons, and + − arrows when the map has the focus. The wheel is left to the page.
function zoomable(figure) {
  const svg = figure.querySelector("svg");
  const whole = { x: 0, y: 0, w: Number(svg.dataset.width), h: Number(svg.dataset.height) };
  let view = { ...whole };
  const dots = [...svg.querySelectorAll("circle")].map((dot) => [dot, Number(dot.getAttribute("r"))]);
  const names = [...svg.querySelectorAll("text")].map((name) => [name, Number(name.dataset.x), Number(name.dataset.y), Number(name.getAttribute("x")) - Number(name.dataset.x)]);

  function look(next) {
    const w = Math.min(Math.max(next.w, whole.w / 60), whole.w);
    const h = w * whole.h / whole.w;
    view = { w, h, x: Math.min(Math.max(next.x, 0), whole.w - w), y: Math.min(Math.max(next.y, 0), whole.h - h) };
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
    const part = view.w / whole.w;
    for (const [dot, radius] of dots) dot.setAttribute("r", radius * part);
    for (const [name, x, y, beside] of names) {
      name.style.fontSize = `${12.5 * part}px`;
      name.style.strokeWidth = `${3 * part}px`;
      name.setAttribute("x", x + beside * part);
      name.setAttribute("y", y + 4 * part);
    }
  }
  const zoom = (by) => look({ w: view.w * by, x: view.x + view.w * (1 - by) / 2, y: view.y + view.h * (1 - by) / 2 });
  const move = (dx, dy) => look({ ...view, x: view.x + dx * view.w, y: view.y + dy * view.h });

  const keys = { "+": () => zoom(0.7), "=": () => zoom(0.7), "-": () => zoom(1 / 0.7), "0": () => look(whole),
    ArrowLeft: () => move(-0.15, 0), ArrowRight: () => move(0.15, 0), ArrowUp: () => move(0, -0.15), ArrowDown: () => move(0, 0.15) };
  figure.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });

  let from = null;
  svg.addEventListener("pointerdown", (event) => { if (view.w < whole.w && !event.target.closest("a")) from = event; });
  svg.addEventListener("pointermove", (event) => {
    if (!from) return;
    const part = view.w / svg.clientWidth;
    look({ ...view, x: view.x - (event.clientX - from.clientX) * part, y: view.y - (event.clientY - from.clientY) * part });
    from = event;
  });
  for (const end of ["pointerup", "pointerleave", "pointercancel"]) svg.addEventListener(end, () => { from = null; });

  const tools = document.createElement("div");
  tools.className = "map-tools";
  for (const [sign, words, act] of [["+", "Zoom in", () => zoom(0.7)], ["−", "Zoom out", () => zoom(1 / 0.7)], ["Whole", "Whole map", () => look(whole)]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.setAttribute("aria-label", words);
    button.addEventListener("click", act);
    tools.append(button);
  }
  figure.prepend(tools);
  // On a narrow screen the map is wider than the window: the middle of its marks first.
  const frame = svg.parentElement;
  const middle = dots.reduce((sum, [dot]) => sum + Number(dot.getAttribute("cx")), 0) / (dots.length || 1) || whole.w / 2;
  frame.scrollLeft = frame.scrollWidth * middle / whole.w - frame.clientWidth / 2;
}
document.querySelectorAll("[data-map]").forEach(zoomable);

// Lines of the list of operations ask for what takes longer when they are seen.
const seen = new IntersectionObserver((lines) => {
  for (const { target } of lines.filter((line) => line.isIntersecting)) {
    seen.unobserve(target);
    fetch(target.dataset.glance).then((answer) => answer.json()).then((told) => {
      for (const cell of target.querySelectorAll("[data-of]")) cell.textContent = told[cell.dataset.of] || "not told";
    }).catch(() => {});
  }
});
document.querySelectorAll("[data-glance]").forEach((line) => seen.observe(line));
