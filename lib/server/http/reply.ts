import { COLUMNS_TYPE } from '../../api/columns/format';
import type { OembedAnswer } from '../../api/oembed';
import type { Problem } from '../../api/problem';
import { STATUS_OF } from '../../api/problemCodes';
import type { Instant } from '../../domain/instant';
import { isAnswerLate } from '../../store/connection/cancelling';
import { isDatabaseFailure } from '../../store/connection/failures';
import { ANSWER_LATE, DATABASE_UNAVAILABLE, INTERNAL_ERROR } from '../../words/en/serverProblems';
import type { ViewFile } from '../forms/file';
import type { AnswerColumns } from '../columns/deviationsColumns';
import type { AnswerJson } from '../long/deviationsJson';
import type { Pack } from '../pack/pack';
import { laterHeaders, problem, type Outcome } from './outcome';

/** The one mapper from outcomes to HTTP: JSON, `no-store` (stored candles may grow), problems in the contract's shape. */
export function reply<T extends { readonly simulated: boolean }>(outcome: Outcome<T>): Response {
  if (!outcome.ok) return problemReply(outcome);
  return Response.json(outcome.value, {
    headers: { 'cache-control': 'no-store', ...simulatedHeader(outcome.value.simulated) },
  });
}

/** A picture under its file name. */
export function pictureReply(
  outcome: Outcome<{
    readonly png: Uint8Array<ArrayBuffer>;
    readonly fileName: string;
    readonly simulated: boolean;
    readonly lastModified?: Instant | undefined;
  }>,
): Response {
  if (!outcome.ok) return problemReply(outcome);
  return new Response(outcome.value.png, {
    headers: {
      'content-type': 'image/png',
      'content-disposition': `inline; filename="${outcome.value.fileName}"`,
      'cache-control': 'no-store',
      ...simulatedHeader(outcome.value.simulated),
      ...modifiedHeader(outcome.value.lastModified),
    },
  });
}

/** A view in another form, under its file name. */
export function fileReply(outcome: Outcome<ViewFile>): Response {
  if (!outcome.ok) return problemReply(outcome);
  const { bytes, type, fileName, isShown, simulated, address, lastModified } = outcome.value;
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename="${fileName}"`,
      'cache-control': 'no-store',
      // Its page, of which it is another form (RFC 8288).
      link: `<${address}>; rel="alternate"; type="text/html"`,
      ...simulatedHeader(simulated),
      ...modifiedHeader(lastModified),
    },
  });
}

/** A pack of exhibits under its file name, and how many of the addresses gave none. */
export function packReply(outcome: Outcome<Pack>): Response {
  if (!outcome.ok) return problemReply(outcome);
  const { bytes, fileName, missing, simulated } = outcome.value;
  return new Response(bytes, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
      'x-plumbline-missing': String(missing.length),
      ...simulatedHeader(simulated),
    },
  });
}

export function problemReply(outcome: Extract<Outcome<never>, { ok: false }>): Response {
  const body: Problem = { error: { code: outcome.code, message: outcome.message } };
  const headers = outcome.status === STATUS_OF.unavailable ? laterHeaders() : { 'cache-control': 'no-store' };
  return Response.json(body, { status: outcome.status, headers });
}

const simulatedHeader = (simulated: boolean): Record<string, string> =>
  simulated ? { 'x-plumbline-simulated': 'SIMULATED' } : {};

/** When the data became what it is, to the second; the answer's own tag tells readers whether they have it. */
const modifiedHeader = (lastModified: Instant | undefined): Record<string, string> =>
  lastModified === undefined ? {} : { 'last-modified': new Date(lastModified).toUTCString() };

/** How a page is embedded: the fields of oEmbed and no other, so that prices are simulated stands in its title. */
export function oembedReply(outcome: Outcome<OembedAnswer>): Response {
  return outcome.ok
    ? Response.json(outcome.value, { headers: { 'cache-control': 'no-store' } })
    : problemReply(outcome);
}

/** A feed of Atom. */
export function feedReply(outcome: Outcome<{ readonly feed: string; readonly simulated: boolean }>): Response {
  if (!outcome.ok) return problemReply(outcome);
  return new Response(outcome.value.feed, {
    headers: {
      'content-type': ['application/atom+xml', 'charset=utf-8'].join('; '),
      'cache-control': 'no-store',
      ...simulatedHeader(outcome.value.simulated),
    },
  });
}

/** The same of an answer that is JSON text already. */
export function jsonReply(outcome: Outcome<AnswerJson>): Response {
  if (!outcome.ok) return problemReply(outcome);
  return new Response(outcome.value.json, {
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...simulatedHeader(outcome.value.simulated),
    },
  });
}

/** The same of an answer that is binary columns. */
export function columnsResponse(outcome: Outcome<AnswerColumns>): Response {
  if (!outcome.ok) return problemReply(outcome);
  return new Response(outcome.value.columns, {
    headers: {
      'content-type': COLUMNS_TYPE,
      'cache-control': 'no-store',
      ...simulatedHeader(outcome.value.simulated),
    },
  });
}

/** Runs a route's work; an unforeseen failure goes to the log with its stack, and to the reader as one line without it. */
export async function guarded(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (failure) {
    return problemReply(broke(failure));
  }
}

/** That a reader went away is no failure. */
const GONE: readonly string[] = ['AbortError', 'ResponseAborted'];
const isGone = (failure: unknown): boolean => failure instanceof Error && GONE.includes(failure.name);

/** Logs an unforeseen failure; returns what the reader is shown, where one is there. */
export function broke(failure: unknown): Extract<Outcome<never>, { ok: false }> {
  if (!isGone(failure) && !isAnswerLate(failure)) console.error(failure);
  return shown(failure) as Extract<Outcome<never>, { ok: false }>;
}

function shown(failure: unknown): Outcome<never> {
  if (isAnswerLate(failure)) return problem('unavailable', ANSWER_LATE);
  return isDatabaseFailure(failure)
    ? problem('unavailable', DATABASE_UNAVAILABLE)
    : problem('internal', INTERNAL_ERROR);
}
