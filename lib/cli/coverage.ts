import type { Command } from 'commander';
import type { CoverageAnswer, HeldMarket } from '../api/overview';
import { parseAsset, type Asset } from '../domain/market';
import { coverage } from '../server/coverage';
import { BadInput, print, valueOf } from './exit';
import { withWorld } from './world';

/** `plumbline coverage [ASSET]`: what is held, per market: ranges, no-trade, never asked. */
export function coverageCommand(program: Command): void {
  program
    .command('coverage [asset]')
    .description('what is held, per market and source')
    .option('--json', 'as one JSON object')
    .option('--rehearsal', 'of the simulated candles')
    .action(async (asset: string | undefined, options: { json?: true; rehearsal?: true }) => {
      const code = asset === undefined ? undefined : readAsset(asset);
      await withWorld(options.rehearsal, async ({ context }) => {
        const found = valueOf(await coverage(context, code), options.rehearsal);
        await print(options.json ? `${JSON.stringify(found, undefined, 2)}\n` : asText(found));
      });
    });
}

function readAsset(text: string): Asset {
  const read = parseAsset(text);
  if (!read.ok) throw new BadInput(read.error);
  return read.value;
}

function asText(held: CoverageAnswer): string {
  const head = held.simulated ? 'SIMULATED: no exchange ever said these prices.\n' : '';
  if (held.assets.length === 0) return `${head}Nothing is held yet; \`plumbline ingest\` or \`plumbline import\` brings candles in.\n`;
  return head + held.assets.map(({ asset, markets }) => `${asset}\n${markets.map(marketLines).join('')}`).join('');
}

function marketLines(held: HeldMarket): string {
  const kind = held.kind === 'spot' ? '' : ` ${held.kind}`;
  const counts = `${String(held.traded)} traded, ${String(held.noTrade)} no trade${held.quarantined > 0 ? `, ${String(held.quarantined)} quarantined` : ''}${held.revised > 0 ? `, ${String(held.revised)} revised` : ''}`;
  const gaps = held.ranges.slice(1).map((range, i) => `${held.ranges[i]?.to ?? ''} to ${range.from}`);
  return [
    `  ${held.venue} ${held.market}${kind} (${held.source}): ${counts}`,
    ...held.ranges.map(({ from, to }) => `    asked ${from} to ${to}`),
    ...gaps.map((gap) => `    never asked ${gap}`),
    '',
  ].join('\n');
}
