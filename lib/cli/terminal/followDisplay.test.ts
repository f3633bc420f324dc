import { describe, expect, it } from 'vitest';
import type { Asset, Market, Venue } from '../../domain/market';
import { minuteAt } from '../../domain/minute';
import type { FollowedVenue } from '../../ingest/follow/followVenue';
import { jsonFollow } from './followDisplay';

const okx = 'okx' as Venue;
const market: Market = { venue: okx, base: 'ATOM' as Asset, quote: 'USDT', kind: 'spot' };
const followed = (change: Partial<FollowedVenue> = {}): FollowedVenue => ({
  venue: okx,
  state: 'following',
  markets: [market, { ...market, quote: 'USDC' }],
  newest: minuteAt(Date.UTC(2025, 9, 10, 21, 19)),
  lagSeconds: 8.4,
  rounds: 12,
  candles: 1_234,
  corrections: 2,
  note: 'corrected: ATOM/USDT 1',
  ...change,
});
const UNKNOWN = { newest: undefined, lagSeconds: undefined, markets: [], candles: 0, corrections: 0, note: '' };

describe('a follow for machines', () => {
  it('is one JSON object a line, unknown figures null', () => {
    const lines: unknown[] = [];
    const display = jsonFollow((line) => lines.push(JSON.parse(line)));
    display.venue(followed({ ...UNKNOWN, state: 'connecting', rounds: 0 }));
    display.venue(followed());
    display.line('okx ATOM/USDT: no');
    display.end({ venues: [followed()], listedNowhere: false, summary: 'all' });
    const report = {
      venue: 'okx',
      state: 'following',
      markets: 2,
      newest: '2025-10-10T21:19Z',
      lagSeconds: 8.4,
      rounds: 12,
      candles: 1_234,
      corrections: 2,
      note: 'corrected: ATOM/USDT 1',
    };
    expect(lines).toEqual([
      {
        type: 'venue',
        venue: 'okx',
        state: 'connecting',
        markets: 0,
        newest: null,
        lagSeconds: null,
        rounds: 0,
        candles: 0,
        corrections: 0,
        note: '',
      },
      { type: 'venue', ...report },
      { type: 'note', note: 'okx ATOM/USDT: no' },
      { type: 'done', summary: 'all', venues: [report] },
    ]);
  });
});
