import { heatmap as english } from '../en/heatmap';
import { clock, dayPart, signedPercent } from './numbers';
import { venueName } from './venues';

export const heatmap = {
  title: '자산별, 거래소별 괴리',
  lead: '각 자산의 거래소별 최대 괴리 구간으로, 자신의 기준 대비 백분율이며 괴리가 큰 순입니다. 칸을 누르면 해당 분이 열립니다.',
  label: '자산별, 거래소별 최대 괴리',
  asset: '자산',
  key: '최소',
  level: english.level,
  held: '괴리 구간 없음',
  none: '데이터 없음',
  cell: english.cell,
  open: ({ name, venue, peak, peakMinute }: Parameters<typeof english.open>[0]): string =>
    `${venueName(venue)}의 ${name}: ${signedPercent(peak)}, ${dayPart(peakMinute)} ${clock(peakMinute)} UTC`,
  more: '모든 자산의 괴리 구간',
} as const;

export const deepestList = {
  filter: '자산 또는 거래소',
  sort: '정렬',
  by: { depth: '괴리가 큰 순', duration: '오래 지속된 순', time: '이른 순' },
  found: (shown: number, of: number): string =>
    shown === of ? `괴리 구간 ${String(of)}개` : `괴리 구간 ${String(of)}개 중 ${String(shown)}개`,
  spark: '해당 기간의 괴리율',
} as const;
