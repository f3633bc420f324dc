import { gantt as words } from '../../words/events';
import { signedPercent } from '../../words/numbers';
import { venueName } from '../../words/venues';
import { PAGE_INK as INK } from '../look/pageInk';
import { textWidth } from '../look/textWidth';
import { drawnOf, type GanttChart } from './chart';
import type { Place } from './freePlace';
import type { GanttLayout } from './layout';
import { depthScale, heightIn, type Scale } from './scales';
import { type Still, sideOf, text } from './still';

/** Each episode's peak at its minute, a stem from 0; the rulebook's levels as lines. */
export function depths(chart: GanttChart, layout: GanttLayout): Still[] {
  const { depth: pane } = layout;
  const scale = depthScale(chart, layout);
  const yOf = heightIn(pane, scale);
  const line = (y: number, style: Still): Still => ({
    type: 'line',
    silent: true,
    z: 4,
    shape: { x1: layout.left, y1: y, x2: layout.left + layout.width, y2: y },
    style: { lineWidth: 1, ...style },
  });
  const drawn = drawnOf(chart);
  const levels = levelLines(chart.levels, scale);
  return [
    line(yOf(0), { stroke: INK.ink }),
    ...levels.map((value) => line(yOf(value), { stroke: INK.caution, lineDash: [6, 3] })),
    ...namedLines(levels, yOf).map((value) =>
      text(layout, layout.left + layout.width - 2, yOf(value) + (value < 0 ? 8 : -8), signedPercent(value), {
        fill: INK.caution,
        align: 'right',
      }),
    ),
    ...drawn.flatMap((episode) => {
      const x = layout.xOf(episode.peakMinute + 0.5);
      const [y, stroke] = [yOf(episode.peak), sideOf(episode)];
      return [
        {
          type: 'line',
          silent: true,
          z: 5,
          shape: { x1: x, y1: yOf(0), x2: x, y2: y },
          style: { stroke, lineWidth: 1.5, opacity: 0.7 },
        },
        {
          type: 'circle',
          silent: true,
          z: 6,
          shape: { cx: x, cy: y, r: 3.5 },
          style: { fill: episode.isBeyond === false ? INK.paper : stroke, stroke, lineWidth: 1.5 },
        },
      ];
    }),
    ...deepestLabel(chart, layout),
  ];
}

/** A level lies on both sides; the furthest first. */
const levelLines = (levels: readonly number[], { least, most }: Pick<Scale, 'least' | 'most'>): readonly number[] =>
  [...levels]
    .sort((a, b) => b - a)
    .flatMap((level) => [-level, level])
    .filter((value) => value >= least && value <= most);

const NAME_PITCH = 14;

/** Those whose names do not touch one named before. */
function namedLines(lines: readonly number[], yOf: (value: number) => number): readonly number[] {
  const named: number[] = [];
  for (const value of lines)
    if (named.every((other) => value < 0 !== other < 0 || Math.abs(yOf(value) - yOf(other)) >= NAME_PITCH))
      named.push(value);
  return named;
}

/** Where the deepest of all is named, beside its peak; undefined: there is none. */
export function deepestPlace(chart: GanttChart, layout: GanttLayout): (Place & { readonly label: string }) | undefined {
  const [episode] = drawnOf(chart);
  if (episode === undefined) return undefined;
  const label = words.deepest(episode.name, venueName(episode.venue), signedPercent(episode.peak));
  const x = layout.xOf(episode.peakMinute + 0.5);
  const width = textWidth(label, layout.fontSize) * 1.06;
  const isRight = x - 8 - width < layout.left;
  const peak = heightIn(layout.depth, depthScale(chart, layout))(episode.peak);
  // At the right others of the same minutes end a little higher.
  const y = peak + (isRight && episode.peak < 0 ? 7 : 0);
  return { label, x: isRight ? x + 8 : x - 8, y, align: isRight ? 'left' : 'right' };
}

function deepestLabel(chart: GanttChart, layout: GanttLayout): Still[] {
  const [episode] = drawnOf(chart);
  const place = deepestPlace(chart, layout);
  if (episode === undefined || place === undefined) return [];
  return [text(layout, place.x, place.y, place.label, { align: place.align, fontWeight: 600, fill: sideOf(episode) })];
}
