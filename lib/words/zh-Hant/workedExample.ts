import type { ClaimedLoss } from '../en/workedExample';
import { count } from './numbers';
import { codeOf } from '../typed';

const lossWords = ({ asset, loss }: ClaimedLoss): string => `${count(loss)} USDT（${asset}）`;

export const workedExample = {
  title: '所公布內容的示例',
  label: '重新構成的示例',
  lead: (losses: readonly ClaimedLoss[]): string =>
    `求償人公布了當日的經過：05:12 至 07:02 UTC+8（21:12 至 23:02 UTC）委託遭拒絕，損失約 ${losses.map(lossWords).join('、')}。這裡有含有這些數字的檔案，在您的瀏覽器中對照已儲存的 K 線開啟，顯示本站如何計算這樣的檔案。`,
  notice:
    '沒有任何交易所匯出過這些檔案。時間、代碼與損失是求償人的數字，本站沒有確認。時刻、價格、數量與委託編號均為虛構，每一列都有註明。下面的數字來自虛構的列，不能證明任何事。',
  get perpetuals(): string {
    return `其中的成交屬於永續合約。沒有儲存時不顯示數字：${codeOf('ingest DOGE XRP --kinds spot,perp --from 2025-10-10T20:00Z --to 2025-10-11T00:00Z')} 可取得。`;
  },
  openFills: '開啟示例',
  openLog: '開啟示例的委託紀錄',
  fills: '成交 CSV',
  orders: '委託紀錄 JSON',
  failed: '無法取得示例檔案。請重新開啟此頁。',
} as const;
