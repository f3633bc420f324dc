import type { LowsAnswer } from '../../api/lows';
import { MOST_LOWEST_NAMED, mostOftenLowest } from '../../api/mostOftenLowest';
import type { WhyUnranked } from '../../domain/lows';
import type * as en from '../en/lows';
import { count, formatLevel, plusMinus } from './numbers';
import { venueList, venueName } from './venues';

export const lowsHead = {
  title: '各交易所的最低价',
  lead: '各交易所在时间范围内的最低价与最高价，逐种资产列出：哪家交易所走得最远，与次远者相距多少。这些数字说明幅度，不说明原因。',
} as const;

export const lowsForm = { assets: '资产', anyAsset: '所有资产', wrong: 'lows-wrong' } as const;

export const lowsWait = {
  text: '正在测量每种资产…',
  label: '已测量资产所占的比例',
} as const;

export const venueLows = {
  title: '按交易所',
  lead: ({ gap, leastVenues }: Pick<LowsAnswer, 'gap' | 'leastVenues'>): string =>
    `交易所在多少种资产中价格最低或最高，及其占该交易所参与排名的资产的比例。与次一家交易所的差距，只有扣除两者汇率的不确定度后仍达到该幅度，才计为 ${formatLevel(gap)} 或以上。一种资产须至少有 ${String(leastVenues)} 家交易所每一分钟均已知，才予排名；价格相同时，没有一家算作最低。`,
  label: '各交易所价格最低或最高的次数',
  none: '此时间范围内没有任何资产可以排名。',
  venue: '交易所',
  ranked: '参与排名的资产',
  lowest: '最低',
  highest: '最高',
  share: '比例',
  wide: (gap: number): string => `差距达 ${formatLevel(gap)}\n或以上`,
  lowestShare: '最低比例',
  lowestWide: (gap: number): string => `最低，差距达\n${formatLevel(gap)} 或以上`,
  highestShare: '最高比例',
  highestWide: (gap: number): string => `最高，差距达\n${formatLevel(gap)} 或以上`,
} as const;

export const assetLowsTable = {
  title: '按资产',
  lead: '价格以 USD 计，每家交易所每日取一个现货市场；没有汇率的分钟，其最低价不列入。点击分钟可打开每家交易所的 K 线。',
  label: '各资产价格最低与最高的交易所',
  asset: '资产',
  lowest: '最低者',
  low: '最低价，USD',
  lowMinute: '分钟，UTC',
  secondLowest: '次低者',
  gap: '差距',
  highest: '最高者',
  high: '最高价，USD',
  highMinute: '分钟，UTC',
  secondHighest: '次高者',
  unranked: '未排名',
} as const;

export const nobodyOutermost = (isRanked: boolean): string => (isRanked ? '价格相同' : '已知的交易所太少');

export function gapUncertainty(uncertainty: number | null): string | undefined {
  if (uncertainty === null) return '汇率不确定度未知';
  return uncertainty === 0 ? undefined : `汇率 ${plusMinus(uncertainty)}`;
}

const WHY: Readonly<Record<WhyUnranked, (minutes: number) => string>> = {
  'not-fetched': (minutes) => `${count(minutes)} 分钟未获取`,
  'set-aside': (minutes) => `${count(minutes)} 分钟已搁置`,
  'left-out': (minutes) => `${count(minutes)} 分钟已排除`,
  'no-price': () => '无价格',
};

export const unrankedVenue = (one: Parameters<typeof en.unrankedVenue>[0]): string =>
  `${venueName(one.venue)}（${WHY[one.why](one.minutes)}）`;

export const lowsNotes = ({ assets, unranked, leastVenues }: Parameters<typeof en.lowsNotes>[0]): string[] =>
  assets === 0
    ? ['此时间范围内没有数据，因此未作任何排名。']
    : [
        '交易所若有任何一分钟未曾获取或已搁置，或在某日已排除，则只列名而不排名：其最低价无从得知。',
        ...(unranked === 0
          ? []
          : [
              `${count(assets)} 种资产中的 ${count(unranked)} 种：每一分钟都有已知价格的交易所少于 ${String(leastVenues)} 家，因此均不排名。`,
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
    ? `${who}：各在 ${count(first.lowest.assets)} 种资产中价格最低`
    : `${venueName(first.venue)}：在参与排名的 ${count(first.ranked)} 种资产中，有 ${count(first.lowest.assets)} 种价格最低`;
};
