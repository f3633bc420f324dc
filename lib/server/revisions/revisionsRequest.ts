import { MOST_QUERY_OF_REVISIONS } from '../../api/limits';
import { parseAsset } from '../../domain/market';
import { parsed, refused, type Parsed } from '../../domain/unit';
import { readAsOf, readRange } from '../../permalink/fields';
import { readStrictly } from '../../permalink/query';
import { answer, refusedRequest, type Outcome } from '../http/outcome';
import type { RevisionsAsked } from './revisions';

export const REVISION_NAMES = ['asset', 'from', 'to', 'limit', 'asOf'];
const DEFAULT_LIMIT = 100;
/** More lines than anybody reads; a narrower range names the rest. */
export const MOST_REVISIONS = 1_000;

/** Reads what is asked of revisions strictly: unknown names and malformed values are refused with one line that names the mend. */
export function readRevisionsAsked(fields: Readonly<Record<string, string | undefined>>): Parsed<RevisionsAsked> {
  const unknown = Object.keys(fields).find((name) => !REVISION_NAMES.includes(name));
  if (unknown !== undefined) return refused({ kind: 'unknown-name', name: unknown, known: REVISION_NAMES });
  const asset = fields['asset'] === undefined ? parsed(undefined) : parseAsset(fields['asset']);
  if (!asset.ok) return asset;
  const range =
    fields['from'] === undefined && fields['to'] === undefined
      ? parsed(undefined)
      : readRange(fields['from'], fields['to']);
  if (!range.ok) return range;
  const limit = readLimit(fields['limit']);
  if (!limit.ok) return limit;
  const asOf = readAsOf(fields['asOf']);
  return asOf.ok ? parsed({ asset: asset.value, range: range.value, limit: limit.value, asOf: asOf.value }) : asOf;
}

function readLimit(text: string | undefined): Parsed<number> {
  if (text === undefined) return parsed(DEFAULT_LIMIT);
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  return limit >= 1 && limit <= MOST_REVISIONS
    ? parsed(limit)
    : refused({ kind: 'not-a-whole-number', name: 'limit', text, least: 1, most: MOST_REVISIONS });
}

/** What a query asks of revisions, or of replies. */
export function revisionsAskedIn(url: URL): Outcome<RevisionsAsked> {
  const fields = readStrictly(url.search, MOST_QUERY_OF_REVISIONS);
  if (!fields.ok) return refusedRequest(fields.error);
  const read = readRevisionsAsked(fields.value);
  return read.ok ? answer(read.value) : refusedRequest(read.error);
}
