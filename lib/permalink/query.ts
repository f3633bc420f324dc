import { parsed, refused, type Parsed } from '../domain/unit';
import { LANGUAGES } from '../words/languages';
import { LANGUAGE_FIELD, languageIn } from './language';

/** The fields of an address's query as they came, in order, repeated names included. */
export type Search = URLSearchParams;

/** What is written into a query, in order. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** A query as Next hands it to a page. */
export type PageSearch = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** Nothing is dropped before it is read. */
export function searchOf(given: Awaited<PageSearch>): Search {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) search.append(name, one);
    }
  }
  search.delete(LANGUAGE_FIELD);
  return search;
}

/** The query of an address, with or without its question mark, as it came. */
export const searchIn = (query: string): Search => new URLSearchParams(query);

/** A query, without the question mark. `:` and `,` mean nothing in one; left as they are, an address can be read and typed. */
export const writeQuery = (fields: Fields): string =>
  new URLSearchParams(fields.map(([name, value]) => [name, value]))
    .toString()
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',');

/** A path with its fields, without the question mark where there are none. */
export function writePath(path: string, fields: Fields): string {
  const query = writeQuery(fields);
  return query === '' ? path : `${path}?${query}`;
}

/** The same, with those of the fields that are given. */
export const pagePath = (path: string, fields: Readonly<Record<string, string | undefined>>): string =>
  writePath(
    path,
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );

/** Two queries with the same fields in the same order, however they are encoded. */
export const sameQuery = (search: Search, query: string): boolean =>
  search.toString() === new URLSearchParams(query).toString();

/**
 * A query of the API, strictly: each name once, and no more characters than anybody needs. `query` with or without its
 * question mark. What it is answered in is read already, and left out.
 */
export function readStrictly(query: string, most: number): Parsed<Readonly<Record<string, string>>> {
  if (query.length > most) return refused({ kind: 'query-too-long', length: query.length, most });
  const search = new URLSearchParams(query);
  const names = [...search.keys()];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) return refused({ kind: 'given-twice', name: twice });
  const { [LANGUAGE_FIELD]: language, ...fields } = Object.fromEntries(search);
  return language === undefined || languageIn(search) !== undefined
    ? parsed(fields)
    : refused({ kind: 'not-one-of', name: LANGUAGE_FIELD, text: language, known: LANGUAGES });
}

/** The same, of an address that takes these names alone. */
export function readOnly(
  query: string,
  most: number,
  known: readonly string[],
): Parsed<Readonly<Record<string, string>>> {
  const fields = readStrictly(query, most);
  const unknown = fields.ok ? Object.keys(fields.value).find((name) => !known.includes(name)) : undefined;
  return unknown === undefined ? fields : refused({ kind: 'unknown-name', name: unknown, known });
}
