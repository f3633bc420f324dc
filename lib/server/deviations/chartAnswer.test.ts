import { expect, it } from 'vitest';
import { deviationOption } from '../../charts/deviationOption';
import type { ChartAnswer } from '../../charts/chart';
import { chartAnswerOfJson, type ChartAnswerJson } from '../../charts/chartJson';
import { defaultQuestion } from '../../domain/question';
import type { Asset } from '../../domain/market';
import { answersOf, AROUND, book, HOUR, quiet } from '../pictures/testing/views';
import { chartAnswerOf, deviationsAnswerOf } from './deviationsAnswer';

it('a chart is the same drawn from the analysis’ columns and from the answer that came over JSON', () => {
  const { window } = answersOf({
    question: defaultQuestion('ATOM' as Asset, HOUR),
    markets: ['binance', 'coinbase', 'kraken', 'okx'].map((venue, i) =>
      book([venue, 'ATOM/USD'], AROUND, (at) =>
        at % 17 === i ? 'no trade' : at % 19 === i ? 'unasked' : at === 20 && i === 0 ? 0.001 : quiet(3, at),
      ),
    ),
    rateMarkets: [],
  });
  const here = chartAnswerOf(window);
  const there = chartAnswerOfJson(JSON.parse(JSON.stringify(deviationsAnswerOf(window))) as ChartAnswerJson);
  const columns = ({ series }: ChartAnswer) =>
    series.map(
      ({
        venue,
        market,
        kind,
        minutes,
        low,
        high,
        close,
        referenceLow,
        referenceHigh,
        referenceClose,
        peers,
        dLow,
        dHigh,
        missing,
      }) => ({
        venue,
        market,
        kind,
        minutes,
        low,
        high,
        close,
        referenceLow,
        referenceHigh,
        referenceClose,
        peers: Array.from(peers),
        dLow,
        dHigh,
        missing,
      }),
    );
  expect(columns(there)).toEqual(columns(here));
  const drawn = (answer: ChartAnswer): string =>
    JSON.stringify(deviationOption({ answer, theme: 'light', width: 800, scale: 'linear', still: true }));
  expect(drawn(there)).toBe(drawn(here));
});
