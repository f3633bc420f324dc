import type { LeftOutMarket, WrittenWhy } from '../../api/leftOut';
import { factorWords } from './numbers';
import { spelled } from './spelled';

const WHY: Readonly<Record<WrittenWhy, string>> = {
  alias: '另一市场的别名',
  'suspected alias': '疑似另一市场的别名',
  'suspected namesake': '疑似另一种币或另一种单位',
};

export const whyWords = (why: WrittenWhy | undefined): string => (why === undefined ? '已排除' : WHY[why]);

export function leftOutWords({ why, aliasOf, factor }: Pick<LeftOutMarket, 'why' | 'aliasOf' | 'factor'>): string {
  switch (why) {
    case 'alias':
      return aliasOf === null ? WHY[why] : `${aliasOf} 的别名`;
    case 'suspected alias':
      return aliasOf === null ? WHY[why] : `疑似 ${aliasOf} 的别名`;
    case 'suspected namesake':
      return factor === null ? WHY[why] : `${WHY[why]}：为其他交易所中位数的 ${factorWords(factor)}`;
  }
}

export function onDays(days: number, first: string, last: string): string {
  return days === 1 ? `${first} 当日` : `${spelled(days)} 个 UTC 日（${first} 至 ${last}）`;
}

export const leftOutTable = {
  title: '已排除的市场',
  lead: '这些市场不参与计算：没有任何市场与其比较，也没有任何汇率采用其换算路径。若计入别名，同一市场会重复计算；同一代码下的另一种币或另一种单位，价格本来就不同。',
  label: '已排除的市场',
  venue: '交易所',
  market: '市场',
  source: '来源',
  why: '原因',
  days: 'UTC 日',
} as const;
