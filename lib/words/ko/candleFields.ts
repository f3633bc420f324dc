import type { CandleField } from '../../domain/candle';

const FIELDS: Readonly<Record<CandleField, string>> = {
  open: '시가',
  high: '고가',
  low: '저가',
  close: '종가',
  baseVolume: '거래량',
  quoteVolume: '거래대금',
  trades: '체결 건수',
};
/** 거래량 is counted in the base, 거래대금 in the quote: so Korean exchanges call the two volumes of a candle. */
export const fieldWords = (field: CandleField): string => FIELDS[field];
