import { METHOD_VERSION } from '../../domain/method';
import { readPermalink } from '../../permalink/permalink';
import type { View } from '../../permalink/view';
import { BadInput, say } from '../../processes/exit';
import { EVENT_WINDOW } from '../../server/coverage/window';
import { ignoredWords } from '../../words/en/ignored';
import { brokenPermalink, earlierForm as earlierFormWords } from '../../words/en/permalinks';

/** The view of a permalink. Stricter than the page: what a page would ignore with a notice is refused here. */
export function viewOf(text: string): View {
  const read = readPermalink(text, EVENT_WINDOW);
  if (read.kind !== 'view') throw new BadInput(brokenPermalink(text, read));
  const { view, ignored, earlierForm } = read.written;
  if (ignored.length > 0) throw new BadInput(ignored.map(ignoredWords).join(' '));
  if (earlierForm !== undefined) say(earlierFormWords(earlierForm, METHOD_VERSION));
  return view;
}
