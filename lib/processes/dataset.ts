import { join } from 'node:path';
import type { Context } from '../server/context';
import { keepEmbeddedRunning } from './embeddedWatch';
import { say } from './exit';
import { homeOf } from '../store/embedded/home';
import { databaseUrls, givenUrls, readyDatabase } from '../store/connection/urls';
import { countingStored } from '../words/en/cli/recount';
import type { Dataset } from '../store/dataset/dataset';

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

/**
 * Opens the database of real candles or of the rehearsal's, ready for use: the embedded server is started where DATABASE_URL
 * names no other (and again where it is killed meanwhile), the database is made, migrated and stamped.
 */
export async function openDataset(name: Dataset, log: (line: string) => void): Promise<OpenDataset> {
  const urls = await databaseUrls(process.env, log);
  const database = await readyDatabase(urls, name, { onOutage: say, onCounting: sayTenths });
  const unwatch =
    givenUrls(process.env) === undefined ? keepEmbeddedRunning({ home: homeOf(process.env), say }) : () => undefined;
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
