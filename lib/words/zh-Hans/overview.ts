import type { InBrief } from '../../api/inBrief';
import { link, text } from '../richText';
import { assetCount, candleCount, venueCount } from './counts';
import { utc } from './numbers';
import { typedImport, typedIngest } from '../typed';

export const deepestDeviations = {
  title: '最深的偏离',
  lead: '已存储数据中每个偏离时段偏离最大的一分钟，每种资产各按其自身的基准：其他交易所的中位数；封装资产按其标的资产；锚定资产按其锚定价。没有一个在汇率不确定度之内。打开一分钟，即可查看每家交易所的 K 线。',
  all: '所有偏离时段，可排名与筛选',
  secondReferences: text`封装资产与锚定资产也与${link('/scan?reference=others', '其他交易所')}比较。`,
  none: '已存储的数据中，没有偏离在扣除汇率不确定度后仍达到其进入阈值。',
} as const;

export const storedAssets = {
  coverage: '有哪些市场（逐日）',
} as const;

export const storedInBrief = ({ assets, venues, candles, from, to }: InBrief): string =>
  `${venueCount(venues)}的 ${assetCount(assets)}，${candleCount(candles)}，${utc(from)} 至 ${utc(to)} UTC。`;

export const noData = {
  title: '尚无数据',
  running: '尚无数据。第一批 K 线正在加载；此页会自动填入。',
  lead: '从交易所或文件加载 K 线。数据到达后即显示于此。',
  ways: [
    {
      what: '2025 年 10 月 10 日的事件，及其资产与交易所',
      ...typedIngest('--preset crash-2025-10-10'),
    },
    {
      what: '一种资产，时间范围自选（UTC）',
      ...typedIngest('ATOM --from 2025-10-10T20:00Z --to 2025-10-11T00:00Z'),
    },
    {
      what: '您自有文件中的 K 线或成交记录',
      ...typedImport('FILE.csv --venue binance --market ATOM/USDT'),
    },
  ],
} as const;
