import { describe, expect, it } from 'vitest';
import { verdict } from '../load/aims';
import type { Moved } from './gestures';
import type { SpanFindings } from './measure';
import { aimsOf, kilobytesOf, lighthouseAims, medianScore, shiftedLines } from './report';
import type { Visit } from './visit';

const HOST = 'http://127.0.0.1:1';

const visit = (charted: number, shift = 0): Visit => ({
  answered: 5,
  contentful: 100,
  largest: { ms: charted + 10, element: 'h1.' },
  charted: { ms: charted, by: 'svg' },
  canvas: charted + 500,
  shift,
  shifted: shift === 0 ? [] : ['span.label'],
  html: 60_000,
  fetched: [
    { address: `${HOST}/a.js`, askedAtMs: 20, bytes: 170_000 },
    { address: `${HOST}/chart.js`, askedAtMs: 140, bytes: 130_000 },
    { address: `${HOST}/palette.js`, askedAtMs: 145, bytes: 9_000 },
    { address: `${HOST}/api?format=columns`, askedAtMs: 150, bytes: 10_000 },
  ],
  named: [],
});

/** A hundred frames of 1, 2, … 100 hundredths of the longest. */
const moved = (longest: number): Moved => ({
  frames: Array.from({ length: 100 }, (_, place) => ((place + 1) * longest) / 100),
  threadMs: 3,
  restMs: 2,
});
const all = (longest: number) => ({ hover: moved(longest), zoom: moved(longest), pan: moved(longest) });

const findings: SpanFindings = {
  span: { key: '1d', name: '1 day', minutes: 1_440, mostKilobytes: 150 },
  address: `${HOST}/ATOM`,
  resolution: 1,
  rows: 23_040,
  computed: 900,
  inside: 30_000,
  unrepeated: undefined,
  chartAlone: new Set([`${HOST}/chart.js`]),
  cold: { Plumbline: [visit(290), visit(250), visit(400)], uPlot: [visit(90)], 'lightweight-charts': [visit(95)] },
  warm: { Plumbline: [visit(160, 0.02)], uPlot: [visit(90)], 'lightweight-charts': [visit(95)] },
  moved: { Plumbline: all(20), uPlot: all(40), 'lightweight-charts': all(10) },
};

const aim = (name: string) => {
  const found = aimsOf(findings).find((one) => one.name === `1 day: ${name}`);
  if (found === undefined) throw new Error(`no aim ${name}`);
  return found;
};

describe('kilobytes of a span', () => {
  it('are those of the wire', () => {
    expect(kilobytesOf(findings)).toMatchObject({ html: 60, inside: 30, asked: 10, data: 40 });
    expect(kilobytesOf(findings)).toMatchObject({ begun: 170, after: 139, chart: 130 });
  });

  it('of data are those of days that do not repeat, where there are such', () => {
    expect(kilobytesOf({ ...findings, unrepeated: 352_000 }).data).toBe(352);
  });
});

describe('the aims of a span', () => {
  it.each([
    // The middle of 250, 290, 400, and ten more for the largest paint.
    ['first chart visible, cold', 290, 'met'],
    ['LCP, cold', 300, 'missed, by a factor of 1.00'],
    // 160 of 150.
    ['first chart visible, warm', 160, 'missed, by a factor of 1.07'],
    // The 95th of a hundred frames up to 20 ms; 19 of 16.
    ['hover, p95', 19, 'missed, by a factor of 1.19'],
    ['zoom, p95', 19, 'met'],
    // 19 of the 9.5 of the peer with frames up to 10 ms.
    ['zoom, p95, beside the faster peer', 19, 'missed, by a factor of 2.00'],
    ['JavaScript the page begins with', 170, 'met'],
    ["the chart's own code", 130, 'met'],
    ['data', 40, 'met'],
    ['layout shift, the most of any visit', 0.02, 'missed, by 0.020'],
  ])('%s', (name, measured, said) => {
    const found = aim(name);
    expect(found.measured).toBeCloseTo(measured, 9);
    expect(verdict(found)).toBe(said);
  });

  it('have no data where none was said', () => {
    const { mostKilobytes: _, ...span } = findings.span;
    expect(aimsOf({ ...findings, span }).map(({ name }) => name)).not.toContain('1 day: data');
  });
});

describe('what shifts', () => {
  it('is named once', () => {
    expect(shiftedLines([findings])).toEqual(['1 day: shifted `span.label`.']);
    expect(shiftedLines([{ ...findings, warm: findings.cold }])).toEqual([]);
  });
});

describe("Lighthouse's scores", () => {
  const runs = [{ performance: 90 }, { performance: 97 }, { performance: 94 }, {}];

  it('come to the median of the runs that have one', () => {
    expect(medianScore(runs, 'performance')).toBe(94);
    expect(medianScore(runs, 'seo')).toBeNaN();
  });

  it('are held against 95, and met by it', () => {
    const aims = lighthouseAims({ span: '4 h', form: 'desk', runs: [{ performance: 95, seo: 76 }] });
    expect(aims.map(verdict)).toEqual(['met', 'not measured', 'not measured', 'missed, by a factor of 1.25']);
  });
});
