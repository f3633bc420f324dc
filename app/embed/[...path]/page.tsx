import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { DrawnChart } from '@/components/chart/DrawnChart';
import { EmbedView } from '@/components/embed/EmbedView';
import { deviationsKey } from '@/lib/client/deviations';
import { newQueryClient, timelessState } from '@/lib/client/queryClient';
import { withoutTheme } from '@/lib/permalink/embed';
import { minuteQuestion } from '@/lib/permalink/view';
import { appContext } from '@/lib/server/context';
import { minuteOf } from '@/lib/server/minutes/minute';
import { analysisWithPage } from '@/lib/server/pages/analysisWithPage';
import { assetPage } from '@/lib/server/pages/assetPage';
import { onceARequest, type Routed } from '@/lib/server/pages/onceARequest';
import { embedded } from '@/lib/words/embed';

type Props = Routed<{ readonly path: readonly string[] }>;

const readPage = onceARequest(async ({ path: [asset, minute, ...rest] }: Awaited<Props['params']>, search) => {
  if (asset === undefined || rest.length > 0) return undefined;
  const path = { asset, ...(minute === undefined ? {} : { minute }) };
  return assetPage(await appContext(), path, withoutTheme(search));
});

export async function generateMetadata(routed: Props): Promise<Metadata> {
  const page = await readPage(routed);
  return { ...(page === undefined ? {} : { title: page.name }), robots: { index: false } };
}

/** CSS pixels of a chart in a column of text. */
const CHART = 720;

/** A view inside somebody else's page: no navigation, no controls but the chart's own zoom. */
export default async function EmbedPage(routed: Props) {
  const page = await readPage(routed);
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
    <HydrationBoundary state={timelessState(client)}>
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
