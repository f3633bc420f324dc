import type { Minute, MinuteRange } from '../domain/minute';
import { chance, streamOf } from './chance';

/** What goes wrong on the way: the reply never arrives, or not as the venue meant it. */
export type TransportFault =
  | { readonly kind: 'too-many-requests'; readonly retryAfterSeconds: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'geo-block' }
  /** No reply until the client gives up. */
  | { readonly kind: 'hang' }
  /** HTTP 200 whose JSON stops half-way. */
  | { readonly kind: 'cut-json' }
  /** HTTP 200 with a maintenance page. */
  | { readonly kind: 'html' }
  /** HTTP 200 whose bytes stop half-way, with a length that says this is all: a truncated file. */
  | { readonly kind: 'truncated' }
  /** The whole reply, in pieces over a time. */
  | { readonly kind: 'slow'; readonly overMs: number }
  /** HTTP 404, where the file is there. */
  | { readonly kind: 'missing' }
  /** The connection is reset before a reply. */
  | { readonly kind: 'reset' }
  /** The connection is reset after half of the bytes announced. */
  | { readonly kind: 'reset-midway' };

/**
 * What goes wrong in the rows of a well-formed candle reply, or of a file of candles in an archive (there an edited candle is
 * a file silently uploaded anew, if the rule strikes its checksum too). Requests for anything else are answered as usual.
 */
export type RowFault =
  | { readonly kind: 'shuffled' }
  | { readonly kind: 'duplicated' }
  /** The bounds asked for are ignored: the latest rows come instead. */
  | { readonly kind: 'wrong-range' }
  /** The candle that is still open is served as if it were a row like any other, where the venue never does. */
  | { readonly kind: 'unclosed-last' }
  /** The middle row's low is above its open. */
  | { readonly kind: 'broken-row' }
  /**
   * A well-formed reply without any row, of candles or of trades: a venue in maintenance, or a server that lacks the market. With
   * `of` candle replies to requests that touch these minutes alone, as where one part of a venue's store is down.
   */
  | { readonly kind: 'empty'; readonly of?: MinuteRange }
  /** Volumes and counts are null in every row. */
  | { readonly kind: 'no-volume' }
  /** The candle of `minute` is served with its low and close multiplied by `factor` (below 1): a later edit of the past. */
  | { readonly kind: 'edited-candle'; readonly minute: Minute; readonly factor: number };

/** What goes wrong beside an archive's file: its checksum is another file's. */
export interface ChecksumFault {
  readonly kind: 'wrong-checksum';
}

export type ContentFault = RowFault | ChecksumFault;

export type Fault = TransportFault | ContentFault;

/**
 * When a fault strikes. A request counts for a rule when its venue, path, address (path and query, as sent) and the simulator's
 * clock (`fromMs ≤ clock < toMs`) match; of those the rule strikes the `nth`
 * (from 1), every `every`-th, a share `probability` drawn from `seed`, or, with none given, all. Conditions given
 * together must all hold. `times` limits how often it strikes; `perRequest` how often the same request (venue and address)
 * may have been struck, by whatever rule, for it to strike again: who asks often enough is answered; `perVenue` how often it
 * strikes one venue.
 */
interface FaultRule {
  readonly fault: Fault;
  readonly venue?: string;
  readonly path?: RegExp;
  readonly address?: RegExp;
  readonly during?: { readonly fromMs: number; readonly toMs: number };
  readonly nth?: number;
  readonly every?: number;
  readonly probability?: number;
  readonly seed?: number;
  readonly times?: number;
  readonly perRequest?: number;
  readonly perVenue?: number;
}

export type FaultPlan = readonly FaultRule[];

/** Decides, request by request, which fault strikes: the first rule of the plan that does. Counts start with the plan. */
export function faultPicker(
  plan: FaultPlan,
): (venue: string, path: string, address?: string, nowMs?: number) => Fault | undefined {
  const strikes = new Map<string, number>();
  const states = plan.map((rule, index) => ({
    rule,
    seen: 0,
    struck: 0,
    byVenue: new Map<string, number>(),
    stream: streamOf(rule.seed ?? 1, `fault ${String(index)}`),
  }));
  const counts = (rule: FaultRule, venue: string, path: string, address: string, nowMs: number): boolean =>
    (rule.venue ?? venue) === venue &&
    rule.path?.test(path) !== false &&
    rule.address?.test(address) !== false &&
    (rule.during === undefined || (rule.during.fromMs <= nowMs && nowMs < rule.during.toMs));
  return (venue, path, address = path, nowMs = NaN) => {
    const request = `${venue} ${address}`;
    const struckBefore = strikes.get(request);
    let picked: Fault | undefined;
    for (const state of states) {
      const { rule } = state;
      if (!counts(rule, venue, path, address, nowMs)) continue;
      const onVenue = state.byVenue.get(venue);
      state.seen += 1;
      const hits =
        picked === undefined &&
        (rule.nth ?? state.seen) === state.seen &&
        state.seen % (rule.every ?? 1) === 0 &&
        (rule.probability === undefined || chance(state.stream, state.seen) < rule.probability) &&
        state.struck < (rule.times ?? Infinity) &&
        (struckBefore === undefined || struckBefore < (rule.perRequest ?? Infinity)) &&
        (onVenue === undefined || onVenue < (rule.perVenue ?? Infinity));
      if (!hits) continue;
      state.struck += 1;
      state.byVenue.set(venue, onVenue === undefined ? 1 : onVenue + 1);
      picked = rule.fault;
    }
    if (picked !== undefined) strikes.set(request, struckBefore === undefined ? 1 : struckBefore + 1);
    return picked;
  };
}

const TRANSPORT = new Set<Fault['kind']>([
  'too-many-requests',
  'unavailable',
  'geo-block',
  'hang',
  'cut-json',
  'html',
  'truncated',
  'slow',
  'missing',
  'reset',
  'reset-midway',
]);

export const isTransportFault = (fault: Fault): fault is TransportFault => TRANSPORT.has(fault.kind);
