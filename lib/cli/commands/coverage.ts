import type { Command } from 'commander';
import type { MarketCoverage } from '../../api/coverage';
import { coverageText } from '../../words/en/cli/coverage';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';
import { parseAsset } from '../../domain/market';
import { parseRange, subtract, type MinuteRange } from '../../domain/minute';
import { coverage } from '../../server/coverage/coverage';
import { valueOf } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { withDataset } from '../../processes/dataset';
import { readOf } from '../reading/options';

/** `plumbline coverage [ASSET]`: what is stored, per market: ranges, shares, minutes without a trade, failed requests, never requested. */
export function coverageCommand(command: Command): void {
  command
    .option('--json', JSON_OBJECT)
    .option('--rehearsal', REHEARSAL)
    .action(async (asset: string | undefined, options: { json?: true; rehearsal?: true }) => {
      const code = asset === undefined ? undefined : readOf(parseAsset(asset));
      await withDataset(options.rehearsal, async ({ context }) => {
        const found = valueOf(await coverage(context, code, { kept: true }), options.rehearsal);
        await print(options.json ? `${JSON.stringify(found, undefined, 2)}\n` : coverageText(found, neverAsked));
      });
    });
}

/** The ranges between the first and the last request, answered or failed, that nobody requested. */
function neverAsked({ ranges, kept }: MarketCoverage): readonly MinuteRange[] {
  const asked = [...ranges, ...(kept?.inVain ?? [])].flatMap(({ from, to }) => {
    const read = parseRange(from, to);
    return read.ok ? [read.value] : [];
  });
  const [first] = [...asked].sort((a, b) => a.from - b.from);
  const [last] = [...asked].sort((a, b) => b.to - a.to);
  return first === undefined || last === undefined ? [] : subtract({ from: first.from, to: last.to }, asked);
}
