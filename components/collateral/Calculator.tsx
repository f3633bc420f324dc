'use client';

import { useMemo } from 'react';
import type { MarksAnswer } from '@/lib/api/marks';
import { unitPricesOf } from '@/lib/api/unitPrices';
import { readingsOf } from '@/lib/domain/marks/marks';
import { AccountFields } from './AccountFields';
import { CrossingsTable } from './CrossingsTable';
import { MarksFigure } from './MarksFigure';
import { MinutesTable } from './MinutesTable';
import { ReadingsTable } from './ReadingsTable';
import { accountOf, useAccount } from './useAccount';

/** Marks of a unit from the server, times what the reader types: computed here, and told nobody. */
export function Calculator({ answer }: { readonly answer: MarksAnswer }) {
  const [typed, change] = useAccount(answer);
  const account = accountOf(typed, answer);
  const { field } = typed;
  const ratio = account.ratio.value;
  const all = useMemo(
    () => readingsOf(unitPricesOf(answer, field), ratio, answer.composition?.ownWeight),
    [answer, field, ratio],
  );
  return (
    <div className="space-y-8">
      <MarksFigure answer={answer} all={all} level={account.unitLevel} />
      <AccountFields answer={answer} typed={typed} onChange={change} />
      <CrossingsTable answer={answer} all={all} account={account} />
      <ReadingsTable answer={answer} all={all} units={account.marked.units} />
      <MinutesTable answer={answer} all={all} field={field} account={account} />
    </div>
  );
}
