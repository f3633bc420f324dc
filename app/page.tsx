import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { connection } from 'next/server';
import { StoredInBrief } from '@/components/overview/StoredInBrief';
import { Overview } from '@/components/overview/Overview';
import { coverageQuery, showsMarkets } from '@/lib/client/coverage';
import { overviewQuery } from '@/lib/client/overview';
import { progressQuery } from '@/lib/client/progress';
import { newQueryClient } from '@/lib/client/queryClient';
import { appContext } from '@/lib/server/context';
import { coverage } from '@/lib/server/coverage/coverage';
import { overview } from '@/lib/server/coverage/overview';
import { progress } from '@/lib/server/progress/progress';
import { refreshBeside } from '@/lib/server/thread/door';
import { siteWords } from '@/lib/words/en/site';

export default async function Home() {
  await connection();
  const context = await appContext();
  const [summary, running] = await Promise.all([overview(context, refreshBeside), progress(context)]);
  const client = newQueryClient();
  if (summary.ok) client.setQueryData(overviewQuery.queryKey, summary.value);
  const covered = summary.ok && showsMarkets(summary.value.assets) ? await coverage(context) : undefined;
  if (covered?.ok === true) client.setQueryData(coverageQuery.queryKey, covered.value);
  if (running.ok) client.setQueryData(progressQuery.queryKey, running.value);
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
