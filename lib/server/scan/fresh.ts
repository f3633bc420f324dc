import type { ScanReference } from '../../domain/scan';
import type { Database } from '../../store/database';
import { marketsHeld } from '../../store/holdings';
import { heldDays } from '../../store/kept/days';
import type { StoredEpisode } from '../../store/kept/episodes';
import { withSnapshot } from '../../store/snapshot';
import { referencesFor } from './assetDays';
import { lookOver } from './lookOver';
import { RateDays } from './rateDays';
import type { RefreshOptions } from './refresh';

/** Every episode of every asset held against a reference, computed from the candles alone, without anything kept. */
export const freshEpisodes = (database: Database, reference: ScanReference, { signal, onProgress }: RefreshOptions = {}): Promise<readonly StoredEpisode[]> =>
  withSnapshot(database, async (snapshot) => {
    const held = await marketsHeld(snapshot);
    const assets = [...new Set(held.map(({ market }) => market.base))].sort();
    const rates = new RateDays(held);
    const found: StoredEpisode[] = [];
    for (const [i, asset] of assets.entries()) {
      signal?.throwIfAborted();
      const of = referencesFor(asset, held).find((one) => one.reference === reference);
      const days = of === undefined ? [] : await heldDays(snapshot.pool, asset);
      const [first] = days;
      if (of !== undefined && first !== undefined) found.push(...(await lookOver(snapshot, rates, of, days, first, () => false)).episodes);
      onProgress?.((i + 1) / assets.length);
    }
    return found;
  });
