import type { Verdict } from '@/lib/api/verification';
import { verdictGroups, verdictWords } from '@/lib/words/verifyPage';

/** The verdicts on a file that is as a known key sealed it. */
export const UNALTERED = ['identical', 'same-data', 'changed', 'parameters', 'not-compared'] as const;
export const OTHERWISE = ['unknown-signer', 'altered', 'unsealed', 'copy', 'not-ours'] as const;

/** What a verdict says, sentence by sentence. */
export const verdictSays = (verdict: Verdict): readonly string[] =>
  UNALTERED.some((one) => one === verdict)
    ? [verdictGroups.unaltered, verdictWords[verdict].says]
    : [verdictWords[verdict].says];
