import type { Command } from 'commander';
import type { MarksAnswer } from '../../api/marks';
import { unitPricesOf } from '../../api/unitPrices';
import { marksCsv } from '../../api/marksCsv';
import { crossingsOf, orderOfCrossings } from '../../domain/marks/crossings';
import {
  MARK_FIELDS,
  markedMinutes,
  readingsOf,
  unitLevel,
  type MarkedAccount,
  type MarkField,
} from '../../domain/marks/marks';
import { readMarks } from '../../permalink/marks';
import { withDataset } from '../../processes/dataset';
import { BadInput, valueOf } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { marks } from '../../server/marks/marks';
import { ACCOUNT_NEEDED, marksText, notPositive, SOURCE_NEEDED } from '../../words/en/cli/marks';
import { JSON_OR_CSV } from '../../words/en/cli/optionFaults';
import { MARKS } from '../../words/en/help/marks';
import { AS_OF, FROM, JSON_OBJECT, REHEARSAL, TO } from '../../words/en/help/options';
import { oneOf, readOf } from '../reading/options';

interface Options {
  readonly venue?: string;
  readonly from?: string;
  readonly to?: string;
  readonly minPeers?: string;
  readonly ratio?: string;
  readonly ratioSource?: string;
  readonly ratioMinutes?: string;
  readonly ratioBefore?: string;
  readonly field: string;
  readonly units?: string;
  readonly loan?: string;
  readonly level?: string;
  readonly asOf?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly rehearsal?: true;
}

/** `plumbline marks`: what one unit was marked at by each reading, and of an account which reading crossed its level first. */
export function marksCommand(command: Command): void {
  command
    .requiredOption('--venue <id>', MARKS.venue)
    .requiredOption('--from <time>', FROM)
    .requiredOption('--to <time>', TO)
    .option('--min-peers <n>', MARKS.minPeers)
    .option('--ratio <ratio>', MARKS.ratio)
    .option('--ratio-source <text>', MARKS.ratioSource)
    .option('--ratio-minutes <n>', MARKS.ratioMinutes)
    .option('--ratio-before <time>', MARKS.ratioBefore)
    .option('--field <field>', MARKS.field, 'close')
    .option('--units <n>', MARKS.units)
    .option('--loan <usd>', MARKS.loan)
    .option('--level <ratio>', MARKS.level)
    .option('--as-of <time>', AS_OF)
    .option('--json', JSON_OBJECT)
    .option('--csv', MARKS.csv)
    .option('--rehearsal', REHEARSAL)
    .action(
      async (
        asset: string,
        { json, csv, rehearsal, field: typed, ratioSource, units, loan, level, ...fields }: Options,
      ) => {
        if (json && csv) throw new BadInput(JSON_OR_CSV);
        const field = oneOf('--field', typed, MARK_FIELDS);
        const asked = readOf(readMarks({ ...fields, asset }));
        if (typeof asked.ratio === 'number' && ratioSource === undefined) throw new BadInput(SOURCE_NEEDED);
        const account = accountOf({ units, loan, level });
        await withDataset(rehearsal, async ({ context }) => {
          const found = valueOf(await marks(context, asked), rehearsal);
          if (json) return print(`${JSON.stringify(found)}\n`);
          const source = found.ratio.source === 'given' ? (ratioSource ?? '') : found.ratio.source;
          return print(
            csv
              ? marksCsv(found, field, { value: found.ratio.value ?? NaN, source }, account)
              : textOf(found, field, source, account),
          );
        });
      },
    );
}

function accountOf(typed: Readonly<Record<keyof MarkedAccount, string | undefined>>): MarkedAccount | undefined {
  const { units, loan, level } = typed;
  if (units === undefined && loan === undefined && level === undefined) return undefined;
  if (units === undefined || loan === undefined || level === undefined) throw new BadInput(ACCOUNT_NEEDED);
  return { units: above0('--units', units), loan: above0('--loan', loan), level: above0('--level', level) };
}

function above0(option: string, text: string): number {
  const number = /^\d{1,15}(\.\d{1,18})?$/.test(text.trim()) ? Number(text) : NaN;
  if (!(number > 0)) throw new BadInput(notPositive(option, text));
  return number;
}

function textOf(
  answer: MarksAnswer,
  field: MarkField,
  ratioSource: string,
  account: MarkedAccount | undefined,
): string {
  const all = readingsOf(unitPricesOf(answer, field), answer.ratio.value ?? NaN, answer.composition?.ownWeight);
  if (account === undefined) return marksText({ answer, field, ratioSource, all, called: undefined });
  const crossed = all.map(({ reading, column }) => ({ reading, crossings: crossingsOf(column, account) }));
  return marksText({
    answer,
    field,
    ratioSource,
    all,
    called: {
      unitLevel: unitLevel(account),
      order: orderOfCrossings(crossed),
      uncrossed: all.flatMap(({ reading, column }) =>
        crossingsOf(column, account).length === 0 ? [{ reading, marked: markedMinutes(column) }] : [],
      ),
    },
  });
}
