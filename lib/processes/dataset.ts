import { join } from 'node:path';
import type { Context } from '../server/context';
import { keepEmbeddedRunning } from './embeddedWatch';
import { BadInput, say } from './exit';
import { homeOf } from '../store/embedded/home';
import { openDatabase } from '../store/connection/database';
import { isOutage } from '../store/connection/failures';
import {
  databaseUrls,
  givenUrls,
  MalformedAddress,
  readUrls,
  readyDatabase,
  type DatabaseUrls,
} from '../store/connection/urls';
import { READING_ELSEWHERE, servedWithoutPrimary } from '../words/en/database';
import { countingStored } from '../words/en/cli/recount';
import type { Dataset } from '../store/dataset/dataset';
import { areSameTables } from '../store/dataset/identity';

/** Real or simulated candles: each lies in a database of its own, and a process works on one of them. */
export interface OpenDataset {
  readonly name: Dataset;
  readonly context: Context;
  /** The database's address, for a process of its own. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Says how far the counting is, at each tenth. */
const sayTenths = (done: number, of: number): void => {
  if (Math.floor((10 * done) / of) > Math.floor((10 * (done - 1)) / of)) say(countingStored(done, of));
};

/** Where this home's logs are. */
export const logFolder = (): string => join(homeOf(process.env), 'logs');

/** The databases of both datasets. Throws `BadInput` where the environment names none that can be. */
export async function usableUrls(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<DatabaseUrls> {
  try {
    return await databaseUrls(env, log);
  } catch (failure) {
    throw failure instanceof MalformedAddress ? new BadInput(failure.message, { cause: failure }) : failure;
  }
}

/**
 * Opens the database of real candles or of the rehearsal's, ready for use: the embedded server is started where DATABASE_URL
 * names no other (and again where it is killed meanwhile), the database is made, migrated and stamped.
 */
export async function openDataset(name: Dataset, log: (line: string) => void): Promise<OpenDataset> {
  const urls = await usableUrls(process.env, log);
  const isEmbedded = givenUrls(process.env) === undefined;
  const database = await readyDatabase(urls, name, { isEmbedded, onOutage: say, onCounting: sayTenths });
  const unwatch = isEmbedded ? keepEmbeddedRunning({ home: homeOf(process.env), say }) : () => undefined;
  return {
    name,
    context: { database, simulated: name === 'rehearsal' },
    url: urls[name],
    close: async () => {
      unwatch();
      await database.close();
    },
  };
}

/**
 * The address of the server that readers are answered from; undefined: that of all else. Throws one line where it does not answer, or holds other tables than
 * those that are written.
 */
export async function readUrlOf({ name, context }: OpenDataset): Promise<string | undefined> {
  const url = readUrls(process.env)?.[name];
  if (url === undefined) return undefined;
  const reading = openDatabase(url, { connections: 1 });
  try {
    if (!(await areSameTables(reading, context.database))) throw new Error(READING_ELSEWHERE);
    return url;
  } finally {
    await reading.close();
  }
}

/** What the app is served from. */
interface ServedDataset extends Pick<OpenDataset, 'close'> {
  /** Of the server that takes writes; empty: none does. */
  readonly url: string;
  readonly readUrl: string | undefined;
}

/**
 * Opens it for the app alone: on a server that can only be read too, where DATABASE_READ_URL names one and DATABASE_URL none, or none that
 * answers. Then nothing is migrated, and nothing is written for as long as the app runs.
 */
export async function openServed(name: Dataset): Promise<ServedDataset> {
  const reading = readUrls(process.env);
  if (reading === undefined || givenUrls(process.env) !== undefined) {
    try {
      const dataset = await openDataset(name, () => undefined);
      return { url: dataset.url, readUrl: await readUrlOf(dataset), close: dataset.close };
    } catch (failure) {
      if (reading === undefined || !isOutage(failure)) throw failure;
      say(servedWithoutPrimary((failure as Error).message));
    }
  }
  const database = await readyDatabase(reading, name, { onOutage: say });
  return { url: '', readUrl: reading[name], close: () => database.close() };
}

/** Opens it for one command and closes it after the command, however that ends. */
export async function withDataset<T>(
  rehearsal: boolean | undefined,
  work: (dataset: OpenDataset) => Promise<T>,
): Promise<T> {
  const dataset = await openDataset(rehearsal === true ? 'rehearsal' : 'real', () => undefined);
  try {
    return await work(dataset);
  } finally {
    await dataset.close();
  }
}
