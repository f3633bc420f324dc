import { basename } from 'node:path';
import type { Said } from '../../claims/reading/layout';
import { ROLES } from '../../claims/reading/roles';
import type { ContractSize } from '../../claims/reading/symbols';
import { decimalIn, isPositive } from '../../domain/decimal';
import { parseVenue } from '../../domain/market';
import { BadInput } from '../../processes/exit';
import { accountOfNoFile, notAContract, notAnAccount } from '../../words/en/cli/audit';
import { onlyWith } from '../../words/en/cli/optionFaults';
import { columnsSaid, zoneSaid } from '../answers/claimFiles';
import { oneOf, readOf } from './options';

/** What the options say of the files. */
export interface FileOptions {
  readonly zone?: string;
  readonly venue?: string;
  readonly kind?: string;
  readonly column?: readonly string[];
  readonly contract?: readonly string[];
}

/** How the files are to be read. Throws `BadInput`. */
export function saidBy({ zone, venue, kind, column = [], contract = [] }: FileOptions): Said {
  if (kind !== undefined && venue === undefined) throw new BadInput(onlyWith('--kind', '--venue'));
  const east = zoneSaid('--zone', zone);
  return {
    columns: columnsSaid(column, ROLES),
    ...(venue === undefined
      ? {}
      : {
          venue: readOf(parseVenue(venue)),
          kind: kind === undefined ? 'spot' : oneOf('--kind', kind, ['spot', 'perp']),
        }),
    ...(east === undefined ? {} : { zone: east }),
    ...contractsOf(contract),
  };
}

/** `base=0.01` of every contract, `ATOM-USDT-SWAP:base=1` of one. */
function contractsOf(texts: readonly string[]): Pick<Said, 'contract' | 'contracts'> {
  const read = texts.map((text): { readonly symbol: string | undefined; readonly contract: ContractSize } => {
    const [, symbol, of, number = ''] = /^(?:(.+):)?(base|quote)=(.+)$/.exec(text.trim()) ?? [];
    const size = decimalIn(number);
    if ((of !== 'base' && of !== 'quote') || size === undefined || !isPositive(size))
      throw new BadInput(notAContract(text));
    return { symbol, contract: { size, of } };
  });
  const every = read.findLast(({ symbol }) => symbol === undefined);
  return {
    ...(every === undefined ? {} : { contract: every.contract }),
    contracts: new Map(read.flatMap(({ symbol, contract }) => (symbol === undefined ? [] : [[symbol, contract]]))),
  };
}

/** `FILE=NAME`: whose fills a file has, by the file's path as it was given, or its name. Either may have `=` in it: the longest that is a file counts. */
export function accountsBy(account: readonly string[], paths: readonly string[]): ReadonlyMap<string, string> {
  const namedBy = (file: string): readonly string[] => paths.filter((path) => path === file || basename(path) === file);
  return new Map(
    account.flatMap((text) => {
      const ends = [...text.matchAll(/=/g)].map(({ index }) => index);
      if (ends.length === 0) throw new BadInput(notAnAccount(text));
      const at = ends.findLast((end) => namedBy(text.slice(0, end)).length > 0);
      if (at === undefined) throw new BadInput(accountOfNoFile(text));
      const name = text.slice(at + 1).trim();
      if (name === '') throw new BadInput(notAnAccount(text));
      return namedBy(text.slice(0, at)).map((path) => [path, name] as const);
    }),
  );
}
