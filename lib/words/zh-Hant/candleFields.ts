import type { CandleField } from '../../domain/candle';

const FIELDS: Readonly<Record<CandleField, string>> = {
  open: '開盤價',
  high: '最高價',
  low: '最低價',
  close: '收盤價',
  baseVolume: '基礎貨幣成交量',
  quoteVolume: '計價貨幣成交量',
  trades: '成交筆數',
};
export const fieldWords = (field: CandleField): string => FIELDS[field];
