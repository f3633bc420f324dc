import type { MissingReason } from '../../api/hole';

const WORDS: Readonly<Record<MissingReason, string>> = {
  'not-fetched': 'not fetched',
  'no-trade': 'no trade',
  'too-few-peers': 'too few peers',
  'no-rate': 'no rate',
  'left-out': 'left out',
  moved: 'volume 0, prices moved',
  'set-aside': 'set aside',
};

/** Why a minute has no deviation. */
export const missingWords = (why: MissingReason): string => WORDS[why];

/** Each reason with the markets it is true of, in the order met: "no trade (Gate, OKX)", "too few peers (Bybit)". */
export function reasonsWithMarkets(rows: readonly (readonly [reason: string, market: string])[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const [reason, market] of rows) byReason.set(reason, [...(byReason.get(reason) ?? []), market]);
  return [...byReason].map(([reason, markets]) => `${reason} (${markets.join(', ')})`);
}
