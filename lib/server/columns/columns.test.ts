import type { SeriesColumns } from '../../domain/seriesColumns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analyse';
import { anyInput } from '../../analysis/testing/anyMarkets';
import type { ColumnsAnswer } from '../../api/columns/format';
import { ColumnsUnreadable } from '../../api/columns/bytes';
import { answerOfColumns } from '../../api/columns/decode';
import { parseMinute } from '../../domain/minute';
import { missingAt } from '../../domain/missing';
import { ruleAt } from '../../domain/rate';
import { promised } from '../../domain/unit';
import { formatPrice, formatRatio, plusMinus } from '../../words/numbers';
import { deviationsAnswerOf, deviationsOf, type Deviations } from '../deviations/deviationsAnswer';
import { columnsOf } from './encode';
import { ROUNDED } from './rounded';
import { anyBuckets, anyEveryMinute, BUCKET } from './testing/anyRows';
import { plainlyRead } from './testing/plainDecoder';

const STAMP = { simulated: false, digest: `sha256:${'ab'.repeat(32)}` };
/** What the method makes of any markets: holes of every kind, any reference, raw quotes, several books a venue. */
const anyAnalysis = anyInput.map((input) => deviationsOf(analyse(input), STAMP));

/** What the JSON answer says, as columns: its text, read again. */
const jsonOf = (made: Deviations) =>
  JSON.parse(JSON.stringify(deviationsAnswerOf(made))) as ReturnType<typeof deviationsAnswerOf>;
const holed = (values: readonly (number | null)[]): readonly number[] => values.map((value) => value ?? NaN);
const minutesOf = (isos: readonly string[]): readonly number[] => isos.map((iso) => promised(parseMinute(iso)));

/** JSON has no −0. */
const unsigned = (value: number): number => value + 0;

const EXACT = [
  'open',
  'low',
  'high',
  'close',
  'referenceLow',
  'referenceHigh',
  'referenceClose',
  'rate',
  'dLow',
  'dHigh',
] as const;

function expectEveryMinute(made: Deviations, read: ColumnsAnswer): void {
  const { series, ...facts } = jsonOf(made);
  const { series: columns, ...head } = read;
  expect(head).toEqual(facts);
  expect(columns.map(({ venue, market, kind }) => [venue, market, kind])).toEqual(
    series.map(({ venue, market, kind }) => [venue, market, kind]),
  );
  series.forEach((one, s) => {
    const own = columns[s] as SeriesColumns;
    expect([...own.minutes]).toEqual(minutesOf(one.minutes));
    for (const name of EXACT) expect(Array.from(own[name] ?? [], unsigned), name).toStrictEqual(holed(one[name] ?? []));
    for (const name of ['uncertainty', 'rateUncertainty'] as const)
      holed(one[name]).forEach((value, i) => {
        expectUncertainty(own[name]?.[i] ?? NaN, value);
      });
    expect(Array.from(own.peers ?? [])).toEqual(one.peers);
    expect([...own.weak].map((mark) => mark === 1)).toEqual(one.weak);
    expect([...own.rateRule].map(ruleAt)).toEqual(one.rateRule);
    expect([...own.missing].map(missingAt)).toEqual(one.missing);
  });
}

function expectUncertainty(read: number, exact: number): void {
  expect(Number.isNaN(read)).toBe(Number.isNaN(exact));
  if (Number.isNaN(exact)) return;
  expect(Math.abs(read - exact)).toBeLessThanOrEqual(ROUNDED.written.uncertainties * (1 + 1e-9));
  expect(plusMinus(read)).toBe(plusMinus(exact));
}

describe('an answer of every minute, sent as columns', () => {
  it('has the figures of the JSON answer to the bit, and its holes for their reasons, whatever the markets', () => {
    fc.assert(
      fc.property(anyAnalysis, (made) => {
        expectEveryMinute(made, answerOfColumns(columnsOf(made)));
      }),
      { numRuns: 60 },
    );
  });

  it('has them even where no analysis made them: any prices, no venue to 24, no minute at all', () => {
    fc.assert(
      fc.property(anyEveryMinute, (made) => {
        expectEveryMinute(made, answerOfColumns(columnsOf(made)));
      }),
      { numRuns: 60 },
    );
  });
});

/** Of every bucket of a column the first extreme, by minute. */
function extremesOf(
  minutes: ArrayLike<number>,
  column: ArrayLike<number>,
  sign: number,
): ReadonlyMap<number, readonly [at: number, value: number]> {
  const found = new Map<number, readonly [number, number]>();
  Array.from(minutes).forEach((at, i) => {
    const [value, bucket] = [column[i] ?? NaN, Math.floor(at / BUCKET)];
    const before = found.get(bucket);
    if (!Number.isNaN(value) && (before === undefined || sign * value > sign * before[1]))
      found.set(bucket, [at, value]);
  });
  return found;
}

describe('an answer in buckets, sent as columns', () => {
  it('writes each bucket’s lowest and highest as the JSON answer does, in the minute they stand in', () => {
    fc.assert(
      fc.property(anyBuckets, (made) => {
        const read = answerOfColumns(columnsOf(made));
        jsonOf(made).series.forEach((one, s) => {
          const own = read.series[s] as SeriesColumns;
          const minutes = minutesOf(one.minutes);
          for (const [name, sign, words] of [
            ['low', -1, formatPrice],
            ['high', 1, formatPrice],
            ['dLow', -1, formatRatio],
            ['dHigh', 1, formatRatio],
          ] as const) {
            const written = (all: ReturnType<typeof extremesOf>) =>
              [...all].map(([bucket, [at, value]]) => [bucket, at, words(value)]);
            expect(written(extremesOf(own.minutes, own[name], sign)), name).toEqual(
              written(extremesOf(minutes, holed(one[name]), sign)),
            );
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  it('is nowhere further from it than it says, and has no hole and no figure where the JSON has none', () => {
    const bounds = {
      low: ROUNDED.drawn.prices,
      high: ROUNDED.drawn.prices,
      close: ROUNDED.drawn.prices,
      referenceClose: ROUNDED.drawn.prices,
      dLow: ROUNDED.drawn.deviations,
      dHigh: ROUNDED.drawn.deviations,
    } as const;
    fc.assert(
      fc.property(anyBuckets, (made) => {
        const read = answerOfColumns(columnsOf(made));
        jsonOf(made).series.forEach((one, s) => {
          const own = read.series[s] as SeriesColumns;
          const rowOf = new Map(minutesOf(one.minutes).map((at, row) => [at, row]));
          own.minutes.forEach((at, i) => {
            const row = rowOf.get(at) ?? NaN;
            for (const [name, bound] of Object.entries(bounds) as [keyof typeof bounds, number][]) {
              const [came, exact] = [own[name][i] ?? NaN, one[name][row] ?? NaN];
              expect(Number.isNaN(came), name).toBe(Number.isNaN(exact));
              const most = bound * (name.startsWith('d') ? 1 : Math.abs(exact)) * (1 + 1e-9);
              if (!Number.isNaN(exact)) expect(Math.abs(came - exact), name).toBeLessThanOrEqual(most);
            }
            expectUncertainty(own.uncertainty[i] ?? NaN, one.uncertainty[row] ?? NaN);
            expect([own.weak[i] === 1, missingAt(own.missing[i]), ruleAt(own.rateRule[i])]).toEqual([
              one.weak[row],
              one.missing[row],
              one.rateRule[row],
            ]);
          });
        });
      }),
      { numRuns: 100 },
    );
  });

  it('leaves out no row without a deviation', () => {
    fc.assert(
      fc.property(anyBuckets, (made) => {
        const read = answerOfColumns(columnsOf(made));
        jsonOf(made).series.forEach((one, s) => {
          const kept = new Set(read.series[s]?.minutes);
          minutesOf(one.minutes).forEach((at, row) => {
            if (one.missing[row] !== null) expect(kept).toContain(at);
          });
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('docs/columns.md', () => {
  it('says enough to read columns: a reader made from it alone reads the same', () => {
    fc.assert(
      fc.property(fc.oneof(anyAnalysis, anyEveryMinute, anyBuckets), (made) => {
        const bytes = columnsOf(made);
        const plain = plainlyRead(bytes);
        const read = answerOfColumns(bytes);
        expect({ ...plain.head.answer, series: read.series }).toEqual(read);
        read.series.forEach((own, s) => {
          expect([...own.minutes]).toEqual(plain.minutes[s]);
          for (const [name, column] of Object.entries(plain.columns))
            expect([...(own[name as keyof SeriesColumns] as Float64Array)], name).toStrictEqual(column[s]);
        });
      }),
      { numRuns: 90 },
    );
  });
});

describe('columns that did not come as they were sent', () => {
  const refused = (bytes: Uint8Array): void => {
    let thrown: unknown;
    try {
      answerOfColumns(bytes);
    } catch (failure) {
      thrown = failure;
    }
    expect(thrown).toBeInstanceOf(ColumnsUnreadable);
    expect((thrown as Error).message).not.toContain('\n');
  };

  it('are refused in one line when cut off anywhere', () => {
    fc.assert(
      fc.property(anyAnalysis, fc.nat(), (made, cut) => {
        const bytes = columnsOf(made);
        refused(bytes.subarray(0, cut % bytes.length));
      }),
      { numRuns: 60 },
    );
  });

  it('are refused when any byte is another, or more follow', () => {
    fc.assert(
      fc.property(anyAnalysis, fc.nat(), fc.integer({ min: 1, max: 255 }), (made, where, change) => {
        const bytes = columnsOf(made);
        const at = where % bytes.length;
        refused(Uint8Array.of(...bytes, 0));
        bytes[at] = (bytes[at] as number) ^ change;
        refused(bytes);
      }),
      { numRuns: 60 },
    );
  });
});
