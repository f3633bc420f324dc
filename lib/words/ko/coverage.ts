import type { UnansweredRange, DayColumns } from '../../api/coverage';
import { shareWords } from '../en/coverage';
import { minuteCount, rowCount } from './counts';

export { shareWords };

type DayCounts = Readonly<Record<Exclude<keyof DayColumns, 'day'>, number>>;

interface RowCounts {
  readonly answeredMinutes: number;
  readonly spanMinutes: number;
  readonly traded: number;
}

const OUTCOMES: Readonly<Record<UnansweredRange['outcome'], string>> = {
  refused: '거부됨',
  failed: '실패',
  'not-served': '제공되지 않음',
};
export const outcomeWords = (outcome: UnansweredRange['outcome']): string => OUTCOMES[outcome];

const NEVER_REQUESTED = '요청한 적 없음';
const NO_ANSWER = '응답 없음';

export function dayLines(cell: DayCounts | undefined, dayMinutes: number): readonly string[] {
  if (cell === undefined) return [NEVER_REQUESTED];
  return [
    cell.answered === 0
      ? NO_ANSWER
      : `${minuteCount(dayMinutes)} 중 ${minuteCount(cell.answered)} 응답: 체결 ${minuteCount(cell.traded)}, 체결 없음 ${minuteCount(cell.noTrade)}${cell.moved > 0 ? `, 거래량 0·가격 변동 ${minuteCount(cell.moved)}` : ''}`,
    ...(cell.setAside > 0 ? [`${minuteCount(cell.setAside)} 보류됨`] : []),
    ...(cell.refused > 0 ? [`${minuteCount(cell.refused)} 거부됨`] : []),
    ...(cell.failed > 0 ? [`${minuteCount(cell.failed)} 실패`] : []),
    ...(cell.notServed > 0 ? [`${minuteCount(cell.notServed)} 제공되지 않음`] : []),
    ...(cell.quarantined > 0 ? [`${rowCount(cell.quarantined)} 격리됨`] : []),
    ...(cell.revised > 0 ? [`${minuteCount(cell.revised)} 정정됨`] : []),
  ];
}

export const dayWords = (cell: DayCounts | undefined, dayMinutes: number): string =>
  dayLines(cell, dayMinutes).join('; ');

export function rowWords(row: RowCounts): readonly string[] {
  const answered = shareWords(row.answeredMinutes, row.spanMinutes);
  const traded = shareWords(row.traded, row.answeredMinutes);
  return answered === undefined || traded === undefined ? [NO_ANSWER] : [`응답 ${answered}`, `체결 ${traded}`];
}

export const monthWords = (month: string): string => `${month.slice(0, 4)}년 ${String(Number(month.slice(5, 7)))}월`;
