import { formatMinute, type MinuteRange } from '../../domain/minute';
import type { Compared } from '../en/revisionNotes';
import { count, utc } from './numbers';

/** Of ISO minutes, as sentences of a page write them. */
const span = (from: string, to: string): string => `${utc(from)} ~ ${utc(to)} UTC`;

export function comparedNotes({ compared, range, asset }: Compared): readonly string[] {
  const several = compared.filter(({ markets }) => markets > 0);
  const when = range === undefined ? '전체 기간' : `${span(formatMinute(range.from), formatMinute(range.to))} 기간`;
  const [first] = several;
  if (first === undefined)
    return [
      `정정 내역과 격리된 행은 ${when}을 다룹니다. ${range === undefined ? '기본 기간' : '해당 분'}에 출처가 둘 이상인 ${asset === undefined ? '' : `${asset} `}마켓이 없어 비교할 출처가 없습니다.`,
    ];
  const alike = several.every(({ from, to }) => from === first.from && to === first.to);
  const over = alike ? `${span(first.from, first.to)} 기간에 대해` : '옆에 적은 자산별 기본 기간에 대해';
  return [`정정 내역과 격리된 행은 ${when}을 다룹니다. 출처는 ${over} 비교합니다.`];
}

export const timeframesNote = (checks: number, range: MinuteRange | undefined): readonly string[] =>
  checks === 0
    ? []
    : [
        `긴 캔들은 ${
          range === undefined ? '자산별 기본 기간' : `${span(formatMinute(range.from), formatMinute(range.to))} 기간`
        }에 대해 해당 분의 캔들과 비교합니다.`,
      ];

const LISTED = { revisions: '정정', quarantined: '격리된 행' } as const;

export const cutNote = (what: keyof typeof LISTED, read: number, most: number): readonly string[] =>
  read <= most
    ? []
    : [`${LISTED[what]}: 여기에 표시한 최신 ${count(most)}건 외에 더 있습니다. 다른 것을 보려면 범위를 선택하십시오.`];
