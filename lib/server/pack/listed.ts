import { exhibitAddress, readExhibit } from '../../permalink/pack';
import { viewPath } from '../../permalink/view';
import { EVENT_WINDOW } from '../coverage/window';
import { findingBeside } from '../thread/door';
import type { Finding } from './finding';
import { exhibitProblem } from './problem';

/** One address in the list of a pack that is being put together. */
export interface ListedExhibit {
  /** As the list writes it: as short as it can be, or as it was given. */
  readonly address: string;
  /** Its page; undefined: the address names none. */
  readonly href: string | undefined;
  readonly finding: Finding | undefined;
  /** Why it gives no exhibit, in one line. */
  readonly problem: string | undefined;
}

/** The exhibits of a list, each with what it finds, or with why there is none. */
export const listedExhibits = (texts: readonly string[]): Promise<readonly ListedExhibit[]> =>
  Promise.all(texts.map(listed));

async function listed(text: string): Promise<ListedExhibit> {
  const read = readExhibit(text, EVENT_WINDOW);
  if (read.kind !== 'view')
    return { address: text, href: undefined, finding: undefined, problem: exhibitProblem(text, read) };
  const address = exhibitAddress(read.view);
  const href = viewPath(read.view);
  const found = await findingBeside(read.view);
  return found.ok
    ? { address, href, finding: found.value, problem: undefined }
    : { address, href, finding: undefined, problem: found.message };
}
