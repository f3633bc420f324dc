import { Link } from '@/components/frame/Link';
import type { ReactNode } from 'react';
import { plainEventPath } from '@/lib/permalink/events';
import { wayOn, type FrontFacts } from '@/lib/words/front';
import { deepestDeviations } from '@/lib/words/overview';
import { MinuteForm } from './MinuteForm';
import { factsWindowPath } from './paths';

interface Props {
  readonly facts: FrontFacts;
  /** Whether it is of the event this product starts with, which has a page of its own. */
  readonly isOfEvent: boolean;
  readonly assets: readonly string[];
}

/** Three ways on from the first screen. */
export function WayOn({ facts, isOfEvent, assets }: Props) {
  const day = isOfEvent
    ? { href: plainEventPath('2025-10-10'), ...wayOn.day }
    : { href: factsWindowPath(facts), ...wayOn.window };
  return (
    <nav
      aria-label={wayOn.label}
      className="grid gap-x-10 gap-y-4 border-t border-ink pt-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_auto]"
    >
      <Way href="#deepest" title={deepestDeviations.title} lead={wayOn.deepest} />
      <Way {...day} />
      <div className="sm:max-lg:col-span-2">
        <p className="text-base font-semibold">{wayOn.minute.title}</p>
        <MinuteForm assets={assets} asset={facts.asset} at={facts.deepest.peakMinute} />
      </div>
    </nav>
  );
}

function Way({
  href,
  title,
  lead,
}: {
  readonly href: string;
  readonly title: string;
  readonly lead: string;
}): ReactNode {
  return (
    <p>
      <Link className="link text-base font-semibold" href={href}>
        {title}
      </Link>
      <span className="block text-sm text-ink-2">{lead}</span>
    </p>
  );
}
