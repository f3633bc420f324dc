import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache, Suspense } from 'react';
import { AssetNav } from '@/components/asset/AssetNav';
import { AssetView } from '@/components/asset/AssetView';
import { Waiting } from '@/components/asset/Waiting';
import { ChartLibrary } from '@/components/chart/ChartLibrary';
import { pictureAddress } from '@/components/links';
import { deviationsKey } from '@/lib/client/deviations';
import { newQueryClient } from '@/lib/client/queryClient';
import { formatMinute } from '@/lib/domain/minute';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { appContext } from '@/lib/server/context';
import { assetPage, type AssetPage } from '@/lib/server/pages/assetPage';
import { stamped } from '@/lib/server/pages/frame';
import { deviationsWithPage } from '@/lib/server/thread/door';
import { assetPageWords } from '@/lib/words/en/previews';
import { NO_DATA_TITLE } from '@/lib/words/en/problems';

interface Props {
  readonly params: Promise<{ asset: string }>;
  readonly searchParams: PageSearch;
}

/** Page and link preview of one request share what is read for them. */
const readPage = cache(async (params: Props['params'], searchParams: PageSearch) => {
  const search = searchOf(await searchParams);
  const page = await assetPage(await appContext(), await params, search);
  return page === undefined ? undefined : { ...page, search };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = await readPage(params, searchParams);
  if (page === undefined) return { title: NO_DATA_TITLE };
  const { name, view } = page;
  const { range } = view.question;
  const description = assetPageWords.description(name, { from: formatMinute(range.from), to: formatMinute(range.to) });
  return {
    title: name,
    description,
    openGraph: {
      title: await stamped(assetPageWords.previewTitle(name)),
      description: await stamped(description),
      images: [pictureAddress(view)],
    },
    twitter: { card: 'summary_large_image' },
  };
}

export default async function Page({ params, searchParams }: Props) {
  const page = await readPage(params, searchParams);
  if (page === undefined) notFound();
  if (page.movedTo !== undefined) redirect(page.movedTo);
  return (
    <>
      <Suspense>
        <ChartLibrary />
      </Suspense>
      <AssetNav assets={page.assets} current={page.coverage.entry.asset} />
      <Suspense fallback={<Waiting />} key={page.search.toString()}>
        <Loaded page={page} />
      </Suspense>
    </>
  );
}

/** The analysis of a short window comes inside the page, as columns, so that the first chart needs no second request. */
async function Loaded({ page }: { readonly page: AssetPage }) {
  const client = newQueryClient();
  const { question } = page.view;
  const outcome = await deviationsWithPage(question);
  if (outcome?.ok === true) client.setQueryData(deviationsKey(question), outcome.value.columns);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AssetView name={page.name} coverage={page.coverage} />
    </HydrationBoundary>
  );
}
