import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache, Suspense } from 'react';
import { AssetNav } from '@/components/asset/AssetNav';
import { AssetView } from '@/components/asset/AssetView';
import { Waiting } from '@/components/asset/Waiting';
import { ChartLibrary } from '@/components/chart/ChartLibrary';
import { pictureAddress } from '@/components/links';
import { heldOnly } from '@/components/view';
import { decodedSegment } from '@/lib/client/address';
import { deviationsQuery } from '@/lib/client/deviations';
import { newQueryClient } from '@/lib/client/queryClient';
import { formatMinute } from '@/lib/domain/minute';
import type { Question } from '@/lib/domain/question';
import { readView, viewPath } from '@/lib/permalink/view';
import type { HeldAsset } from '@/lib/server/held/held';
import { deviationsWithPage } from '@/lib/server/thread/door';
import { stamped } from '../world';
import { heldAsset, viewDefaults } from './held';
import { searchOf, type SearchParams } from './search';

interface Props {
  readonly params: Promise<{ asset: string }>;
  readonly searchParams: SearchParams;
}

/** Page and link preview of one request share what is read for them. */
const readPage = cache(async (params: Props['params'], searchParams: SearchParams) => {
  const segment = (await params).asset;
  const held = await heldAsset(segment);
  if (held === undefined) return undefined;
  const search = searchOf(await searchParams);
  const read = readView(held.asset, undefined, search, viewDefaults(held));
  return {
    held,
    search,
    read,
    spelled: decodedSegment(segment) === held.asset,
    view: heldOnly(read.view, held.venues).view,
  };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = await readPage(params, searchParams);
  if (page === undefined) return { title: 'Not held' };
  const { name } = page.held;
  const { question } = page.view;
  const description = `${name} across exchanges, ${formatMinute(question.range.from)} to ${formatMinute(question.range.to)}: how far each strayed from the market, and for how long.`;
  return {
    title: name,
    description,
    openGraph: {
      title: await stamped(`${name} across exchanges`),
      description: await stamped(description),
      images: [pictureAddress(page.view)],
    },
    twitter: { card: 'summary_large_image' },
  };
}

export default async function AssetPage({ params, searchParams }: Props) {
  const page = await readPage(params, searchParams);
  if (page === undefined) notFound();
  const { held, search, read, spelled, view } = page;
  // An address that says less than its whole state is spelled out; one that says nonsense stays, beside its notice.
  if (read.ignored.length === 0 && !(read.canonical && spelled)) redirect(viewPath(read.view));
  return (
    <>
      <Suspense>
        <ChartLibrary />
      </Suspense>
      <AssetNav assets={held.assets} current={held.asset} />
      <Suspense fallback={<Waiting />} key={search.toString()}>
        <Loaded held={held} question={view.question} />
      </Suspense>
    </>
  );
}

/** The analysis of a short window comes inside the page, so that the first chart needs no second request. */
async function Loaded({ held, question }: { readonly held: HeldAsset; readonly question: Question }) {
  const client = newQueryClient();
  const outcome = await deviationsWithPage(question);
  if (outcome?.ok === true) client.setQueryData(deviationsQuery(question).queryKey, outcome.value);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AssetView asset={held.asset} name={held.name} venues={held.venues} window={held.window} />
    </HydrationBoundary>
  );
}
