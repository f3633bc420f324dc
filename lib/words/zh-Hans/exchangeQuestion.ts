import type { MissingReason } from '../../api/hole';
import { han } from '../han';
import { code, text, type RichText } from '../richText';
import { utc } from './numbers';
import { venueName } from './venues';

export { curlOf } from '../en/exchangeQuestion';

export const askExchange = {
  title: '自行向交易所查询',
  lead: '任何人都可以通过交易所的公开 API 查询这根 K 线。以下是查询方式与预期的数据行：已存储的 K 线，按该交易所自身的字段顺序排列。“…”代表未存储的值。交易所可能多写几个零。',
  simulated: 'SIMULATED：这些 K 线属于演练。交易所本身会给出不同的响应。',
  unknown: '没有已知的公开 K 线 API',
  address: '网址',
  command: '命令',
  copyCommand: (market: string): string => `复制 ${market} 的命令`,
  copied: '已复制',
  refused: '此浏览器不允许复制。请改为手动选择文字。',
  row: '预期的数据行',
  archive: '在其归档中',
} as const;

export const placeInReply = (under: string | undefined, isOneOfMany: boolean): RichText => {
  const where =
    under === undefined
      ? '在响应的列表中'
      : under.endsWith('*')
        ? text`在 ${code(under.replace('.*', ''))} 之下的列表中`
        : text`在 ${code(under)} 中`;
  return isOneOfMany ? text`${where}，与其他分钟的数据行并列` : where;
};

export function rowWithoutCandle(missing: MissingReason | null): string {
  switch (missing) {
    case 'no-trade':
      return '没有数据行，或一行成交量为 0 的价格持平的数据：这一分钟没有成交';
    case 'set-aside':
      return '一行无法读作 K 线而被搁置的数据';
    case 'not-fetched':
      return '未知：此处未曾查询';
    default:
      return '未知：没有存储 K 线';
  }
}

export const servedWords = (venue: string, until: string, isDocumented: boolean): string =>
  isDocumented
    ? `${venueName(venue)} 提供这一分钟的数据至 ${utc(until)} UTC 为止。更早的数据须取自其成交记录或归档，或无法获取。`
    : `${venueName(venue)} 没有说明一分钟的数据提供多久。${utc(until)} UTC 之后，预期不会有响应。`;

const HOLDS = { candles: 'K 线', trades: '成交记录' } as const;

export const fileHolds = (holds: 'candles' | 'trades', entry: string | undefined): string =>
  entry === undefined ? HOLDS[holds] : han`${HOLDS[holds]}，在${entry}中`;

export const otherRoad = (road: string): string => `已存储的 K 线由其他途径获取：${road}。`;
