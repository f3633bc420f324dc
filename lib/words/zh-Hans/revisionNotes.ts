import { formatMinute, type MinuteRange } from '../../domain/minute';
import type { Compared } from '../en/revisionNotes';
import { count, utc } from './numbers';

/** Of ISO minutes, as sentences of a page write them. */
const span = (from: string, to: string): string => `${utc(from)} 至 ${utc(to)} UTC`;

export function comparedNotes({ compared, range, asset }: Compared): readonly string[] {
  const several = compared.filter(({ markets }) => markets > 0);
  const when = range === undefined ? '所有时间' : ` ${span(formatMinute(range.from), formatMinute(range.to))}`;
  const [first] = several;
  if (first === undefined)
    return [
      `修订与已隔离的数据行涵盖${when}。在${range === undefined ? '默认时间范围' : '这些分钟'}内，没有任何${asset === undefined ? '' : ` ${asset} `}市场有超过一个来源的数据，因此没有来源可供比较。`,
    ];
  const alike = several.every(({ from, to }) => from === first.from && to === first.to);
  const over = alike ? `范围为 ${span(first.from, first.to)}` : '范围为各资产的默认时间范围，列于其旁';
  return [`修订与已隔离的数据行涵盖${when}。来源比较的${over}。`];
}

export const timeframesNote = (checks: number, range: MinuteRange | undefined): readonly string[] =>
  checks === 0
    ? []
    : [
        `较长的 K 线与其各分钟比较，范围为${
          range === undefined ? '各资产的默认时间范围' : ` ${span(formatMinute(range.from), formatMinute(range.to))}`
        }。`,
      ];

const LISTED = { revisions: '修订', quarantined: '已隔离的数据行' } as const;

export const cutNote = (what: keyof typeof LISTED, read: number, most: number): readonly string[] =>
  read <= most ? [] : [`${LISTED[what]}不止此处列出的最新 ${count(most)} 条。选择时间范围可查看其他部分。`];
