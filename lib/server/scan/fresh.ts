import type { Instant } from '../../domain/instant';
import type { Asset } from '../../domain/market';
import { daysIn, type Day } from '../../domain/minute';
import { ownReference } from '../../domain/asset';
import type { ScanReference } from '../../domain/scan';
import { answeredOf } from '../../store/coverage/storedCoverage';
import { storedDays } from '../../store/episodes/days';
import type { StoredEpisode } from '../../store/episodes/episodes';
import type { Readable } from '../../store/connection/client';
import type { Context } from '../context';
import { inMoments } from '../moment';
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

/** Every episode of every asset against a reference, computed from the candles alone (`inMoments`); stored episodes take no part. */
export const freshEpisodes = (
  context: Context,
  reference: ScanReference,
  { asOf, signal, onProgress }: FreshOptions = {},
): Promise<Fresh> =>
  inMoments(context, asOf, async (inMoment) => {
    const stored = await inMoment(({ markets }) => Promise.resolve(markets));
    const assets = [...new Set(stored.map(({ market }) => market.base))].sort();
    const episodes: StoredEpisode[] = [];
    const searched: { readonly asset: Asset; readonly days: readonly Day[] }[] = [];
    for (const [i, asset] of assets.entries()) {
      signal?.throwIfAborted();
      const wanted = reference === 'own' ? ownReference(asset).kind : reference;
      const found = await inMoment(async (moment) => {
        const of = referencesFor(asset, moment.markets, asOf).find((one) => one.reference === wanted);
        const days = of === undefined ? [] : await daysOf(moment.snapshot, asset, asOf);
        const [first] = days;
        return of === undefined || first === undefined
          ? undefined
          : { ...(await searchDays(moment, of, days, first, () => false)), days };
      });
      if (found !== undefined) {
        episodes.push(...found.episodes);
        searched.push({ asset, days: found.days });
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
