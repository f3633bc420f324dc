import { auditTotals } from '@/lib/words/auditPage';
import { Amount } from './Amount';

/** A total and its name. */
export const Big = ({
  name,
  text,
  isHidden,
}: {
  readonly name: string;
  readonly text: string | null;
  readonly isHidden: boolean;
}) => (
  <div>
    <dt className="label">{name}</dt>
    <dd className="text-xl font-semibold whitespace-nowrap tabular-nums">
      <Amount text={text} isHidden={isHidden} />{' '}
      {!isHidden && text !== null && <span className="text-sm font-normal text-ink-3">{auditTotals.currency}</span>}
    </dd>
  </div>
);
