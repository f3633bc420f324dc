import type { CandleField } from '../../domain/candle';

const FIELDS: Readonly<Record<CandleField, string>> = {
  open: 'open',
  high: 'high',
  low: 'low',
  close: 'close',
  baseVolume: 'base volume',
  quoteVolume: 'quote volume',
  trades: 'trades',
};
export const fieldWords = (field: CandleField): string => FIELDS[field];
