import type { Verification } from '@/lib/api/verification';
import { bookChanges } from '@/lib/words/changes';
import { parameterWords } from '@/lib/words/verifyPage';
import { ChangedBooks } from '../changes/ChangedBooks';
import { ChangedLines } from '../changes/ChangedLines';
import { Section } from '../frame/Section';

/** What was stored when the picture was made, and what is stored now. */
export const Changes = ({ changes }: Pick<Verification, 'changes'>) =>
  changes.length > 0 && (
    <Section id="changes" title={bookChanges.title}>
      <ChangedBooks changes={changes} />
    </Section>
  );

export const Parameters = ({ parameters }: Pick<Verification, 'parameters'>) =>
  parameters.length > 0 && (
    <Section id="parameters" title={parameterWords.title}>
      <ChangedLines lines={parameters} heads={parameterWords} />
    </Section>
  );
