import { nameOf } from '../../domain/market';
import type { Gaps, Known } from '../../ingest/run/repair';
import type { Database } from '../../store/connection/database';
import { coverageOf } from '../../store/coverage/storedCoverage';
import { quarantineOf } from '../../store/quarantine/quarantine';

/** More rows in quarantine than this are no repair's business but a venue's fault. */
const MOST_QUARANTINED = 100_000;

/** What a repair needs to know, out of this database. */
export function gapsOf(database: Database): Gaps {
  return {
    known: async (assets) => {
      const wanted = assets.length === 0 ? [undefined] : assets;
      const known: Known[] = [];
      for (const asset of wanted) {
        const rows = await quarantineOf(database, { asset, limit: MOST_QUARANTINED });
        for (const { market, source, answered, unanswered } of await coverageOf(database, { asset })) {
          const of = rows.filter((row) => row.source === source && nameOf(row.market) === nameOf(market));
          known.push({
            market,
            source,
            answered,
            unanswered,
            quarantined: of.flatMap(({ minute }) => (minute === undefined ? [] : [minute])),
          });
        }
      }
      return known;
    },
  };
}
