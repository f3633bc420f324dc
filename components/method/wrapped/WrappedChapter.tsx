import type { SecondReference } from '@/lib/api/method';
import { NO_SECOND, RULE, WHY } from '@/lib/words/en/method/wrapped';
import { Chapter, Rule } from '../Chapter';
import { NoExample } from '../Example';
import { Second } from './Second';
import { WrappedFormulas } from './WrappedFormulas';

interface Props {
  readonly second: readonly SecondReference[];
  readonly simulated: boolean;
}

export const WrappedChapter = ({ second, simulated }: Props) => (
  <Chapter id="wrapped">
    <Rule rule={RULE} why={WHY}>
      <WrappedFormulas />
    </Rule>
    {second.length === 0 && <NoExample>{NO_SECOND}</NoExample>}
    {second.map((one) => (
      <Second key={one.asset} second={one} simulated={simulated} />
    ))}
  </Chapter>
);
