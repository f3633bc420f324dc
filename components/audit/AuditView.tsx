'use client';

import { useState } from 'react';
import type { AuditAnswer } from '@/lib/api/audit';
import type { Said, StatedAudit } from '@/lib/client/audit/audit';
import { auditTables } from '@/lib/words/auditPage';
import { FillTable } from './FillTable';
import { ContractSizes } from './ContractSizes';
import { LeftOutRows } from './LeftOutRows';
import { CurveFigure } from './CurveFigure';
import { episodeName } from '@/lib/words/auditEpisode';
import { Parts } from './Parts';
import { Limits } from './Limits';
import { Rule } from './Rule';
import { BadRows } from './BadRows';
import { Totals } from './Totals';
import { ZoneWarnings } from './ZoneWarnings';

interface Props {
  readonly answer: AuditAnswer;
  /** Who is who in it, for its owner. */
  readonly names: StatedAudit['names'];
  readonly onZone: (file: number, zone: string) => void;
  readonly onCsv: () => void;
  /** Sizes of contracts that the file of that place does not say. */
  readonly onSizes: (file: number, sizes: NonNullable<Said['contracts']>) => void;
}

/** What an audit came to: the zone first, if it does not fit; then totals, the rule beside them, and the fills. */
export function AuditView({ answer, names, onZone, onCsv, onSizes }: Props) {
  const [isHidden, setHidden] = useState(false);
  return (
    <div className="space-y-10">
      <ZoneWarnings answer={answer} names={names} onZone={onZone} />
      <Totals answer={answer} names={names} isHidden={isHidden} onHidden={setHidden} onCsv={onCsv} />
      <ContractSizes files={answer.files} onSizes={onSizes} />
      <CurveFigure answer={answer} isHidden={isHidden} />
      {answer.total.liquidations > 0 && <Rule answer={answer} isHidden={isHidden} />}
      <Parts
        id="assets"
        title={auditTables.assets}
        head={auditTables.asset}
        isHidden={isHidden}
        parts={answer.assets.map((part) => [part.asset, part])}
      />
      {answer.episodes.length > 0 && (
        <Parts
          id="episodes"
          title={auditTables.episodes}
          head={auditTables.episode}
          isHidden={isHidden}
          parts={answer.episodes.map((part) => [episodeName(part), part])}
        />
      )}
      {answer.accounts.length > 1 && (
        <Parts
          id="accounts"
          title={auditTables.accounts}
          lead={auditTables.accountsLead}
          head={auditTables.account}
          isHidden={isHidden}
          parts={answer.accounts.map((part) => [accountName(part.account, names), part])}
        />
      )}
      <FillTable fills={answer.fills} isHidden={isHidden} />
      <LeftOutRows answer={answer} names={names} />
      <BadRows files={answer.files} names={names} />
      <Limits answer={answer} />
    </div>
  );
}

/** "A (Ann)": on the page its owner sees who is who; nothing that is saved or copied but the list itself has it. */
const accountName = (account: string, { accounts }: StatedAudit['names']): string => {
  const name = accounts.find(({ written }) => written === account)?.name;
  return name === undefined ? account : `${account} (${name})`;
};
