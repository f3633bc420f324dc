import type { LowsAnswer } from '../../api/lows';
import { MOST_LOWEST_NAMED, mostOftenLowest } from '../../api/mostOftenLowest';
import type { WhyUnranked } from '../../domain/lows';
import type * as en from '../en/lows';
import { count, formatLevel, plusMinus } from './numbers';
import { venueList, venueName } from './venues';

export const lowsHead = {
  title: '各交易所的最低價',
  lead: '各交易所在時間範圍內的最低價與最高價，逐種資產列出：哪家交易所走得最遠，與次遠者相距多少。這些數字說明幅度，不說明原因。',
} as const;

export const lowsForm = { assets: '資產', anyAsset: '所有資產', wrong: 'lows-wrong' } as const;

export const lowsWait = {
  text: '正在測量每種資產…',
  label: '已測量資產所佔的比例',
} as const;

export const venueLows = {
  title: '依交易所',
  lead: ({ gap, leastVenues }: Pick<LowsAnswer, 'gap' | 'leastVenues'>): string =>
    `交易所在多少種資產中價格最低或最高，及其佔該交易所參與排名的資產的比例。與次一家交易所的差距，只有扣除兩者匯率的不確定度後仍達到該幅度，才計為 ${formatLevel(gap)} 或以上。一種資產須至少有 ${String(leastVenues)} 家交易所每一分鐘均已知，才予排名；價格相同時，沒有一家算作最低。`,
  label: '各交易所價格最低或最高的次數',
  none: '此時間範圍內沒有任何資產可以排名。',
  venue: '交易所',
  ranked: '參與排名的資產',
  lowest: '最低',
  highest: '最高',
  share: '比例',
  wide: (gap: number): string => `差距達 ${formatLevel(gap)}\n或以上`,
  lowestShare: '最低比例',
  lowestWide: (gap: number): string => `最低，差距達\n${formatLevel(gap)} 或以上`,
  highestShare: '最高比例',
  highestWide: (gap: number): string => `最高，差距達\n${formatLevel(gap)} 或以上`,
} as const;

export const assetLowsTable = {
  title: '依資產',
  lead: '價格以 USD 計，每家交易所每日取一個現貨市場；沒有匯率的分鐘，其最低價不列入。點選分鐘可開啟每家交易所的 K 線。',
  label: '各資產價格最低與最高的交易所',
  asset: '資產',
  lowest: '最低者',
  low: '最低價，USD',
  lowMinute: '分鐘，UTC',
  secondLowest: '次低者',
  gap: '差距',
  highest: '最高者',
  high: '最高價，USD',
  highMinute: '分鐘，UTC',
  secondHighest: '次高者',
  unranked: '未排名',
} as const;

export const nobodyOutermost = (isRanked: boolean): string => (isRanked ? '價格相同' : '已知的交易所太少');

export function gapUncertainty(uncertainty: number | null): string | undefined {
  if (uncertainty === null) return '匯率不確定度未知';
  return uncertainty === 0 ? undefined : `匯率 ${plusMinus(uncertainty)}`;
}

const WHY: Readonly<Record<WhyUnranked, (minutes: number) => string>> = {
  'not-fetched': (minutes) => `${count(minutes)} 分鐘未取得`,
  'set-aside': (minutes) => `${count(minutes)} 分鐘已擱置`,
  'left-out': (minutes) => `${count(minutes)} 分鐘已排除`,
  'no-price': () => '無價格',
};

export const unrankedVenue = (one: Parameters<typeof en.unrankedVenue>[0]): string =>
  `${venueName(one.venue)}（${WHY[one.why](one.minutes)}）`;

export const lowsNotes = ({ assets, unranked, leastVenues }: Parameters<typeof en.lowsNotes>[0]): string[] =>
  assets === 0
    ? ['此時間範圍內沒有資料，因此未作任何排名。']
    : [
        '交易所若有任何一分鐘未曾取得或已擱置，或在某日已排除，則只列名而不排名：其最低價無從得知。',
        ...(unranked === 0
          ? []
          : [
              `${count(assets)} 種資產中的 ${count(unranked)} 種：每一分鐘都有已知價格的交易所少於 ${String(leastVenues)} 家，因此均不排名。`,
            ]),
      ];

export const lowsFinding = (venues: LowsAnswer['venues']): string => {
  const firsts = mostOftenLowest(venues);
  const [first] = firsts;
  if (first === undefined) return venueLows.none;
  const who =
    firsts.length > MOST_LOWEST_NAMED
      ? `${count(firsts.length)} 家交易所`
      : venueList(firsts.map(({ venue }) => venue));
  return firsts.length > 1
    ? `${who}：各在 ${count(first.lowest.assets)} 種資產中價格最低`
    : `${venueName(first.venue)}：在參與排名的 ${count(first.ranked)} 種資產中，有 ${count(first.lowest.assets)} 種價格最低`;
};
