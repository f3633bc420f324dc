import type { MinuteRange } from '../../domain/minute';
import type { Fill, FlawedRow, Row } from '../fill';
import { rowsOf, type ClaimFile, type OnBytes } from '../reading/file';
import type { Layout, Said } from '../reading/layout';
import { sameBytes } from '../reading/sameBytes';
import { MarkWatch, watched } from '../reconstructed';
import type { Market } from './market';
import { accountSaid, Repeats, type FileLeftOut, type LeftOut } from './repeats';
import { Stating, type StatedFill, type Statement } from './statement';
import { isInPeriod, MOST_LISTED, Surveying, type Survey } from './survey';

/** A file, and how it is read. */
export interface FileReading {
  readonly file: ClaimFile;
  readonly layout: Layout;
  readonly said: Said;
}

/** What a file holds. */
export interface FileSurvey extends Survey {
  /** Whether it is the worked example or has rows of it. */
  readonly isReconstructed: boolean;
  /** The name of a file before it of the same account and the same bytes: then nothing of this one is read, and all it holds is 0. */
  readonly sameAs: string | undefined;
  /** Fills of it that do not count; those that contradict another are among the flawed, and no fills. */
  readonly leftOut: FileLeftOut;
}

/** Files that were read once, and which of their fills count. */
export interface Surveyed {
  readonly files: readonly { readonly reading: FileReading; readonly survey: FileSurvey }[];
  readonly repeats: Repeats;
  readonly period: MinuteRange | undefined;
}

async function eachRow(
  { file, layout, said }: FileReading,
  take: (row: Row) => Promise<void> | void,
  onBytes?: OnBytes,
): Promise<void> {
  for await (const rows of rowsOf(file, layout, said, onBytes))
    for (const row of rows) {
      const waits = take(row);
      if (waits !== undefined) await waits;
    }
}

/** Reads files once: what is in each, which days of which books it needs, and which of its fills count beside the others'. */
export async function surveyed(
  readings: readonly FileReading[],
  period: MinuteRange | undefined,
  onBytes?: OnBytes,
): Promise<Surveyed> {
  const accounts = readings.map(accountSaid);
  const same = await sameBytes(
    readings.map(({ file }) => file),
    (one, other) => accounts[one] === accounts[other],
  );
  const repeats = new Repeats(readings);
  const read: (Survey & { readonly isReconstructed: boolean })[] = [];
  for (const [place, reading] of readings.entries()) {
    const first = same[place];
    const [surveying, watch] = [new Surveying(period), new MarkWatch(reading.file.name)];
    if (first === undefined)
      await eachRow(
        { ...reading, file: watched(reading.file, watch) },
        (row) => {
          surveying.take(row);
          if (row.kind === 'fill' && isInPeriod(row, period)) repeats.take(place, row);
        },
        onBytes,
      );
    const isReconstructed = watch.isSeen || read[first ?? NaN]?.isReconstructed === true;
    read.push({ ...surveying.survey, isReconstructed });
  }
  repeats.end();
  return {
    repeats,
    period,
    files: readings.map((reading, place) => {
      const leftOut = repeats.of(place);
      const survey = withConflicts(read[place] as (typeof read)[number], leftOut);
      return { reading, survey: { ...survey, sameAs: readings[same[place] ?? NaN]?.file.name, leftOut } };
    }),
  };
}

/** Rows that contradict another are listed with those that could not be read. */
function withConflicts<Of extends Survey>(survey: Of, { counts: { conflict }, listed }: FileLeftOut): Of {
  if (conflict === 0) return survey;
  const rows = listed
    .filter(({ why }) => why === 'conflict')
    .map(({ line, text }): FlawedRow => ({ kind: 'flawed', line, flaw: 'conflict', text }));
  return {
    ...survey,
    fills: survey.fills - conflict,
    flawed: survey.flawed + conflict,
    flaws: new Map([...survey.flaws, ['conflict', conflict]]),
    listed: [...survey.listed, ...rows].sort((a, b) => a.line - b.line).slice(0, MOST_LISTED),
  };
}

interface Options {
  /** How many fills the statement holds. */
  readonly mostShown: number;
  readonly onBytes?: OnBytes | undefined;
  /** Each fill, in the order of the files, those that do not count among them; waited for. */
  readonly onFill?: ((fill: StatedFill | LeftOutFill) => Promise<void>) | undefined;
}

/** A fill that does not count, and why. */
export interface LeftOutFill {
  readonly fill: Fill;
  readonly leftOut: LeftOut;
}

/** Reads the files a second time, each fill that counts against its minute. */
export async function statementOf(
  { files, repeats, period }: Surveyed,
  market: Market,
  { mostShown, onBytes, onFill }: Options,
): Promise<Statement> {
  const stating = new Stating(market, mostShown);
  for (const [place, { reading, survey }] of files.entries()) {
    if (survey.sameAs !== undefined) continue;
    let at = 0;
    await eachRow(
      reading,
      (row) => {
        if (row.kind !== 'fill' || !isInPeriod(row, period)) return undefined;
        const leftOut = repeats.why(place, at);
        at += 1;
        const stated = leftOut === undefined ? stating.take(row) : { fill: row, leftOut };
        return onFill?.(stated);
      },
      onBytes,
    );
  }
  return stating.statement;
}
