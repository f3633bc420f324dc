import { codeOf } from '../../typed';
import type { OrderLogAnswer, OrderLogBeside } from '../../../api/orderLog';
import { answerText, plural } from './lines';
import { RECONSTRUCTED } from '../../../domain/events/reconstructed';
import { count, formatRatio } from '../numbers';
import { RECONSTRUCTED_NOTICE } from '../reconstructed';

/** What `orderlog` says and prints. What the log has, never why, nor whose doing. */

export const COUNTING = 'reading the log';

export const timeMissing = (file: string, names: readonly string[]): string =>
  names.length === 0
    ? `${file}: none of its first lines begins with a time that can be read; name a log whose lines have times, or its column of times with --column time="…"`
    : `${file}: it is not clear where the time is; name it with --column time="…" (${names.join(', ').slice(0, 300)})`;
export const yearMissing = (file: string): string =>
  `${file}: its times name no year; add --year, for example --year 2025`;
export const clockMissing = (file: string): string =>
  `${file}: its times name no zone; add --zone, for example --zone utc or --zone utc+8`;
export const notAYear = (text: string): string => `--year is "${text.slice(0, 20)}"; it takes four digits`;
export const notAMarket = (text: string): string =>
  `--beside is "${text.slice(0, 40)}"; it takes a venue, a pair and a kind, for example "binance ATOM/USDT" or "bybit ATOM/USDT perp"`;
export const manyDays = (days: number, most: number): string =>
  `the log has attempts on ${count(days)} days; --beside takes at most ${count(most)}: narrow it with --from and --to`;

export const logGaps = {
  flawed: (
    flawed: number,
    lines: readonly { readonly file: string; readonly line: number; readonly flaw: string; readonly text: string }[],
  ): readonly string[] => [
    `${plural(flawed, 'line')} could not be read`,
    ...lines.map(({ file, line, flaw, text }) => `  ${file}, line ${String(line)}: ${flaw}: ${text}`),
  ],
  more: (more: number): string => `  and ${plural(more, 'more line')}; --json lists up to 1,000`,
  beyond: (attempts: number): string =>
    `${plural(attempts, 'attempt')} in further minutes are counted in the totals alone`,
  sameAs: (file: string, other: string): string => `${file} has the same bytes as ${other}; it adds nothing`,
  unended: (file: string, line: number): string =>
    `${file}: no line end after line ${String(line)}; its end may be cut off, and it counts as it is read`,
  notStored: (market: string, days: readonly string[]): string =>
    `not stored: ${market} on ${days.join(', ')}; fetch it with ${codeOf('ingest ASSET --kinds spot,perp --from T --to T')}`,
};

const lead = (minutes: number | null, before: string, behind: string): string =>
  minutes === null
    ? ''
    : minutes === 0
      ? 'in the same minute'
      : `${plural(Math.abs(minutes), 'minute')} ${minutes > 0 ? before : behind}`;

const besideLine = (name: string, one: OrderLogBeside): string =>
  one.rejections === 0
    ? `  ${name}: none`
    : `  ${name}: ${count(one.rejectionsInEpisodes)} of ${plural(one.rejections, 'rejection')} and ${count(one.bothMinutes)} of ${plural(one.rejectedMinutes, 'minute')} in episodes` +
      (one.firstLeadMinutes === null
        ? ''
        : `; first rejection ${lead(one.firstLeadMinutes, 'before', 'after')}${one.firstLeadMinutes === 0 ? ' as' : ''} the first episode minute`) +
      (one.lastLeadMinutes === null
        ? ''
        : `; last rejection ${lead(one.lastLeadMinutes, 'before', 'after')}${one.lastLeadMinutes === 0 ? ' as' : ''} the last episode minute`);

const SHOWN_CODES = 20;

/** What `orderlog` prints for people. */
export const orderLogText = (answer: OrderLogAnswer): string => {
  const { rejected, accepted, layers, longestRun, beside } = answer;
  return answerText(beside?.simulated ?? false, [
    ...(answer.reconstructed ? [RECONSTRUCTED_NOTICE] : []),
    ...answer.files.map(({ file, reconstructed, format, columns, zone, zoneBy, sameAs }) =>
      sameAs !== null
        ? logGaps.sameAs(file, sameAs)
        : `${file}: ${reconstructed ? `${RECONSTRUCTED}, ` : ''}read as ${format}${Object.entries(columns)
            .map(([role, name]) => `, ${role} from "${name}"`)
            .join('')}, clock ${zone ?? 'as each stamp says'}${zoneBy === 'head' ? ' (as its head says)' : ''}`,
    ),
    `${plural(answer.lines, 'line')}, ${plural(answer.entries, 'entry', 'entries')}, ${count(answer.withoutCode)} without a code or a success (${count(answer.errorsWithoutCode)} of them speak of an error)`,
    `rejected ${count(rejected)} (reduce-only ${count(answer.reduceOnly)}), accepted ${count(accepted)}: ${
      answer.rejectionRate === null
        ? 'no rate, for the log names no success'
        : `${formatRatio(answer.rejectionRate)} of ${plural(rejected + accepted, 'attempt')} rejected`
    }`,
    `by layer: transport ${count(layers.transport)}, business ${count(layers.business)}, unknown ${count(layers.unknown)}`,
    ...answer.codes
      .slice(0, SHOWN_CODES)
      .map(
        ({ family, code, layer, rejected: of, reduceOnly, says }) =>
          `  ${family} ${code}: ${count(of)}${reduceOnly === 0 ? '' : ` (reduce-only ${count(reduceOnly)})`}, ${layer}${says === null ? '' : `: ${says}`}`,
      ),
    ...(longestRun === null
      ? []
      : [
          `longest run without a success: ${plural(longestRun.attempts, 'attempt')}, ${longestRun.from} to ${longestRun.to}${longestRun.bounded ? '' : ' (it reaches an end of the log)'}`,
        ]),
    ...(beside === null
      ? []
      : [
          `beside ${beside.market}, ${beside.days.join(', ')} (UTC): ${plural(beside.episodes, 'episode')}, ${plural(beside.episodeMinutes, 'minute')}`,
          besideLine('all', beside.all),
          besideLine('transport', beside.transport),
          besideLine('business', beside.business),
          besideLine('unknown', beside.unknown),
        ]),
  ]);
};
