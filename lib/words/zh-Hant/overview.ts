import type { InBrief } from '../../api/inBrief';
import { link, text } from '../richText';
import { assetCount, candleCount, venueCount } from './counts';
import { utc } from './numbers';
import { typedImport, typedIngest } from '../typed';

export const deepestDeviations = {
  title: '最深的偏離',
  lead: '已儲存資料中每個偏離時段偏離最大的一分鐘，每種資產各按其自身的基準：其他交易所的中位數；封裝資產按其標的資產；錨定資產按其錨定價。沒有一個在匯率不確定度之內。開啟一分鐘，即可查看每家交易所的 K 線。',
  all: '所有偏離時段，可排名與篩選',
  secondReferences: text`封裝資產與錨定資產亦與${link('/scan?reference=others', '其他交易所')}比較。`,
  none: '已儲存的資料中，沒有偏離在扣除匯率不確定度後仍達到其進入門檻。',
} as const;

export const storedAssets = {
  coverage: '有哪些市場（逐日）',
} as const;

export const storedInBrief = ({ assets, venues, candles, from, to }: InBrief): string =>
  `${venueCount(venues)}的 ${assetCount(assets)}，${candleCount(candles)}，${utc(from)} 至 ${utc(to)} UTC。`;

export const noData = {
  title: '尚無資料',
  running: '尚無資料。第一批 K 線正在載入；此頁會自動填入。',
  lead: '從交易所或檔案載入 K 線。資料抵達後即顯示於此。',
  ways: [
    {
      what: '2025 年 10 月 10 日的事件，及其資產與交易所',
      ...typedIngest('--preset crash-2025-10-10'),
    },
    {
      what: '一種資產，時間範圍自選（UTC）',
      ...typedIngest('ATOM --from 2025-10-10T20:00Z --to 2025-10-11T00:00Z'),
    },
    {
      what: '您自有檔案中的 K 線或成交紀錄',
      ...typedImport('FILE.csv --venue binance --market ATOM/USDT'),
    },
  ],
} as const;
