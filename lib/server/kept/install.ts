import { changesSince } from '../../store/changes/changes';
import { openDatabase } from '../../store/connection/database';
import { poolCounts } from '../../store/connection/poolCounts';
import { keptBoundUnknown } from '../../words/en/keptAnswers';
import { databaseOf } from '../databaseOf';
import { atEnd } from '../ending';
import { answerMs } from './answerTime';
import { counts } from '../watch/counts';
import { diskBytes } from './diskBytes';
import { KeptAnswers } from './layer';
import { openShelf } from './shelf/open';

declare global {
  /** Read by what starts the web server (lib/launch/web.mjs): called with each request, and with whoever answers it otherwise. */
  var plumblineKept: KeptAnswers['answer'] | undefined;
  /** Of this process, which answers pages as well. */
  var plumblineKeptBody: KeptAnswers['bodyOf'] | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * A question about changes must not wait behind analyses, nor behind one about versions. It waits for its connection as long as analyses do for theirs: where
 * readers come thick, this process hears of a connection seconds after it is there, and one given up as lost costs everything that is kept.
 */
const CONNECTIONS = 2;

/**
 * Keeps the answers of this process, on the database that they are made of; without one none are kept. On disk those of a build alone: what is served from
 * its sources is another at each change. Comes to one line where
 * PLUMBLINE_KEPT_MB or PLUMBLINE_ANSWER_S cannot be read.
 */
export function installKeptAnswers(env: Env): string | undefined {
  const url = databaseOf(env)?.url;
  if (url === undefined) return undefined;
  const given = env['PLUMBLINE_KEPT_MB'] ?? '';
  const mostBytes = diskBytes(given);
  if (mostBytes === undefined) return keptBoundUnknown(given);
  const time = answerMs(env);
  if (!time.ok) return time.error;
  const database = openDatabase(url, { connections: CONNECTIONS });
  atEnd(database.close);
  const build = env['PLUMBLINE_BUILD'] ?? '';
  const kept = new KeptAnswers({
    changesSince: (xmin) => changesSince(database, xmin),
    build,
    answerMs: time.value,
    admits: (req, res) => globalThis.plumblineGuard?.admits(req, res) ?? Promise.resolve(true),
    openShelf: () => openShelf({ database, env, build, mostBytes: build === '' ? 0 : mostBytes, say: console.warn }),
  });
  counts().kept = () => kept.counts;
  counts().pools.set('changes', () => poolCounts(database));
  globalThis.plumblineKept = kept.answer;
  globalThis.plumblineKeptBody = kept.bodyOf;
  void kept.ready();
  return undefined;
}
