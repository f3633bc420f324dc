import { openDatabase, type Database } from '../store/connection/database';
import { databaseOf, type DatabaseAddresses } from './databaseOf';
import { uncancelled } from '../store/connection/cancelling';
import { poolCounts } from '../store/connection/poolCounts';
import { uncollected } from '../store/connection/reading';
import { datasetOf } from '../store/dataset/dataset';
import { atEnd } from './ending';
import { answerMs } from './kept/answerTime';
import { diskBytes } from './kept/diskBytes';
import { setInRehearsal } from '../words/typed';
import { keepRates } from './rates/openRates';
import { counts } from './watch/counts';

/** What every use case works on: one database, and whether its candles are simulated. */
export interface Context {
  readonly database: Database;
  readonly simulated: boolean;
}

/** Opens a migrated, stamped database. Throws one line when it does not answer or was never stamped. */
async function openContext({ url, primaryUrl }: DatabaseAddresses): Promise<Context> {
  const time = answerMs(process.env);
  // A statement may not take longer than a whole answer: it ends even where nobody is left to cancel it.
  const database = openDatabase(url, { primaryUrl, statementMs: time.ok ? time.value : undefined });
  const dataset = await datasetOf(database);
  const simulated = dataset === 'rehearsal';
  setInRehearsal(simulated);
  return { database, simulated };
}

declare global {
  var plumblineContext: Promise<Context> | undefined;
}

/** The web app's context, one per process (kept across reloads in development), on the database of DATABASE_READ_URL or DATABASE_URL. */
export function appContext(): Promise<Context> {
  globalThis.plumblineContext ??= uncancelled(() => uncollected(openFromEnvironment)).catch((failure: unknown) => {
    globalThis.plumblineContext = undefined;
    throw failure;
  });
  return globalThis.plumblineContext;
}

async function openFromEnvironment(): Promise<Context> {
  const addresses = databaseOf(process.env);
  if (addresses === undefined) throw new Error('DATABASE_URL is not set; `npm start` and `plumbline serve` set it');
  const context = await openContext(addresses);
  atEnd(context.database.close);
  counts().pools.set('answers', () => poolCounts(context.database));
  const { PLUMBLINE_BUILD: build = '', PLUMBLINE_KEPT_MB: given = '' } = process.env;
  const mostBytes = diskBytes(given);
  // On disk those of a build alone, like answers; a bound that is none was said where those are installed.
  if (build !== '' && mostBytes !== undefined)
    await keepRates({ database: context.database, env: process.env, build, mostBytes, say: console.warn });
  return context;
}
