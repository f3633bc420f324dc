import type { Market } from '../../domain/market';
import { emptyColumns } from '../../domain/candle';
import { minutesIn, type MinuteRange } from '../../domain/minute';
import { measure, roomFor } from '../kernel';
import { pricesOf } from '../prices';
import { RULE } from '../rate';
import { seriesOf, type SeriesParts } from '../series';
import type { VenueSeries } from '../types';

/** Any market: of one that takes no part nothing is read. */
const NOBODY = { venue: '', base: '', quote: '', kind: 'spot' } as unknown as Market;

/** A market that takes no part on a day: no price, no deviation, no volume. */
export function absentParts(range: MinuteRange, market: Market = NOBODY): SeriesParts {
  const last = remembered;
  const made = last !== undefined && last.range.from === range.from && last.range.to === range.to ? last : (remembered = { range, parts: partsOf(range), series: undefined });
  return { ...made.parts, chosen: { ...made.parts.chosen, market } };
}

/** The same as a series. */
export function absentSeries(range: MinuteRange): VenueSeries {
  const parts = absentParts(range);
  return (remembered as Remembered).series ??= seriesOf(parts);
}

interface Remembered {
  readonly range: MinuteRange;
  readonly parts: SeriesParts;
  series: VenueSeries | undefined;
}

/** Those of the last day asked for: many markets take no part on the same day. */
let remembered: Remembered | undefined;

function partsOf(range: MinuteRange): SeriesParts {
  const slots = minutesIn(range);
  const chosen = { market: NOBODY, source: 'rest', otherSources: [], candles: emptyColumns(range) } as const;
  const rate = { value: new Float64Array(slots).fill(NaN), rule: new Uint8Array(slots).fill(RULE.none) };
  const matrix = pricesOf([chosen], range, () => rate);
  const measured = roomFor(matrix, true);
  measure(matrix, measured, { peers: 'others', minPeers: 1, from: 0, to: slots });
  return { chosen, row: 0, shift: 0, matrix, measured, rate, dispersion: undefined };
}
