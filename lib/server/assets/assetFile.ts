import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { installAssets, withAssets, type AssetAddition, type AssetRegistry } from '../../domain/asset';
import { failureText, isMissing, onOneLine } from '../../domain/failure';
import { parseAsset, parseVenue, type Asset, type Venue } from '../../domain/market';
import { parseMinute, type Minute } from '../../domain/minute';
import { parsed, promised, refused, type Parsed } from '../../domain/unit';
import { parsedBy } from './parsedBy';
import { homeOf } from '../../store/embedded/home';
import { refusalWords } from '../../words/refusals';
import { assetFileWords } from '../../words/en/assetFile';

/** A code is written as it is stored: lower letters are refused rather than raised, for tickers are told apart by case. */
const asset = parsedBy<Asset>((text) => {
  const code = parseAsset(text);
  return !code.ok || code.value === text ? code : refused({ kind: 'not-as-stored', text, code: code.value });
});
const minute = parsedBy<Minute>(parseMinute);
const venue = parsedBy<Venue>(parseVenue);

const nature = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plain') }),
  z.strictObject({ kind: z.literal('stable'), of: z.string().regex(/^[A-Z]{3,5}$/, assetFileWords.currency) }),
  z.strictObject({ kind: z.literal('pegged') }),
  z.strictObject({ kind: z.literal('wrapped'), underlying: asset, accrues: z.boolean() }),
]);
const alias = z.strictObject({
  ticker: z.string().min(1).max(40),
  venue: venue.optional(),
  from: minute.optional(),
  to: minute.optional(),
});
const addition = z.strictObject({
  asset,
  name: z.string().min(1).max(60).optional(),
  nature: nature.optional(),
  aliases: z.array(alias).optional(),
});
const fileShape = z.strictObject({ assets: z.array(addition) });

/** The file of a user's assets: the path in PLUMBLINE_ASSETS, which must exist, else `assets.json` in the home, which may. */
export function assetFileOf(env: Readonly<Record<string, string | undefined>>): {
  readonly file: string;
  readonly named: boolean;
} {
  const named = env['PLUMBLINE_ASSETS'];
  return named === undefined || named === ''
    ? { file: path.join(homeOf(env), 'assets.json'), named: false }
    : { file: path.resolve(named), named: true };
}

/** The entry an issue lies in, as its writer knows it: by its code where that can be read, else by its place. */
function entryNamed(content: unknown, at: readonly PropertyKey[]): string {
  if (at[0] !== 'assets' || typeof at[1] !== 'number') return '';
  const entries = (content as { readonly assets: readonly unknown[] }).assets;
  const code: unknown = (entries[at[1]] as { readonly asset?: unknown } | null | undefined)?.asset;
  const name = typeof code === 'string' ? `asset ${code.slice(0, 20)}` : `entry ${String(at[1] + 1)}`;
  return at.length > 2
    ? `${name}, ${at
        .slice(2)
        .map((key) => (typeof key === 'number' ? String(key + 1) : String(key)))
        .join(' ')}: `
    : `${name}: `;
}

/** The file as a whole cannot be used: one line. */
const unusable = (line: string): Parsed<never, string> => ({ ok: false, error: onOneLine(line) });

function additionsIn(text: string): Parsed<readonly AssetAddition[], string> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    return unusable(assetFileWords.notJson(failureText(cause)));
  }
  const shape = fileShape.safeParse(content);
  if (!shape.success) {
    const [issue] = shape.error.issues;
    return unusable(assetFileWords.malformed(entryNamed(content, issue?.path ?? []), issue?.message));
  }
  return parsed(
    shape.data.assets.map(({ asset: code, name, nature: kind, aliases = [] }) => ({
      asset: code,
      name,
      nature: kind,
      aliases: aliases.map((said) => ({ ticker: said.ticker, venue: said.venue, from: said.from, to: said.to })),
    })),
  );
}

/**
 * The registry with the assets of a user's file, ready to be installed; as shipped where there is no file. A file that
 * cannot be read, or does not hold together, is refused with one line: file, entry, mend.
 */
export async function registryFromFile(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Parsed<AssetRegistry, string>> {
  const { file, named } = assetFileOf(env);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (!named && isMissing(cause)) return parsed(promised(withAssets([])));
    const reason = failureText(cause);
    return unusable(assetFileWords.unreadable(file, reason, named));
  }
  const additions = additionsIn(text);
  if (!additions.ok) return unusable(`${file}: ${additions.error}`);
  const registry = withAssets(additions.value);
  return registry.ok ? registry : unusable(`${file}: ${refusalWords(registry.error)}`);
}

/** Makes the user's assets known to this process, before anything reads an asset. One line names the fault of the file, or undefined. */
export async function installAssetFile(env: Readonly<Record<string, string | undefined>>): Promise<string | undefined> {
  const registry = await registryFromFile(env);
  if (!registry.ok) return registry.error;
  installAssets(registry.value);
  return undefined;
}
