import { parseAsset, type Asset } from '@/lib/domain/market';
import { refusalWords } from '@/lib/words/en/refusals';
import { searchOf, type SearchParams } from './[asset]/search';

/** What the address of a page on how candles were kept names, and what of it was ignored, a sentence each. */
export interface KeptAddress {
  readonly asset: Asset | undefined;
  /** Every other name that was taken, once. */
  readonly fields: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
}

/** Reads an address leniently: what cannot be used is left out and named. */
export async function keptAddress(searchParams: SearchParams, names: readonly string[]): Promise<KeptAddress> {
  const given = searchOf(await searchParams);
  const ignored: string[] = [];
  const fields: Record<string, string> = {};
  for (const name of new Set(given.keys())) {
    const [value = '', ...more] = given.getAll(name);
    if (name !== 'asset' && !names.includes(name)) ignored.push(`"${name.slice(0, 40)}" is not known.`);
    else if (value !== '') fields[name] = value;
    if (more.length > 0) ignored.push(`"${name.slice(0, 40)}" is given more than once; the first is taken.`);
  }
  const { asset: text, ...others } = fields;
  const asset = text === undefined ? undefined : parseAsset(text);
  if (asset?.ok === false) ignored.push(`${refusalWords(asset.error)}.`);
  return { asset: asset?.ok === true ? asset.value : undefined, fields: others, ignored };
}

/** A minute as people type it, `2025-10-10 21:20`, as it is written; anything else as it came, to be refused where it is read. */
export const typedMinute = (text: string | undefined): string | undefined => {
  const match = text === undefined ? null : /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?: ?(?:UTC|Z))?$/i.exec(text.trim());
  return match?.[1] === undefined || match[2] === undefined ? text : `${match[1]}T${match[2]}Z`;
};
