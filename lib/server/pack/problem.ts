import type { ExhibitRead } from '../../permalink/pack';
import { ignoredWords } from '../../words/ignored';
import { packProblems } from '../../words/packPage';
import { brokenPermalink } from '../../words/permalinks';

/** Why an address is no exhibit, in one line with the mend. */
export function exhibitProblem(text: string, read: Exclude<ExhibitRead, { kind: 'view' }>): string {
  switch (read.kind) {
    case 'broken':
      return brokenPermalink(text, read.broken);
    case 'ignored':
      return read.ignored.map(ignoredWords).join(' ');
    case 'too-long':
      return packProblems.tooLong(read.days, read.mostDays);
  }
}
