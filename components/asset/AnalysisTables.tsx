import type { ColumnsAnswer } from '@/lib/api/columns/format';
import { takingPart } from '@/lib/api/deviations';
import type { View } from '@/lib/permalink/view';
import { anyMeasured, deepestFactsOf } from '@/lib/api/deepest';
import { WindowScorecards } from '../scorecards/WindowScorecards';
import { EpisodesTable } from './EpisodesTable';
import { Falls } from './Falls';
import { LeftOutTable } from './LeftOutTable';
import { MarketsTable } from './MarketsTable';
import { Provenance } from './Provenance';

/** Everything below the charts: the same analysis as tables and words. */
export function AnalysisTables({
  view,
  answer,
  stale,
}: {
  readonly view: View;
  readonly answer: ColumnsAnswer;
  readonly stale: boolean;
}) {
  return (
    <div aria-busy={stale} className={`space-y-12 ${stale ? 'opacity-55' : ''}`}>
      <EpisodesTable
        episodes={answer.episodes}
        enter={answer.enter}
        currency={answer.currency}
        view={view}
        measured={anyMeasured(deepestFactsOf(answer))}
      />
      <WindowScorecards view={view} />
      <Falls answer={answer} />
      <MarketsTable markets={takingPart(answer.markets)} rate={answer.rate} />
      <LeftOutTable markets={answer.leftOut} />
      <Provenance
        method={answer.method}
        digest={answer.digest}
        reference={answer.reference}
        bloc={answer.bloc}
        minPeers={answer.minPeers}
      />
    </div>
  );
}
