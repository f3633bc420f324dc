import { failureLine } from '../../domain/failure';
import type { Venue } from '../../domain/market';
import type { Dataset } from '../../store/dataset/dataset';
import { homeOf } from '../../store/embedded/home';
import { databaseFindings } from './database';
import { fault, SUBJECTS, type Finding } from './finding';
import { freeBytes, homeFindings, keyFindings, spaceFinding, type FreeBytes } from './home';
import { DATABASE_TIMEOUT_MS, VENUE_TIMEOUT_MS } from './limits';
import { fontFinding, nodeFinding, portFindings } from './machine';

export interface Examination {
  readonly env: NodeJS.ProcessEnv;
  readonly dataset: Dataset;
  /** The venues to ask; none: no network is used. */
  readonly venues: readonly Venue[];
  readonly nodeVersion: string;
  /** Our clock, ms since 1970. */
  readonly now: () => number;
  readonly free?: FreeBytes;
  readonly databaseTimeoutMs?: number;
}

/**
 * Everything that Plumbline needs of this machine and its database, in the order of `SUBJECTS`. Only looks: nothing is started,
 * migrated or written.
 */
export async function examine({
  env,
  dataset,
  venues,
  nodeVersion,
  now,
  free = freeBytes,
  databaseTimeoutMs = DATABASE_TIMEOUT_MS,
}: Examination): Promise<readonly Finding[]> {
  const found: Finding[] = [nodeFinding(nodeVersion), fontFinding(), ...(await portFindings(env))];
  try {
    const home = homeOf(env);
    const database = await databaseFindings(home, env, dataset, { timeoutMs: databaseTimeoutMs, now });
    found.push(
      ...(await homeFindings(home)),
      ...(await keyFindings(home, env)),
      ...database.findings,
      await spaceFinding(home, free),
      ...(database.data === undefined ? [] : [await spaceFinding(database.data, free)]),
    );
  } catch (failure) {
    // There is no home, and the system knows none for this user.
    found.push(fault('home', failureLine(failure)));
  }
  if (venues.length > 0) {
    const { venueFindings } = await import('./venues');
    found.push(...(await venueFindings(venues, { env, timeoutMs: VENUE_TIMEOUT_MS })));
  }
  return SUBJECTS.flatMap((subject) => found.filter((one) => one.subject === subject));
}
