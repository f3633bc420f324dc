/** The other drawing libraries that charts are held against. */
export const PEERS = ['uPlot', 'lightweight-charts'] as const;
export type Peer = (typeof PEERS)[number];

/** CSS pixels of a peer's panes: as wide as the app's chart, prices three fifths of its two panes of lines. */
export const PANES = { width: 872, prices: 288, deviations: 192 } as const;

/** A page of its own: the library, the arrays asked for as JSON, and nothing else. The place of the chart has the id `chart`. */
const page = (title: string, head: string, script: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">
<style>body{margin:24px;font:12px sans-serif}#chart{width:${String(PANES.width)}px}#table{columns:4}.u-legend{text-align:left}</style>
${head}
<div id="chart"></div><div id="table"></div>
<script type="module">
const asked = await fetch('arrays.json' + location.search);
const all = await asked.json();
const chart = document.getElementById('chart');
const colour = (place) => 'hsl(' + place * 22.5 + ' 80% 40%)';
const { width, prices, deviations } = ${JSON.stringify(PANES)};
${script}
</script></html>`;

/**
 * uPlot as its own demos set it up: lines with a cursor and a live legend, two plots in step, zoomed by the wheel and moved by dragging. It has
 * neither by itself: the listeners are those of its demo "zoom-wheel".
 */
const uPlotPage = page(
  'uPlot',
  '<link rel="stylesheet" href="uPlot.css"><script src="uPlot.js"></script>',
  `
const plots = [];
const inAll = (range) => { for (const plot of plots) plot.setScale('x', range); };
const hands = { hooks: { ready: (plot) => {
  const { over } = plot;
  over.addEventListener('wheel', (event) => {
    event.preventDefault();
    const { min, max } = plot.scales.x;
    const share = (event.clientX - over.getBoundingClientRect().left) / over.clientWidth;
    const at = min + share * (max - min);
    const wide = (max - min) * 2 ** (event.deltaY / 250);
    inAll({ min: at - share * wide, max: at - share * wide + wide });
  }, { passive: false });
  over.addEventListener('mousedown', (pressed) => {
    const { min, max } = plot.scales.x;
    const perPixel = (max - min) / over.clientWidth;
    const move = (event) => {
      const by = (event.clientX - pressed.clientX) * perPixel;
      inAll({ min: min - by, max: max - by });
    };
    document.addEventListener('mousemove', move);
    document.addEventListener('mouseup', () => document.removeEventListener('mousemove', move), { once: true });
  });
} } };
const plotOf = (column, height) => new uPlot({
  width, height, plugins: [hands],
  cursor: { sync: { key: 'chart' }, drag: { x: false, y: false } },
  series: [{}, ...all.map(({ name }, place) => ({ label: name, stroke: colour(place), width: 1, points: { show: false } }))],
}, uPlot.join(all.map((one) => [one.seconds, one[column]])), chart);
plots.push(plotOf('close', prices), plotOf('dLow', deviations));
`,
);

/** lightweight-charts with two panes, and the table of values at the pointer that its tutorials add. It zooms and moves by itself. */
const lightweightPage = page(
  'lightweight-charts',
  '<script src="lightweight-charts.js"></script>',
  `
const made = LightweightCharts.createChart(chart, { width, height: prices + deviations, autoSize: false,
  timeScale: { timeVisible: true, minBarSpacing: 0.0001 } });
const pane = (column, place) => all.map((one, number) => {
  const line = made.addSeries(LightweightCharts.LineSeries,
    { color: colour(number), lineWidth: 1, priceLineVisible: false, lastValueVisible: false,
      priceFormat: { type: 'price', precision: 4, minMove: 0.0001 } }, place);
  line.setData(one.seconds.map((time, row) => one[column][row] === null ? { time } : { time, value: one[column][row] }));
  return line;
});
pane('close', 0);
const lines = pane('dLow', 1);
made.panes()[0].setStretchFactor(prices);
made.panes()[1].setStretchFactor(deviations);
made.timeScale().fitContent();
const table = document.getElementById('table');
const cells = all.map(({ name }) => {
  const row = table.appendChild(document.createElement('div'));
  row.append(name + ' ');
  return row.appendChild(document.createElement('span'));
});
made.subscribeCrosshairMove(({ seriesData }) => {
  lines.forEach((line, number) => { cells[number].textContent = seriesData.get(line)?.value?.toFixed(4) ?? '–'; });
});
`,
);

export const PAGE_OF: Readonly<Record<Peer, string>> = { uPlot: uPlotPage, 'lightweight-charts': lightweightPage };
