import { formatMinute, type MinuteRange } from '../../domain/minute';
import type { Compared } from '../en/revisionNotes';
import { count, utc } from './numbers';

/** Of ISO minutes, as sentences of a page write them. */
const span = (from: string, to: string): string => `${utc(from)} 至 ${utc(to)} UTC`;

export function comparedNotes({ compared, range, asset }: Compared): readonly string[] {
  const several = compared.filter(({ markets }) => markets > 0);
  const when = range === undefined ? '所有時間' : ` ${span(formatMinute(range.from), formatMinute(range.to))}`;
  const [first] = several;
  if (first === undefined)
    return [
      `修訂與已隔離的資料列涵蓋${when}。在${range === undefined ? '預設時間範圍' : '這些分鐘'}內，沒有任何${asset === undefined ? '' : ` ${asset} `}市場有超過一個來源的資料，因此沒有來源可供比較。`,
    ];
  const alike = several.every(({ from, to }) => from === first.from && to === first.to);
  const over = alike ? `範圍為 ${span(first.from, first.to)}` : '範圍為各資產的預設時間範圍，列於其旁';
  return [`修訂與已隔離的資料列涵蓋${when}。來源比較的${over}。`];
}

export const timeframesNote = (checks: number, range: MinuteRange | undefined): readonly string[] =>
  checks === 0
    ? []
    : [
        `較長的 K 線與其各分鐘比較，範圍為${
          range === undefined ? '各資產的預設時間範圍' : ` ${span(formatMinute(range.from), formatMinute(range.to))}`
        }。`,
      ];

const LISTED = { revisions: '修訂', quarantined: '已隔離的資料列' } as const;

export const cutNote = (what: keyof typeof LISTED, read: number, most: number): readonly string[] =>
  read <= most ? [] : [`${LISTED[what]}不止此處列出的最新 ${count(most)} 筆。選擇時間範圍可查看其他部分。`];
