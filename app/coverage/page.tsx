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
import { apiRoutes } from '@/lib/api/routes';
import { appContext } from '@/lib/server/context';
import { coverage } from '@/lib/server/held/coverage';
import { assetsHeld } from '@/lib/server/held/held';
import { replies } from '@/lib/server/replies/provenance';
import type { SearchParams } from '../[asset]/search';
import { keptAddress } from '../kept';

interface Props {
  readonly searchParams: SearchParams;
}

/** How many replies the page names; the machine-readable answer names the rest. */
const REPLIES_SHOWN = 40;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { asset } = await keptAddress(searchParams, []);
  return { title: asset === undefined ? 'What is held, day by day' : `How ${asset} was kept` };
}

/** Day by day: what was answered, what was asked in vain, what was changed or could not be used. */
export default async function CoveragePage({ searchParams }: Props) {
  await connection();
  const { asset, ignored } = await keptAddress(searchParams, []);
  const context = await appContext();
  const [held, assets] = await Promise.all([coverage(context, asset, { kept: true }), assetsHeld(context)]);
  if (!held.ok) notFound();
  const [first] = held.value.assets;
  if (first === undefined) return <NoData running={false} />;
  const markets = asset === undefined ? [] : first.markets;
  const read = asset === undefined ? undefined : await replies(context, { asset, limit: REPLIES_SHOWN });
  const rows =
    asset === undefined
      ? assetRows(held.value.assets, (code) => `/coverage?asset=${code}`)
      : marketRows(asset, markets);
  return (
    <>
      <AssetFilter path="/coverage" assets={assets} current={asset} />
      <div className="space-y-12">
        <div className="space-y-5">
          <Ignored ignored={ignored} />
          <PageHead
            title={asset === undefined ? 'What is held, day by day' : `How ${asset} was kept, day by day`}
            asset={asset}
            other="/revisions"
            answer={apiRoutes.coverage(asset)}
          >
            {asset === undefined
              ? 'Every market of an asset together, each by the source that answered more of the day; an asset opens its markets one by one.'
              : 'A row is one market as one source told it. Sources are never mixed, and no missing minute is ever filled.'}{' '}
            A day opens its chart.
          </PageHead>
          <Calendar
            rows={rows}
            label={asset === undefined ? 'Assets by UTC day' : `${asset}: markets and sources by UTC day`}
          />
        </div>
        {asset !== undefined && <FailedRequests markets={markets} />}
        {asset !== undefined && <CoverageTable markets={markets} />}
        {read?.ok === true && <Replies answer={read.value} />}
      </div>
    </>
  );
}
