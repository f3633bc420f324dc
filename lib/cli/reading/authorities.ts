import { honourProxies } from '../../ingest/venue/proxy';
import { BadInput, say } from '../../processes/exit';
import { authoritiesIn, type Authority, type Stamped } from '../../server/stamps/authorities';
import { saidOf } from '../../server/stamps/stampedFiles';
import { stampLine } from '../../words/en/stampList';
import { authorityUnreadable, NO_AUTHORITY } from '../../words/en/stamps';

/** The time authorities that `--stamp` asks; bad input where none is named, or by no address. They are reached by the proxies that the environment names. */
export function namedAuthorities(): readonly Authority[] {
  const authorities = authoritiesIn(process.env);
  if (typeof authorities === 'string') throw new BadInput(authorityUnreadable(authorities));
  if (authorities.length === 0) throw new BadInput(NO_AUTHORITY);
  honourProxies(process.env);
  return authorities;
}

/** Names each authority, with its time or why there is no stamp; answers whether there is one of each. */
export function sayStamps(stamped: readonly Stamped[]): boolean {
  for (const one of stamped) say(stampLine(saidOf(one)));
  return stamped.every(({ ok }) => ok);
}
