import { failureLine } from '../../domain/failure';
import { placeOf } from '../../store/connection/address';
import { givenUrls, NAMES, readUrls } from '../../store/connection/urls';
import type { Dataset } from '../../store/dataset/dataset';
import { inspectDatabase, type DatabaseState, type InspectOptions } from '../../store/inspection/database';
import { inspectEmbedded, type EmbeddedState } from '../../store/inspection/embedded';
import * as words from '../../words/en/cli/doctor';
import { nameOfDatabase } from '../../words/en/database';
import { folderInUse } from '../../words/en/embedded';
import { fault, note, ok, type Finding } from './finding';
import { CLOCK_TOLERANCE_MS, LEAST_POSTGRES } from './limits';

export interface DatabaseFindings {
  readonly findings: readonly Finding[];
  /** The folder of the embedded server's data; undefined: there is none, or another server is used. */
  readonly data: string | undefined;
}

/** The database that commands would use, by looking alone: no server is started and nothing is written. */
export async function databaseFindings(
  home: string,
  env: NodeJS.ProcessEnv,
  dataset: Dataset,
  options: InspectOptions,
): Promise<DatabaseFindings> {
  try {
    const [given, reading] = [givenUrls(env), readUrls(env)];
    const own = given === undefined ? [] : await foundAt(given[dataset], dataset, 'DATABASE_URL', options);
    const read = reading === undefined ? [] : await foundAt(reading[dataset], dataset, 'DATABASE_READ_URL', options);
    if (given !== undefined || reading !== undefined) return { findings: [...own, ...read], data: undefined };
  } catch (failure) {
    return { findings: [fault('database', failureLine(failure))], data: undefined };
  }
  const embedded = await inspectEmbedded(home);
  const lock: Finding[] =
    embedded.lock === 'free'
      ? []
      : [note('database', embedded.lock === 'held' ? words.LOCK_HELD : words.LOCK_ABANDONED)];
  const findings =
    embedded.url === undefined || !embedded.isReady
      ? [notRunning(embedded)]
      : await foundAt(embedded.url(NAMES[dataset]), dataset, undefined, options);
  return { findings: [...lock, ...findings], data: embedded.isMade ? embedded.data : undefined };
}

function notRunning({ data, isMade, isRecordLost, running, usedBy, isPidFileStale }: EmbeddedState): Finding {
  if (data === undefined || !isMade) return note('database', words.EMBEDDED_NONE);
  if (isRecordLost) return note('database', words.embeddedRecordLost(data));
  if (running !== undefined) return note('database', words.embeddedStarting(data, running.pid));
  if (usedBy !== undefined) return fault('database', folderInUse(data, usedBy));
  return note('database', isPidFileStale ? words.embeddedStale(data) : words.embeddedStopped(data));
}

async function foundAt(
  url: string,
  dataset: Dataset,
  variable: words.DatabaseVariable,
  options: InspectOptions,
): Promise<readonly Finding[]> {
  const inspected = await inspectDatabase(url, options);
  const place = nameOfDatabase(placeOf(url));
  switch (inspected.kind) {
    case 'no-answer':
      return [fault('database', inspected.fault)];
    case 'no-database':
      return [
        inspected.mayMake
          ? note('database', words.databaseNotMadeYet(place))
          : fault('database', words.databaseNotMakable(place)),
      ];
    case 'found':
      return [
        ...serverFindings(inspected.state, place, variable),
        ...rightsFindings(inspected.state, variable),
        ...migrationFindings(inspected.state, dataset),
        clockFinding(inspected.state),
        ...(inspected.state.bytes === undefined
          ? []
          : [ok('space', words.databaseSize(inspected.state.bytes, variable === undefined))]),
      ];
  }
}

/** `versionNumber` counts a major version as ten thousand. */
const MAJOR = 10_000;

function serverFindings(state: DatabaseState, place: string, variable: words.DatabaseVariable): readonly Finding[] {
  const { version, versionNumber, role, encoding, dateStyle, timeZone, pooler } = state;
  return [
    versionNumber < LEAST_POSTGRES * MAJOR
      ? fault('database', words.databaseTooOld(version, LEAST_POSTGRES))
      : ok('database', words.databaseFound({ version, place, role }, variable)),
    encoding === 'UTF8'
      ? ok('database', words.settingsFound(encoding, dateStyle, timeZone))
      : fault('database', words.encodingWrong(encoding)),
    ...(state.hasStandardStrings ? [] : [fault('database', words.STRINGS_NOT_STANDARD)]),
    ...(pooler === undefined ? [] : [note('database', words.POOLERS[pooler])]),
    ...writeFindings(state, variable),
  ];
}

/** Whether it takes writes, as far as it should. */
function writeFindings({ isStandby, isReadOnly }: DatabaseState, variable: words.DatabaseVariable): readonly Finding[] {
  if (variable === 'DATABASE_READ_URL')
    return [isStandby ? ok('database', words.STANDBY_READ) : note('database', words.NOT_STANDBY_READ)];
  if (isStandby) return [note('database', words.STANDBY)];
  return isReadOnly ? [note('database', words.READ_ONLY)] : [];
}

const isUnmade = ({ migrations }: DatabaseState): boolean => 'missing' in migrations && migrations.missing.length > 0;

function rightsFindings(state: DatabaseState, variable: words.DatabaseVariable): readonly Finding[] {
  const { role, unreadable, unwritable } = state;
  if (unreadable.length > 0) return [fault('rights', words.tablesUnreadable(role, unreadable))];
  if (isUnmade(state) && !state.mayCreateTables && !state.isReadOnly)
    return [fault('rights', words.tablesNotCreatable(role))];
  if (variable === 'DATABASE_READ_URL') return [ok('rights', words.RIGHTS_READ)];
  return [
    unwritable.length > 0 ? note('rights', words.tablesUnwritable(role, unwritable)) : ok('rights', words.RIGHTS_ALL),
  ];
}

function migrationFindings(
  { migrations, isReadOnly, dataset: stored }: DatabaseState,
  dataset: Dataset,
): readonly Finding[] {
  if ('fault' in migrations) return [fault('migrations', migrations.fault)];
  if (stored !== undefined && stored !== dataset) return [fault('database', words.datasetWrong(stored))];
  if (migrations.missing.length === 0) return [ok('migrations', words.MIGRATIONS_ALL)];
  return [
    isReadOnly
      ? fault('migrations', words.migrationsMissingHere(migrations.missing))
      : note('migrations', words.migrationsMissing(migrations.missing)),
  ];
}

/** What the answer's own time leaves open counts for the clocks. */
function clockFinding({ clock: { aheadMs, uncertaintyMs } }: DatabaseState): Finding {
  return Math.abs(aheadMs) - uncertaintyMs > CLOCK_TOLERANCE_MS
    ? fault('clock', words.clockDiffers(aheadMs))
    : ok('clock', words.clockAgrees(aheadMs, uncertaintyMs));
}
