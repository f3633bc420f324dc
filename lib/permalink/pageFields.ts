import type { Ignored } from '../domain/ignored';
import { parseAsset, type Asset } from '../domain/market';
import type { Search } from './query';

/** What the address of a page beside those of assets names, and what of it was ignored. */
export interface PageFields {
  readonly asset: Asset | undefined;
  /** Every other name that was taken, once; a form sends what was left empty, which counts as not given. */
  readonly fields: Readonly<Record<string, string>>;
  readonly ignored: readonly Ignored[];
}

/** Reads the address of a page that takes `asset` and these names, leniently: what cannot be used is left out and named. */
export function readPageFields(search: Search, names: readonly string[]): PageFields {
  const ignored: Ignored[] = [];
  const fields: Record<string, string> = {};
  for (const name of new Set(search.keys())) {
    const [value = '', ...more] = search.getAll(name);
    if (name !== 'asset' && !names.includes(name)) ignored.push({ kind: 'unknown-name', name });
    else if (value !== '') fields[name] = value;
    if (more.length > 0) ignored.push({ kind: 'repeated', name });
  }
  const { asset: text, ...others } = fields;
  const asset = text === undefined ? undefined : parseAsset(text);
  if (asset?.ok === false) ignored.push({ kind: 'refused', refusal: asset.error });
  return { asset: asset?.ok === true ? asset.value : undefined, fields: others, ignored };
}
