import { keyed, MINUTE_MS, type Asking, type RowShape } from '../asking';
import { koreanTime } from '../spelling';

/** The interface Upbit made and Bithumb took over. */
const ROW: RowShape = keyed(
  ['"market', 'other'],
  ['"candle_date_time_utc', 'clockUtc'],
  ['"candle_date_time_kst', 'clockKorea'],
  ['opening_price', 'open'],
  ['high_price', 'high'],
  ['low_price', 'low'],
  ['trade_price', 'close'],
  ['timestamp', 'other'],
  ['candle_acc_trade_price', 'quoteVolume'],
  ['candle_acc_trade_volume', 'baseVolume'],
  ['unit', 'other'],
);

/** One row before `to`, which is exclusive. */
const won = (host: string, to: (ms: number) => string): Asking => ({
  host,
  request: ({ base, quote, kind }, ms) =>
    kind === 'spot'
      ? { path: '/v1/candles/minutes/1', query: { market: `${quote}-${base}`, count: 1, to: to(ms + MINUTE_MS) } }
      : undefined,
  row: () => ROW,
});

/** `to` in UTC. https://global-docs.upbit.com/reference/list-candles-minutes */
export const upbit = won('api.upbit.com', (ms) => new Date(ms).toISOString());

/** `to` by the clock on the wall in Korea, without a zone. https://apidocs.bithumb.com/reference/%EB%B6%84minute-%EC%BA%94%EB%93%A4-%EC%A1%B0%ED%9A%8C */
export const bithumb = won('api.bithumb.com', koreanTime);
