import { plus } from '../../domain/minute';
import type { Database } from '../connection/database';
import { ledgerOf } from '../ledger/ledger';
import { answer, ASKED_AT, candle, range, spot } from './testAnswers';

/** Four hours. */
export const PAGED_WINDOW = range(0, 240);
const PAGE = 60;
/** Half the others' price is traded then, by the first venue. */
const HALVED_AT = 150;

/** ATOM on four venues, four hours in replies of an hour each, stored with their text; in one minute Binance trades at half the others' price. */
export async function storePagedReplies(db: Database, bodyOf: (page: number) => string): Promise<void> {
  const ledger = ledgerOf(db, { keepBodies: true });
  for (const venue of ['binance', 'coinbase', 'kraken', 'okx'])
    for (let page = 0; page < 4; page += 1) {
      const asked = range(PAGE * page, PAGE * (page + 1));
      await ledger.record([
        answer({
          market: spot(venue, 'ATOM', 'USD'),
          asked,
          candles: Array.from({ length: PAGE }, (_, i) =>
            candle(plus(asked.from, i), venue === 'binance' && PAGE * page + i === HALVED_AT ? 2 : 4),
          ),
          provenance: [
            {
              address: `https://${venue}.example/${String(page)}`,
              receivedAtMs: ASKED_AT,
              sha256: `${venue}${String(page)}`.padEnd(64, '0'),
              reader: 'ccxt 4.5.84',
              body: Buffer.from(bodyOf(page)),
            },
          ],
        }),
      ]);
    }
}
