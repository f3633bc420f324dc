import { Link } from '@/components/frame/Link';
import { coveragePath, type AssetsShown, type DaysShown } from '@/lib/permalink/coverage';
import { calendarSteps } from '@/lib/words/coveragePage';

interface Step {
  readonly href: string;
  readonly text: string;
}

/** Which assets of all are shown, and what leads to the others; nothing where all are. `until`: as the address has it. */
export function AssetSteps({
  assets: { page, pages, first, last, all },
  until,
}: {
  readonly assets: AssetsShown;
  readonly until: string | undefined;
}) {
  if (pages === 1) return null;
  const step = (to: number, text: string): Step => ({ href: coveragePath(undefined, { page: to, until }), text });
  return (
    <Steps
      label={calendarSteps.assets}
      shown={calendarSteps.assetsShown(first, last, all)}
      before={page > 1 ? step(page - 1, calendarSteps.previousAssets) : undefined}
      after={page < pages ? step(page + 1, calendarSteps.nextAssets) : undefined}
    />
  );
}

/** Which days of all are shown, and what leads to the others; nothing where all are. */
export function DaySteps({
  asset,
  page,
  days: { first, last, earlier, later },
}: {
  readonly asset: string | undefined;
  readonly page: number;
  readonly days: DaysShown;
}) {
  if (earlier === undefined && later === undefined) return null;
  const step = (until: string | undefined, text: string): Step | undefined =>
    until === undefined ? undefined : { href: coveragePath(asset, { page, until }), text };
  return (
    <Steps
      label={calendarSteps.days}
      shown={calendarSteps.daysShown(first, last)}
      before={step(earlier, calendarSteps.earlierDays)}
      after={step(later, calendarSteps.laterDays)}
    />
  );
}

interface Props {
  readonly label: string;
  readonly shown: string;
  readonly before: Step | undefined;
  readonly after: Step | undefined;
}

const Steps = ({ label, shown, before, after }: Props) => (
  <nav aria-label={label} className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
    <span className="w-full text-ink-2 sm:w-auto">{shown}</span>
    {[before, after].map(
      (step) =>
        step !== undefined && (
          <Link className="button" key={step.text} href={step.href}>
            {step.text}
          </Link>
        ),
    )}
  </nav>
);
