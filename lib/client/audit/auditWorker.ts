import { failureText } from '../../domain/failure';
import { auditAnswerOf, fillAnswer, type FileRead } from '../../claims/audit/answer';
import { Market, type AskedDay } from '../../claims/audit/market';
import { distinctNames, pseudonymsOf } from '../../claims/audit/pseudonyms';
import { statementOf, surveyed, type FileReading, type LeftOutFill, type Surveyed } from '../../claims/audit/run';
import type { StatedFill } from '../../claims/audit/statement';
import { daysAround, isZoneDoubtful, zoneCount, zoneFinding } from '../../claims/audit/zones';
import { NoLines, NotUtf8, recognise, type ClaimFile } from '../../claims/reading/file';
import { askedOf } from '../../claims/reading/layout';
import { csvLine } from './csv';
import type { AuditReply, AuditRequest, AuditStep, AuditWork, OpenedFile } from './auditMessage';

// Beside the page: files of somebody's account are read here, line by line, and sent nowhere. Nothing in this thread asks the network.

/** Fills that a page lists. */
const MOST_FILLS = 1_000;
/** How often it is told how far the reading is: a page that is told more often draws more than its reader sees. */
const TELLINGS = 50;

let bytes = NaN;
let readings: readonly FileReading[] = [];
let read: Surveyed | undefined;
const market = new Market();

const fileOf = (file: File, name: string): ClaimFile => ({
  name,
  chunks: async function* () {
    const reader = file.stream().getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  },
});

const post = (reply: AuditReply): void => {
  postMessage(reply);
};

/** Tells the share of the files' bytes that were read. */
function telling(): (read: number) => void {
  let [done, told] = [0, 0];
  return (read) => {
    done += read;
    if (done - told < bytes / TELLINGS) return;
    told = done;
    post({ kind: 'share', share: Math.min(1, done / bytes) });
  };
}

async function open({ files, said }: AuditWork['open']['given']): Promise<readonly OpenedFile[]> {
  bytes = files.reduce((sum, { size }) => sum + size, 0);
  const opened: OpenedFile[] = [];
  const known: FileReading[] = [];
  const names = distinctNames(files.map(({ name }) => name));
  for (const [i, file] of files.entries()) {
    const own = said[i] ?? {};
    const source = fileOf(file, names[i] as string);
    let isNotUtf8 = false;
    const found = await recognise(source, own).catch((failure: unknown) => {
      isNotUtf8 = failure instanceof NotUtf8;
      if (isNotUtf8 || failure instanceof NoLines) return undefined;
      throw failure;
    });
    if (found !== undefined) known.push({ file: source, layout: found.layout, said: own });
    opened.push({
      name: file.name,
      bytes: file.size,
      layout: found?.layout,
      isNotUtf8,
      firstRows: found?.firstRows ?? [],
      isFixed: found?.isFixed ?? false,
      asked: found === undefined ? [] : askedOf(found.layout, own, found.isFixed),
    });
  }
  readings = known;
  return opened;
}

async function survey({ period }: AuditWork['survey']['given']): Promise<readonly AskedDay[]> {
  read = await surveyed(readings, period, telling());
  return read.files.flatMap(({ survey: { days } }) => days);
}

/** What the step before came to: the steps come in their order. */
function surveys(): Surveyed {
  if (read === undefined) throw new Error('the files were not read yet');
  return read;
}

const zoneRead = ({ reading: { said, layout }, survey: { isFixed } }: Omit<FileRead, 'zone'>): number | undefined =>
  isFixed ? undefined : (said.zone ?? layout.zone?.east);

function days(given: AuditWork['days']['given']): readonly AskedDay[] {
  for (const { asked, stored } of given) market.add(asked, stored);
  return surveys()
    .files.filter((file) => {
      const east = zoneRead(file);
      return east !== undefined && isZoneDoubtful(zoneCount(file.survey.sample, market, east));
    })
    .flatMap(({ survey: { sample } }) => daysAround(sample))
    .filter((day) => !market.has(day));
}

const stated = (onFill?: (fill: StatedFill | LeftOutFill) => Promise<void>) =>
  statementOf(surveys(), market, { mostShown: MOST_FILLS, onBytes: telling(), onFill });

async function state(): Promise<AuditWork['state']['comes']> {
  const { files: surveyedFiles, repeats } = surveys();
  const files = surveyedFiles.map((file): FileRead => {
    const east = zoneRead(file);
    return { ...file, zone: east === undefined ? undefined : zoneFinding(file.survey.sample, market, east) };
  });
  const names = pseudonymsOf(files);
  const answer = auditAnswerOf(files, market, await stated(), repeats, names);
  return { answer, names: { accounts: names.accounts, files: names.files } };
}

async function csv(): Promise<Blob> {
  const parts: string[] = [];
  const names = pseudonymsOf(surveys().files);
  await stated((fill) => {
    const row = fillAnswer(fill, names);
    if (parts.length === 0) parts.push(csvLine(Object.keys(row)));
    parts.push(csvLine(Object.values(row)));
    return Promise.resolve();
  });
  return new Blob(parts, { type: 'text/csv' });
}

function done(request: AuditRequest): Promise<AuditWork[AuditStep]['comes']> | AuditWork[AuditStep]['comes'] {
  switch (request.step) {
    case 'open':
      return open(request.given);
    case 'survey':
      return survey(request.given);
    case 'days':
      return days(request.given);
    case 'state':
      return state();
    case 'csv':
      return csv();
  }
}

globalThis.onmessage = ({ data }: MessageEvent<AuditRequest>): void => {
  void (async () => {
    try {
      post({ kind: 'done', value: await done(data) });
    } catch (failure) {
      post({ kind: 'failed', message: failureText(failure) });
    }
  })();
};
