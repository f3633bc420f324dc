import { expect, it } from 'vitest';
import type { Asset, Venue } from '../../../domain/market';
import { missingLine, noteLine, recheckLine } from './ingestLines';
import { answerText, plural } from './lines';
import { marketAndSource } from './marketLine';

const KRAKEN = { venue: 'kraken' as Venue, base: 'ATOM' as Asset, quote: 'USD', kind: 'spot' } as const;

it.each([
  [missingLine('OKX, 1 minute'), 'missing: OKX, 1 minute'],
  [noteLine('OKX'), 'note: OKX'],
  [
    recheckLine({ market: KRAKEN, source: 'rest', same: 240, differ: 1, fresh: 3 }),
    'Kraken ATOM/USD (REST klines): 240 minutes identical, 1 differs, 3 new',
  ],
  [
    recheckLine({ market: KRAKEN, source: 'archive', same: 1, differ: 2_000, fresh: 0 }),
    'Kraken ATOM/USD (official archive): 1 minute identical, 2,000 differ, 0 new',
  ],
  [
    marketAndSource({ venue: 'okx', market: 'ATOM/USDT', kind: 'perp', source: 'file' }),
    'OKX ATOM/USDT perpetual (imported file)',
  ],
  [plural(1, 'row'), '1 row'],
  [plural(1_234, 'row'), '1,234 rows'],
  [plural(2, 'minute differs', 'minutes differ'), '2 minutes differ'],
  [answerText(false, ['a', 'b']), 'a\nb\n'],
  [answerText(true, ['a']), 'SIMULATED prices. No exchange published them.\na\n'],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});
