// Charts from data the server has written into the page: SVG, no motion, the words beside the picture.
//
//   <figure class="chart" data-chart="some-id" aria-label="what the chart says">
//     <div class="chart-box"></div>
//   </figure>
//   {{ option|json_script:"some-id" }}
//
// The option is ECharts' own, as JSON. Colors may be names of tokens ("@primary", "@va"); formatters may be
// "@int" (8,412), "@percent" (0.526 as 52.6%), "@percent0" or "@one" (one decimal).
// Load echarts.common.min.js before this module: {% include "components/chart_scripts.html" only %}.

const root = getComputedStyle(document.documentElement);
const letters = getComputedStyle(document.body).fontFamily;
const token = (name) => root.getPropertyValue(`--${name}`).trim();

const FORMATS = {
  "@int": (value) => Number(value).toLocaleString("en-US", { maximumFractionDigits: 0 }),
  "@one": (value) => Number(value).toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  "@percent": (value) => `${(Number(value) * 100).toFixed(1)}%`,
  "@percent0": (value) => `${Math.round(Number(value) * 100)}%`,
};

/** Formatters of axes get the value itself, those of labels and tooltips get an object around it. */
function formatter(name) {
  return (given) => {
    const value = given !== null && typeof given === "object" ? given.value : given;
    return FORMATS[name](Array.isArray(value) ? value.at(-1) : value);
  };
}

/** The same tree with names of formats and of tokens replaced by what they mean. */
function resolve(node) {
  if (Array.isArray(node)) return node.map(resolve);
  if (node !== null && typeof node === "object")
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolve(value)]));
  if (typeof node !== "string" || node[0] !== "@") return node;
  return node in FORMATS ? formatter(node) : token(node.slice(1)) || node;
}

function axis() {
  return {
    axisLine: { lineStyle: { color: token("line-300") } },
    axisTick: { show: false },
    axisLabel: { color: token("ink-500"), fontSize: 11.5 },
    splitLine: { lineStyle: { color: token("line-100") } },
    nameTextStyle: { color: token("ink-500"), fontSize: 11.5 },
  };
}

/** The registry's look, from the tokens of the style sheet. */
function theme() {
  const plain = axis();
  return {
    color: ["primary", "va", "vv", "ecpr", "d4", "d5", "d6"].map(token),
    textStyle: { fontFamily: letters, fontSize: 12, color: token("ink-500") },
    categoryAxis: { ...plain, splitLine: { show: false } },
    valueAxis: { ...plain, axisLine: { show: false } },
    timeAxis: plain,
    logAxis: plain,
    legend: { icon: "roundRect", itemWidth: 10, itemHeight: 10, itemGap: 14, textStyle: { color: token("ink-700") } },
    bar: { itemStyle: { borderRadius: 1 } },
    line: { symbol: "circle", symbolSize: 7, lineStyle: { width: 2.2 } },
  };
}

const strong = matchMedia("(prefers-contrast: more), (forced-colors: active)");

function complete(option, label) {
  return {
    animation: false,
    ...option,
    textStyle: { ...option.textStyle, fontFamily: letters },
    aria: { enabled: true, label: { description: label }, decal: { show: strong.matches }, ...option.aria },
    tooltip: option.tooltip && { renderMode: "richText", confine: true, ...option.tooltip },
  };
}

function mount(figure) {
  const data = document.getElementById(figure.dataset.chart);
  const box = figure.querySelector(".chart-box");
  if (!data || !box || box.dataset.mounted) return;
  box.dataset.mounted = "1";
  if (figure.dataset.height) box.style.height = `${figure.dataset.height}px`;
  const chart = globalThis.echarts.init(box, "registry", { renderer: "svg" });
  const label = figure.getAttribute("aria-label") ?? "";
  chart.setOption(complete(resolve(JSON.parse(data.textContent)), label));
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", label);
  figure.removeAttribute("aria-label");
  new ResizeObserver(() => chart.resize()).observe(box);
  addEventListener("beforeprint", () => {
    chart.setOption({ aria: { decal: { show: true } } });
    // Paper has another width: with a view box the drawing is scaled to it.
    box.querySelector("svg").setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
  });
  addEventListener("afterprint", () => chart.setOption({ aria: { decal: { show: strong.matches } } }));
}

function mountAll(within) {
  if (within.matches?.("[data-chart]")) mount(within);
  within.querySelectorAll("[data-chart]").forEach(mount);
}

globalThis.echarts.registerTheme("registry", theme());
mountAll(document);
document.addEventListener("htmx:load", (event) => mountAll(event.detail.elt));
