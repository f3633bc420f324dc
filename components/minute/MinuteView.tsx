'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useMemo, type ReactNode } from 'react';
import { deviationsQuery } from '@/lib/client/deviations';
import { minuteQuery } from '@/lib/client/minute';
import type { AssetCoverage } from '@/lib/domain/assetCoverage';
import { deeperMinutes } from '@/lib/domain/deeper';
import { formatMinute, type Minute } from '@/lib/domain/minute';
import { readView } from '@/lib/permalink/readView';
import { minuteQuestion, viewPath, type View } from '@/lib/permalink/view';
import { LeftOutTable } from '../asset/LeftOutTable';
import { Provenance } from '../asset/Provenance';
import { DeviationChart } from '../chart/DeviationChart';
import { useOpenMinute } from '../chart/useOpenMinute';
import { AsOf } from '../frame/AsOf';
import { EarlierFormOfView } from '../frame/EarlierFormOfView';
import { Failure } from '../frame/Failure';
import { IgnoredOfView } from '../frame/IgnoredOfView';
import { Notes } from '../frame/Notes';
import { ErrataOfView } from '../errata/ErrataOfView';
import { errataOfView } from '@/lib/permalink/errata';
import type { Erratum } from '@/lib/api/errata';
import { PinnedNotice } from '../pinned/PinnedNotice';
import { Section } from '../frame/Section';
import { asKnownNow } from '../view';
import { AskExchange } from './AskExchange';
import { CitationForms } from './CitationForms';
import { MinuteHead, MinuteTop } from './MinuteHead';
import { OtherAssets } from './OtherAssets';
import { PictureCard } from './PictureCard';
import { MinuteTable } from './MinuteTable';
import { surroundings } from '@/lib/words/minutePage';
import { joins } from '@/lib/words/spelled';
import { RegisteredAsset } from '../asset/RegisteredAsset';
import { useEpisodeKeys } from '../asset/useEpisodeKeys';
import type { Search } from '@/lib/permalink/query';

interface Props {
  /** The asset's name as people write it. */
  readonly name: string;
  readonly minute: Minute;
  readonly coverage: AssetCoverage;
  /** That concern the asset, of whatever minutes. */
  readonly errata?: readonly Erratum[];
  /** The chart as the page brought it. */
  readonly drawn?: ReactNode;
}

/** One minute across the venues. The address is its only state. */
export function MinuteView({ name, minute, coverage, errata = [], drawn }: Props) {
  const read = (search: Search) => readView({ minute: formatMinute(minute), search }, coverage);
  const { view, ignored, earlierForm } = read(useSearchParams());
  const stated = errataOfView(errata, view);
  const { data, error } = useQuery(minuteQuery(minuteQuestion(view, minute), minute));
  useEpisodeKeys(
    (search) => read(search).view,
    ({ question }) => ({ question: { ...question, range: coverage.window }, from: () => minute }),
  );
  const { data: around } = useQuery(deviationsQuery(view.question));
  const deeper = useMemo(
    () => (around === undefined ? undefined : deeperMinutes(around.series, minute)),
    [around, minute],
  );
  return (
    <RegisteredAsset entry={coverage.entry}>
      <div className="comes-whole space-y-8">
        <IgnoredOfView ignored={ignored} />
        <EarlierFormOfView form={earlierForm} />
        <AsOf at={view.question.asOf} now={viewPath(asKnownNow(view))} />
        <ErrataOfView errata={stated} />
        <PinnedNotice view={view} />
        <MinuteTop name={name} view={view} minute={minute} />
        <div hidden className="whole" />
        <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,2.2fr)_minmax(0,1fr)]">
          <div className="space-y-6">
            <MinuteHead view={view} minute={minute} answer={data} errata={stated} deeper={deeper} />
            {error !== null && <Failure of={error} />}
            <Surroundings view={view} minute={minute} drawn={drawn} />
          </div>
          <PictureCard view={view} sentence={data?.sentence} />
        </div>
        {data !== undefined && <Notes notes={data.notes} />}
        {data !== undefined && <MinuteTable answer={data} level={view.question.enter} />}
        {data !== undefined && <LeftOutTable markets={data.leftOut} />}
        {data !== undefined && <OtherAssets view={view} minute={minute} />}
        {data !== undefined && <AskExchange answer={data} minute={minute} focus={view.focus} />}
        {data !== undefined && (
          <Provenance
            method={data.method}
            digest={data.digest}
            reference={data.reference}
            bloc={data.bloc}
            minPeers={data.minPeers}
            view={view}
            cite={<CitationForms view={view} answer={data} errata={stated} />}
          />
        )}
      </div>
    </RegisteredAsset>
  );
}

function Surroundings({
  view,
  minute,
  drawn,
}: {
  readonly view: View;
  readonly minute: Minute;
  readonly drawn: ReactNode;
}) {
  const { data, error } = useQuery({ ...deviationsQuery(view.question), placeholderData: keepPreviousData });
  const openMinute = useOpenMinute(view);
  return (
    <Section
      id="around"
      title={surroundings.title}
      lead={
        <>
          {surroundings.lead}
          <span className="print:hidden">
            {joins.sentences}
            {surroundings.hint}
          </span>
        </>
      }
    >
      {error !== null && <Failure of={error} />}
      {data !== undefined && (
        <DeviationChart
          answer={data}
          scale={view.scale}
          focus={view.focus}
          lines={view.lines}
          marked={minute}
          drawn={drawn}
          onMinute={openMinute}
        />
      )}
    </Section>
  );
}
