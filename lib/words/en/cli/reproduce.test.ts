import { describe, expect, it } from 'vitest';
import { REPRODUCED, type ReproducedMarket, type Reproduction } from '../../../api/reproduction';
import { noRowServed, reproductionText, rowUnusable } from './reproduce';

const NONE = { asked: 15, same: 0, differs: 0, notServed: 0, notStored: 0, unanswered: 0, neither: 0 };
const market = (change: Partial<ReproducedMarket>): ReproducedMarket => ({
  role: 'book',
  venue: 'okx',
  market: 'ATOM/USDT',
  kind: 'spot',
  source: 'rest',
  from: '2025-10-10T21:15Z',
  to: '2025-10-10T21:30Z',
  outcome: 'same',
  minutes: { ...NONE, same: 15 },
  compared: ['open', 'high', 'low', 'close'],
  differences: [],
  gaps: [],
  ...change,
});
const found = (markets: readonly ReproducedMarket[], change: Partial<Reproduction> = {}): Reproduction => ({
  method: 2,
  simulated: false,
  asset: 'ATOM',
  name: 'ATOM',
  address: '/ATOM',
  from: '2025-10-10T21:15Z',
  to: '2025-10-10T21:30Z',
  asOf: null,
  asked: '2026-01-01T00:00Z',
  same: false,
  markets: [...markets],
  ...change,
});
const row = { open: 3, high: 4, low: 2, close: 3, baseVolume: 1_234.5, quoteVolume: null, trades: null };
const reply = (sha256: string) => ({ address: 'https://venue/klines', received: '2025-10-10T21:31Z', sha256 });

describe('what reproduce says', () => {
  it('of a window: a line a market, then the minutes that are not the same', () => {
    const differing = { outcome: 'differs', stored: row, storedFrom: reply('ab'), servedFrom: null } as const;
    expect(
      reproductionText(
        found([
          market({}),
          market({
            venue: 'gate',
            outcome: 'differs',
            minutes: { ...NONE, same: 9, differs: 2, notServed: 3, unanswered: 1 },
            differences: [
              { ...differing, minute: '2025-10-10T21:20Z', served: { ...row, low: 1 }, fields: ['low'] },
              {
                ...differing,
                minute: '2025-10-10T21:21Z',
                served: { ...row, low: 1, open: 5 },
                fields: ['open', 'low'],
              },
              {
                ...differing,
                outcome: 'not-served',
                minute: '2025-10-10T21:22Z',
                served: null,
                fields: ['open', 'high', 'low', 'close'],
              },
            ],
            gaps: [
              {
                outcome: 'not-served',
                from: '2025-10-10T21:15Z',
                to: '2025-10-10T21:17Z',
                minutes: 2,
                cause: 'too old',
                mend: null,
              },
              {
                outcome: 'not-served',
                from: '2025-10-10T21:22Z',
                to: '2025-10-10T21:23Z',
                minutes: 1,
                cause: noRowServed,
                mend: null,
              },
              {
                outcome: 'unanswered',
                from: '2025-10-10T21:29Z',
                to: '2025-10-10T21:30Z',
                minutes: 1,
                cause: 'HTTP 503',
                mend: 'ask later',
              },
            ],
          }),
          market({ venue: 'kraken', source: 'file', outcome: 'not-comparable', minutes: { ...NONE, asked: 0 } }),
        ]),
      ),
    ).toBe(`ATOM, 2025-10-10T21:15Z to 2025-10-10T21:30Z, requested again at 2026-01-01T00:00Z:
OKX ATOM/USDT (REST klines): 15 minutes: 15 same (open, high, low, close)
Gate ATOM/USDT (REST klines): 15 minutes: 9 same (open, high, low, close), 2 differ, 3 not served now, 1 without an answer
  2025-10-10T21:15Z to 2025-10-10T21:17Z: not served: too old
  2025-10-10T21:29Z: no answer: HTTP 503; ask later
  2025-10-10T21:20Z: low differs
    stored      open 3, high 4, low 2, close 3, base volume 1,234.5, from a reply of 2025-10-10T21:31Z, SHA-256 ab
    served now  open 3, high 4, low 1, close 3, base volume 1,234.5
  2025-10-10T21:21Z: open, low differ
    stored      open 3, high 4, low 2, close 3, base volume 1,234.5, from the same reply
    served now  open 5, high 4, low 1, close 3, base volume 1,234.5
  2025-10-10T21:22Z
    stored      open 3, high 4, low 2, close 3, base volume 1,234.5, from the same reply
    served now  no row
Kraken ATOM/USDT (imported file): not comparable; stored from a file, which no venue can be asked for
3 markets: 1 same, 1 differs, 1 not comparable.
`);
  });

  it('of the markets of its rates: how many are the same, and which are not', () => {
    const leg = (change: Partial<ReproducedMarket>): ReproducedMarket =>
      market({
        role: 'rate-leg',
        market: 'BTC/USDT',
        from: '2025-10-10T21:13Z',
        to: '2025-10-10T21:32Z',
        ...change,
      });
    const short = { outcome: 'not-served', minutes: { ...NONE, notServed: 15 } } as const;
    expect(reproductionText(found([market({}), leg({}), leg({ venue: 'kraken', ...short }), leg({ venue: 'bybit' })])))
      .toBe(`ATOM, 2025-10-10T21:15Z to 2025-10-10T21:30Z, requested again at 2026-01-01T00:00Z:
OKX ATOM/USDT (REST klines): 15 minutes: 15 same (open, high, low, close)
1 market: 1 same.
Markets of the rates to USD, 2025-10-10T21:13Z to 2025-10-10T21:32Z:
Kraken BTC/USDT (REST klines): 15 minutes: 15 not served now
3 markets: 2 same, 1 not served now.
`);
  });

  it('of one minute, as known at a moment, simulated', () => {
    const one = { ...NONE, asked: 1 };
    const text = reproductionText(
      found(
        [
          market({ minutes: { ...one, same: 1 } }),
          market({ minutes: { ...one, same: 1 }, compared: [] }),
          market({ outcome: 'neither', minutes: { ...one, neither: 1 } }),
          market({ outcome: 'not-stored', minutes: { ...one, notStored: 1 } }),
        ],
        { to: '2025-10-10T21:16Z', simulated: true, asOf: '2025-12-01T00:00Z' },
      ),
    );
    expect(text.split('\n')).toEqual([
      'SIMULATED prices. No exchange published them.',
      'ATOM, 2025-10-10T21:15Z, requested again at 2026-01-01T00:00Z:',
      'Stored as known at 2025-12-01T00:00Z.',
      'OKX ATOM/USDT (REST klines): same row (open, high, low, close)',
      'OKX ATOM/USDT (REST klines): same: no trade',
      'OKX ATOM/USDT (REST klines): neither stored nor served',
      'OKX ATOM/USDT (REST klines): served now, not stored',
      '4 markets: 3 same, 1 served now, not stored.',
      '',
    ]);
  });

  it('how many more minutes there are than are listed', () => {
    const minute = { minute: '2025-10-10T21:20Z', outcome: 'differs', fields: ['low'] } as const;
    const differences = [
      { ...minute, fields: [...minute.fields], stored: row, served: row, storedFrom: null, servedFrom: null },
    ];
    expect(
      reproductionText(found([market({ outcome: 'differs', minutes: { ...NONE, differs: 15 }, differences })])),
    ).toMatch(/\n {2}and 14 more minutes\n/);
  });

  it('of a row that cannot be used', () => {
    expect([rowUnusable('low above open'), rowUnusable(undefined)]).toEqual([
      'the row served is not a valid candle (low above open)',
      'the row served is not a valid candle',
    ]);
  });

  it('accuses nobody, whatever the outcome', () => {
    for (const outcome of REPRODUCED)
      expect(reproductionText(found([market({ outcome })]))).not.toMatch(
        /forg|fake|fraud|manipul|tamper|cheat|delet|hid(e|den)|chang|edit|suspicious/i,
      );
  });
});
