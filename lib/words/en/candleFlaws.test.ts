import { describe, expect, it } from 'vitest';
import type { CandleFlaw } from '../../domain/candle';
import { candleFlawWords } from './candleFlaws';

/** A row a kind: a kind without one does not compile. */
const ROWS: {
  readonly [Kind in CandleFlaw['kind']]: readonly [Omit<Extract<CandleFlaw, { kind: Kind }>, 'kind'>, string];
} = {
  'not-a-number': [{ field: 'open' }, 'open is not a number'],
  'low-not-positive': [{ low: -1 }, 'low -1 is not above 0'],
  'low-too-small': [{ low: 1e-320 }, 'low 1e-320 is below 1e-25, the smallest price that is measured'],
  'high-too-large': [{ high: 1e300 }, 'high 1e+300 is above 1e+25, the largest price that is measured'],
  'below-low': [{ field: 'open', value: 2, low: 2.5 }, 'open 2 is below low 2.5'],
  'above-high': [{ field: 'close', value: 4, high: 3 }, 'close 4 is above high 3'],
  'not-a-volume': [{ field: 'baseVolume', value: -1 }, 'baseVolume -1 is not a volume'],
  'volume-too-large': [
    { field: 'quoteVolume', value: 1e300 },
    'quoteVolume 1e+300 is above 1e+50, the largest volume that is measured',
  ],
};

describe('what is wrong with a candle', () => {
  it.each(Object.entries(ROWS).map(([kind, [data, line]]) => [line, { kind, ...data } as CandleFlaw] as const))(
    '%s',
    (line, flaw) => {
      expect(candleFlawWords(flaw)).toBe(line);
    },
  );
});
