import type { Command } from 'commander';
import type { AskedInVain, CoverageAnswer, HeldMarket } from '../../api/coverage';
import { formatLevel } from '../../words/en/numbers';
import { parseAsset, type Asset } from '../../domain/market';
import { formatMinute, parseRange, subtract, type MinuteRange } from '../../domain/minute';
import { coverage } from '../../server/held/coverage';
import { BadInput, valueOf } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { withDataset } from '../../processes/dataset';
import { refusalWords } from '../../words/en/refusals';

/** `plumbline coverage [ASSET]`: what is held, per market: ranges, shares, no trade, asked in vain, never asked. */
export function coverageCommand(program: Command): void {
  program
    .command('coverage [asset]')
    .description('what is held, per market and source, and what was asked in vain')
    .option('--json', 'as one JSON object')
    .option('--rehearsal', 'of the simulated candles')
    .action(async (asset: string | undefined, options: { json?: true; rehearsal?: true }) => {
      const code = asset === undefined ? undefined : readAsset(asset);
      await withDataset(options.rehearsal, async ({ context }) => {
        const found = valueOf(await coverage(context, code, { kept: true }), options.rehearsal);
        await print(options.json ? `${JSON.stringify(found, undefined, 2)}\n` : asText(found));
      });
    });
}

function readAsset(text: string): Asset {
  const read = parseAsset(text);
  if (!read.ok) throw new BadInput(refusalWords(read.error));
  return read.value;
}

function asText(held: CoverageAnswer): string {
  const head = held.simulated ? 'SIMULATED: no exchange ever said these prices.\n' : '';
  if (held.assets.length === 0)
    return `${head}Nothing is held yet; \`plumbline ingest\` or \`plumbline import\` brings candles in.\n`;
  return head + held.assets.map(({ asset, markets }) => `${asset}\n${markets.map(marketLines).join('')}`).join('');
}

/** Rounded down: 99.99 % of a day is not all of it. */
const percent = (part: number, whole: number): string =>
  whole === 0 ? '0 %' : formatLevel(Math.floor((part / whole) * 10_000) / 10_000);

function marketLines(held: HeldMarket): string {
  const kind = held.kind === 'spot' ? '' : ` ${held.kind}`;
  const counts = [
    `${String(held.traded)} traded (${percent(held.traded, held.answeredMinutes)})`,
    `${String(held.noTrade)} no trade`,
    ...(held.quarantined > 0 ? [`${String(held.quarantined)} quarantined`] : []),
    ...(held.revised > 0 ? [`${String(held.revised)} revised`] : []),
  ];
  return [
    `  ${held.venue} ${held.market}${kind} (${held.source}): ${counts.join(', ')}`,
    ...rangeLines(held).map((line) => `    ${line}`),
    '',
  ].join('\n');
}

function rangeLines({ ranges, answeredMinutes, kept }: HeldMarket): readonly string[] {
  if (kept === undefined) return [];
  const share =
    kept.span === null || kept.answeredShare === null
      ? 'nothing answered'
      : `answered ${percent(kept.answeredShare, 1)} of ${kept.span.from} to ${kept.span.to} (${String(answeredMinutes)} min)`;
  const when =
    kept.firstAsked === null || kept.lastAsked === null
      ? ''
      : kept.firstAsked === kept.lastAsked
        ? `, asked ${kept.firstAsked}`
        : `, asked ${kept.firstAsked} to ${kept.lastAsked}`;
  return [
    `${share}${when}`,
    ...(ranges.length > 1 ? ranges.map(({ from, to }) => `answered ${from} to ${to}`) : []),
    ...kept.inVain.map(
      (row) => `${OUTCOMES[row.outcome]} ${row.from} to ${row.to}, last asked ${row.lastAsked}: ${row.cause}`,
    ),
    ...neverAsked(ranges, kept.inVain).map(
      ({ from, to }) => `never asked ${formatMinute(from)} to ${formatMinute(to)}`,
    ),
  ];
}

const OUTCOMES: Readonly<Record<AskedInVain['outcome'], string>> = {
  refused: 'refused',
  failed: 'failed',
  'not-served': 'not served',
};

/** What lies between the first and the last minute answered or asked in vain, and was neither. */
function neverAsked(ranges: HeldMarket['ranges'], inVain: readonly AskedInVain[]): readonly MinuteRange[] {
  const asked = [...ranges, ...inVain].flatMap(({ from, to }) => {
    const read = parseRange(from, to);
    return read.ok ? [read.value] : [];
  });
  const [first] = [...asked].sort((a, b) => a.from - b.from);
  const [last] = [...asked].sort((a, b) => b.to - a.to);
  return first === undefined || last === undefined ? [] : subtract({ from: first.from, to: last.to }, asked);
}
