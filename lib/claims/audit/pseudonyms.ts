import type { FileSurvey } from './run';

/** An account as every answer names it, and as its owner does. */
export interface Named {
  /** `A`, `B`, …; of a file `1`, `2`, … */
  readonly written: string;
  readonly name: string;
}

/**
 * Letters in place of accounts and numbers in place of files, so that a result can be shown to others. Accounts go by the time of their first
 * fill and files by the order in which they were given: neither order is that of the names. The list of who is who stays with its owner.
 */
export interface Pseudonyms {
  readonly accounts: readonly Named[];
  readonly files: readonly Named[];
  /** `…` of an account beyond those that are told apart. */
  readonly account: (name: string) => string;
  readonly file: (name: string) => string;
  /** Whether the file of that name is the worked example, or has rows of it. */
  readonly isReconstructed: (file: string) => boolean;
}

interface Surveyed {
  readonly reading: { readonly file: { readonly name: string } };
  readonly survey: Pick<FileSurvey, 'accounts' | 'isReconstructed'>;
}

const REST = '…';

/** Of files that were surveyed, whose names differ. */
export function pseudonymsOf(files: readonly Surveyed[]): Pseudonyms {
  const firsts = new Map<string, number>();
  for (const { survey } of files)
    for (const [account, first] of survey.accounts)
      if (account !== REST) firsts.set(account, Math.min(first, firsts.get(account) ?? Infinity));
  const accounts = [...firsts].sort(([, a], [, b]) => a - b).map(([name], i) => ({ written: letters(i), name }));
  const numbers = files.map(({ reading: { file } }, i) => ({ written: String(i + 1), name: file.name }));
  const reconstructed = new Set(files.flatMap((one) => (one.survey.isReconstructed ? [one.reading.file.name] : [])));
  return {
    accounts,
    files: numbers,
    account: lookedUp(accounts),
    file: lookedUp(numbers),
    isReconstructed: (name) => reconstructed.has(name),
  };
}

const lookedUp = (list: readonly Named[]): ((name: string) => string) => {
  const known = new Map(list.map(({ written, name }) => [name, written]));
  return (name) => known.get(name) ?? REST;
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** 0: `A`, 25: `Z`, 26: `AA`. */
function letters(place: number): string {
  const above = Math.floor(place / ALPHABET.length) - 1;
  return `${above < 0 ? '' : letters(above)}${ALPHABET.charAt(place % ALPHABET.length)}`;
}

/** Names that differ, for files of one name in several folders: `trades.csv`, `trades.csv (2)`. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let at = 2; taken.has(own); at += 1) own = `${name} (${String(at)})`;
    taken.add(own);
    return own;
  });
}

/** Who is who, a row each, for the owner alone: what is written, its name. The first row is the head. */
export const whoIsWho = ({
  accounts,
  files,
}: Pick<Pseudonyms, 'accounts' | 'files'>): readonly (readonly string[])[] => [
  ['kind', 'written', 'name'],
  ...accounts.map(({ written, name }) => ['account', written, name]),
  ...files.map(({ written, name }) => ['file', written, name]),
];
