import { chown, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ruleKey, type AlertRule } from '../../domain/alert';
import { certaintyOf, SIDES, WRITTEN_CERTAINTIES, writeCertainty } from '../../domain/episode';
import { instant, formatInstant, parseInstant, type Instant } from '../../domain/instant';
import { parseAsset, parseVenue } from '../../domain/market';
import { DEFAULT_MIN_PEERS } from '../../domain/method';
import { parsed, promised, type Parsed } from '../../domain/unit';
import { defaultEnter } from '../../domain/asset';
import { codeOrText, isMissing } from '../../domain/failure';
import { parsedBy } from '../assets/parsedBy';
import { sha256 } from '../../evidence/sha256';
import { homeOf, makeHome } from '../../store/embedded/home';
import { alertFileWords } from '../../words/en/alertFile';

type Env = Readonly<Record<string, string | undefined>>;

/** A rule of this home. */
export interface HomeRule {
  /** Made of the rule alone: two homes with one rule have one id. */
  readonly id: string;
  readonly rule: AlertRule;
  /** What began before is no news. */
  readonly added: Instant;
}

/** Who is told of every change. */
export interface Receiver {
  /** Made of its address, which may hold a secret and stands nowhere but in the file. */
  readonly id: string;
  readonly url: string;
  /** Whether its host may be an address of this machine or of a private network, and be asked without TLS. */
  readonly isPrivate: boolean;
  /** Whether it is told of simulated alerts, too. */
  readonly inRehearsal: boolean;
}

export interface AlertFile {
  readonly rules: readonly HomeRule[];
  readonly receivers: readonly Receiver[];
}

const ID_DIGITS = 12;
/** Longer than that an alert is no news, and an episode is seldom. */
export const MOST_RULE_MINUTES = 1_440;
export const MOST_RULE_PEERS = 50;

const idOf = (text: string): string => sha256(text).slice(0, ID_DIGITS);
export const homeRule = (rule: AlertRule, added: Instant): HomeRule => ({ id: idOf(ruleKey(rule)), rule, added });
export const receiverAt = (url: string, choices: Omit<Receiver, 'id' | 'url'>): Receiver => ({
  id: idOf(url),
  url,
  ...choices,
});

/** The least entry level: of the assets named, as the method enters them, for stored episodes are where one looks. */
export const leastDepth = (assets: AlertRule['assets']): number =>
  Math.max(...(assets ?? ['ATOM']).map((asset) => defaultEnter(promised(parseAsset(asset)))));

const ruleShape = z
  .strictObject({
    assets: z.array(parsedBy(parseAsset)).min(1).optional(),
    venues: z.array(parsedBy(parseVenue)).min(1).optional(),
    side: z.enum(SIDES).optional(),
    depth: z.number().lt(1),
    minutes: z.int().min(1).max(MOST_RULE_MINUTES),
    peers: z.int().min(DEFAULT_MIN_PEERS).max(MOST_RULE_PEERS),
    certainty: z.array(z.enum(WRITTEN_CERTAINTIES)).min(1),
    added: parsedBy(parseInstant),
  })
  .refine(({ assets, depth }) => depth >= leastDepth(assets), { message: alertFileWords.shallow });
const receiverShape = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  private: z.boolean().optional(),
  rehearsal: z.boolean().optional(),
});
const fileShape = z.strictObject({
  rules: z.array(ruleShape).optional(),
  receivers: z.array(receiverShape).optional(),
});

/** The rules and receivers of a home. */
export const alertFileOf = (env: Env): string => path.join(homeOf(env), 'alerts.json');

/** What is in the file; nothing where there is none. One line names the fault of a file that cannot be used, and never an address in it. */
export async function readAlertFile(env: Env): Promise<Parsed<AlertFile, string>> {
  const file = alertFileOf(env);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (failure) {
    if (isMissing(failure)) return parsed({ rules: [], receivers: [] });
    return { ok: false, error: alertFileWords.unreadable(file, codeOrText(failure)) };
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ok: false, error: alertFileWords.notJson(file) };
  }
  const shape = fileShape.safeParse(content);
  if (!shape.success) {
    const [issue] = shape.error.issues;
    return { ok: false, error: alertFileWords.malformed(file, issue?.path.map(String) ?? [], issue?.message) };
  }
  return parsed({
    rules: (shape.data.rules ?? []).map(({ added, certainty, assets, venues, side, ...rest }) =>
      homeRule({ ...rest, assets, venues, side, certainty: certainty.map(certaintyOf) }, instant(added)),
    ),
    receivers: (shape.data.receivers ?? []).map(({ url, private: isPrivate = false, rehearsal = false }) =>
      receiverAt(url, { isPrivate, inRehearsal: rehearsal }),
    ),
  });
}

/** Replaces the file as a whole; its owner alone can read it. */
export async function writeAlertFile(env: Env, { rules, receivers }: AlertFile): Promise<void> {
  const home = homeOf(env);
  await makeHome(home, false);
  const content = {
    rules: rules.map(({ rule: { certainty, ...rule }, added }) => ({
      ...rule,
      certainty: certainty.map(writeCertainty),
      added: formatInstant(added),
    })),
    receivers: receivers.map(({ url, isPrivate, inRehearsal }) => ({
      url,
      ...(isPrivate ? { private: true } : {}),
      ...(inRehearsal ? { rehearsal: true } : {}),
    })),
  };
  const file = alertFileOf(env);
  const fresh = `${file}.${String(process.pid)}`;
  await writeFile(fresh, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
  const { uid, gid } = await stat(home);
  if (process.getuid?.() === 0 && uid !== 0) await chown(fresh, uid, gid);
  await rename(fresh, file);
}
