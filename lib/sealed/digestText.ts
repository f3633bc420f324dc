import { KINDS, pairOf, SOURCES, type Asset, type Kind, type Source, type Venue, type Market } from '../domain/market';
import { parseRange, type MinuteRange } from '../domain/minute';
import type { ChangedBook, Verification } from '../api/verification';

/** The words with which a line of the digest's text begins that names candles (docs/digest.md). */
const ROLES = ['market', 'underlying-market', 'rate-market'] as const;
type Role = ChangedBook['role'];

/** A line that names a book's candles. */
export interface BookLine {
  readonly role: Role;
  readonly wanted: { readonly market: Market; readonly source: Source };
  readonly range: MinuteRange | undefined;
  readonly hash: string;
}

export interface DigestText {
  /** By name; of several with one name (nature, alias) the name holds what they are about. */
  readonly parameters: ReadonlyMap<string, string>;
  /** By all that a line says of its book but the hash. */
  readonly books: ReadonlyMap<string, BookLine>;
}

/** A text has a line for each parameter and each book, some hundreds; whoever has a key can seal any. */
const MOST_LINES = 10_000;

/** Whether a text has more lines than any that was written here. */
export function isLongerThanAny(text: string): boolean {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && lines <= MOST_LINES; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines > MOST_LINES;
}

/** Reads a digest's text as `canonicalText` writes it. Lines of another form count as parameters. */
export function readDigestText(text: string): DigestText {
  const parameters = new Map<string, string>();
  const books = new Map<string, BookLine>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const book = bookOf(line);
    if (book !== undefined) books.set(line.slice(0, line.lastIndexOf(' ')), book);
    else {
      const words = line.split(' ');
      const named = words[0] === 'nature' ? 2 : words[0] === 'alias' ? 3 : 1;
      parameters.set(words.slice(0, named).join(' '), words.slice(named).join(' '));
    }
  }
  return { parameters, books };
}

function bookOf(line: string): BookLine | undefined {
  const [word, venue, pair = '', kindText, sourceText, from = '', to = '', hash] = line.split(' ');
  const role = ROLES.find((one) => one === word);
  const kind = KINDS.find((one): one is Kind => one === kindText);
  const source = SOURCES.find((one): one is Source => one === sourceText);
  const [base, quote] = pair.split('/');
  if (role === undefined || kind === undefined || source === undefined || venue === undefined) return undefined;
  if (base === undefined || quote === undefined || hash === undefined) return undefined;
  const range = parseRange(from, to);
  return {
    role,
    wanted: { market: { venue: venue as Venue, base: base as Asset, quote, kind }, source },
    range: range.ok ? range.value : undefined,
    hash,
  };
}

/** The parameters that differ, in the order of the first text; without those that only follow from a book that came in or went. */
export function differingParameters(was: DigestText, now: DigestText): Verification['parameters'] {
  return [...new Set([...was.parameters.keys(), ...now.parameters.keys()])]
    .map((name) => ({ name, was: was.parameters.get(name) ?? null, now: now.parameters.get(name) ?? null }))
    .filter(
      (one) => one.was !== one.now && !((one.was === null || one.now === null) && isOfOneSide(one.name, was, now)),
    );
}

/**
 * Whether a line stands in one text because only that one has the books it is about: the nature of a quote (every quote of a book has one),
 * the alias of a book.
 */
function isOfOneSide(name: string, was: DigestText, now: DigestText): boolean {
  const [word, venue, pair] = name.split(' ');
  if (word === 'nature') return true;
  if (word !== 'alias') return false;
  const has = ({ books }: DigestText): boolean =>
    [...books.values()].some(({ wanted: { market } }) => market.venue === venue && pairOf(market) === pair);
  return !(has(was) && has(now));
}
