import { join } from 'node:path';
import type { Context } from '../server/context';
import { homeOf } from '../store/embedded/home';
import { databaseUrls, readyDatabase } from '../store/connection/urls';
import type { World } from '../store/world/world';

export interface OpenWorld {
  readonly name: World;
  readonly context: Context;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Where logs of this home lie. */
export const logFolder = (): string => join(homeOf(process.env), 'logs');

/**
 * Opens the database of a world, ready for use: the embedded server is started where DATABASE_URL names no other,
 * the database is made, migrated and stamped.
 */
export async function openWorld(name: World, log: (line: string) => void): Promise<OpenWorld> {
  const urls = await databaseUrls(process.env, log);
  const database = await readyDatabase(urls, name);
  return {
    name,
    context: { database, simulated: name === 'rehearsal' },
    url: urls[name],
    close: () => database.close(),
  };
}

/** Opens a world for one command and closes it behind it, whatever happens. */
export async function withWorld<T>(rehearsal: boolean | undefined, work: (world: OpenWorld) => Promise<T>): Promise<T> {
  const world = await openWorld(rehearsal === true ? 'rehearsal' : 'real', () => undefined);
  try {
    return await work(world);
  } finally {
    await world.close();
  }
}
