import type { LowsAnswer } from '../../api/lows';
import { MOST_LOWEST_NAMED, mostOftenLowest } from '../../api/mostOftenLowest';
import type { WhyUnranked } from '../../domain/lows';
import { count, formatLevel, plusMinus } from './numbers';
import { venueList, venueName } from './venues';

export const lowsHead = {
  title: '전체 최저가',
  lead: '한 기간에 거래소별로 기록된 가장 낮은 가격과 가장 높은 가격을 자산별로 비교합니다. 어느 거래소가 가장 멀리 벗어났는지, 다음 거래소와 얼마나 떨어져 있었는지 보여 줍니다. 수치는 얼마나 벗어났는지를 나타내며 이유를 나타내지는 않습니다.',
} as const;

export const lowsForm = { assets: '자산', anyAsset: '모든 자산', wrong: 'lows-wrong' } as const;

export const lowsWait = {
  text: '모든 자산을 측정하고 있습니다…',
  label: '측정이 끝난 자산의 비율',
} as const;

export const venueLows = {
  title: '거래소별',
  lead: ({ gap, leastVenues }: Pick<LowsAnswer, 'gap' | 'leastVenues'>): string =>
    `거래소가 가장 낮았거나 가장 높았던 자산의 수와, 그 거래소의 순위를 매긴 자산 가운데 차지하는 비율입니다. 다음 거래소와의 격차는 두 환산율의 불확실성을 빼고도 그만큼 남을 때만 ${formatLevel(gap)} 이상으로 셉니다. 모든 분에 값이 알려진 거래소가 ${String(leastVenues)}곳 이상인 자산만 순위를 매기며, 가격이 같으면 어느 쪽도 최저로 보지 않습니다.`,
  label: '거래소별로 가장 낮았거나 가장 높았던 횟수',
  none: '이 기간에 순위를 매길 수 있는 자산이 없습니다.',
  venue: '거래소',
  ranked: '순위를 매긴\n자산',
  lowest: '최저',
  highest: '최고',
  share: '비율',
  wide: (gap: number): string => `격차\n${formatLevel(gap)} 이상`,
  lowestShare: '최저\n비율',
  lowestWide: (gap: number): string => `최저 격차\n${formatLevel(gap)} 이상`,
  highestShare: '최고\n비율',
  highestWide: (gap: number): string => `최고 격차\n${formatLevel(gap)} 이상`,
} as const;

export const assetLowsTable = {
  title: '자산별',
  lead: '가격은 USD이며, 거래소와 날짜마다 현물 마켓 하나를 씁니다. 환산율이 없는 분의 저가는 제외합니다. 시각을 누르면 모든 거래소의 캔들이 열립니다.',
  label: '자산별로 가장 낮았던 거래소와 가장 높았던 거래소',
  asset: '자산',
  lowest: '최저 거래소',
  low: '저가,\nUSD',
  lowMinute: '시각, UTC',
  secondLowest: '다음으로 낮은 거래소',
  gap: '격차',
  highest: '최고 거래소',
  high: '고가,\nUSD',
  highMinute: '시각, UTC',
  secondHighest: '다음으로 높은 거래소',
  unranked: '순위 제외',
} as const;

export const nobodyOutermost = (isRanked: boolean): string => (isRanked ? '가격 동일' : '알려진 거래소 부족');

export function gapUncertainty(uncertainty: number | null): string | undefined {
  if (uncertainty === null) return '환산율의 불확실성 알 수 없음';
  return uncertainty === 0 ? undefined : `환산율 ${plusMinus(uncertainty)}`;
}

const WHY: Readonly<Record<WhyUnranked, (minutes: number) => string>> = {
  'not-fetched': (minutes) => `${count(minutes)}분 수집되지 않음`,
  'set-aside': (minutes) => `${count(minutes)}분 보류됨`,
  'left-out': (minutes) => `${count(minutes)}분 제외됨`,
  'no-price': () => '가격 없음',
};

export const unrankedVenue = (one: {
  readonly venue: string;
  readonly why: WhyUnranked;
  readonly minutes: number;
}): string => `${venueName(one.venue)} (${WHY[one.why](one.minutes)})`;

interface Ranking {
  readonly assets: number;
  readonly unranked: number;
  readonly leastVenues: number;
}

export const lowsNotes = ({ assets, unranked, leastVenues }: Ranking): string[] =>
  assets === 0
    ? ['이 기간에 데이터가 없어 순위를 매기지 않았습니다.']
    : [
        '수집되지 않았거나 보류된 분이 있는 거래소, 제외된 날이 있는 거래소는 이름만 적고 순위를 매기지 않습니다. 그 거래소의 최저가를 알 수 없기 때문입니다.',
        ...(unranked === 0
          ? []
          : [
              `자산 ${count(assets)}개 중 ${count(unranked)}개: 모든 분에 값이 알려진 거래소가 ${String(leastVenues)}곳 미만이어서 순위를 매기지 않습니다.`,
            ]),
      ];

export const lowsFinding = (venues: LowsAnswer['venues']): string => {
  const firsts = mostOftenLowest(venues);
  const [first] = firsts;
  if (first === undefined) return venueLows.none;
  const who =
    firsts.length > MOST_LOWEST_NAMED
      ? `거래소 ${count(firsts.length)}곳`
      : venueList(firsts.map(({ venue }) => venue));
  return firsts.length > 1
    ? `${who}: 각각 자산 ${count(first.lowest.assets)}개에서 최저`
    : `${venueName(first.venue)}: 순위에 든 자산 ${count(first.ranked)}개 중 ${count(first.lowest.assets)}개에서 최저`;
};
