import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { connection } from 'next/server';
import { StoredInBrief } from '@/components/overview/StoredInBrief';
import { Overview } from '@/components/overview/Overview';
import { overviewQuery } from '@/lib/client/overview';
import { newQueryClient } from '@/lib/client/queryClient';
import { appContext } from '@/lib/server/context';
import { overview } from '@/lib/server/coverage/overview';
import { refreshBeside } from '@/lib/server/thread/door';
import { siteWords } from '@/lib/words/en/site';

/** What is stored and the deepest of it. How an ingest gets on is asked by the browser, so that the page may be kept. */
export default async function Home() {
  await connection();
  const summary = await overview(await appContext(), refreshBeside);
  const client = newQueryClient();
  if (summary.ok) client.setQueryData(overviewQuery.queryKey, summary.value);
  return (
    <>
      <div className="mb-10">
        <h1 className="max-w-[30ch] text-[clamp(1.6rem,3vw,2.3rem)] leading-[1.14] font-semibold">
          {siteWords.description}
        </h1>
        {summary.ok && <StoredInBrief assets={summary.value.assets} />}
      </div>
      <HydrationBoundary state={dehydrate(client)}>
        <Overview />
      </HydrationBoundary>
    </>
  );
}
