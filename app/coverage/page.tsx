import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { assetRows, marketRows } from '@/components/coverage/calendar';
import { Calendar } from '@/components/coverage/Calendar';
import { FailedRequests } from '@/components/coverage/FailedRequests';
import { CoverageTable } from '@/components/coverage/CoverageTable';
import { Replies } from '@/components/coverage/Replies';
import { Ignored } from '@/components/frame/Ignored';
import { PageHead } from '@/components/frame/PageHead';
import { AssetFilter } from '@/components/frame/AssetFilter';
import { NoData } from '@/components/overview/NoData';
import { writeQuery } from '@/lib/permalink/query';
import { addressIn } from '@/lib/api/client/address';
import { coverage as operation } from '@/lib/api/client/operations';
import { appContext } from '@/lib/server/context';
import { coverage } from '@/lib/server/coverage/coverage';
import { assetsWithData } from '@/lib/server/coverage/assetCoverage';
import { replies } from '@/lib/server/replies/provenance';
import { readPageFields } from '@/lib/permalink/pageFields';
import { searchOf, pagePath, type PageSearch } from '@/lib/permalink/query';
import { ignoredWords } from '@/lib/words/ignored';
import { coverageHead } from '@/lib/words/coveragePage';

interface Props {
  readonly searchParams: PageSearch;
}

/** How many replies the page names; the machine-readable answer names the rest. */
const REPLIES_SHOWN = 40;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { asset } = readPageFields(searchOf(await searchParams), []);
  return { title: coverageHead.title(asset) };
}

/** Day by day: what was answered, which requests failed, what was changed or could not be used. */
export default async function CoveragePage({ searchParams }: Props) {
  await connection();
  const { asset, ignored } = readPageFields(searchOf(await searchParams), []);
  const context = await appContext();
  const [covered, assets] = await Promise.all([coverage(context, asset, { kept: true }), assetsWithData(context)]);
  if (!covered.ok) notFound();
  const [first] = covered.value.assets;
  if (first === undefined)
    return (
      <div className="space-y-8">
        <h1 className="finding">{coverageHead.title(undefined)}</h1>
        <NoData />
      </div>
    );
  const markets = asset === undefined ? [] : first.markets;
  const read = asset === undefined ? undefined : await replies(context, { asset, limit: REPLIES_SHOWN });
  const rows =
    asset === undefined
      ? assetRows(covered.value.assets, (code) => pagePath('/coverage', { asset: code }))
      : marketRows(asset, markets);
  return (
    <>
      <AssetFilter path="/coverage" assets={assets} current={asset} />
      <div className="space-y-12">
        <div className="space-y-5">
          <Ignored ignored={ignored.map(ignoredWords)} />
          <PageHead
            title={coverageHead.title(asset)}
            asset={asset}
            other="/revisions"
            answer={addressIn(operation, {}, asset === undefined ? '' : writeQuery([['asset', asset]]))}
          >
            {coverageHead.lead(asset)}
          </PageHead>
          <Calendar rows={rows} label={coverageHead.calendar(asset)} />
        </div>
        {asset !== undefined && <FailedRequests markets={markets} />}
        {asset !== undefined && <CoverageTable markets={markets} />}
        {read?.ok === true && <Replies answer={read.value} />}
      </div>
    </>
  );
}
