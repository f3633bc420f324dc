import { assetEntry } from '../domain/asset';
import { parseAsset } from '../domain/market';
import type { Question } from '../domain/question';
import { parsed, refused, type Parsed } from '../domain/unit';
import {
  readAsOf,
  readBloc,
  readEnter,
  readMarkets,
  readMinPeers,
  readRange,
  readRate,
  readReference,
  readVenues,
} from './fields';

export const QUESTION_NAMES = [
  'asset',
  'from',
  'to',
  'venues',
  'markets',
  'reference',
  'bloc',
  'rate',
  'minPeers',
  'enter',
  'asOf',
] as const;

/**
 * Reads a question strictly, as scripts ask it: unknown names and malformed values are refused with one line that names the
 * mend. Absent fields take the method's defaults, the reference the asset's own; asset, from and to have none. `more`: what else the address takes.
 */
export function readQuestion(
  fields: Readonly<Record<string, string | undefined>>,
  more: readonly string[] = [],
): Parsed<Question> {
  const unknown = Object.keys(fields).find((name) => !QUESTION_NAMES.some((known) => known === name));
  if (unknown !== undefined)
    return refused({ kind: 'unknown-name', name: unknown, known: [...QUESTION_NAMES, ...more] });
  if (fields['asset'] === undefined) return refused({ kind: 'missing-asset' });
  const asset = parseAsset(fields['asset']);
  if (!asset.ok) return asset;
  const range = readRange(fields['from'], fields['to']);
  if (!range.ok) return range;
  const venues = readVenues(fields['venues']);
  if (!venues.ok) return venues;
  const markets = readMarkets(fields['markets']);
  if (!markets.ok) return markets;
  const reference = readReference(fields['reference'], assetEntry(asset.value));
  if (!reference.ok) return reference;
  const bloc = readBloc(fields['bloc'], reference.value);
  if (!bloc.ok) return bloc;
  const rate = readRate(fields['rate']);
  if (!rate.ok) return rate;
  const minPeers = readMinPeers(fields['minPeers']);
  if (!minPeers.ok) return minPeers;
  const enter = readEnter(fields['enter'], asset.value);
  if (!enter.ok) return enter;
  const asOf = readAsOf(fields['asOf']);
  if (!asOf.ok) return asOf;
  return parsed({
    asset: asset.value,
    range: range.value,
    venues: venues.value,
    markets: markets.value,
    reference: reference.value,
    bloc: bloc.value,
    rate: rate.value,
    minPeers: minPeers.value,
    enter: enter.value,
    asOf: asOf.value,
  });
}
