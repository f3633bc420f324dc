import type { UnansweredRange } from '../../api/coverage';
import type * as en from '../en/coverage';
import { shareWords } from '../en/coverage';
import { rowCount } from './counts';
import { count } from './numbers';

export { shareWords };

type DayCounts = NonNullable<Parameters<typeof en.dayLines>[0]>;
type RowCounts = Parameters<typeof en.rowWords>[0];

const OUTCOMES: Readonly<Record<UnansweredRange['outcome'], string>> = {
  refused: '被拒绝',
  failed: '失败',
  'not-served': '未提供',
};
export const outcomeWords = (outcome: UnansweredRange['outcome']): string => OUTCOMES[outcome];

const NEVER_REQUESTED = '从未请求';
const NO_ANSWER = '无响应';

const minutes = (value: number): string => `${count(value)} 分钟`;

export function dayLines(cell: DayCounts | undefined, dayMinutes: number): readonly string[] {
  if (cell === undefined) return [NEVER_REQUESTED];
  return [
    cell.answered === 0
      ? NO_ANSWER
      : `${count(dayMinutes)} 分钟中有 ${minutes(cell.answered)}获得响应：${count(cell.traded)} 分钟有成交，${count(cell.noTrade)} 分钟无成交${cell.moved > 0 ? `，${count(cell.moved)} 分钟成交量为 0 但价格有变动` : ''}`,
    ...(cell.setAside > 0 ? [`${minutes(cell.setAside)}已搁置`] : []),
    ...(cell.refused > 0 ? [`${minutes(cell.refused)}被拒绝`] : []),
    ...(cell.failed > 0 ? [`${minutes(cell.failed)}失败`] : []),
    ...(cell.notServed > 0 ? [`${minutes(cell.notServed)}未提供`] : []),
    ...(cell.quarantined > 0 ? [`${rowCount(cell.quarantined)}已隔离`] : []),
    ...(cell.revised > 0 ? [`${minutes(cell.revised)}已修订`] : []),
  ];
}

export const dayWords = (cell: DayCounts | undefined, dayMinutes: number): string =>
  dayLines(cell, dayMinutes).join('；');

export function rowWords(row: RowCounts): readonly string[] {
  const answered = shareWords(row.answeredMinutes, row.spanMinutes);
  const traded = shareWords(row.traded, row.answeredMinutes);
  return answered === undefined || traded === undefined ? [NO_ANSWER] : [`有响应 ${answered}`, `有成交 ${traded}`];
}

export const monthWords = (month: string): string => `${month.slice(0, 4)} 年 ${String(Number(month.slice(5, 7)))} 月`;
