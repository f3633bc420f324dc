import type { MinuteRange } from '../../domain/minute';
import type { Row } from '../fill';
import { rowsOf, type ClaimFile, type OnBytes } from '../reading/file';
import type { Layout, Said } from '../reading/layout';
import { MarkWatch, watched } from '../reconstructed';
import type { Market } from './market';
import { Stating, type StatedFill, type Statement } from './statement';
import { isInPeriod, Surveying, type Survey } from './survey';

/** A file, and how it is read. */
export interface FileReading {
  readonly file: ClaimFile;
  readonly layout: Layout;
  readonly said: Said;
}

/** What a file holds, and whether it is the worked example or has rows of it. */
export interface FileSurvey extends Survey {
  readonly isReconstructed: boolean;
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

/** Reads a file once: what is in it, and which days of which books it needs. */
export async function surveyOf(
  reading: FileReading,
  period: MinuteRange | undefined,
  onBytes?: OnBytes,
): Promise<FileSurvey> {
  const [surveying, watch] = [new Surveying(period), new MarkWatch(reading.file.name)];
  await eachRow(
    { ...reading, file: watched(reading.file, watch) },
    (row) => {
      surveying.take(row);
    },
    onBytes,
  );
  return { ...surveying.survey, isReconstructed: watch.isSeen };
}

interface Options {
  readonly period: MinuteRange | undefined;
  /** How many fills the statement holds. */
  readonly mostShown: number;
  readonly onBytes?: OnBytes | undefined;
  /** Each fill, in the order of the files; waited for. */
  readonly onFill?: ((fill: StatedFill) => Promise<void>) | undefined;
}

/** Reads the files a second time, each fill against its minute. */
export async function statementOf(
  readings: readonly FileReading[],
  market: Market,
  { period, mostShown, onBytes, onFill }: Options,
): Promise<Statement> {
  const stating = new Stating(market, mostShown);
  for (const reading of readings)
    await eachRow(
      reading,
      (row) => {
        if (row.kind !== 'fill' || !isInPeriod(row, period)) return undefined;
        const stated = stating.take(row);
        return onFill?.(stated);
      },
      onBytes,
    );
  return stating.statement;
}
