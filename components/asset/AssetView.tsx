'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { deviationsQuery, shareQuery } from '@/lib/client/deviations';
import type { AssetCoverage } from '@/lib/domain/assetCoverage';
import { minute } from '@/lib/domain/minute';
import { readView } from '@/lib/permalink/readView';
import { viewPath, type View } from '@/lib/permalink/view';
import { AsOf } from '../frame/AsOf';
import { EarlierForm } from '../frame/EarlierForm';
import { Failure } from '../frame/Failure';
import { Ignored } from '../frame/Ignored';
import { Notes } from '../frame/Notes';
import { SettingsButton, SettingsSheet } from '../frame/SettingsSheet';
import { ignoredWords } from '@/lib/words/ignored';
import { withQuestion, withRange } from '../view';
import { deepestOf } from '@/lib/api/deepest';
import { AnalysisTables } from './AnalysisTables';
import { PairwiseOffer } from './PairwiseOffer';
import { WindowBar } from './WindowBar';
import { Analysis } from './Analysis';
import { Controls } from './Controls';
import { Headline } from './Headline';
import { Waiting } from './Waiting';
import { RegisteredAsset } from './RegisteredAsset';
import { useEpisodeKeys } from './useEpisodeKeys';

interface Props {
  /** The asset's name as people write it. */
  readonly name: string;
  readonly coverage: AssetCoverage;
  /** The chart as the page brought it. */
  readonly drawn?: ReactNode;
}

/** The asset page. The address is its only state: a control writes it, everything shown is read from it. */
export function AssetView({ name, coverage, drawn }: Props) {
  const { entry, window: range } = coverage;
  const { view, ignored, earlierForm } = readView({ minute: undefined, search: useSearchParams() }, coverage);
  const { data, error, isPlaceholderData } = useQuery({
    ...deviationsQuery(view.question),
    placeholderData: keepPreviousData,
  });
  const { data: share } = useQuery(shareQuery(view.question));
  const answer = error === null && data?.asset === entry.asset ? data : undefined;
  // From the window itself the first episode lies after its beginning, the last before its end.
  const { range: shown } = view.question;
  useEpisodeKeys(view, view.question, (step) => (step === 1 ? minute(Math.max(0, shown.from - 1)) : shown.to));
  return (
    <RegisteredAsset entry={coverage.entry}>
      <div className="space-y-12">
        <div className="space-y-5">
          <Ignored ignored={ignored.map(ignoredWords)} />
          <EarlierForm form={earlierForm} />
          <AsOf at={view.question.asOf} now={viewPath(withQuestion(view, { asOf: undefined }))} />
          <Headline name={name} view={view} answer={isPlaceholderData ? undefined : answer} />
          {error !== null && <Failure of={error} />}
          <PairwiseOffer view={view} coverage={coverage} onChange={go} />
          <SettingsButton />
          <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_15rem]">
            <div className="min-w-0">
              {answer === undefined && error === null && <Waiting share={share} />}
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
            <SettingsSheet>
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
            </SettingsSheet>
          </div>
          {answer !== undefined && <Notes notes={answer.notes} />}
        </div>
        {answer !== undefined && <AnalysisTables view={view} answer={answer} stale={isPlaceholderData} />}
      </div>
    </RegisteredAsset>
  );
}

/**
 * A new view is a new address; Back returns to the one before. The open tab stays open. Nothing is loaded but what the view itself
 * asks for.
 */
function go(view: View): void {
  window.history.pushState(null, '', `${viewPath(view)}${window.location.hash}`);
}
