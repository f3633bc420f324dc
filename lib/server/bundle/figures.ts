import type { Known } from '../../analysis/days/day';
import type { RatePair } from '../../analysis/rates/legs';
import { deviationsAnswerOf } from '../deviations/deviationsAnswer';
import { csvText } from '../forms/csv';
import { viewTable } from '../forms/viewTable';
import type { ViewAnswers } from '../views/answers';
import type { CandleTexts } from './candles';
import { parametersOf } from './parameters';
import { hasLegs, ratesCsv } from './rates';

/** All that the files of figures are made of. */
export interface Figures {
  readonly answers: ViewAnswers;
  /** What the digest of the marked minute is the hash of; undefined: none is marked. */
  readonly minuteDigestText: string | undefined;
  readonly candles: CandleTexts;
  /** Whose rates are said, and the rates of any day of the window, with their legs. */
  readonly pairs: readonly RatePair[];
  readonly rates: Known['rates'];
  readonly origin: string | undefined;
}

/** The figures of a view, and all that `check.mjs` computes them from again, by the names of their files. */
export function figureFiles(figures: Figures): ReadonlyMap<string, string | Buffer> {
  const { answers, minuteDigestText, candles, pairs, rates, origin } = figures;
  const { view, window, minute, digestText = '' } = answers;
  const { range } = view.question;
  const json = (value: object, indent?: number): string => `${JSON.stringify(value, undefined, indent)}\n`;
  const ofWindow = deviationsAnswerOf(window);
  return new Map<string, string | Buffer>([
    ['rows.csv', csvText(viewTable(answers))],
    ['answer.json', json(minute ?? ofWindow)],
    ...(minute === undefined ? [] : [['window.json', json(ofWindow)] as const]),
    ['rates.csv', ratesCsv(rates, pairs, range)],
    ['candles.csv', candles.candles],
    ['set-aside.csv', candles.setAside],
    ['parameters.json', json(parametersOf(answers, origin, hasLegs(range)), 2)],
    ['digest.txt', digestText],
    ...(minuteDigestText === undefined ? [] : [['digest-minute.txt', minuteDigestText] as const]),
  ]);
}
