import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache, Suspense } from 'react';
import { AssetNav } from '@/components/asset/AssetNav';
import { ChartLibrary } from '@/components/chart/ChartLibrary';
import { pictureAddress } from '@/components/links';
import { MinuteView } from '@/components/minute/MinuteView';
import { InvalidMinute } from '@/components/minute/InvalidMinute';
import { heldOnly, minuteQuestion } from '@/components/view';
import { decodedSegment, isMalformedMinute } from '@/lib/client/address';
import { deviationsQuery } from '@/lib/client/deviations';
import { minuteQuery } from '@/lib/client/minute';
import { newQueryClient } from '@/lib/client/queryClient';
import { formatMinute, parseMinute, type Minute } from '@/lib/domain/minute';
import { readView, viewPath } from '@/lib/permalink/view';
import { appContext } from '@/lib/server/context';
import { minuteOf } from '@/lib/server/minutes/minute';
import { deviationsWithPage } from '@/lib/server/thread/door';
import { stamped } from '../../world';
import { heldAsset, viewDefaults } from '../held';
import { searchOf, type SearchParams } from '../search';

interface Props {
  readonly params: Promise<{ asset: string; minute: string }>;
  readonly searchParams: SearchParams;
}

/** Page and link preview of one request share everything that is read for them. */
const readPage = cache(async (params: Props['params'], searchParams: SearchParams) => {
  const segments = await params;
  const held = await heldAsset(segments.asset);
  const minute = minuteIn(segments.minute);
  if (held === undefined || minute === undefined) return undefined;
  const read = readView(held.asset, formatMinute(minute), searchOf(await searchParams), viewDefaults(held));
  const { view } = heldOnly(read.view, held.venues);
  const context = await appContext();
  const spelled =
    decodedSegment(segments.asset) === held.asset && decodedSegment(segments.minute) === formatMinute(minute);
  return { held, minute, read, spelled, view, said: await minuteOf(context, minuteQuestion(view, minute), minute) };
});

/** What is well written and still does not parse is a day no calendar has. */
function minuteIn(segment: string): Minute | undefined {
  const text = decodedSegment(segment);
  const read = text === undefined ? undefined : parseMinute(text);
  return read?.ok === true ? read.value : undefined;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  if (isMalformedMinute((await params).minute)) return { title: 'Not a minute', robots: { index: false } };
  const page = await readPage(params, searchParams);
  if (page === undefined) return { title: 'Not held' };
  const title = `${page.held.name}, ${formatMinute(page.minute).replace('T', ' ').replace('Z', ' UTC')}`;
  const description = page.said.ok ? page.said.value.sentence : `${page.held.name} across exchanges in one minute.`;
  return {
    title,
    description,
    openGraph: {
      title: await stamped(title),
      description: await stamped(description),
      images: [pictureAddress(page.view)],
    },
    twitter: { card: 'summary_large_image' },
  };
}

export default async function MinutePage({ params, searchParams }: Props) {
  if (isMalformedMinute((await params).minute)) return <InvalidMinute />;
  const page = await readPage(params, searchParams);
  if (page === undefined) notFound();
  const { held, minute, read, spelled, view, said } = page;
  if (read.ignored.length === 0 && !(read.canonical && spelled)) redirect(viewPath(read.view));
  const client = newQueryClient();
  if (said.ok) client.setQueryData(minuteQuery(minuteQuestion(view, minute), minute).queryKey, said.value);
  const around = await deviationsWithPage(view.question);
  if (around?.ok === true) client.setQueryData(deviationsQuery(view.question).queryKey, around.value);
  return (
    <>
      <Suspense>
        <ChartLibrary />
      </Suspense>
      <AssetNav assets={held.assets} current={held.asset} />
      <HydrationBoundary state={dehydrate(client)}>
        <MinuteView asset={held.asset} name={held.name} minute={minute} venues={held.venues} window={held.window} />
      </HydrationBoundary>
    </>
  );
}
