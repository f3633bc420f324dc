import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asset } from '../../domain/market';
import { plus, type MinuteRange } from '../../domain/minute';
import { ledgerOf } from '../../store/ledger/ledger';
import { provenanceOf } from '../../store/replies/provenance';
import { answer, ASKED_AT, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { pruneToEpisodes, replyRetention } from './replyRetention';

const VENUES = ['binance', 'coinbase', 'kraken', 'okx'] as const;
const WINDOW: MinuteRange = range(0, 240);
const ATOM = 'ATOM' as Asset;

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
  const ledger = ledgerOf(db, { keepBodies: true });
  // Four hours in pages of 60 minutes; in minute 150 binance trades at half the others' price.
  for (const venue of VENUES) {
    for (let page = 0; page < 4; page += 1) {
      const asked = range(60 * page, 60 * page + 60);
      await ledger.record([
        answer({
          market: spot(venue, 'ATOM', 'USD'),
          asked,
          candles: Array.from({ length: 60 }, (_, i) =>
            candle(plus(asked.from, i), venue === 'binance' && 60 * page + i === 150 ? 2 : 4),
          ),
          provenance: [
            {
              address: `https://${venue}.example/${String(page)}`,
              receivedAtMs: ASKED_AT,
              sha256: `${venue}${String(page)}`.padEnd(64, '0'),
              reader: 'ccxt 4.5.84',
              body: `[${String(page)}]`,
            },
          ],
        }),
      ]);
    }
  }
});
afterAll(() => db.drop());

const bodies = async (): Promise<readonly string[]> =>
  (await provenanceOf(db, { range: WINDOW }))
    .filter(({ hasBody }) => hasBody)
    .map(({ address }) => new URL(address).pathname.slice(1));

describe('raw replies', () => {
  it('are kept of every venue where an episode of the asset lies, and of no other minutes', async () => {
    expect(await bodies()).toHaveLength(16);
    expect(await pruneToEpisodes({ database: db, simulated: false }, [ATOM], [WINDOW])).toBe(12);
    expect(await bodies()).toEqual(['2', '2', '2', '2']);
    expect(await provenanceOf(db, { range: WINDOW })).toHaveLength(16);
  });

  it('are kept by a setting that says episodes, all or none', () => {
    expect(
      [undefined, '', 'all', 'none', 'episodes'].map((text) =>
        replyRetention(text === undefined ? {} : { PLUMBLINE_REPLIES: text }),
      ),
    ).toEqual(['episodes', 'episodes', 'all', 'none', 'episodes']);
    expect(replyRetention({ PLUMBLINE_REPLIES: 'some' })).toEqual({ unknown: 'some' });
  });
});
