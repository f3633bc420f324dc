import { CLAIMED_ACCOUNT } from '@/lib/domain/events/claimedAccount';
import { EXAMPLE_FILES, examplePath } from '@/lib/permalink/example';
import { workedExample } from '@/lib/words/workedExample';
import { Link } from '../frame/Link';
import { Section } from '../frame/Section';

const LOSSES = Object.entries(CLAIMED_ACCOUNT.losses).map(([asset, loss]) => ({ asset, loss }));

/** On the page of the event: opens the published account as a worked example, in the reader's own browser. */
export const WorkedExample = () => (
  <Section id="worked-example" title={workedExample.title} lead={workedExample.lead(LOSSES)}>
    <p className="mb-3 max-w-[78ch] text-sm text-ink-2">
      <strong className="tracking-[0.08em] text-caution uppercase">{workedExample.label}.</strong>{' '}
      {workedExample.notice}
    </p>
    <p className="flex flex-wrap gap-2">
      <Link className="button" href={examplePath('/audit')}>
        {workedExample.openFills}
      </Link>
      <Link className="button" href={examplePath('/orderlog')}>
        {workedExample.openLog}
      </Link>
      <a className="button" href={EXAMPLE_FILES['/audit']} download>
        {workedExample.fills}
      </a>
      <a className="button" href={EXAMPLE_FILES['/orderlog']} download>
        {workedExample.orders}
      </a>
    </p>
  </Section>
);
