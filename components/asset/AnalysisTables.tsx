import type { ColumnsAnswer } from '@/lib/api/columns/format';
import { takingPart } from '@/lib/api/takingPart';
import type { View } from '@/lib/permalink/view';
import { anyMeasured, deepestFactsOf } from '@/lib/api/deepest';
import { analysisTabs } from '@/lib/words/assetPage';
import { Tabs } from '../frame/Tabs';
import { WindowScorecards } from '../scorecards/WindowScorecards';
import { EpisodesTable } from './EpisodesTable';
import { Falls } from './Falls';
import { LeftOutTable } from './LeftOutTable';
import { MarketsTable } from './MarketsTable';
import { Provenance } from './Provenance';

interface Props {
  readonly view: View;
  readonly answer: ColumnsAnswer;
  readonly stale: boolean;
}

/** Everything below the charts: the same analysis as tables and words, one at a time. */
export function AnalysisTables({ view, answer, stale }: Props) {
  return (
    <div aria-busy={stale} className={stale ? 'opacity-55' : ''}>
      <Tabs
        label={analysisTabs.label}
        tabs={[
          {
            id: 'episodes',
            title: analysisTabs.episodes(answer.episodes.length),
            content: (
              <EpisodesTable
                episodes={answer.episodes}
                enter={answer.enter}
                currency={answer.currency}
                view={view}
                measured={anyMeasured(deepestFactsOf(answer))}
              />
            ),
          },
          { id: 'venues', title: analysisTabs.venues, content: <WindowScorecards view={view} /> },
          { id: 'falls', title: analysisTabs.falls, content: <Falls answer={answer} /> },
          {
            id: 'markets',
            title: analysisTabs.markets,
            content: (
              <>
                <MarketsTable markets={takingPart(answer.markets)} rate={answer.rate} />
                <LeftOutTable markets={answer.leftOut} />
              </>
            ),
          },
          {
            id: 'provenance',
            title: analysisTabs.provenance,
            content: (
              <Provenance
                method={answer.method}
                digest={answer.digest}
                reference={answer.reference}
                bloc={answer.bloc}
                minPeers={answer.minPeers}
                view={view}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
