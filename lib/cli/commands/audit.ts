import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { AuditAnswer } from '../../api/audit';
import { auditAnswerOf, fillAnswer, isWhole, missingDays, type FileRead } from '../../claims/audit/answer';
import { Market, type AskedDay } from '../../claims/audit/market';
import { statementOf, surveyOf, type FileReading } from '../../claims/audit/run';
import { daysAround, isZoneDoubtful, zoneCount, zoneFinding } from '../../claims/audit/zones';
import { decimalIn, isPositive } from '../../claims/decimal';
import { recognise, type ClaimFile, type Recognised } from '../../claims/reading/file';
import { askedOf, type Said } from '../../claims/reading/layout';
import { NoLines } from '../../claims/reading/lines';
import { NEEDED, ROLES, type Role } from '../../claims/reading/roles';
import { zoneIn, zoneName } from '../../claims/reading/times';
import { parseVenue } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import { readRange } from '../../permalink/fields';
import { withDataset, type OpenDataset } from '../../processes/dataset';
import { BadInput, EXIT, say } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { bookDay } from '../../server/claims/bookDay';
import { csvOf } from '../../server/forms/csv';
import {
  AUDITING,
  auditGaps,
  auditText,
  columnsMissing,
  columnUnknown,
  COMPARING,
  fileEmpty,
  fileUnreadable,
  noLines,
  notAColumn,
  notAContract,
  notAnExport,
  notAZone,
  venueMissing,
  zoneMissing,
} from '../../words/en/cli/audit';
import { notAFile } from '../../words/en/cli/verify';
import { JSON_OR_CSV, onlyWith, RANGE_NEEDED } from '../../words/en/cli/optionFaults';
import { AUDIT } from '../../words/en/help/audit';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';
import { oneOf, readOf } from '../reading/options';
import { shareDisplay } from '../terminal/share';

interface Options {
  readonly zone?: string;
  readonly venue?: string;
  readonly kind?: string;
  readonly column?: readonly string[];
  readonly contract?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly rehearsal?: true;
}

/** Fills that `--json` lists; `--csv` prints each. */
const MOST_FILLS = 1_000;
/** Flawed rows named on standard error. */
const MOST_NAMED = 20;

/** `plumbline audit FILE…`: a person's own fills against the market. Nothing of the files is stored. */
export function auditCommand(command: Command, ends: (code: number) => void): void {
  command
    .option('--zone <zone>', AUDIT.zone)
    .option('--venue <venue>', AUDIT.venue)
    .option('--kind <kind>', AUDIT.kind)
    .option('--column <role=name...>', AUDIT.column)
    .option('--contract <size>', AUDIT.contract)
    .option('--from <time>', AUDIT.from)
    .option('--to <time>', AUDIT.to)
    .option('--json', JSON_OBJECT)
    .option('--csv', AUDIT.csv)
    .option('--rehearsal', REHEARSAL)
    .action(async (paths: readonly string[], options: Options) => {
      if (options.json && options.csv) throw new BadInput(JSON_OR_CSV);
      const [said, period] = [saidBy(options), periodOf(options)];
      const files = await Promise.all(paths.map(fileAt));
      const readings: FileReading[] = [];
      for (const { file } of files) readings.push(await readingOf(file, said));
      await withDataset(options.rehearsal, async (dataset) => {
        ends(
          await audited(
            dataset,
            readings,
            files.reduce((sum, { bytes }) => sum + bytes, 0),
            period,
            options,
          ),
        );
      });
    });
}

async function audited(
  { context }: OpenDataset,
  readings: readonly FileReading[],
  bytes: number,
  period: MinuteRange | undefined,
  { json, csv }: Options,
): Promise<number> {
  const market = new Market();
  const add = async (days: readonly AskedDay[]): Promise<void> => {
    const display = shareDisplay(COMPARING);
    for (const [i, day] of days.entries()) {
      display(i / days.length);
      if (!market.has(day)) market.add(day, await bookDay(context, day));
    }
    display(1);
  };
  const files: FileRead[] = [];
  const onBytes = progress(AUDITING, 2 * bytes);
  for (const reading of readings) {
    const survey = await surveyOf(reading, period, onBytes);
    await add(survey.days);
    const east = reading.said.zone ?? reading.layout.zone?.east;
    const isChecked = east !== undefined && !survey.isFixed;
    // Other zones are tried, and the days they need fetched, where the one that was read by does not fit.
    if (isChecked && isZoneDoubtful(zoneCount(survey.sample, market, east))) await add(daysAround(survey.sample));
    files.push({ reading, survey, zone: isChecked ? zoneFinding(survey.sample, market, east) : undefined });
  }
  let isFirst = true;
  const statement = await statementOf(readings, market, {
    period,
    mostShown: MOST_FILLS,
    onBytes,
    ...(csv
      ? {
          onFill: async (fill) => {
            const row = fillAnswer(fill);
            await print(csvOf([...(isFirst ? [Object.keys(row)] : []), Object.values(row)]));
            isFirst = false;
          },
        }
      : {}),
  });
  const answer = auditAnswerOf(files, market, statement);
  if (json) await print(`${JSON.stringify(answer)}\n`);
  else if (!csv) await print(auditText(answer));
  sayGaps(files, market, answer);
  return isWhole(files, statement) ? EXIT.done : EXIT.partial;
}

/** What is missing, on standard error. */
function sayGaps(files: readonly FileRead[], market: Market, { total }: AuditAnswer): void {
  for (const { reading, survey, zone } of files) {
    const { name } = reading.file;
    if (survey.fills === 0) say(fileEmpty(name));
    if (survey.flawed > 0) {
      for (const line of auditGaps.flawed(name, survey.flawed, survey.listed.slice(0, MOST_NAMED))) say(line);
      if (survey.flawed > MOST_NAMED) say(auditGaps.more(survey.flawed - MOST_NAMED));
    }
    if (survey.unknown.size > 0) say(auditGaps.unknown(name, [...survey.unknown]));
    if (zone?.better !== undefined) {
      const { chosen, better } = zone;
      say(
        auditGaps.zone(name, zoneName(chosen.east), zoneName(better.east), chosen.inside, better.inside, better.fills),
      );
    }
  }
  const days = missingDays(files, market);
  if (days.length > 0) say(auditGaps.days(days));
  const reasons = Object.entries(total.unmeasured);
  if (reasons.length > 0) say(auditGaps.reasons(reasons));
}

function progress(what: string, all: number): (bytes: number) => void {
  const display = shareDisplay(what);
  let done = 0;
  return (bytes) => {
    done += bytes;
    display(Math.min(1, done / all));
  };
}

/** A file with its length in bytes. */
async function fileAt(path: string): Promise<{ readonly file: ClaimFile; readonly bytes: number }> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new BadInput(notAFile(path));
    return { file: { name: basename(path), chunks: () => createReadStream(path) }, bytes: found.size };
  } catch (failure) {
    if (failure instanceof BadInput) throw failure;
    throw new BadInput(fileUnreadable(path, codeOf(failure)), { cause: failure });
  }
}

const codeOf = (failure: unknown): string =>
  failure instanceof Error && 'code' in failure ? String(failure.code) : String(failure);

/** How a file is read; bad input where that is not known. */
async function readingOf(file: ClaimFile, said: Said): Promise<FileReading> {
  const found = await recognised(file, said);
  if (found === undefined) throw new BadInput(notAnExport(file.name, NEEDED));
  const { layout, isFixed } = found;
  for (const [role, name] of Object.entries(said.columns ?? {}) as [Role, string][])
    if (layout.columns[role] === undefined) throw new BadInput(columnUnknown(file.name, name));
  const asked = askedOf(layout, said, isFixed);
  const roles = asked.flatMap((one) => (one.kind === 'column' ? [one.role] : []));
  if (roles.length > 0) throw new BadInput(columnsMissing(file.name, roles, layout.head));
  if (asked.some(({ kind }) => kind === 'venue')) throw new BadInput(venueMissing(file.name));
  if (asked.some(({ kind }) => kind === 'zone')) throw new BadInput(zoneMissing(file.name));
  return { file, layout, said };
}

async function recognised(file: ClaimFile, said: Said): Promise<Recognised | undefined> {
  try {
    return await recognise(file, said);
  } catch (failure) {
    if (failure instanceof NoLines) throw new BadInput(noLines(file.name), { cause: failure });
    throw new BadInput(fileUnreadable(file.name, codeOf(failure)), { cause: failure });
  }
}

function saidBy({ zone, venue, kind, column = [], contract }: Options): Said {
  if (kind !== undefined && venue === undefined) throw new BadInput(onlyWith('--kind', '--venue'));
  const east = zone === undefined ? undefined : zoneIn(zone);
  if (zone !== undefined && east === undefined) throw new BadInput(notAZone(zone));
  return {
    columns: Object.fromEntries(column.map(columnOf)),
    ...(venue === undefined
      ? {}
      : {
          venue: readOf(parseVenue(venue)),
          kind: kind === undefined ? 'spot' : oneOf('--kind', kind, ['spot', 'perp']),
        }),
    ...(east === undefined ? {} : { zone: east }),
    ...(contract === undefined ? {} : { contract: contractOf(contract) }),
  };
}

function columnOf(text: string): readonly [Role, string] {
  const [, roleText = '', name = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  const role = ROLES.find((one) => one === roleText.trim());
  if (role === undefined) throw new BadInput(notAColumn(text, ROLES));
  return [role, name.trim()];
}

function contractOf(text: string): NonNullable<Said['contract']> {
  const [, of, number = ''] = /^(base|quote)=(.+)$/.exec(text.trim()) ?? [];
  const size = decimalIn(number);
  if ((of !== 'base' && of !== 'quote') || size === undefined || !isPositive(size))
    throw new BadInput(notAContract(text));
  return { size, of };
}

function periodOf({ from, to }: Options): MinuteRange | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw new BadInput(RANGE_NEEDED);
  return readOf(readRange(from, to));
}
