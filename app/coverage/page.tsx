import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { assetRows, marketRows } from '@/components/coverage/calendar';
import { Calendar } from '@/components/coverage/Calendar';
import { AssetSteps, DaySteps } from '@/components/coverage/CalendarSteps';
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
import { calendarPage } from '@/lib/server/coverage/calendarPage';
import { assetsWithData } from '@/lib/server/coverage/assetCoverage';
import { replies } from '@/lib/server/replies/provenance';
import { readPageFields } from '@/lib/permalink/pageFields';
import { COVERAGE_NAMES, coveragePath, readCalendarPart } from '@/lib/permalink/coverage';
import { formatDay } from '@/lib/domain/minute';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { ignoredWords } from '@/lib/words/ignored';
import { coverageHead } from '@/lib/words/coveragePage';

interface Props {
  readonly searchParams: PageSearch;
}

/** How many replies the page names; the machine-readable answer names the rest. */
const REPLIES_SHOWN = 40;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { asset } = readPageFields(searchOf(await searchParams), COVERAGE_NAMES);
  return { title: coverageHead.title(asset) };
}

/** Day by day: what was answered, which requests failed, what was changed or could not be used. */
export default async function CoveragePage({ searchParams }: Props) {
  await connection();
  const { asset, fields, ignored } = readPageFields(searchOf(await searchParams), COVERAGE_NAMES);
  const part = readCalendarPart(fields);
  const context = await appContext();
  const [found, assets] = await Promise.all([calendarPage(context, { asset, ...part }), assetsWithData(context)]);
  if (!found.ok) notFound();
  const { covered, days, assets: shown } = found.value;
  const until = part.until === undefined ? undefined : formatDay(part.until);
  const [first] = covered.assets;
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
      ? assetRows(covered.assets, (code) => coveragePath(code, { until }))
      : marketRows(asset, markets);
  return (
    <>
      <AssetFilter path="/coverage" assets={assets} current={asset} />
      <div className="space-y-12">
        <div className="space-y-5">
          <Ignored ignored={[...ignored, ...part.ignored].map(ignoredWords)} />
          <PageHead
            title={coverageHead.title(asset)}
            asset={asset}
            other="/revisions"
            answer={addressIn(operation, {}, asset === undefined ? '' : writeQuery([['asset', asset]]))}
          >
            {coverageHead.lead(asset)}
          </PageHead>
          {days !== undefined && <DaySteps asset={asset} page={shown.page} days={days} />}
          <Calendar rows={rows} label={coverageHead.calendar(asset)} />
          <AssetSteps assets={shown} until={until} />
        </div>
        {asset !== undefined && <FailedRequests markets={markets} />}
        {asset !== undefined && <CoverageTable markets={markets} />}
        {read?.ok === true && <Replies answer={read.value} />}
      </div>
    </>
  );
}
