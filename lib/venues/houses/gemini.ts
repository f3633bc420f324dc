import { joined, listed, type Asking } from '../asking';

/** The latest day, whatever is asked. https://docs.gemini.com/rest-api/#candles */
export const gemini: Asking = {
  host: 'api.gemini.com',
  request: (market) =>
    market.kind === 'spot' ? { path: `/v2/candles/${joined(market).toLowerCase()}/1m`, query: {} } : undefined,
  row: () =>
    listed(
      ['time', 'milliseconds'],
      ['open', 'open'],
      ['high', 'high'],
      ['low', 'low'],
      ['close', 'close'],
      ['volume', 'baseVolume'],
    ),
  isOneOfMany: true,
};
