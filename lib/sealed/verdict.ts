import type { PublishedKeys } from '../api/signingKeys';
import type {
  AddressNow,
  BookState,
  ChangedBook,
  EarlierStates,
  PackVerification,
  PicturesNow,
  Verification,
} from '../api/verification';
import { CANDLE_FIELDS } from '../domain/candle';
import { pairOf } from '../domain/market';
import { promised } from '../domain/unit';
import { parseRange } from '../domain/minute';
import { listOf } from '../permalink/lists';
import { readPermalink } from '../permalink/permalink';
import type { View } from '../permalink/view';
import { isListText, listDifference } from './listText';
import { differingParameters, isLongerThanAny, readDigestText, type BookLine, type DigestText } from './digestText';
import type { PictureLook } from '../domain/pictureLook';
import type { Evidence, EvidenceFacts } from './evidence';
import type { ListEvidence } from './pack';
import type { AlteredFact, PublicKey } from './sealText';
import { isPictureStamp } from '../domain/stampNames';
import type { FoundStamp } from './stamps/stamp';

/** Why an instance says nothing of an address. */
export type Silent = 'address' | 'not-stored' | 'failed';
export type Said<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Silent };

/** What an instance says of addresses. It is told the address and nothing else of a file. */
export interface Instance {
  /** Whether its prices are simulated. */
  readonly simulated: boolean;
  readonly now: (address: string) => Promise<Said<AddressNow>>;
  /** `key`: that of the signer, which an instance on another machine is not told. `look`: how it is drawn; undefined: as pictures were that do not say. */
  readonly pictures: (address: string, key: PublicKey, look: PictureLook | undefined) => Promise<Said<PicturesNow>>;
  /** `lines`: the books that are told apart, likewise. */
  readonly states: (address: string, lines: ReadonlySet<string>) => Promise<Said<EarlierStates>>;
}

/** All but as what the file was read. */
type Found = Omit<Verification, 'file'>;

const NOTHING: Found = {
  verdict: 'not-ours',
  address: null,
  simulated: null,
  digest: null,
  digestNow: null,
  sentenceNow: null,
  signer: null,
  altered: { pixels: false, seal: false, facts: [] },
  parameters: [],
  changes: [],
  rows: [],
  errata: [],
  reason: null,
};

/** Whether something must be asked of an instance, and of which: undefined, of none; else whether the picture says that it is simulated, if it says. */
export function asks(evidence: Evidence): { readonly simulated: boolean | undefined } | undefined {
  switch (evidence.kind) {
    case 'nothing':
      return undefined;
    case 'code':
      return isPrinted(evidence.text) ? { simulated: undefined } : undefined;
    case 'sealed':
      return isAltered(evidence) ? undefined : { simulated: evidence.facts.simulated };
    case 'unsealed':
    case 'broken':
    case 'later':
      return evidence.kind === 'broken' || evidence.facts === undefined
        ? undefined
        : { simulated: evidence.facts.simulated };
  }
}

const isAltered = ({ altered }: Extract<Evidence, { kind: 'sealed' }>): boolean =>
  altered.pixels || altered.facts.length > 0;

interface Asked {
  /** Where `asks` names one. */
  readonly instance: Instance | undefined;
  /** Whose seals are known, and which time authorities are trusted. */
  readonly keys: PublishedKeys;
  /** By which certificates have expired or not. */
  readonly now: Date;
}

/** What a file shows by itself, and beside what is stored now. */
export const verdictOf = async (evidence: Evidence, asked: Asked): Promise<Verification> => ({
  ...(await foundIn(evidence, asked)),
  file: evidence.file,
});

/** What the list of sums of a pack shows, by the keys that are known. */
export async function listVerdictOf(
  list: ListEvidence,
  { keys: { keys, timeRoots = [] }, now }: Pick<Asked, 'keys' | 'now'>,
): Promise<PackVerification['list']> {
  if (list.kind !== 'signed')
    return { verdict: list.kind === 'broken' ? 'altered' : 'unsigned', signer: null, altered: [] };
  const { publicKey, keyId, altered, stamps } = list;
  const known = keys.find((key) => key.publicKey === publicKey);
  return {
    verdict: altered.length > 0 ? 'altered' : known === undefined ? 'unknown-signer' : 'signed',
    signer: { id: keyId, created: known?.created ?? null, retired: known?.retired ?? null },
    altered: altered.map(alteredSaid),
    ...(stamps.length === 0 ? {} : { stamps: await stampsSaid(stamps, { roots: timeRoots, now }) }),
  };
}

const alteredSaid = ({ name, sealed: was, found }: AlteredFact): Verification['altered']['facts'][number] => ({
  name,
  sealed: was ?? null,
  found: found ?? null,
});

async function foundIn(evidence: Evidence, { instance, keys, now }: Asked): Promise<Found> {
  switch (evidence.kind) {
    case 'nothing':
      return NOTHING;
    case 'code': {
      if (instance === undefined || !isPrinted(evidence.text)) return NOTHING;
      const compared = await comparedWithNow(instance, { permalink: evidence.text });
      return { ...NOTHING, ...compared, verdict: 'copy', address: evidence.text, simulated: instance.simulated };
    }
    case 'unsealed':
    case 'broken':
    case 'later':
      return unsealed(evidence, instance);
    case 'sealed':
      return sealed(evidence, { instance, keys, now });
  }
}

async function unsealed(
  { kind, facts }: Extract<Evidence, { kind: 'unsealed' | 'broken' | 'later' }>,
  instance: Instance | undefined,
): Promise<Found> {
  const said = saidBy(facts);
  if (kind === 'broken') return { ...said, verdict: 'altered', altered: { ...NOTHING.altered, seal: true } };
  const compared = instance === undefined || facts === undefined ? {} : await comparedWithNow(instance, facts);
  return { ...said, ...compared, verdict: 'unsealed', ...(kind === 'later' ? { reason: 'later-seal' } : {}) };
}

async function sealed(
  evidence: Extract<Evidence, { kind: 'sealed' }>,
  { instance, keys: { keys, timeRoots = [] }, now }: Asked,
): Promise<Found> {
  const { facts, publicKey, keyId, altered, pixels } = evidence;
  const known = keys.find((key) => key.publicKey === publicKey);
  const said: Found = {
    ...saidBy(facts),
    signer: { id: keyId, created: known?.created ?? null, retired: known?.retired ?? null },
    ...(evidence.stamps.length === 0 ? {} : { stamps: await stampsSaid(evidence.stamps, { roots: timeRoots, now }) }),
  };
  if (isAltered(evidence))
    return {
      ...said,
      verdict: 'altered',
      altered: {
        pixels: altered.pixels,
        seal: false,
        facts: altered.facts.map(alteredSaid),
      },
    };
  const compared =
    instance === undefined
      ? { reason: 'failed' as const }
      : await comparedWithNow(instance, facts, { publicKey, pixels });
  const found: Found = { ...said, verdict: 'not-compared', ...compared };
  return known === undefined ? { ...found, verdict: 'unknown-signer' } : found;
}

/** What is said of stamps, with what their certificates are worth to whoever trusts those. */
const stampsSaid = (
  stamps: readonly FoundStamp[],
  trusting: { readonly roots: readonly string[]; readonly now: Date },
): Promise<NonNullable<Verification['stamps']>> =>
  Promise.all(
    stamps.map(async ({ name, fact, read }) => {
      const of = isPictureStamp(fact) ? ('seal' as const) : ('manifest' as const);
      const nothing = { name, of, time: null, authority: null, certificate: null, isTrusted: null };
      if (!read.ok) return { ...nothing, fault: read.fault };
      const { time, authority } = read.stamp;
      const { trustOf } = await import('./stamps/trust');
      return { name, of, time, authority, fault: null, ...(await trustOf(read.stamp, trusting)) };
    }),
  );

const saidBy = (facts: EvidenceFacts | undefined): Found =>
  facts === undefined
    ? NOTHING
    : { ...NOTHING, address: facts.permalink, simulated: facts.simulated, digest: facts.digest };

/** An address names its window or its minute; this one is never what it means. */
const NEVER = promised(parseRange('2025-10-10T20:00Z', '2025-10-11T00:00Z'));

/** The view of an address as a picture prints it; undefined: it is no whole address of one. */
export function viewOf(address: string): View | undefined {
  const read = readPermalink(address, NEVER);
  return read.kind === 'view' && read.written.ignored.length === 0 ? read.written.view : undefined;
}

/** Whether an address is a whole one of a view or of a page of many assets, as a picture prints it. */
const isPrinted = (address: string): boolean => viewOf(address) !== undefined || listOf(address) !== undefined;

type Compared = Pick<Verification, 'verdict'> & Partial<Verification>;

/** The address as it is computed and drawn now. What is no address is told to nobody. */
async function comparedWithNow(
  instance: Instance,
  { permalink, digest, digestText, simulated, look }: Pick<EvidenceFacts, 'permalink'> & Partial<EvidenceFacts>,
  drawn?: { readonly publicKey: PublicKey; readonly pixels: string },
): Promise<Compared> {
  if (!isPrinted(permalink)) return { verdict: 'not-compared', reason: 'address' };
  if (simulated !== undefined && simulated !== instance.simulated)
    return { verdict: 'not-compared', reason: 'other-prices' };
  const said = await instance.now(permalink);
  if (!said.ok) return { verdict: 'not-compared', reason: said.reason };
  const now = { digestNow: said.value.digest, sentenceNow: said.value.sentence, errata: said.value.errata };
  if (digest === undefined) return { ...now, verdict: 'not-compared' };
  if (digest === said.value.digest)
    return { ...now, verdict: await sameData(instance, { permalink, digest, look }, drawn) };
  return listOf(permalink) === undefined
    ? { ...now, ...(await difference(instance, permalink, digestText, said.value)) }
    : { ...now, ...differenceOfLists(digestText, said.value) };
}

/** Whether the picture drawn anew, for that key, has the same pixels. */
async function sameData(
  instance: Instance,
  { permalink, digest, look }: Pick<EvidenceFacts, 'permalink' | 'digest' | 'look'>,
  drawn: { readonly publicKey: PublicKey; readonly pixels: string } | undefined,
): Promise<'identical' | 'same-data'> {
  if (drawn === undefined) return 'same-data';
  const said = await instance.pictures(permalink, drawn.publicKey, look);
  if (!said.ok || said.value.digest !== digest) return 'same-data';
  const own = said.value.pictures.find(({ publicKey }) => publicKey === drawn.publicKey);
  return own?.pixels === drawn.pixels ? 'identical' : 'same-data';
}

/** A list's text holds its figures, so that what they were need not be looked for. */
function differenceOfLists(before: string | undefined, { digestText }: AddressNow): Compared {
  const found =
    before === undefined || digestText === null || !isListText(before) ? undefined : listDifference(before, digestText);
  if (found === undefined) return { verdict: 'not-compared', reason: 'older-digest' };
  const { parameters, rows } = found;
  if (parameters.length > 0) return { verdict: 'parameters', parameters };
  return { verdict: 'changed', rows, ...(rows.length === 0 ? { reason: 'beside-rows' as const } : {}) };
}

async function difference(
  instance: Instance,
  permalink: string,
  before: string | undefined,
  { digestText }: AddressNow,
): Promise<Compared> {
  if (before === undefined || digestText === null || isLongerThanAny(before))
    return { verdict: 'changed', reason: 'no-digest-text' };
  const [was, now] = [readDigestText(before), readDigestText(digestText)];
  const parameters = differingParameters(was, now);
  // By other rules other books may count: which is no change of what they say.
  if (parameters.length > 0) return { verdict: 'parameters', parameters };
  const others = [...was.books].filter(([line, { hash }]) => {
    const other = now.books.get(line);
    return other !== undefined && other.hash !== hash;
  });
  const said =
    others.length === 0 ? undefined : await instance.states(permalink, new Set(others.map(([line]) => line)));
  return { verdict: 'changed', changes: changedBooks(was, now, said?.ok === true ? said.value : undefined) };
}

/**
 * Which books two texts of digests tell apart, and minute by minute what was and what is. What was is proven: a state that was stored and has the
 * hash of the picture's line. The picture's books come first, in its order.
 */
function changedBooks(was: DigestText, now: DigestText, earlier: EarlierStates | undefined): ChangedBook[] {
  const states = new Map(earlier?.books.map((book) => [book.line, book.states]));
  const changed = [...was.books].flatMap(([name, line]): readonly ChangedBook[] => {
    const other = now.books.get(name);
    if (other === undefined) return [bookOf(line, 'gone', null)];
    return other.hash === line.hash ? [] : [bookOf(line, 'other', changedMinutes(states.get(name), line.hash))];
  });
  const added = [...now.books].filter(([name]) => !was.books.has(name)).map(([, line]) => bookOf(line, 'added', null));
  return [...changed, ...added];
}

const bookOf = (
  { role, wanted: { market, source } }: BookLine,
  change: ChangedBook['change'],
  minutes: ChangedBook['minutes'],
): ChangedBook => ({ role, venue: market.venue, market: pairOf(market), kind: market.kind, source, change, minutes });

/** The minutes that differ between the state with that hash and the present one; null: no such state was found. */
function changedMinutes(states: readonly BookState[] | undefined, hash: string): ChangedBook['minutes'] {
  const at = states?.findIndex((state) => state.hash === hash) ?? -1;
  if (states === undefined || at === -1) return null;
  const minutes = new Map<string, NonNullable<ChangedBook['minutes']>[number]>();
  for (const state of states.slice(0, at + 1))
    for (const one of state.minutes)
      minutes.set(one.minute, { minute: one.minute, was: one.was, now: minutes.get(one.minute)?.now ?? one.now });
  return [...minutes.values()]
    .filter(
      (one) =>
        one.was.answered !== one.now.answered ||
        CANDLE_FIELDS.some((field) => !Object.is(one.was[field], one.now[field])),
    )
    .sort((one, other) => (one.minute < other.minute ? -1 : 1));
}
