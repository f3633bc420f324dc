import type { Fault, FaultPlan } from '../faults';

/** Requests for candles, trades and files: where what is stored comes from. */
const CONTENT = /candle|kline|ohlc|trades|transactions|\.zip|\.gz/i;
const ARCHIVE_FILES = /\.(?:zip|gz)$/;

/** The same request fails at most so often, whatever strikes it: a client that asks three times is answered. */
const PER_REQUEST = 2;

/** Kinds and the share of content requests each strikes: together about a quarter. */
const SHARES: readonly (readonly [Fault, number])[] = [
  // At once: a plan for tests has no time to wait.
  [{ kind: 'too-many-requests', retryAfterSeconds: 0 }, 0.03],
  [{ kind: 'unavailable' }, 0.03],
  [{ kind: 'cut-json' }, 0.03],
  [{ kind: 'html' }, 0.03],
  [{ kind: 'reset' }, 0.02],
  [{ kind: 'reset-midway' }, 0.02],
  [{ kind: 'slow', overMs: 50 }, 0.01],
  [{ kind: 'shuffled' }, 0.03],
  [{ kind: 'duplicated' }, 0.03],
  [{ kind: 'wrong-range' }, 0.02],
  [{ kind: 'unclosed-last' }, 0.02],
  [{ kind: 'broken-row' }, 0.02],
  [{ kind: 'no-volume' }, 0.02],
];

/**
 * A reply without rows is an honest one to look at, so a client may ask for the same in another size, which is another request: a venue
 * sends no more of them than a client that asks twice more bears.
 */
const EMPTY_PER_VENUE = 2;

interface MixedOptions {
  /** Venues that refuse every request for legal reasons; none unless named: what they hold cannot be got. */
  readonly geoBlocked?: readonly string[];
  /** Kinds left out. */
  readonly without?: readonly Fault['kind'][];
  /** How many requests never get an answer, all in all; each costs the client its whole patience. */
  readonly hangs?: number;
}

/**
 * Everything that goes wrong, mixed at a seed, so that a patient client still gets all there is: each request is struck twice
 * at most, however often it is made, market lists once a venue. A client that asks again after a failure, after rows outside
 * the range it asked for and after a row that breaks the invariant stores the same as without faults. Left out are the faults
 * whose replies are an answer of their own: a candle edited later, a file that is not there.
 */
export function mixedFaults(seed: number, { geoBlocked = [], without = [], hangs = 2 }: MixedOptions = {}): FaultPlan {
  const content: FaultPlan = SHARES.map(([fault, probability], i) => ({
    fault,
    path: CONTENT,
    probability,
    seed: seed + i,
    perRequest: PER_REQUEST,
  }));
  const plan: FaultPlan = [
    ...geoBlocked.map((venue) => ({ fault: { kind: 'geo-block' } as const, venue })),
    {
      fault: { kind: 'hang' },
      path: CONTENT,
      probability: 0.01,
      seed: seed + 101,
      times: hangs,
      perRequest: PER_REQUEST,
    },
    { fault: { kind: 'truncated' }, path: ARCHIVE_FILES, probability: 0.1, seed: seed + 102, perRequest: PER_REQUEST },
    {
      fault: { kind: 'wrong-checksum' },
      path: /\.CHECKSUM$/,
      probability: 0.1,
      seed: seed + 103,
      perRequest: PER_REQUEST,
    },
    // What is asked before any content: lists of markets, clocks.
    {
      fault: { kind: 'unavailable' },
      path: /^(?!.*(?:candle|kline|ohlc|trades|transactions|\.zip|\.gz))/i,
      probability: 0.05,
      seed: seed + 104,
      perRequest: 1,
    },
    ...content,
    {
      fault: { kind: 'empty' },
      path: CONTENT,
      probability: 0.05,
      seed: seed + 105,
      perRequest: 1,
      perVenue: EMPTY_PER_VENUE,
    },
  ];
  return plan.filter(({ fault }) => !without.includes(fault.kind));
}
