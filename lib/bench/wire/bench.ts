import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { answerOfColumns } from '../../api/columns/decode';
import { columnsOf } from '../../server/columns/encode';
import { deviationsAnswerOf, type Deviations } from '../../server/deviations/deviationsAnswer';
import type { Findings } from '../table';
import { inRounds } from '../timings';
import { aYear, fourHours } from './answers';

/** The engine compiles a function after it ran hot, in a browser too. */
const WARM_UPS = 20;
/** Odd, so that the median is a time that was measured. */
const ROUNDS = 25;
/** Of a window of a year, whose JSON alone takes seconds. */
const LONG = { warmUps: 2, rounds: 7 };

/** What a server that compresses while the reader waits can afford. */
const QUALITY = 5;

interface Sent {
  readonly name: string;
  readonly made: Deviations;
  /** Bytes on the wire, at most. */
  readonly aim: number;
  readonly counts: { readonly warmUps: number; readonly rounds: number };
}

const brotli = (bytes: Uint8Array | string): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).length;
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0);

function bytesRow(name: string, bytes: Uint8Array | string, aim?: number): string {
  const sent = brotli(bytes);
  const against = aim === undefined ? '' : `${sent <= aim ? 'within' : 'MISSES'} ${kilobytes(aim)}`;
  const size = typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
  return `| ${name} | ${kilobytes(size)} | ${kilobytes(gzipSync(bytes).length)} | ${kilobytes(sent)} | ${against} |`;
}

/**
 * An answer of sixteen venues as columns and as JSON: bytes plain and compressed, and what writing and reading take. JSON is the
 * yardstick; its reading is `JSON.parse` alone, without the columns that a chart then makes of it.
 */
export async function benchWire(say: (line: string) => void): Promise<readonly (Findings | string)[]> {
  say('wire: analysing four hours and a year of sixteen venues');
  const all: readonly Sent[] = [
    { name: 'four hours', made: fourHours(), aim: 40_000, counts: { warmUps: WARM_UPS, rounds: ROUNDS } },
    { name: 'a year', made: aYear(), aim: 400_000, counts: LONG },
  ];
  const findings: (Findings | string)[] = [
    [
      '## Bytes of an answer of sixteen venues, in kB',
      '',
      `Brotli of quality ${String(QUALITY)}, gzip of 6. Every minute of four hours; of a year buckets of a day.`,
      '',
      '| | plain | gzip | brotli | aim |',
      '| --- | ---: | ---: | ---: | --- |',
      ...all.flatMap(({ name, made, aim }) => [
        bytesRow(`${name}: columns`, columnsOf(made), aim),
        bytesRow(`${name}: JSON`, JSON.stringify(deviationsAnswerOf(made))),
      ]),
      '',
    ].join('\n'),
  ];
  for (const { name, made, counts } of all) {
    say(`wire: ${name}, ${String(counts.warmUps)} rounds to warm up, ${String(counts.rounds)} that count`);
    const [columns, json] = [columnsOf(made), JSON.stringify(deviationsAnswerOf(made))];
    const timings = await inRounds(counts, async (kept) => {
      await kept.clock('columns written', () => columnsOf(made));
      await kept.clock('JSON written', () => JSON.stringify(deviationsAnswerOf(made)));
      await kept.clock('columns read', () => answerOfColumns(columns));
      await kept.clock('JSON read', () => JSON.parse(json) as unknown);
    });
    findings.push({
      title: `Writing and reading ${name} of sixteen venues`,
      about: 'In Node; a browser of the same engine reads alike.',
      timings,
      figures: [
        { name: 'columns written', yardstick: 'JSON written' },
        { name: 'JSON written', yardstick: 'JSON written' },
        { name: 'columns read', yardstick: 'JSON read' },
        { name: 'JSON read', yardstick: 'JSON read' },
      ],
    });
  }
  return findings;
}
