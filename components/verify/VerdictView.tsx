import {
  CircleDashed,
  Copy,
  Equal,
  EqualApproximately,
  FileQuestion,
  KeyRound,
  PencilLine,
  RefreshCw,
  SlidersHorizontal,
  StampIcon,
  type LucideIcon,
} from 'lucide-react';
import type { Verdict, Verification } from '@/lib/api/verification';
import { pathOf } from '@/lib/client/verify/verifyFile';
import { SIMULATED } from '@/lib/words/names';
import { verdictFacts, verdictReasons, verdictWords } from '@/lib/words/verifyPage';
import { Errata } from '../errata/Errata';
import { Link } from '../frame/Link';
import { Altered } from './Altered';
import { ChangedRows } from './ChangedRows';
import { Changes, Parameters } from './Changes';
import { Coded } from '../controls/Coded';
import { FoundFacts } from './FoundFacts';
import { Stamps } from './Stamps';
import { verdictSays } from './verdictSays';

const ICONS: Readonly<Record<Verdict, LucideIcon>> = {
  identical: Equal,
  'same-data': EqualApproximately,
  changed: RefreshCw,
  parameters: SlidersHorizontal,
  'not-compared': CircleDashed,
  'unknown-signer': KeyRound,
  altered: PencilLine,
  unsealed: StampIcon,
  copy: Copy,
  'not-ours': FileQuestion,
};

interface Props {
  readonly found: Verification;
  /** Its name on the reader's device. */
  readonly file: string;
}

/** The verdict in a sentence, what to do next, and everything it rests on. No colour tells one from another: none accuses. */
export function VerdictView({ found, file }: Props) {
  const { verdict, reason, simulated, address } = found;
  const words = verdictWords[verdict];
  const Icon = ICONS[verdict];
  const path = address === null ? undefined : pathOf(address);
  return (
    <section aria-labelledby="verdict" className="space-y-8">
      <div className="border-l-4 border-ink pl-5">
        <h2 id="verdict" className="flex items-center gap-3 text-[1.75rem] leading-tight font-semibold">
          <Icon aria-hidden strokeWidth={1.75} className="size-7 shrink-0" />
          {words.name}
        </h2>
        {simulated === true && <strong className="mt-2 block text-sm tracking-[0.14em]">{SIMULATED}</strong>}
        <p className="mt-3 max-w-[68ch] text-lg">{verdictSays(verdict).join(' ')}</p>
        {reason !== null && <p className="mt-2 max-w-[68ch]">{verdictReasons[reason]}</p>}
        <h3 className="label mt-5">{verdictFacts.next}</h3>
        <p className="mt-1 max-w-[68ch]">
          <Coded>{words.next}</Coded>
        </p>
        {path !== undefined && (
          <Link className="button mt-4" href={path}>
            {verdictFacts.open}
          </Link>
        )}
      </div>
      <Errata errata={found.errata} />
      <Stamps stamps={found.stamps ?? []} />
      <Changes changes={found.changes} />
      <ChangedRows rows={found.rows} />
      <Altered altered={found.altered} />
      <Parameters parameters={found.parameters} />
      <FoundFacts found={found} file={file} path={path} />
    </section>
  );
}
