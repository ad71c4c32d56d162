// A small line of values over time, with the same in words. Dashes cross what was not entered.

import { text } from "./text.js";

const [WIDTH, TOP, BOTTOM, SIDE] = [234, 22, 52, 8];
const NAMESPACE = "http://www.w3.org/2000/svg";

function draw(tag, attributes, content = "") {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = content;
  return element;
}

function scale(values, low, high) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (value) => (most === least ? (low + high) / 2 : low + ((value - least) / (most - least)) * (high - low));
}

export function sparkline({ label, short, unit, points }) {
  const x = scale(points.map((point) => point.time), SIDE, WIDTH - 10);
  const y = scale(points.map((point) => -point.value), TOP, BOTTOM);
  const spots = points.map((point) => ({ ...point, x: x(point.time).toFixed(1), y: y(-point.value).toFixed(1) }));
  const drawing = draw("svg", { viewBox: `0 0 ${WIDTH} 60`, class: "spark", role: "img" });
  drawing.setAttribute("aria-label", text("trend", { label, unit, values: points.map((point) => `${point.label} ${point.value}`).join(", ") }));
  drawing.append(draw("text", { x: 0, y: 12, class: "v" }, short), draw("text", { x: WIDTH, y: 12, "text-anchor": "end", class: "v" }, String(points.at(-1).value)));
  spots.slice(1).forEach((spot, place) => drawing.append(draw("path", { d: `M${spots[place].x} ${spots[place].y} ${spot.x} ${spot.y}`, class: spot.afterGap ? "gap" : "line" })));
  for (const spot of spots) drawing.append(draw("circle", { cx: spot.x, cy: spot.y, r: 3.5 }));
  return drawing;
}
