import type { CandleField } from '../../domain/candle';

const FIELDS: Readonly<Record<CandleField, string>> = {
  open: '开盘价',
  high: '最高价',
  low: '最低价',
  close: '收盘价',
  baseVolume: '基础货币成交量',
  quoteVolume: '计价货币成交量',
  trades: '成交笔数',
};
export const fieldWords = (field: CandleField): string => FIELDS[field];
