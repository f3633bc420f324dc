import { medianOf } from '../../analysis/reference/order';
import { shown, type Aim } from '../load/aims';
import { percentileOf } from '../percentile';
import { dataBytes, scriptBytes, type ScriptBytes } from './bytes';
import { GESTURES, type Gesture } from './gestures';
import { SUBJECTS, type SpanFindings, type Subject } from './measure';
import type { Visit } from './visit';
import { CATEGORIES, type Category, type Form, type Scores } from './lighthouse';
import { PEERS } from './peerPages';

/** Lighthouse's runs over one span. */
export interface LighthouseFindings {
  readonly span: string;
  readonly form: Form;
  readonly runs: readonly Scores[];
}

const P = 95;
const KILO = 1_000;
const AIMS = { cold: 300, warm: 150, begun: 180, chart: 220, score: 95 } as const;
const MOST: Readonly<Record<Gesture, number>> = { hover: 16, zoom: 32, pan: 16 };

const p95 = ({ moved }: SpanFindings, subject: Subject, gesture: Gesture): number =>
  percentileOf(moved[subject][gesture].frames, P);
const medianBy = (visits: readonly Visit[], pick: (visit: Visit) => number): number => medianOf(visits.map(pick));
const spreadBy = (visits: readonly Visit[], pick: (visit: Visit) => number): string => {
  const all = visits.map(pick);
  return `${shown(medianOf(all))} (${shown(Math.min(...all))}–${shown(Math.max(...all))})`;
};

/** Kilobytes on the wire of one span, of a visit with an empty cache. */
export function kilobytesOf({
  cold,
  inside,
  unrepeated,
  chartAlone,
}: Pick<SpanFindings, 'cold' | 'inside' | 'unrepeated' | 'chartAlone'>) {
  const visits = cold.Plumbline;
  const scripts = (part: keyof ScriptBytes): number =>
    medianBy(visits, (visit) => scriptBytes(visit, chartAlone)[part]) / KILO;
  const asked = medianBy(visits, ({ fetched }) => dataBytes(fetched)) / KILO;
  return {
    html: medianBy(visits, ({ html }) => html) / KILO,
    inside: inside / KILO,
    asked,
    /** What is held against the aim. */
    data: unrepeated === undefined ? inside / KILO + asked : unrepeated / KILO,
    unrepeated: unrepeated === undefined ? undefined : unrepeated / KILO,
    begun: scripts('begun'),
    after: scripts('after'),
    chart: scripts('chart'),
  };
}

/** The aims of one span, Lighthouse's apart. */
export function aimsOf(findings: SpanFindings): readonly Aim[] {
  const { span, cold, warm } = findings;
  const own = { cold: cold.Plumbline, warm: warm.Plumbline };
  const kilobytes = kilobytesOf(findings);
  const less = (name: string, aim: number, measured: number, unit: string): Aim => ({
    name: `${span.name}: ${name}`,
    aim,
    measured,
    unit,
    wants: 'less',
  });
  return [
    ...(['cold', 'warm'] as const).flatMap((visit) => [
      less(
        `first chart visible, ${visit}`,
        AIMS[visit],
        medianBy(own[visit], ({ charted }) => charted.ms),
        'ms',
      ),
      less(
        `LCP, ${visit}`,
        AIMS[visit],
        medianBy(own[visit], ({ largest }) => largest.ms),
        'ms',
      ),
    ]),
    ...GESTURES.flatMap((gesture): readonly Aim[] => {
      const measured = p95(findings, 'Plumbline', gesture);
      const peers = PEERS.map((peer) => p95(findings, peer, gesture));
      return [
        less(`${gesture}, p95`, MOST[gesture], measured, 'ms'),
        {
          ...less(`${gesture}, p95, beside the faster peer`, Number(Math.min(...peers).toFixed(1)), measured, 'ms'),
          wants: 'at most',
        },
      ];
    }),
    less('JavaScript the page begins with', AIMS.begun, kilobytes.begun, 'KB'),
    less("the chart's own code", AIMS.chart, kilobytes.chart, 'KB'),
    ...(span.mostKilobytes === undefined ? [] : [less('data', span.mostKilobytes, kilobytes.data, 'KB')]),
    {
      ...less('layout shift, the most of any visit', 0, mostShift(findings), ''),
      wants: 'at most',
    },
  ];
}

const mostShift = ({ cold, warm }: SpanFindings): number =>
  Math.max(...[...cold.Plumbline, ...warm.Plumbline].map(({ shift }) => shift));

/** The median of the runs; NaN: none has it. */
export const medianScore = (runs: readonly Scores[], category: Category): number =>
  percentileOf(
    runs.flatMap((scores) => scores[category] ?? []),
    50,
  );

export const lighthouseAims = ({ span, form, runs }: LighthouseFindings): readonly Aim[] =>
  CATEGORIES.map((category) => ({
    name: `${span}: Lighthouse, ${form}, ${category}`,
    aim: AIMS.score,
    measured: medianScore(runs, category),
    unit: '',
    wants: 'at least',
  }));

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const head = (...names: readonly string[]): readonly string[] => [
  row('', ...names),
  row('---', ...names.map(() => '---:')),
];
/** What is the most frequent. */
const usual = (words: readonly string[]): string =>
  [...new Set(words)].sort((a, b) => words.filter((w) => w === b).length - words.filter((w) => w === a).length)[0] ??
  '';

export const firstChartTable = (all: readonly SpanFindings[]): readonly string[] => [
  ...head(
    'first chart visible',
    'drawn by',
    'LCP',
    'its element',
    'chart answers the mouse',
    'page answered',
    ...PEERS.map((peer) => `${peer}: first chart`),
  ),
  ...all.flatMap((one) =>
    (['cold', 'warm'] as const).map((which) => {
      const own = one[which].Plumbline;
      return row(
        `${one.span.name}, ${which}`,
        spreadBy(own, ({ charted }) => charted.ms),
        usual(own.map(({ charted }) => charted.by)),
        spreadBy(own, ({ largest }) => largest.ms),
        `\`${usual(own.map(({ largest }) => largest.element))}\``,
        spreadBy(own, ({ canvas }) => canvas),
        spreadBy(own, ({ answered }) => answered),
        ...PEERS.map((peer) => spreadBy(one[which][peer], ({ charted }) => charted.ms)),
      );
    }),
  ),
];

export const framesTable = (all: readonly SpanFindings[]): readonly string[] => [
  ...head(...SUBJECTS.flatMap((subject) => [`${subject}: p50`, 'p95', 'most', 'thread, an input', 'at rest'])),
  ...all.flatMap((one) =>
    GESTURES.map((gesture) =>
      row(
        `${one.span.name}: ${gesture}`,
        ...SUBJECTS.flatMap((subject) => {
          const { frames, threadMs, restMs } = one.moved[subject][gesture];
          return [...[50, P, 100].map((percent) => percentileOf(frames, percent)), threadMs, restMs].map(shown);
        }),
      ),
    ),
  ),
];

export const bytesTable = (all: readonly SpanFindings[]): readonly string[] => [
  ...head(
    'rows',
    'minutes a bucket',
    'HTML',
    'of it data',
    'data asked for',
    'of days that do not repeat',
    'JavaScript the page begins with',
    'after it',
    "of it the chart's own",
    'layout shift',
    "server's first answer, s",
  ),
  ...all.map((one) => {
    const { html, inside, asked, unrepeated, begun, after, chart } = kilobytesOf(one);
    return row(
      one.span.name,
      one.rows.toLocaleString('en'),
      String(one.resolution),
      ...[html, inside, asked].map(shown),
      unrepeated === undefined ? '' : shown(unrepeated),
      ...[begun, after, chart, mostShift(one), one.computed / KILO].map(shown),
    );
  }),
];

/** What shifts, a line a span; none where nothing does. */
export const shiftedLines = (all: readonly SpanFindings[]): readonly string[] =>
  all.flatMap(({ span, cold, warm }) => {
    const shifted = new Set([...cold.Plumbline, ...warm.Plumbline].flatMap((visit) => visit.shifted));
    return shifted.size === 0 ? [] : [`${span.name}: shifted ${[...shifted].map((one) => `\`${one}\``).join(', ')}.`];
  });

export const lighthouseTable = (all: readonly LighthouseFindings[]): readonly string[] => [
  ...head('runs', ...CATEGORIES),
  ...all.map(({ span, form, runs }) =>
    row(
      `${span}, ${form}`,
      String(runs.length),
      ...CATEGORIES.map((category) => {
        const scores = runs.flatMap((run) => run[category] ?? []);
        return `${String(medianScore(runs, category))} (${String(Math.min(...scores))}–${String(Math.max(...scores))})`;
      }),
    ),
  ),
];
