import { MINUTE_MS } from '../../domain/minute';
import { chance, streamOf } from '../chance';
import { CLAIMED_ACCOUNT as PUBLISHED } from '../../domain/events/claimedAccount';
import { RECONSTRUCTED as MARK } from '../../domain/events/reconstructed';
import { SEED } from './account';
import { exampleFills } from './fills';

/** Attempts between 21:16 and 23:02: the account says more than 200. */
const ATTEMPTS = 212;
const HOUR_EAST_MS = 60 * MINUTE_MS;
/** The account's clock. */
const EAST = 8;

interface Refusal {
  readonly code?: number;
  readonly httpStatus?: number;
  readonly msg: string;
}

const REFUSED = {
  newOrder: { code: -2010, msg: 'NEW_ORDER_REJECTED' },
  reduceOnly: { code: -2022, msg: 'ReduceOnly Order is rejected.' },
  reduceOnlyFailed: {
    code: -4118,
    msg: 'ReduceOnly Order Failed. Please check your existing position and open orders',
  },
  busy: { code: -1008, msg: 'Server is currently overloaded with other requests. Please try again in a few minutes.' },
  unavailable: { httpStatus: 503, msg: 'Service Unavailable' },
} as const satisfies Readonly<Record<string, Refusal>>;

/** One stretch of the account: so many orders, refused in one of these ways. */
interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly orders: number;
  readonly refusals: readonly Refusal[];
  readonly isReduceOnly: boolean;
}

/** The codes and hours are the account's, where it says them; how many before 21:16, and how often each code came, is invented. */
const STRETCHES: readonly Stretch[] = [
  { from: PUBLISHED.from, to: '2025-10-10T21:14Z', orders: 14, refusals: [REFUSED.newOrder], isReduceOnly: false },
  {
    from: '2025-10-10T21:14Z',
    to: PUBLISHED.reduceOnlyFrom,
    orders: 18,
    refusals: [REFUSED.reduceOnly, REFUSED.reduceOnlyFailed],
    isReduceOnly: true,
  },
  {
    from: '2025-10-10T21:15Z',
    to: PUBLISHED.reduceOnlyFrom,
    orders: 8,
    refusals: [REFUSED.unavailable, REFUSED.busy],
    isReduceOnly: false,
  },
  {
    from: PUBLISHED.reduceOnlyFrom,
    to: PUBLISHED.to,
    orders: ATTEMPTS - exampleFills().length,
    refusals: [REFUSED.reduceOnly, REFUSED.reduceOnlyFailed, REFUSED.busy, REFUSED.unavailable],
    isReduceOnly: true,
  },
];

/** `2025-10-11T05:12:03.417+08:00`. */
const stamp = (ms: number): string =>
  `${new Date(ms + EAST * HOUR_EAST_MS).toISOString().slice(0, -1)}+0${String(EAST)}:00`;

/** A log as a bot keeps one, an entry a line (JSON Lines), in UTC+8 as the account has it; each entry says that it is reconstructed. */
export function orderLogText(): string {
  const refused = STRETCHES.flatMap(({ from, to, orders, refusals, isReduceOnly }, k) => {
    const draws = streamOf(SEED, `log ${String(k)}`);
    const [first, end] = [Date.parse(from), Date.parse(to)];
    return Array.from({ length: orders }, (_, i) => {
      const ms = first + Math.floor(((i + chance(draws, 3 * i)) / orders) * (end - first));
      const refusal = refusals[Math.floor(refusals.length * chance(draws, 3 * i + 1))] as Refusal;
      const symbol = chance(draws, 3 * i + 2) < 0.5 ? 'DOGEUSDT' : 'XRPUSDT';
      return { ms, entry: { symbol, side: 'SELL', reduceOnly: isReduceOnly, ...refusal } };
    });
  });
  const taken = exampleFills().map(({ symbol, time }, i) => ({
    ms: Date.parse(`${time.replace(' ', 'T')}Z`),
    entry: { symbol, side: 'SELL', reduceOnly: true, orderId: 1_000 + i, status: 'FILLED' },
  }));
  return [...refused, ...taken]
    .toSorted((a, b) => a.ms - b.ms)
    .map(({ ms, entry }) => `${JSON.stringify({ time: stamp(ms), ...entry, note: MARK })}\n`)
    .join('');
}
