import type { ListDrawing } from '../../../evidence/listPicture';
import type { SheetTable } from '../../../evidence/sheet/table';
import { spreadPlot } from '../../../evidence/spreadSvg';
import {
  comparedIn,
  comparedName,
  comparedTable,
  comparisonSentence,
  spreadChartWords,
  spreadTable,
} from '../../../words/compare';
import { pictureWindow } from '../../../words/picture';
import { sourceWords } from '../../../words/sources';
import { joins } from '../../../words/spelled';
import { chartOf } from '../../compare/charts';
import type { Compared } from '../../compare/compare';

/** Some markets against the first of them, minute by minute. */
export function compareDrawing(compared: Compared, table: SheetTable): ListDrawing {
  const { answer } = compared;
  const { markets, spreads } = answer;
  const isDrawn = spreads.some((one) => one.compared > 0);
  return {
    title: markets.map(comparedName).join(joins.items),
    subtitle: pictureWindow(answer),
    sentence: comparisonSentence(answer),
    plot: (room) => (isDrawn ? spreadPlot({ ...chartOf(compared), simulated: false }, room) : ''),
    table,
    facts: [
      { term: spreadTable.title, text: comparedIn(answer) },
      {
        term: comparedTable.title,
        text: markets.map((market) => `${comparedName(market)} (${sourceWords(market.source)})`).join(joins.items),
      },
      { term: spreadChartWords.title, text: spreadChartWords.axis },
    ],
  };
}
