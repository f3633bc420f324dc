import { describe, expect, it } from 'vitest';
import { answerOf, calm, chartOf, ratesOf, seriesOf } from '../testing/answer';
import type { WrittenReference } from '../../domain/reference';
import { nearestMinute, tooltipOf, tooltipRows, type Tooltip } from './tooltip';

const from = '2025-10-10T21:19Z';
const ms = (iso: string): number => Date.parse(`${iso.slice(0, 16)}:00Z`);
const series = [
  seriesOf('binance', from, [calm(3), { low: 0.001, high: 2.283, close: 1.997, reference: 3 }, calm(3)]),
  seriesOf('kraken', from, [calm(3), 'no-trade', 'too-few-peers']),
];
const chart = chartOf(answerOf(from, series));

const textsOf = ({ lines }: Tooltip): readonly string[] =>
  lines.flatMap(({ name, cells }) => [name ?? '', ...cells.map(({ text }) => text)]);

describe('the tooltip', () => {
  it('names the wick with its price, its reference, its deviation and the peers', () => {
    const [binance] = tooltipRows(chart, ms('2025-10-10T21:20Z'));
    expect(binance).toMatchObject({
      label: 'Binance',
      low: '0.001',
      high: '2.283',
      close: '1.997',
      reference: '3 – 3',
      below: '−99.97 %',
      above: '−23.90 %',
      uncertainty: '± 0.04 %',
      peers: '3',
      rate: '0.9996 ± 0.04 %, from legs',
      why: undefined,
    });
  });

  it('says in words why a venue has no deviation', () => {
    expect(tooltipRows(chart, ms('2025-10-10T21:20Z'))[1]).toMatchObject({
      label: 'Kraken',
      low: undefined,
      below: undefined,
      why: 'no trade',
    });
    expect(textsOf(tooltipOf(chart, ms('2025-10-10T21:21Z')))).toContain('too few peers');
  });

  it('says that a rate was assumed, that a deviation rests on it, and what nobody knows', () => {
    const rows = [calm(3)];
    const assumed = { ...seriesOf('bybit', from, rows), ...ratesOf(1, 'parity', 1, 0.13) };
    const unknown = { ...seriesOf('upbit', from, rows), ...ratesOf(1, 'thin', 0.0007, NaN) };
    const raw = { ...seriesOf('okx', from, rows), ...ratesOf(1, 'none', 1, 0) };
    expect(
      tooltipRows(chartOf(answerOf(from, [assumed, unknown, raw])), ms(from)).map(({ uncertainty, rate }) => [
        uncertainty,
        rate,
      ]),
    ).toEqual([
      ['± 13.00 %, weak rate', '1 ± 13.00 %, assumed parity'],
      ['unknown, weak rate', '0.0007, uncertainty unknown, from few legs'],
      ['± 0 %', undefined],
    ]);
  });

  it('names the reference venue instead of missing its peers', () => {
    const against = (reference: WrittenReference) =>
      tooltipRows(chartOf({ ...answerOf(from, series), reference }), ms('2025-10-10T21:21Z'))[1]?.why;
    expect(against('venue:kraken')).toBe('the reference venue');
    expect(against('venue:binance')).toBe('too few peers');
  });

  it('says "not fetched" for a minute a venue does not speak of', () => {
    const short = chartOf(answerOf(from, [series[0] ?? seriesOf('okx', from, []), seriesOf('okx', from, [calm(3)])]));
    expect(tooltipRows(short, ms('2025-10-10T21:21Z'))[1]?.why).toBe('not fetched');
  });

  it('is that of the nearest minute, inside the window', () => {
    expect(nearestMinute(chart.answer, ms('2025-10-10T21:20Z') + 29_000)).toBe(ms('2025-10-10T21:20Z'));
    expect(nearestMinute(chart.answer, ms('2025-10-10T23:00Z'))).toBe(ms('2025-10-10T21:21Z'));
  });

  it('names its minute in UTC and says SIMULATED where it is', () => {
    expect(tooltipOf(chart, ms('2025-10-10T21:20Z')).title).toBe('2025-10-10 21:20 UTC');
    expect(tooltipOf({ ...chart, answer: { ...chart.answer, simulated: true } }, ms('2025-10-10T21:20Z')).title).toBe(
      'SIMULATED · 2025-10-10 21:20 UTC',
    );
  });

  it('has a venue’s figures in the order of its heads', () => {
    const { heads, lines } = tooltipOf(chart, ms('2025-10-10T21:20Z'));
    expect(heads.slice(1)).toEqual([
      'low – high, USD',
      'close',
      'the others’ median, low – high',
      'low deviation',
      'high deviation',
      'uncertainty',
      'peers',
      'rate',
    ]);
    expect(lines[0]?.cells.map(({ text }) => text)).toEqual([
      ...['0.001 – 2.283', '1.997', '3 – 3', '−99.97 %', '−23.90 %', '± 0.04 %', '3', '0.9996 ± 0.04 %, from legs'],
    ]);
  });

  it('has words in the place of the five figures that a missing deviation has not', () => {
    const { heads, lines } = tooltipOf(chart, ms('2025-10-10T21:20Z'));
    expect(lines[1]?.cells).toContainEqual({ text: 'no trade', columns: 5 });
    for (const { name, cells } of lines)
      expect((name === undefined ? 0 : 1) + cells.reduce((sum, { columns = 1 }) => sum + columns, 0)).toBe(
        heads.length,
      );
  });
});

describe('with sixteen venues', () => {
  // Deviations in ascending distance, alternating sides; the last has no trade, and the venue in question is near its reference.
  const VENUES = Array.from({ length: 14 }, (_, i) => `venue${String(i)}`);
  const strayed = VENUES.map((venue, i) => {
    const price = 3 * (1 + (i % 2 === 0 ? -1 : 1) * (i + 1) * 0.01);
    return seriesOf(venue, from, [{ low: price, high: price, close: price, reference: 3 }]);
  });
  const all = [
    ...strayed,
    seriesOf('binance', from, [{ low: 2.997, high: 3, close: 3, reference: 3 }]),
    seriesOf('kraken', from, ['no-trade']),
  ];
  const names = ({ lines }: Tooltip): readonly string[] =>
    lines.flatMap(({ name }) => (name === undefined ? [] : [name]));
  /** The row of the median is the one with a name and no mark. */
  const medianOf = ({ lines }: Tooltip): readonly string[] =>
    (lines.find(({ name, colour }) => name !== undefined && colour === undefined)?.cells ?? []).map(({ text }) => text);
  const look = { focus: 'binance', lines: ['venue3'] };
  const crowded = chartOf(answerOf(from, all), look);

  it('has the venue in question, the lines, the median, the furthest three and how many more', () => {
    const tooltip = tooltipOf(crowded, ms(from));
    expect(names(tooltip)).toEqual(['Binance', 'venue3', 'median of 15 venues', 'venue13', 'venue12', 'venue11']);
    expect(textsOf(tooltip)).toContain('+ 11 more, 1 without a deviation');
  });

  it('takes the median of what was measured: of fifteen deviations the eighth', () => {
    // −13, −11, −9, −7, −5, −3, −1, −0.1 (Binance’s low), 2, 4, …, 14 %: the eighth is Binance’s, whose low is 2.997 and whose high is 3.
    expect(medianOf(tooltipOf(crowded, ms(from)))).toEqual(['2.997 – 3', '3', '', '−0.10 %', '0.00 %', '', '', '']);
  });

  it('says the same of a bucket of a long window', () => {
    const tooltip = tooltipOf(chartOf({ ...answerOf(from, all), resolutionMinutes: 30 }, look), ms(from));
    expect(names(tooltip)).toEqual(['Binance', 'venue3', 'median of 15 venues', 'venue13', 'venue12', 'venue11']);
    expect(textsOf(tooltip)).toContain('+ 11 more, 1 without a deviation');
    expect(medianOf(tooltip)[0]).toBe('2.997');
  });

  it('gives one last venue its row instead of calling it one more', () => {
    const five = chartOf(answerOf(from, all.slice(-5)), { focus: 'binance' });
    expect(names(tooltipOf(five, ms(from)))).toHaveLength(6);
    expect(textsOf(tooltipOf(five, ms(from))).join()).not.toContain('more');
  });

  it('has no median of one venue, and none that a computed price enters', () => {
    const mark = seriesOf('binanceusdm', from, [calm(3)], 'mark');
    const tooltip = tooltipOf(chartOf(answerOf(from, [seriesOf('binance', from, [calm(3)]), mark])), ms(from));
    expect(textsOf(tooltip).join()).not.toContain('median of');
  });
});
