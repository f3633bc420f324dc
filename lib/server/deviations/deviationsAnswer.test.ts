import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyse } from '../../analysis/analyse';
import { anyInput } from '../../analysis/testing/anyMarkets';
import { flat, marketOf, questionOf } from '../../analysis/testing/markets';
import { deviationsAnswer } from '../../api/deviations';
import type { Venue } from '../../domain/market';
import { anyBuckets, anyEveryMinute } from '../columns/testing/anyRows';
import { bytesOfPieces } from '../forms/pieces';
import { deviationsAnswerOf, deviationsOf, deviationsPieces } from './deviationsAnswer';

it('says of every fall which market it is of, where a venue’s spot book and its contract are both shown', () => {
  const calm = ['coinbase', 'kraken', 'okx'].map((venue) =>
    marketOf(
      `${venue} ATOM/USDT`,
      [100, 100, 100].map((price) => flat(price)),
    ),
  );
  const spot = marketOf(
    'binance ATOM/USDT',
    [100, 50, 100].map((price) => flat(price)),
  );
  const perp = marketOf(
    'binance ATOM/USDT',
    [100, 75, 100].map((price) => flat(price)),
    { kind: 'perp' },
  );
  const question = questionOf(3, { markets: [{ venue: 'binance' as Venue, quote: 'USDT', kind: 'perp' }] });
  const stamp = { simulated: false, digest: `sha256:${'0'.repeat(64)}` };
  const analysis = analyse({ question, markets: [perp, spot, ...calm], rateMarkets: [] });
  const answer = deviationsAnswerOf(deviationsOf(analysis, stamp));
  expect(deviationsAnswer.parse(answer).falls.slice(0, 3)).toStrictEqual([
    { venue: 'binance', market: 'ATOM/USDT', kind: 'spot', fall: -0.5, excess: -0.5 },
    { venue: 'binance', market: 'ATOM/USDT', kind: 'perp', fall: -0.25, excess: -0.25 },
    { venue: 'coinbase', market: 'ATOM/USDT', kind: 'spot', fall: 0, excess: 0 },
  ]);
});

it('written out, an answer is the JSON of the contract’s shape to the byte, holes and rows of buckets among it', () => {
  const stamp = { simulated: true, digest: `sha256:${'0'.repeat(64)}` };
  const analysed = anyInput.map((input) => deviationsOf(analyse(input), stamp));
  const noRows = analysed.map((made) => ({ ...made, rows: [] }));
  fc.assert(
    fc.property(fc.oneof(analysed, anyEveryMinute, anyBuckets, noRows), (made) => {
      const text = new TextDecoder().decode(bytesOfPieces(deviationsPieces(made)));
      expect(text).toBe(JSON.stringify(deviationsAnswerOf(made)));
    }),
  );
});
