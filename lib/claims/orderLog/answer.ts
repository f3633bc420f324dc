import type { OrderLogAnswer, OrderLogBeside, OrderLogCode } from '../../api/orderLog';
import { formatMinute } from '../../domain/minute';
import { zoneName } from '../reading/times';
import { CODE_SOURCES, knownCode, type Family } from './codes';
import type { LogLayout, LogSaid } from './layout';
import { rejectionRate, type CodeCount, type LogCounts } from './tally';
import type { Beside, Together } from './together';

/** A log as it was read. */
export interface LogRead {
  readonly name: string;
  readonly layout: LogLayout;
  readonly said: LogSaid;
  /** As `readLog` found it. */
  readonly isReconstructed: boolean;
  readonly unended: number | undefined;
  /** The name of a log before it of the same bytes: then nothing of this one is counted. */
  readonly sameAs: string | undefined;
}

/** A market whose episodes a log was laid beside. */
export interface BesideMarket {
  /** `binance ATOM/USDT spot` */
  readonly market: string;
  /** Whole UTC days of it, and those that are not stored. */
  readonly days: readonly string[];
  readonly notStored: readonly string[];
  readonly simulated: boolean;
  readonly together: Together;
}

const codeOf = ({ code, layer, rejected, reduceOnly }: CodeCount): OrderLogCode => ({
  family: code.family,
  code: code.code,
  layer,
  rejected,
  reduceOnly,
});

const besideOf = ({ firstRejection, lastRejection, firstLead, lastLead, ...counts }: Beside): OrderLogBeside => ({
  ...counts,
  firstRejection: firstRejection === undefined ? null : formatMinute(firstRejection),
  lastRejection: lastRejection === undefined ? null : formatMinute(lastRejection),
  firstLeadMinutes: firstLead ?? null,
  lastLeadMinutes: lastLead ?? null,
});

const besideMarket = ({
  market,
  days,
  notStored,
  simulated,
  together,
}: BesideMarket): NonNullable<OrderLogAnswer['beside']> => ({
  market,
  days: [...days],
  notStored: [...notStored],
  simulated,
  episodes: together.episodes,
  episodeMinutes: together.episodeMinutes,
  firstEpisodeMinute: together.firstEpisode === undefined ? null : formatMinute(together.firstEpisode),
  lastEpisodeMinute: together.lastEpisode === undefined ? null : formatMinute(together.lastEpisode),
  all: besideOf(together.all),
  transport: besideOf(together.layers.transport),
  business: besideOf(together.layers.business),
  unknown: besideOf(together.layers.unknown),
});

const iso = (ms: number): string => new Date(ms).toISOString();

/** What logs come to, as JSON writes it: minutes and instants are UTC, a hole is null. */
export function logAnswerOf(logs: readonly LogRead[], counts: LogCounts, beside?: BesideMarket): OrderLogAnswer {
  const { longestRun, firstMs, lastMs } = counts;
  return {
    reconstructed: logs.some(({ isReconstructed }) => isReconstructed),
    files: logs.map(({ name, layout, said, isReconstructed, unended, sameAs }) => ({
      file: name,
      sameAs: sameAs ?? null,
      reconstructed: isReconstructed,
      unended: unended ?? null,
      format: layout.format,
      columns: layout.columns,
      zone: said.zone === undefined ? (layout.zone === undefined ? null : zoneName(layout.zone)) : zoneName(said.zone),
      zoneBy: said.zone !== undefined ? 'option' : layout.zone !== undefined ? 'head' : 'stamps',
    })),
    first: firstMs === undefined ? null : iso(firstMs),
    last: lastMs === undefined ? null : iso(lastMs),
    lines: counts.lines,
    entries: counts.entries,
    outsidePeriod: counts.outsidePeriod,
    withoutCode: counts.withoutCode,
    errorsWithoutCode: counts.errorsWithoutCode,
    accepted: counts.accepted,
    acceptedReduceOnly: counts.acceptedReduceOnly,
    rejected: counts.rejected,
    reduceOnly: counts.reduceOnly,
    /** null: the log names no success, so that its attempts are not known. */
    rejectionRate: rejectionRate(counts) ?? null,
    layers: counts.layers,
    codes: counts.codes.map((one) => ({
      ...codeOf(one),
      says: knownCode(one.code)?.says ?? null,
      sources: knownCode(one.code) === undefined ? [] : [...CODE_SOURCES[one.code.family as Family]],
    })),
    longestRun:
      longestRun === undefined
        ? null
        : {
            from: iso(longestRun.fromMs),
            to: iso(longestRun.toMs),
            attempts: longestRun.attempts,
            bounded: longestRun.isBounded,
          },
    minutes: counts.minutes.map(({ minute, accepted, rejected, reduceOnly, layers, codes }) => ({
      minute: formatMinute(minute),
      accepted,
      rejected,
      reduceOnly,
      ...layers,
      codes: codes.map(codeOf),
    })),
    beyondMinutes: counts.beyondMinutes,
    flawed: counts.flawed,
    flaws: Object.fromEntries(counts.flaws),
    flawedLines: counts.listed.map(({ file, line, flaw, text }) => ({ file, line, flaw, text })),
    beside: beside === undefined ? null : besideMarket(beside),
  };
}

/** A row for each minute and code, and for each minute's successes; the first names the columns. */
export const logRows = ({
  minutes,
  reconstructed,
}: Pick<OrderLogAnswer, 'minutes' | 'reconstructed'>): readonly (readonly (string | number)[])[] => [
  ['minute', 'outcome', 'layer', 'family', 'code', 'count', 'reduce_only', 'reconstructed'],
  ...minutes.flatMap(({ minute, accepted, codes }) => [
    ...codes.map(({ layer, family, code, rejected, reduceOnly }) => [
      minute,
      'rejected',
      layer,
      family,
      code,
      rejected,
      reduceOnly,
      String(reconstructed),
    ]),
    ...(accepted === 0 ? [] : [[minute, 'accepted', '', '', '', accepted, '', String(reconstructed)]]),
  ]),
];
