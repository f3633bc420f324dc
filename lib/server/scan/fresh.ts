import type { Instant } from '../../domain/instant';
import type { Asset } from '../../domain/market';
import { daysIn, type Day } from '../../domain/minute';
import { ownReference } from '../../domain/asset';
import type { ScanReference } from '../../domain/scan';
import type { Database } from '../../store/connection/database';
import { answeredOf, marketsWithData } from '../../store/coverage/storedCoverage';
import { storedDays } from '../../store/episodes/days';
import type { StoredEpisode } from '../../store/episodes/episodes';
import type { Readable } from '../../store/connection/client';
import { withSnapshot } from '../../store/connection/transactions';
import { referencesFor } from './assetDays';
import { searchDays } from './searchDays';
import type { RefreshOptions } from './refresh';

export interface FreshOptions extends RefreshOptions {
  /** Of what was known then: later answers forgotten, later revisions undone. */
  readonly asOf?: Instant | undefined;
}

/** What was computed from the candles alone, and of which days of which assets. */
export interface Fresh {
  readonly episodes: readonly StoredEpisode[];
  readonly searched: readonly { readonly asset: Asset; readonly days: readonly Day[] }[];
}

/** Every episode of every asset against a reference, computed from the candles alone; stored episodes take no part. */
export const freshEpisodes = (
  database: Database,
  reference: ScanReference,
  { asOf, signal, onProgress }: FreshOptions = {},
): Promise<Fresh> =>
  withSnapshot(database, async (snapshot) => {
    const stored = await marketsWithData(snapshot, { asOf });
    const assets = [...new Set(stored.map(({ market }) => market.base))].sort();
    const reading = { snapshot, database, asOf, markets: stored };
    const episodes: StoredEpisode[] = [];
    const searched: { readonly asset: Asset; readonly days: readonly Day[] }[] = [];
    for (const [i, asset] of assets.entries()) {
      signal?.throwIfAborted();
      const wanted = reference === 'own' ? ownReference(asset).kind : reference;
      const of = referencesFor(asset, stored, asOf).find((one) => one.reference === wanted);
      const days = of === undefined ? [] : await daysOf(snapshot, asset, asOf);
      const [first] = days;
      if (of !== undefined && first !== undefined) {
        episodes.push(...(await searchDays(reading, of, days, first, () => false)).episodes);
        searched.push({ asset, days });
      }
      onProgress?.((i + 1) / assets.length);
    }
    return { episodes, searched };
  });

/** The days with data of an asset (as of the instant, where one is given), in order. */
const daysOf = async (snapshot: Readable, asset: Asset, asOf: Instant | undefined): Promise<readonly Day[]> =>
  asOf === undefined
    ? storedDays(snapshot, asset)
    : [...new Set((await answeredOf(snapshot, asset, { asOf })).flatMap(daysIn))];
