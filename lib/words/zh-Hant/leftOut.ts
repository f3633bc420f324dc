import type { LeftOutMarket, WrittenWhy } from '../../api/leftOut';
import { factorWords } from './numbers';
import { spelled } from './spelled';

const WHY: Readonly<Record<WrittenWhy, string>> = {
  alias: '另一市場的別名',
  'suspected alias': '疑似另一市場的別名',
  'suspected namesake': '疑似另一種幣或另一種單位',
};

export const whyWords = (why: WrittenWhy | undefined): string => (why === undefined ? '已排除' : WHY[why]);

export function leftOutWords({ why, aliasOf, factor }: Pick<LeftOutMarket, 'why' | 'aliasOf' | 'factor'>): string {
  switch (why) {
    case 'alias':
      return aliasOf === null ? WHY[why] : `${aliasOf} 的別名`;
    case 'suspected alias':
      return aliasOf === null ? WHY[why] : `疑似 ${aliasOf} 的別名`;
    case 'suspected namesake':
      return factor === null ? WHY[why] : `${WHY[why]}：為其他交易所中位數的 ${factorWords(factor)}`;
  }
}

export function onDays(days: number, first: string, last: string): string {
  return days === 1 ? `${first} 當日` : `${spelled(days)} 個 UTC 日（${first} 至 ${last}）`;
}

export const leftOutTable = {
  title: '已排除的市場',
  lead: '這些市場不參與計算：沒有任何市場與其比較，也沒有任何匯率採用其換算路徑。若計入別名，同一市場會重複計算；同一代號下的另一種幣或另一種單位，價格本來就不同。',
  label: '已排除的市場',
  venue: '交易所',
  market: '市場',
  source: '來源',
  why: '原因',
  days: 'UTC 日',
} as const;
