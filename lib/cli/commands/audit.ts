import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { AuditAnswer } from '../../api/audit';
import type { OrderLogAnswer } from '../../api/orderLog';
import { auditAnswerOf, fillAnswer, isWhole, missingDays, type FileRead } from '../../claims/audit/answer';
import { Market, type AskedDay } from '../../claims/audit/market';
import { distinctNames, pseudonymsOf, whoIsWho } from '../../claims/audit/pseudonyms';
import type { FileLeftOut } from '../../claims/audit/repeats';
import { statementOf, surveyed, type FileReading } from '../../claims/audit/run';
import { comparedMarkets, sharedFill, withoutAmounts } from '../../claims/audit/withoutAmounts';
import { daysAround, isZoneDoubtful, zoneCount, zoneFinding } from '../../claims/audit/zones';
import { decimalIn, isPositive } from '../../domain/decimal';
import { NoLines, NotUtf8, recognise, type ClaimFile, type Recognised } from '../../claims/reading/file';
import { askedOf, type Said } from '../../claims/reading/layout';
import { NEEDED, ROLES, type Role } from '../../claims/reading/roles';
import type { ContractSize } from '../../claims/reading/symbols';
import { zoneName } from '../../claims/reading/times';
import { madeName } from '../../domain/events/reconstructed';
import { parseVenue } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import { withDataset, type OpenDataset } from '../../processes/dataset';
import { BadInput, EXIT, say } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { writeWhole } from '../../processes/wholeFile';
import { bookDay } from '../../server/claims/bookDay';
import { claimPacks } from '../../server/claims/packs';
import { sharedStatement, statementOfAudit } from '../../server/claims/statement';
import { publicOrigin } from '../../server/http/origin';
import { signerOrNone } from '../../server/keys/signer';
import { speakingAs } from '../../server/language/speaking';
import { loadTranslations } from '../../server/language/translations';
import { csvOf } from '../../server/forms/csv';
import {
  accountOfNoFile,
  AUDITING,
  claimPacked,
  auditGaps,
  auditText,
  columnsMissing,
  columnUnknown,
  COMPARING,
  logApart,
  NO_ORDER_LOG,
  noFills,
  noLines,
  notUtf8,
  notAContract,
  notAnAccount,
  notAnExport,
  PACK_HAS_AMOUNTS,
  sharedText,
  venueMissing,
  zoneMissing,
} from '../../words/en/cli/audit';
import { fileUnreadable } from '../../words/en/cli/claimFiles';
import { orderLogText } from '../../words/en/cli/orderlog';
import { JSON_OR_CSV, notAllowed, onlyWith } from '../../words/en/cli/optionFaults';
import { AUDIT } from '../../words/en/help/audit';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';
import { LANGUAGES, type Language } from '../../words/languages';
import { columnsSaid, fileAt, periodIn, zoneSaid, type SizedFile } from '../answers/claimFiles';
import { whyOf } from '../answers/whyOf';
import { answerOfLogs, besideIn, isOrderLog, sayLogGaps } from '../answers/orderLogs';
import { oneOf, readOf } from '../reading/options';
import { shareDisplay } from '../terminal/share';

interface Options {
  readonly zone?: string;
  readonly venue?: string;
  readonly kind?: string;
  readonly column?: readonly string[];
  readonly contract?: readonly string[];
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
/** Flawed rows named on standard error. */
const MOST_NAMED = 20;

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
      const language = languageOf(options.lang ?? 'en');
      if (options.pack !== undefined && options.withoutAmounts) throw new BadInput(PACK_HAS_AMOUNTS);
      loadTranslations();
      const accounts = accountsBy(options, paths);
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

async function audited(
  { context }: OpenDataset,
  readings: readonly FileReading[],
  bytes: number,
  period: MinuteRange | undefined,
  {
    json,
    csv,
    names: namesTo,
    withoutAmounts: isShared,
    pdf,
    pack,
    language,
    orderLog,
  }: Options & { readonly language: Language; readonly orderLog: OrderLogAnswer | undefined },
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
  const read = await surveyed(readings, period, onBytes);
  for (const { reading, survey } of read.files) {
    await add(survey.days);
    const east = reading.said.zone ?? reading.layout.zone?.east;
    const isChecked = east !== undefined && !survey.isFixed && survey.sameAs === undefined;
    // Other zones are tried, and the days they need fetched, where the one that was read by does not fit.
    if (isChecked && isZoneDoubtful(zoneCount(survey.sample, market, east))) await add(daysAround(survey.sample));
    files.push({ reading, survey, zone: isChecked ? zoneFinding(survey.sample, market, east) : undefined });
  }
  const [names, markets] = [pseudonymsOf(files), comparedMarkets(market.digests)];
  let isFirst = true;
  const kept: string[] = [];
  const statement = await statementOf(read, market, {
    mostShown: MOST_FILLS,
    onBytes,
    ...(csv || pack !== undefined
      ? {
          onFill: async (fill) => {
            const own = fillAnswer(fill, names);
            const row = isShared ? sharedFill(own, markets) : own;
            const text = csvOf([...(isFirst ? [Object.keys(row)] : []), Object.values(row)]);
            isFirst = false;
            if (csv) await print(text);
            if (pack !== undefined) kept.push(text);
          },
        }
      : {}),
  });
  const answer = auditAnswerOf(files, market, statement, read.repeats, names);
  const shared = isShared ? withoutAmounts(answer) : undefined;
  if (json) await print(`${JSON.stringify(shared ?? withLog(answer, orderLog))}\n`);
  else if (!csv) {
    if (readings.length > 0) await print(shared === undefined ? auditText(answer, names.files) : sharedText(shared));
    if (orderLog !== undefined) await print(orderLogText(orderLog));
  }
  const spoken = <T>(work: () => Promise<T>): Promise<T> => speakingAs({ language, isChosen: language !== 'en' }, work);
  if (pdf !== undefined)
    await writeOwn(
      pdf,
      await spoken(() => (shared === undefined ? statementOfAudit(answer, names) : sharedStatement(shared))),
    );
  if (pack !== undefined) {
    const by = { origin: publicOrigin(process.env), signer: await signerOrNone(process.env, say) };
    const packs = await spoken(() => claimPacks(context, { answer, names, market, fills: kept.join(''), by }));
    const base = join(dirname(pack), madeName(basename(pack), answer.reconstructed));
    const [evidence, own] = [packs.evidence === undefined ? undefined : `${base}-evidence.zip`, `${base}-private.zip`];
    if (evidence !== undefined && packs.evidence !== undefined) await writeOwn(evidence, packs.evidence);
    await writeOwn(own, packs.own);
    say(claimPacked(evidence, own));
  }
  if (namesTo !== undefined) await writeOwn(namesTo, csvOf(whoIsWho(names)));
  sayGaps(files, market, answer, isShared === true);
  return isWhole(files, statement, read.repeats) ? EXIT.done : EXIT.partial;
}

const withLog = (answer: AuditAnswer, orderLog: OrderLogAnswer | undefined): AuditAnswer =>
  orderLog === undefined
    ? answer
    : { ...answer, reconstructed: answer.reconstructed || orderLog.reconstructed, orderLog };

/** What is missing, on standard error. */
function sayGaps(
  files: readonly FileRead[],
  market: Market,
  { total, ordersBesideTrades }: AuditAnswer,
  isShared: boolean,
): void {
  for (const [i, { reading, survey, zone }] of files.entries()) {
    // Without amounts, no text of the file is said either.
    const name = isShared ? String(i + 1) : reading.file.name;
    if (survey.sameAs !== undefined) {
      const first = files.findIndex(({ reading: { file } }) => file.name === survey.sameAs);
      say(auditGaps.sameAs(name, isShared ? String(first + 1) : survey.sameAs));
      continue;
    }
    if (survey.fills === 0) say(noFills(name));
    const listed = isShared ? [] : survey.listed;
    const [flawed, unread] = [
      listed.filter(({ flaw }) => flaw !== 'fee').slice(0, MOST_NAMED),
      listed.filter(({ flaw }) => flaw === 'fee').slice(0, MOST_NAMED),
    ];
    if (survey.flawed > 0) for (const line of auditGaps.flawed(name, survey.flawed, flawed)) say(line);
    if (!isShared && survey.flawed > MOST_NAMED) say(auditGaps.more(survey.flawed - MOST_NAMED));
    if (survey.unreadFees > 0) for (const line of auditGaps.unreadFees(name, survey.unreadFees, unread)) say(line);
    if (!isShared && survey.unreadFees > MOST_NAMED) say(auditGaps.more(survey.unreadFees - MOST_NAMED));
    if (survey.unended !== undefined) say(auditGaps.unended(name, survey.unended));
    sayLeftOut(name, survey.leftOut, isShared);
    if (survey.unsized.length > 0 && !isShared) say(auditGaps.unsized(name, survey.unsized));
    if (survey.unknown.size > 0 && !isShared) say(auditGaps.unknown(name, [...survey.unknown]));
    if (zone?.better !== undefined) {
      const { chosen, better } = zone;
      say(
        auditGaps.zone(name, zoneName(chosen.east), zoneName(better.east), chosen.inside, better.inside, better.fills),
      );
    }
  }
  const days = missingDays(files, market);
  if (days.length > 0 && !isShared) say(auditGaps.days(days));
  for (const { account, venue, orders } of ordersBesideTrades) say(auditGaps.ordersBeside(account, venue, orders));
  const reasons = Object.entries(total.unmeasured);
  if (reasons.length > 0) say(auditGaps.reasons(reasons));
}

/** Fills that do not count because they count already. */
function sayLeftOut(name: string, { counts, listed }: FileLeftOut, isShared: boolean): void {
  for (const why of ['repeated', 'order'] as const) {
    const rows = isShared ? [] : listed.filter((row) => row.why === why).slice(0, MOST_NAMED);
    if (counts[why] > 0) for (const line of auditGaps.leftOut(name, why, counts[why], rows)) say(line);
    if (!isShared && counts[why] > MOST_NAMED) say(auditGaps.more(counts[why] - MOST_NAMED));
  }
}

function progress(what: string, all: number): (bytes: number) => void {
  const display = shareDisplay(what);
  let done = 0;
  return (bytes) => {
    done += bytes;
    display(Math.min(1, done / all));
  };
}

/** How a file of fills is read; undefined: it is an order log. Bad input where that is not known. */
async function readingOf(file: ClaimFile, said: Said): Promise<FileReading | undefined> {
  const found = await recognised(file, said);
  if (found === undefined && (await isOrderLog(file))) return undefined;
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
    if (failure instanceof NotUtf8) throw new BadInput(notUtf8(file.name), { cause: failure });
    throw new BadInput(fileUnreadable(file.name, whyOf(failure)), { cause: failure });
  }
}

function saidBy({ zone, venue, kind, column = [], contract = [] }: Options): Said {
  if (kind !== undefined && venue === undefined) throw new BadInput(onlyWith('--kind', '--venue'));
  const east = zoneSaid('--zone', zone);
  return {
    columns: columnsSaid(column, ROLES),
    ...(venue === undefined
      ? {}
      : {
          venue: readOf(parseVenue(venue)),
          kind: kind === undefined ? 'spot' : oneOf('--kind', kind, ['spot', 'perp']),
        }),
    ...(east === undefined ? {} : { zone: east }),
    ...contractsOf(contract),
  };
}

function languageOf(text: string): Language {
  const language = LANGUAGES.find((one) => one === text);
  if (language === undefined) throw new BadInput(notAllowed('--lang', text, LANGUAGES));
  return language;
}

/** `base=0.01` of every contract, `ATOM-USDT-SWAP:base=1` of one. */
function contractsOf(texts: readonly string[]): Pick<Said, 'contract' | 'contracts'> {
  const read = texts.map((text): { readonly symbol: string | undefined; readonly contract: ContractSize } => {
    const [, symbol, of, number = ''] = /^(?:(.+):)?(base|quote)=(.+)$/.exec(text.trim()) ?? [];
    const size = decimalIn(number);
    if ((of !== 'base' && of !== 'quote') || size === undefined || !isPositive(size))
      throw new BadInput(notAContract(text));
    return { symbol, contract: { size, of } };
  });
  const every = read.findLast(({ symbol }) => symbol === undefined);
  return {
    ...(every === undefined ? {} : { contract: every.contract }),
    contracts: new Map(read.flatMap(({ symbol, contract }) => (symbol === undefined ? [] : [[symbol, contract]]))),
  };
}

/** `FILE=NAME`: whose fills a file has, by the file's path as it was given, or its name. Either may have `=` in it: the longest that is a file counts. */
function accountsBy({ account = [] }: Options, paths: readonly string[]): ReadonlyMap<string, string> {
  const namedBy = (file: string): readonly string[] => paths.filter((path) => path === file || basename(path) === file);
  return new Map(
    account.flatMap((text) => {
      const ends = [...text.matchAll(/=/g)].map(({ index }) => index);
      if (ends.length === 0) throw new BadInput(notAnAccount(text));
      const at = ends.findLast((end) => namedBy(text.slice(0, end)).length > 0);
      if (at === undefined) throw new BadInput(accountOfNoFile(text));
      const name = text.slice(at + 1).trim();
      if (name === '') throw new BadInput(notAnAccount(text));
      return namedBy(text.slice(0, at)).map((path) => [path, name] as const);
    }),
  );
}

const OWNER_ALONE = 0o600;

/** A file that its owner alone may read. */
const writeOwn = (path: string, content: string | Uint8Array): Promise<void> =>
  writeWhole(path, (own) => writeFile(own, content, { mode: OWNER_ALONE }));
