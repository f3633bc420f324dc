import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { AuditAnswer, SharedAudit } from '../../api/audit';
import type { OrderLogAnswer } from '../../api/orderLog';
import { auditAnswerOf, fillAnswer, isWhole, type FileRead } from '../../claims/audit/answer';
import { Market, type AskedDay } from '../../claims/audit/market';
import { distinctNames, pseudonymsOf, whoIsWho, type Pseudonyms } from '../../claims/audit/pseudonyms';
import { statementOf, surveyed, type FileReading, type LeftOutFill, type Surveyed } from '../../claims/audit/run';
import type { StatedFill } from '../../claims/audit/statement';
import { comparedMarkets, sharedFill, withoutAmounts } from '../../claims/audit/withoutAmounts';
import { daysAround, isZoneDoubtful, zoneCount, zoneFinding } from '../../claims/audit/zones';
import { madeName } from '../../domain/events/reconstructed';
import type { MinuteRange } from '../../domain/minute';
import { withDataset, type OpenDataset } from '../../processes/dataset';
import { BadInput, EXIT, say } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { writeWhole } from '../../processes/wholeFile';
import { bookDay } from '../../server/claims/bookDay';
import { claimPacks } from '../../server/claims/packs';
import { sharedStatement, statementOfAudit } from '../../server/claims/statement';
import type { Context } from '../../server/context';
import { csvOf } from '../../server/forms/csv';
import { publicOrigin } from '../../server/http/origin';
import { signerOrNone } from '../../server/keys/signer';
import { speakingAs } from '../../server/language/speaking';
import { loadTranslations } from '../../server/language/translations';
import {
  AUDITING,
  auditText,
  claimPacked,
  COMPARING,
  logApart,
  NO_ORDER_LOG,
  PACK_HAS_AMOUNTS,
  sharedText,
} from '../../words/en/cli/audit';
import { JSON_OR_CSV } from '../../words/en/cli/optionFaults';
import { orderLogText } from '../../words/en/cli/orderlog';
import { AUDIT } from '../../words/en/help/audit';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';
import { LANGUAGES, type Language } from '../../words/languages';
import { readingOf } from '../answers/auditFiles';
import { sayGaps } from '../answers/auditGaps';
import { fileAt, periodIn, zoneSaid, type SizedFile } from '../answers/claimFiles';
import { answerOfLogs, besideIn, sayLogGaps } from '../answers/orderLogs';
import { accountsBy, saidBy, type FileOptions } from '../reading/auditOptions';
import { oneOf } from '../reading/options';
import { shareDisplay } from '../terminal/share';

interface Options extends FileOptions {
  readonly account?: readonly string[];
  readonly names?: string;
  readonly withoutAmounts?: true;
  readonly pdf?: string;
  readonly pack?: string;
  readonly lang?: string;
  readonly logZone?: string;
  readonly beside?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly rehearsal?: true;
}

/** Fills that `--json` lists; `--csv` prints each. */
const MOST_FILLS = 1_000;

/** `plumbline audit FILE…`: a person's own fills and order logs against the market. Nothing of the files is stored. */
export function auditCommand(command: Command, ends: (code: number) => void): void {
  command
    .option('--zone <zone>', AUDIT.zone)
    .option('--venue <venue>', AUDIT.venue)
    .option('--kind <kind>', AUDIT.kind)
    .option('--column <role=name...>', AUDIT.column)
    .option('--contract <size...>', AUDIT.contract)
    .option('--account <file=name...>', AUDIT.account)
    .option('--names <file>', AUDIT.names)
    .option('--from <time>', AUDIT.from)
    .option('--to <time>', AUDIT.to)
    .option('--json', JSON_OBJECT)
    .option('--csv', AUDIT.csv)
    .option('--without-amounts', AUDIT.withoutAmounts)
    .option('--pdf <file>', AUDIT.pdf)
    .option('--pack <name>', AUDIT.pack)
    .option('--log-zone <zone>', AUDIT.logZone)
    .option('--beside <market>', AUDIT.beside)
    .option('--lang <language>', AUDIT.lang(LANGUAGES))
    .option('--rehearsal', REHEARSAL)
    .action(async (paths: readonly string[], options: Options) => {
      if (options.json && options.csv) throw new BadInput(JSON_OR_CSV);
      const [said, period] = [saidBy(options), periodIn(options)];
      const language = oneOf('--lang', options.lang ?? 'en', LANGUAGES);
      if (options.pack !== undefined && options.withoutAmounts) throw new BadInput(PACK_HAS_AMOUNTS);
      loadTranslations();
      const accounts = accountsBy(options.account ?? [], paths);
      const named = distinctNames(paths.map((path) => basename(path)));
      const files = await Promise.all(paths.map((path, i) => fileAt(path, named[i] as string)));
      const readings: FileReading[] = [];
      const logs: SizedFile[] = [];
      for (const [i, one] of files.entries()) {
        const account = accounts.get(paths[i] as string);
        const reading = await readingOf(one.file, account === undefined ? said : { ...said, account });
        if (reading === undefined) logs.push(one);
        else readings.push(reading);
      }
      const orderLog = await orderLogOf(logs, period, options);
      await withDataset(options.rehearsal, async (dataset) => {
        const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
        const code = await audited(dataset, readings, bytes, period, { ...options, language, orderLog });
        ends(orderLog !== undefined && sayLogGaps(orderLog) ? EXIT.partial : code);
      });
    });
}

/** What the order logs among the files come to; undefined: there is none. Words and `--json` with amounts alone have room for it. */
async function orderLogOf(
  logs: readonly SizedFile[],
  period: MinuteRange | undefined,
  { zone, logZone, beside, csv, withoutAmounts: isShared, pdf, pack, rehearsal }: Options,
): Promise<OrderLogAnswer | undefined> {
  const market = besideIn(beside);
  const [first] = logs;
  if (first === undefined) {
    if (market !== undefined || logZone !== undefined) throw new BadInput(NO_ORDER_LOG);
    return undefined;
  }
  const roomless = [
    ...(csv ? ['--csv'] : []),
    ...(isShared ? ['--without-amounts'] : []),
    ...(pdf === undefined ? [] : ['--pdf']),
    ...(pack === undefined ? [] : ['--pack']),
  ];
  if (roomless.length > 0) throw new BadInput(logApart(first.file.name, roomless));
  const east = zoneSaid('--log-zone', logZone) ?? zoneSaid('--zone', zone);
  return answerOfLogs(logs, east === undefined ? {} : { zone: east }, { period, beside: market, rehearsal });
}

/** What the files come to, and how it is to be printed and written. */
interface Audited {
  readonly files: readonly FileRead[];
  readonly market: Market;
  readonly names: Pseudonyms;
  readonly answer: AuditAnswer;
  /** Without amounts; undefined: with them. */
  readonly shared: SharedAudit | undefined;
  /** Every fill as CSV, where a pack is made. */
  readonly fills: string;
  readonly orderLog: OrderLogAnswer | undefined;
}

async function audited(
  { context }: OpenDataset,
  readings: readonly FileReading[],
  bytes: number,
  period: MinuteRange | undefined,
  options: Options & { readonly language: Language; readonly orderLog: OrderLogAnswer | undefined },
): Promise<number> {
  const market = new Market();
  const onBytes = progress(AUDITING, 2 * bytes);
  const read = await surveyed(readings, period, onBytes);
  const files = await compared(context, read.files, market);
  const names = pseudonymsOf(files);
  const rows = fillRows(names, market, options);
  const statement = await statementOf(read, market, { mostShown: MOST_FILLS, onBytes, onFill: rows.onFill });
  const answer = auditAnswerOf(files, market, statement, read.repeats, names);
  const shared = options.withoutAmounts ? withoutAmounts(answer) : undefined;
  const found = { files, market, names, answer, shared, fills: rows.kept.join(''), orderLog: options.orderLog };
  await printed(found, options);
  await written(context, found, options);
  sayGaps(files, market, answer, shared !== undefined);
  return isWhole(files, statement, read.repeats) ? EXIT.done : EXIT.partial;
}

/** Fetches the market's days that each file needs, and finds whether its fills lie within their candles. */
async function compared(context: Context, surveys: Surveyed['files'], market: Market): Promise<readonly FileRead[]> {
  const add = async (days: readonly AskedDay[]): Promise<void> => {
    const display = shareDisplay(COMPARING);
    for (const [i, day] of days.entries()) {
      display(i / days.length);
      if (!market.has(day)) market.add(day, await bookDay(context, day));
    }
    display(1);
  };
  const files: FileRead[] = [];
  for (const { reading, survey } of surveys) {
    await add(survey.days);
    const east = reading.said.zone ?? reading.layout.zone?.east;
    const isChecked = east !== undefined && !survey.isFixed && survey.sameAs === undefined;
    // Other zones are tried, and the days they need fetched, where the one that was read by does not fit.
    if (isChecked && isZoneDoubtful(zoneCount(survey.sample, market, east))) await add(daysAround(survey.sample));
    files.push({ reading, survey, zone: isChecked ? zoneFinding(survey.sample, market, east) : undefined });
  }
  return files;
}

/** Each fill as a line of CSV: printed as it is read, or kept for a pack. */
function fillRows(
  names: Pseudonyms,
  market: Market,
  { csv, pack, withoutAmounts: isShared }: Options,
): {
  readonly onFill: ((fill: StatedFill | LeftOutFill) => Promise<void>) | undefined;
  readonly kept: readonly string[];
} {
  const kept: string[] = [];
  if (!csv && pack === undefined) return { onFill: undefined, kept };
  const markets = comparedMarkets(market.digests);
  let isFirst = true;
  const onFill = async (fill: StatedFill | LeftOutFill): Promise<void> => {
    const own = fillAnswer(fill, names);
    const row = isShared ? sharedFill(own, markets) : own;
    const text = csvOf([...(isFirst ? [Object.keys(row)] : []), Object.values(row)]);
    isFirst = false;
    if (csv) await print(text);
    if (pack !== undefined) kept.push(text);
  };
  return { onFill, kept };
}

/** Standard output: one JSON object, or words; with `--csv` the fills have been printed. */
async function printed({ files, names, answer, shared, orderLog }: Audited, { json, csv }: Options): Promise<void> {
  if (json) return print(`${JSON.stringify(shared ?? withLog(answer, orderLog))}\n`);
  if (csv) return;
  if (files.length > 0) await print(shared === undefined ? auditText(answer, names.files) : sharedText(shared));
  if (orderLog !== undefined) await print(orderLogText(orderLog));
}

/** The files that were asked for: a statement, the two parts of a claim, and who is who. */
async function written(
  context: Context,
  { market, names, answer, shared, fills }: Audited,
  { pdf, pack, names: namesTo, language }: Options & { readonly language: Language },
): Promise<void> {
  const spoken = <T>(work: () => Promise<T>): Promise<T> => speakingAs({ language, isChosen: language !== 'en' }, work);
  if (pdf !== undefined) {
    const statement = await spoken(() =>
      shared === undefined ? statementOfAudit(answer, names) : sharedStatement(shared),
    );
    await writeOwn(pdf, statement);
  }
  if (pack !== undefined) {
    const by = { origin: publicOrigin(process.env), signer: await signerOrNone(process.env, say) };
    const packs = await spoken(() => claimPacks(context, { answer, names, market, fills, by }));
    const base = join(dirname(pack), madeName(basename(pack), answer.reconstructed));
    const [evidence, own] = [packs.evidence === undefined ? undefined : `${base}-evidence.zip`, `${base}-private.zip`];
    if (evidence !== undefined && packs.evidence !== undefined) await writeOwn(evidence, packs.evidence);
    await writeOwn(own, packs.own);
    say(claimPacked(evidence, own));
  }
  if (namesTo !== undefined) await writeOwn(namesTo, csvOf(whoIsWho(names)));
}

const withLog = (answer: AuditAnswer, orderLog: OrderLogAnswer | undefined): AuditAnswer =>
  orderLog === undefined
    ? answer
    : { ...answer, reconstructed: answer.reconstructed || orderLog.reconstructed, orderLog };

function progress(what: string, all: number): (bytes: number) => void {
  const display = shareDisplay(what);
  let done = 0;
  return (bytes) => {
    done += bytes;
    display(Math.min(1, done / all));
  };
}

const OWNER_ALONE = 0o600;

/** A file that its owner alone may read. */
const writeOwn = (path: string, content: string | Uint8Array): Promise<void> =>
  writeWhole(path, (own) => writeFile(own, content, { mode: OWNER_ALONE }));
