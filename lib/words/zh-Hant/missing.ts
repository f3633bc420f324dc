import type { MissingReason } from '../../api/hole';

const WORDS: Readonly<Record<MissingReason, string>> = {
  'not-fetched': '未取得',
  'no-trade': '無成交',
  'too-few-peers': '對照交易所不足',
  'no-rate': '無匯率',
  'left-out': '已排除',
  moved: '成交量為 0，價格有變動',
  'set-aside': '已擱置',
};

export const missingWords = (why: MissingReason): string => WORDS[why];

export function reasonsWithMarkets(rows: readonly (readonly [reason: string, market: string])[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const [reason, market] of rows) byReason.set(reason, [...(byReason.get(reason) ?? []), market]);
  return [...byReason].map(([reason, markets]) => `${reason}（${markets.join('、')}）`);
}
