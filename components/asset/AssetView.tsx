'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useMemo, type ComponentProps, type ReactNode } from 'react';
import { deviationsQuery, shareQuery } from '@/lib/client/deviations';
import { focusOf } from '@/lib/charts/chart';
import type { AssetCoverage } from '@/lib/domain/assetCoverage';
import { minute } from '@/lib/domain/minute';
import { deviationsParameters } from '@/lib/permalink/parameters';
import { readView } from '@/lib/permalink/readView';
import { viewPath, type View } from '@/lib/permalink/view';
import { AsOf } from '../frame/AsOf';
import { CopyLink } from '../frame/CopyLink';
import { EarlierFormOfView } from '../frame/EarlierFormOfView';
import { Failure } from '../frame/Failure';
import { IgnoredOfView } from '../frame/IgnoredOfView';
import { Notes } from '../frame/Notes';
import { ErrataOfView } from '../errata/ErrataOfView';
import { errataOfView } from '@/lib/permalink/errata';
import type { Erratum } from '@/lib/api/errata';
import { PinnedNotice } from '../pinned/PinnedNotice';
import { OutLink } from '../frame/OutLink';
import { PictureLink } from '../frame/PictureLink';
import { SettingsButton, SettingsSheet } from '../frame/SettingsSheet';
import { deviationsAddress } from '../links';
import { asKnownNow, withRange } from '../view';
import { deepestFactsOf, deepestOf, type DeepestFacts } from '@/lib/api/deepest';
import { deepestFinding } from '@/lib/words/deepest';
import { PairwiseOffer } from './PairwiseOffer';
import { WindowBar } from './WindowBar';
import { Analysis } from './Analysis';
import { Controls } from './Controls';
import { BesideFinding, Headline } from './Headline';
import { VenueList } from './VenueList';
import { venueGlances, type VenueGlance } from './venueGlances';
import { still } from '../later/Still';
import type { AnalysisTables as Tables } from './AnalysisTables';
import { Waiting } from './Waiting';
import { RegisteredAsset } from './RegisteredAsset';
import { useEpisodeKeys, type EpisodeSteps } from './useEpisodeKeys';
import { useGo } from './useGo';
import type { Search } from '@/lib/permalink/query';

interface Props {
  /** The asset's name as people write it. */
  readonly name: string;
  readonly coverage: AssetCoverage;
  /** That concern the asset, of whatever minutes. */
  readonly errata?: readonly Erratum[];
  /** The chart as the page brought it. */
  readonly drawn?: ReactNode;
  /** What it says beside the chart, where the analysis itself is still to come. */
  readonly said?: Said | undefined;
}

/** Below the chart: as the page's HTML has them until the code that sorts, opens and switches them has come. */
const AnalysisTables = still<ComponentProps<typeof Tables>>(
  async () => (await import('./AnalysisTables')).AnalysisTables,
);

interface Said {
  /** The question it answers: a reader may have gone on before the analysis came. */
  readonly question: string;
  readonly facts: DeepestFacts;
  readonly glances: ReadonlyMap<string, VenueGlance>;
}

/** The asset page. The address is its only state: a control writes it, everything shown is read from it. */
export function AssetView({ name, coverage, errata = [], drawn, said }: Props) {
  const { entry, window: range } = coverage;
  const read = (search: Search) => readView({ minute: undefined, search }, coverage);
  const search = useSearchParams();
  const go = useGo(search.toString());
  const { view, ignored, earlierForm } = read(search);
  const stated = errataOfView(errata, view);
  const { data, error, isPlaceholderData } = useQuery({
    ...deviationsQuery(view.question),
    placeholderData: keepPreviousData,
  });
  const own = said?.question === deviationsParameters(view.question) ? said : undefined;
  const { data: share } = useQuery(shareQuery(view.question));
  const answer = error === null && data?.asset === entry.asset ? data : undefined;
  const glances = useMemo(() => (answer === undefined ? own?.glances : venueGlances(answer)), [answer, own]);
  const facts = useMemo(() => (answer === undefined ? own?.facts : deepestFactsOf(answer)), [answer, own]);
  const found = isPlaceholderData || facts === undefined ? undefined : deepestFinding(facts, entry);
  useEpisodeKeys((search) => read(search).view, insideWindow);
  return (
    <RegisteredAsset entry={coverage.entry}>
      <div className="space-y-12">
        <div className="comes-whole flex flex-col gap-5">
          <IgnoredOfView ignored={ignored} />
          <EarlierFormOfView form={earlierForm} />
          <AsOf at={view.question.asOf} now={viewPath(asKnownNow(view))} />
          <ErrataOfView errata={stated} />
          <PinnedNotice view={view} />
          <div className="contents xl:flex xl:items-end xl:justify-between xl:gap-8">
            <Headline name={name} view={view} found={found} />
            {/* Below a wide screen the chart comes before them. */}
            <div className="waits-for-whole flex shrink-0 flex-wrap gap-2 max-xl:order-1">
              <SettingsButton />
              <CopyLink />
              <CopyLink form="short" />
              <PictureLink view={view} />
              <OutLink href={deviationsAddress(view.question)} kind="answer" />
            </div>
          </div>
          <BesideFinding found={found} />
          {error !== null && <Failure of={error} />}
          <PairwiseOffer view={view} coverage={coverage} onChange={go} />
          <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
            <SettingsSheet className="lg:contents">
              <div className="lg:col-span-2">
                <Controls view={view} coverage={coverage} onChange={go}>
                  <WindowBar
                    view={view}
                    whole={range}
                    around={deepestOf(isPlaceholderData ? [] : (answer?.episodes ?? []))?.peakMinute}
                    onChange={(next) => {
                      go(withRange(view, next));
                    }}
                  />
                </Controls>
              </div>
              <div className="max-lg:mt-6 lg:col-start-2 lg:row-start-2">
                <VenueList
                  view={view}
                  venues={coverage.venues}
                  glances={glances}
                  inFront={facts === undefined ? view.focus : focusOf({ answer: facts, focus: view.focus })?.venue}
                  onChange={go}
                />
              </div>
            </SettingsSheet>
            <div className="min-w-0 lg:col-start-1 lg:row-start-2">
              {answer === undefined && error === null && (
                <Waiting range={view.question.range} share={share} drawn={own && drawn} />
              )}
              {answer !== undefined && (
                <Analysis
                  view={view}
                  answer={answer}
                  stale={isPlaceholderData}
                  share={share}
                  drawn={drawn}
                  onChange={go}
                />
              )}
            </div>
          </div>
          <div hidden className="whole" />
          {answer !== undefined && (
            <div className="max-xl:order-2">
              <Notes notes={answer.notes} />
            </div>
          )}
        </div>
        {answer !== undefined && <AnalysisTables view={view} answer={answer} stale={isPlaceholderData} />}
      </div>
    </RegisteredAsset>
  );
}

/** From the window itself the first episode lies after its beginning, the last before its end. */
const insideWindow = ({ question }: View): EpisodeSteps => ({
  question,
  from: (step) => (step === 1 ? minute(Math.max(0, question.range.from - 1)) : question.range.to),
});
