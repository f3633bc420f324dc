import type { MissingReason } from '../../api/hole';

const WORDS: Readonly<Record<MissingReason, string>> = {
  'not-fetched': '未获取',
  'no-trade': '无成交',
  'too-few-peers': '对照交易所不足',
  'no-rate': '无汇率',
  'left-out': '已排除',
  moved: '成交量为 0，价格有变动',
  'set-aside': '已搁置',
};

export const missingWords = (why: MissingReason): string => WORDS[why];

export function reasonsWithMarkets(rows: readonly (readonly [reason: string, market: string])[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const [reason, market] of rows) byReason.set(reason, [...(byReason.get(reason) ?? []), market]);
  return [...byReason].map(([reason, markets]) => `${reason}（${markets.join('、')}）`);
}
