import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AssetNav } from '@/components/asset/AssetNav';
import { venueGlances } from '@/components/asset/venueGlances';
import { AssetView } from '@/components/asset/AssetView';
import { DrawnChart } from '@/components/chart/DrawnChart';
import { linkPicture } from '@/components/links';
import { deviationsKey } from '@/lib/client/deviations';
import { newQueryClient } from '@/lib/client/queryClient';
import { deepestFactsOf } from '@/lib/api/deepest';
import { formatMinute } from '@/lib/domain/minute';
import { deviationsParameters } from '@/lib/permalink/parameters';
import { appContext } from '@/lib/server/context';
import { analysisWithPage } from '@/lib/server/pages/analysisWithPage';
import { assetPage } from '@/lib/server/pages/assetPage';
import { viewAlternates, stamped } from '@/lib/server/pages/frame';
import { onceARequest, type Routed } from '@/lib/server/pages/onceARequest';
import { sendOn } from '@/lib/server/pages/sendOn';
import { assetPageWords } from '@/lib/words/previews';
import { noDataPage } from '@/lib/words/problems';

interface Path {
  readonly asset: string;
}
type Props = Routed<Path>;

/** Page and link preview of one request share what is read for them. */
const readPage = onceARequest(async (path: Path, search) => assetPage(await appContext(), path, search));

export async function generateMetadata(routed: Props): Promise<Metadata> {
  const page = await readPage(routed);
  if (page === undefined) return { title: noDataPage.title };
  const { name, view } = page;
  const { range } = view.question;
  const description = assetPageWords.description(name, { from: formatMinute(range.from), to: formatMinute(range.to) });
  return {
    title: name,
    description,
    openGraph: {
      title: await stamped(assetPageWords.previewTitle(name)),
      description: await stamped(description),
      images: [linkPicture(view)],
    },
    twitter: { card: 'summary_large_image' },
    ...viewAlternates(view),
  };
}

export default async function Page(routed: Props) {
  const page = await readPage(routed);
  if (page === undefined) notFound();
  if (page.movedTo !== undefined) sendOn(page.movedTo);
  const { name, assets, coverage, view, errata } = page;
  // The analysis of a short window, and one that is kept, comes inside the page: its chart drawn, and the columns that the browser draws from.
  const client = newQueryClient();
  const outcome = await analysisWithPage(view, CHART);
  if (outcome?.ok === true) client.setQueryData(deviationsKey(view.question), outcome.value.columns);
  const found = outcome?.ok === true ? outcome.value.answer : undefined;
  return (
    <>
      <AssetNav assets={assets} current={coverage.entry.asset} />
      <HydrationBoundary state={dehydrate(client)}>
        <AssetView
          name={name}
          coverage={coverage}
          errata={errata}
          drawn={outcome?.ok === true ? <DrawnChart {...outcome.value.drawn} /> : undefined}
          said={
            found && {
              question: deviationsParameters(view.question),
              facts: deepestFactsOf(found),
              glances: venueGlances(found),
            }
          }
        />
      </HydrationBoundary>
    </>
  );
}

/** CSS pixels of the chart where the page is as wide as it gets. */
const CHART = 920;
