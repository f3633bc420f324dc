import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { cache } from 'react';
import { DrawnChart } from '@/components/chart/DrawnChart';
import { EmbedView } from '@/components/embed/EmbedView';
import { deviationsKey } from '@/lib/client/deviations';
import { newQueryClient } from '@/lib/client/queryClient';
import { withoutTheme } from '@/lib/permalink/embed';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { minuteQuestion } from '@/lib/permalink/view';
import { appContext } from '@/lib/server/context';
import { minuteOf } from '@/lib/server/minutes/minute';
import { analysisWithPage } from '@/lib/server/pages/analysisWithPage';
import { assetPage } from '@/lib/server/pages/assetPage';
import { embedded } from '@/lib/words/embed';

interface Props {
  readonly params: Promise<{ path: readonly string[] }>;
  readonly searchParams: PageSearch;
}

const readPage = cache(async (params: Props['params'], searchParams: PageSearch) => {
  const [asset, minute, ...rest] = (await params).path;
  if (asset === undefined || rest.length > 0) return undefined;
  const path = { asset, ...(minute === undefined ? {} : { minute }) };
  return assetPage(await appContext(), path, withoutTheme(searchOf(await searchParams)));
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = await readPage(params, searchParams);
  return { ...(page === undefined ? {} : { title: page.name }), robots: { index: false } };
}

/** CSS pixels of a chart in a column of text. */
const CHART = 720;

/** A view inside somebody else's page: no navigation, no controls but the chart's own zoom. */
export default async function EmbedPage({ params, searchParams }: Props) {
  const page = await readPage(params, searchParams);
  if (page === undefined) return <p className="p-4">{embedded.nothing}</p>;
  const { name, coverage, view } = page;
  const client = newQueryClient();
  const minute =
    view.minute === undefined
      ? undefined
      : await minuteOf(await appContext(), minuteQuestion(view, view.minute), view.minute);
  const around = await analysisWithPage(view, CHART);
  if (around?.ok === true) client.setQueryData(deviationsKey(view.question), around.value.columns);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <EmbedView
        name={name}
        coverage={coverage}
        view={view}
        sentence={minute?.ok === true ? minute.value.sentence : undefined}
        drawn={around?.ok === true ? <DrawnChart {...around.value.drawn} /> : undefined}
      />
    </HydrationBoundary>
  );
}
