import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AssetNav } from '@/components/asset/AssetNav';
import { DrawnChart } from '@/components/chart/DrawnChart';
import { linkPicture } from '@/components/links';
import { InvalidMinute } from '@/components/minute/InvalidMinute';
import { MinuteView } from '@/components/minute/MinuteView';
import { deviationsKey } from '@/lib/client/deviations';
import { minuteQuery } from '@/lib/client/minute';
import { newQueryClient } from '@/lib/client/queryClient';
import { formatMinute } from '@/lib/domain/minute';
import { isMalformedMinute } from '@/lib/permalink/segments';
import { minuteQuestion } from '@/lib/permalink/view';
import { appContext } from '@/lib/server/context';
import { minuteOf } from '@/lib/server/minutes/minute';
import { analysisWithPage } from '@/lib/server/pages/analysisWithPage';
import { assetPage } from '@/lib/server/pages/assetPage';
import { viewAlternates, stamped } from '@/lib/server/pages/frame';
import { onceARequest, type Routed } from '@/lib/server/pages/onceARequest';
import { sendOn } from '@/lib/server/pages/sendOn';
import { minutePageWords } from '@/lib/words/previews';
import { noDataPage } from '@/lib/words/problems';

interface Path {
  readonly asset: string;
  readonly minute: string;
}
type Props = Routed<Path>;

/** CSS pixels of the chart where the page is as wide as it gets. */
const CHART = 860;

/** Page and link preview of one request share everything that is read for them. */
const readPage = onceARequest(async (path: Path, search) => {
  const context = await appContext();
  const page = await assetPage(context, path, search);
  const minute = page?.view.minute;
  if (page === undefined || minute === undefined) return undefined;
  return { ...page, minute, answer: await minuteOf(context, minuteQuestion(page.view, minute), minute) };
});

export async function generateMetadata(routed: Props): Promise<Metadata> {
  if (isMalformedMinute((await routed.params).minute))
    return { title: minutePageWords.invalidTitle, robots: { index: false } };
  const page = await readPage(routed);
  if (page === undefined) return { title: noDataPage.title };
  const title = minutePageWords.title(page.name, formatMinute(page.minute));
  const description = page.answer.ok ? page.answer.value.sentence : minutePageWords.description(page.name);
  return {
    title,
    description,
    openGraph: {
      title: await stamped(title),
      description: await stamped(description),
      images: [linkPicture(page.view)],
    },
    twitter: { card: 'summary_large_image' },
    ...viewAlternates(page.view),
  };
}

export default async function Page(routed: Props) {
  if (isMalformedMinute((await routed.params).minute)) return <InvalidMinute />;
  const page = await readPage(routed);
  if (page === undefined) notFound();
  if (page.movedTo !== undefined) sendOn(page.movedTo);
  const { name, assets, coverage, view, minute, answer, errata } = page;
  const client = newQueryClient();
  if (answer.ok) client.setQueryData(minuteQuery(minuteQuestion(view, minute), minute).queryKey, answer.value);
  const around = await analysisWithPage(view, CHART);
  if (around?.ok === true) client.setQueryData(deviationsKey(view.question), around.value.columns);
  return (
    <>
      <AssetNav assets={assets} current={coverage.entry.asset} />
      <HydrationBoundary state={dehydrate(client)}>
        <MinuteView
          name={name}
          minute={minute}
          coverage={coverage}
          errata={errata}
          drawn={around?.ok === true ? <DrawnChart {...around.value.drawn} /> : undefined}
        />
      </HydrationBoundary>
    </>
  );
}
