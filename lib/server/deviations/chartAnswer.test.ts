import { expect, it } from 'vitest';
import { chartSvg } from '../../evidence/chartSvg';
import type { ChartAnswer } from '../../charts/chart';
import { answerOfColumns } from '../../api/columns/decode';
import { defaultQuestion } from '../../domain/question';
import type { Asset } from '../../domain/market';
import { answersOf, AROUND, book, HOUR, quiet } from '../pictures/testing/views';
import { columnsOf } from '../columns/encode';
import { chartAnswerOf } from './deviationsAnswer';

it('a chart is the same drawn from the analysis’ columns and from the answer that came as columns', () => {
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
  const there: ChartAnswer = answerOfColumns(columnsOf(window));
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
        peers: Array.from(peers ?? []),
        dLow,
        dHigh,
        missing,
      }),
    );
  expect(columns(there)).toEqual(columns(here));
  const drawn = (answer: ChartAnswer): string => chartSvg({ answer, theme: 'light', width: 800, scale: 'linear' });
  expect(drawn(there)).toBe(drawn(here));
});
