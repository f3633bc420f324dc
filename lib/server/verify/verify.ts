import type { PublishedKeys } from '../../api/signingKeys';
import type { Verification } from '../../api/verification';
import type { Evidence, EvidenceFacts } from '../../evidence/evidence';
import { picturePixels } from '../../evidence/picture';
import { keyId, pixelsText, type PublicKey } from '../../evidence/seal';
import { languageOf } from '../../permalink/language';
import { readPermalink } from '../../permalink/permalink';
import type { View } from '../../permalink/view';
import type { Context } from '../context';
import { EVENT_WINDOW } from '../coverage/window';
import { speakingAs } from '../language/speaking';
import { loadTranslations } from '../language/translations';
import { atOneMoment } from '../moment';
import { pictureContent } from '../pictures/picture';
import { viewAnswers, type ViewAnswers } from '../views/answers';
import { changedBooks } from './changes';
import { differingParameters, readDigestText } from './digestLines';

const NOTHING: Verification = {
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
  reason: null,
};

/** Whether something must be asked of the database, and of which: undefined, of none; else whether the picture says that it is simulated, if it says. */
export function asks(evidence: Evidence): { readonly simulated: boolean | undefined } | undefined {
  switch (evidence.kind) {
    case 'nothing':
      return undefined;
    case 'code':
      return viewOf(evidence.text) === undefined ? undefined : { simulated: undefined };
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

/** What a file shows by itself, and beside what is stored now. `context`: where `asks` names a database; `keys`: whose seals are known. */
export async function verify(
  evidence: Evidence,
  { context, keys }: { readonly context: Context | undefined; readonly keys: PublishedKeys },
): Promise<Verification> {
  switch (evidence.kind) {
    case 'nothing':
      return NOTHING;
    case 'code': {
      const compared = context === undefined ? undefined : await comparedWithNow(context, { permalink: evidence.text });
      return compared === undefined
        ? NOTHING
        : { ...NOTHING, ...compared, verdict: 'copy', address: evidence.text, simulated: context?.simulated ?? null };
    }
    case 'unsealed':
    case 'broken':
    case 'later':
      return unsealed(evidence, context);
    case 'sealed':
      return sealed(evidence, context, keys);
  }
}

async function unsealed(
  { kind, facts }: Extract<Evidence, { kind: 'unsealed' | 'broken' | 'later' }>,
  context: Context | undefined,
): Promise<Verification> {
  const said = saidBy(facts);
  if (kind === 'broken') return { ...said, verdict: 'altered', altered: { ...NOTHING.altered, seal: true } };
  const compared = context === undefined || facts === undefined ? {} : await comparedWithNow(context, facts);
  return { ...said, ...compared, verdict: 'unsealed', ...(kind === 'later' ? { reason: 'later-seal' } : {}) };
}

async function sealed(
  evidence: Extract<Evidence, { kind: 'sealed' }>,
  context: Context | undefined,
  { keys }: PublishedKeys,
): Promise<Verification> {
  const { facts, publicKey, altered, pixels } = evidence;
  const known = keys.find((key) => key.publicKey === publicKey);
  const said: Verification = {
    ...saidBy(facts),
    signer: { id: keyId(publicKey), created: known?.created ?? null, retired: known?.retired ?? null },
  };
  if (isAltered(evidence))
    return {
      ...said,
      verdict: 'altered',
      altered: {
        pixels: altered.pixels,
        seal: false,
        facts: altered.facts.map(({ name, sealed: was, found }) => ({
          name,
          sealed: was ?? null,
          found: found ?? null,
        })),
      },
    };
  const compared =
    context === undefined
      ? { reason: 'failed' as const }
      : await comparedWithNow(context, facts, { publicKey, pixels });
  const found: Verification = { ...said, ...compared };
  return { ...found, verdict: known === undefined ? 'unknown-signer' : found.verdict };
}

const saidBy = (facts: EvidenceFacts | undefined): Verification =>
  facts === undefined
    ? NOTHING
    : { ...NOTHING, address: facts.permalink, simulated: facts.simulated, digest: facts.digest };

function viewOf(address: string): View | undefined {
  const read = readPermalink(address, EVENT_WINDOW);
  return read.kind === 'view' && read.written.ignored.length === 0 ? read.written.view : undefined;
}

/** What stands before the path of an address; undefined: nothing. */
const originIn = (address: string): string | undefined =>
  /^https?:\/\//.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;

type Compared = Pick<Verification, 'verdict'> & Partial<Verification>;

/** The address computed anew, in its own language, and drawn as whoever had that key would. */
async function comparedWithNow(
  context: Context,
  { permalink, digest, digestText }: Pick<EvidenceFacts, 'permalink'> & Partial<EvidenceFacts>,
  drawn?: { readonly publicKey: PublicKey; readonly pixels: string },
): Promise<Compared> {
  const view = viewOf(permalink);
  if (view === undefined) return { verdict: 'not-compared', reason: 'address' };
  loadTranslations();
  const language = languageOf(permalink) ?? 'en';
  return speakingAs({ language, isChosen: true }, async (): Promise<Compared> => {
    const found = await viewAnswers(context, view);
    if (!found.ok) return { verdict: 'not-compared', reason: found.code === 'not-held' ? 'not-stored' : 'failed' };
    const { facts } = found.value.window;
    const content = pictureContent(found.value, originIn(permalink), drawn);
    const now = { digestNow: facts.digest, sentenceNow: content.sentence ?? null };
    if (digest === undefined) return { ...now, verdict: 'not-compared' };
    if (digest === facts.digest) {
      const isDrawnSame = drawn !== undefined && pixelsText(picturePixels(content)) === drawn.pixels;
      return { ...now, verdict: isDrawnSame ? 'identical' : 'same-data' };
    }
    return { ...now, ...(await difference(context, found.value, digestText)) };
  });
}

async function difference(
  context: Context,
  { view, digestText }: ViewAnswers,
  before: string | undefined,
): Promise<Compared> {
  if (before === undefined || digestText === undefined) return { verdict: 'changed', reason: 'no-digest-text' };
  const [was, now] = [readDigestText(before), readDigestText(digestText)];
  const parameters = differingParameters(was, now);
  // By other rules other books may count: which is no change of what they say.
  if (parameters.length > 0) return { verdict: 'parameters', parameters };
  const changes = await atOneMoment(context, view.question.asOf, (moment) => changedBooks(moment, was, now));
  return { verdict: 'changed', changes: [...changes] };
}
