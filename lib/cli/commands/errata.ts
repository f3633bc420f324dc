import type { Command } from 'commander';
import { minuteRange, parseMinute, plus, type Minute } from '../../domain/minute';
import { parseAsset, parseVenue, type Asset } from '../../domain/market';
import type { Parsed } from '../../domain/unit';
import { withDataset } from '../../processes/dataset';
import { BadInput, say, valueOf } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { errata } from '../../server/errata/errata';
import { addErratum, withdrawErratum, type NewErratum } from '../../store/errata/errata';
import {
  accusesIn,
  entered,
  errataActionUnknown,
  errataText,
  ERRATA_FAULTS,
  linkUnusable,
  noErrata,
  noSuchErratum,
  withdrawn,
} from '../../words/en/cli/errata';
import { ERRATA } from '../../words/en/help/errata';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';
import { refusalWords } from '../../words/en/refusals';
import { accusingIn } from '../../words/accusing';
import { unseenIn } from '../../domain/plainLine';
import { listOf, listSpan } from '../../permalink/lists';
import { viewOf } from '../reading/view';

interface Options {
  readonly address?: string;
  readonly asset?: string;
  readonly venue?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
  readonly statement?: string;
  readonly by?: string;
  readonly link?: string;
  readonly json?: true;
  readonly rehearsal?: true;
}

/** `plumbline errata [add | withdraw ID]`: what was said later of published statements. Nothing is ever changed or deleted. */
export function errataCommand(command: Command): void {
  command
    .option('--address <address>', ERRATA.address)
    .option('--asset <asset>', ERRATA.asset)
    .option('--venue <venue>', ERRATA.venue)
    .option('--from <time>', ERRATA.from)
    .option('--to <time>', ERRATA.to)
    .option('--reason <text>', ERRATA.reason)
    .option('--statement <text>', ERRATA.statement)
    .option('--by <name>', ERRATA.by)
    .option('--link <address>', ERRATA.link)
    .option('--json', JSON_OBJECT)
    .option('--rehearsal', REHEARSAL)
    .addHelpText('after', `\n${ERRATA.more}`)
    .action(async (action: string | undefined, id: string | undefined, options: Options) => {
      switch (action) {
        case undefined:
          return list(options);
        case 'add':
          if (id !== undefined) throw new BadInput(ERRATA_FAULTS.addTakesNoNumber);
          return add(entryOf(options), options.rehearsal);
        case 'withdraw':
          return withdraw(id, options);
        default:
          throw new BadInput(errataActionUnknown(action));
      }
    });
}

const list = (options: Options): Promise<void> =>
  withDataset(options.rehearsal, async ({ context }) => {
    const found = valueOf(await errata(context, read(options.asset, parseAsset)), options.rehearsal);
    if (options.json) await print(`${JSON.stringify(found, undefined, 2)}\n`);
    else if (found.errata.length === 0) say(noErrata());
    else await print(errataText(found.errata));
  });

const add = (entry: NewErratum, rehearsal: true | undefined): Promise<void> =>
  withDataset(rehearsal, async ({ context }) => {
    for (const name of ['reason', 'statement'] as const) {
      const words = accusingIn(entry[name] ?? '');
      if (words.length > 0) say(accusesIn(name, words));
    }
    say(entered(await addErratum(context.database, entry)));
  });

async function withdraw(text: string | undefined, { reason, by, rehearsal }: Options): Promise<void> {
  if (text === undefined || !/^[1-9]\d{0,8}$/.test(text)) throw new BadInput(ERRATA_FAULTS.withdrawNeedsNumber);
  const id = Number(text);
  const why = said('reason', reason);
  await withDataset(rehearsal, async ({ context }) => {
    const outcome = await withdrawErratum(context.database, id, { reason: why, by: given('by', by) });
    if (outcome !== 'done') throw new BadInput(noSuchErratum(id, outcome));
    say(withdrawn(id));
  });
}

/** What the options enter. An address names asset and minutes; without one they are given, or limit nothing. */
function entryOf(options: Options): NewErratum {
  const { address } = options;
  const statement = given('statement', options.statement);
  const venue = read(options.venue, parseVenue);
  if (statement !== undefined && venue === undefined) throw new BadInput(ERRATA_FAULTS.whoseStatement);
  const scope = address === undefined ? scopeOf(options) : scopeOfAddress(address, options);
  return {
    ...scope,
    kind: statement === undefined ? 'erratum' : 'venue-answer',
    venue,
    reason: said('reason', options.reason),
    statement,
    by: given('by', options.by),
    link: linkOf(options.link),
  };
}

type Scope = Pick<NewErratum, 'asset' | 'from' | 'to' | 'digest' | 'address'>;

function scopeOfAddress(address: string, { asset, from, to }: Options): Scope {
  if (asset !== undefined || from !== undefined || to !== undefined) throw new BadInput(ERRATA_FAULTS.addressHasScope);
  const list = listOf(address);
  if (list !== undefined) return { asset: undefined, ...listSpan(list), digest: undefined, address };
  const { question, minute, digest } = viewOf(address);
  const range = minute === undefined ? question.range : minuteRange(minute, plus(minute, 1));
  return { asset: question.asset, ...range, digest, address };
}

function scopeOf(options: Options): Scope {
  const { asset: assetText, venue, from: fromText, to: toText } = options;
  if ([assetText, venue, fromText].every((one) => one === undefined)) throw new BadInput(ERRATA_FAULTS.concernsWhat);
  const asset: Asset | undefined = read(assetText, parseAsset);
  const [from, to] = [fromText, toText].map((text): Minute | undefined => read(text, parseMinute));
  if (from !== undefined && to !== undefined && from >= to) throw new BadInput(ERRATA_FAULTS.reversed);
  return { asset, from, to, digest: undefined, address: undefined };
}

function read<T>(text: string | undefined, parse: (text: string) => Parsed<T>): T | undefined {
  if (text === undefined) return undefined;
  const found = parse(text);
  if (!found.ok) throw new BadInput(refusalWords(found.error));
  return found.value;
}

/** More is a document: it has a link. */
const MOST_LETTERS = 4_000;

function given(name: 'reason' | 'statement' | 'by', text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  const unseen = unseenIn(trimmed);
  if (unseen.length > 0) throw new BadInput(ERRATA_FAULTS.unseen(name, unseen));
  if (trimmed === '' || trimmed.length > MOST_LETTERS) throw new BadInput(ERRATA_FAULTS.text(name, MOST_LETTERS));
  return trimmed;
}

function said(name: 'reason', text: string | undefined): string {
  const found = given(name, text);
  if (found === undefined) throw new BadInput(ERRATA_FAULTS.reasonMissing);
  return found;
}

function linkOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) throw new BadInput(linkUnusable(text));
  return new URL(text).href;
}
