import type { MissingReason } from '../../api/hole';
import { han } from '../han';
import { code, text, type RichText } from '../richText';
import { utc } from './numbers';
import { venueName } from './venues';

export { curlOf } from '../en/exchangeQuestion';

export const askExchange = {
  title: '自行向交易所查詢',
  lead: '任何人都可以透過交易所的公開 API 查詢這根 K 線。以下是查詢方式與預期的資料列：已儲存的 K 線，按該交易所自身的欄位順序排列。「…」代表未儲存的值。交易所可能多寫幾個零。',
  simulated: 'SIMULATED：這些 K 線屬於演練。交易所本身會給出不同的回應。',
  unknown: '沒有已知的公開 K 線 API',
  address: '網址',
  command: '指令',
  copyCommand: (market: string): string => `複製 ${market} 的指令`,
  copied: '已複製',
  refused: '此瀏覽器不允許複製。請改為選取文字。',
  row: '預期的資料列',
  archive: '在其檔案庫中',
} as const;

export const placeInReply = (under: string | undefined, isOneOfMany: boolean): RichText => {
  const where =
    under === undefined
      ? '在回應的清單中'
      : under.endsWith('*')
        ? text`在 ${code(under.replace('.*', ''))} 之下的清單中`
        : text`在 ${code(under)} 中`;
  return isOneOfMany ? text`${where}，與其他分鐘的資料列並列` : where;
};

export function rowWithoutCandle(missing: MissingReason | null): string {
  switch (missing) {
    case 'no-trade':
      return '沒有資料列，或一列成交量為 0 的平盤資料：這一分鐘沒有成交';
    case 'set-aside':
      return '一列無法讀作 K 線而被擱置的資料';
    case 'not-fetched':
      return '未知：此處未曾查詢';
    default:
      return '未知：沒有儲存 K 線';
  }
}

export const servedWords = (venue: string, until: string, isDocumented: boolean): string =>
  isDocumented
    ? `${venueName(venue)} 提供這一分鐘的資料至 ${utc(until)} UTC 為止。更早的資料須取自其成交紀錄或檔案庫，或無從取得。`
    : `${venueName(venue)} 沒有說明一分鐘的資料提供多久。${utc(until)} UTC 之後，預期不會有回應。`;

const HOLDS = { candles: 'K 線', trades: '成交紀錄' } as const;

export const fileHolds = (holds: 'candles' | 'trades', entry: string | undefined): string =>
  entry === undefined ? HOLDS[holds] : han`${HOLDS[holds]}，在${entry}中`;

export const otherRoad = (road: string): string => `已儲存的 K 線由其他途徑取得：${road}。`;
