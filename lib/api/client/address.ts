import { writeQuery, type Fields } from '../../permalink/query';
import { writtenSegment } from '../../permalink/segments';
import { deviations, type Operation } from './operations';
import type { ParameterName, ParameterValues } from './parameters';

/** The names in the braces of a path. */
type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
/** What stands in the path of an operation. */
export type PathNames<O extends Operation> = Extract<NamesIn<O['path']>, ParameterName>;

type RequiredNames<O extends Operation> = O extends { readonly required: readonly (infer Name)[] } ? Name : never;
type Needed<O extends Operation> = Extract<PathNames<O> | RequiredNames<O>, ParameterName>;
/** `format` is no choice of a caller: each way to ask has its own function. */
type Optional<O extends Operation> = Exclude<O['query'][number] | 'lang', Needed<O> | 'format'>;

/** What an operation is asked with. */
export type ParametersOf<O extends Operation> = Pick<ParameterValues, Needed<O>> &
  Partial<Pick<ParameterValues, Optional<O>>>;

type Written = string | number;
type Given = Readonly<Record<string, Written | readonly Written[] | undefined>>;

/** Path and query of an operation. `query`: as `lib/permalink` writes it, without its question mark. */
export function addressIn<O extends Operation>(
  { path }: O,
  inPath: Readonly<Record<PathNames<O>, Written>>,
  query = '',
): string {
  const values: Given = inPath;
  const whole = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => writtenSegment(String(values[name])));
  return query === '' ? whole : `${whole}?${query}`;
}

/**
 * The same, with its parameters by name; one that is undefined is left out, and one that the address does not take is written, for the
 * server to refuse. Lists are written in the order in which they are given.
 */
export function addressOf<O extends Operation>(operation: O, parameters: ParametersOf<O>): string {
  const given: Given = parameters;
  const inPath = new Set([...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  const names = new Set<string>([...operation.query, ...Object.keys(given).filter((name) => !inPath.has(name))]);
  const fields: Fields = [...names].flatMap((name) => {
    const value = given[name];
    if (value === undefined) return [];
    const all = Array.isArray(value) ? (value as readonly Written[]) : [value as Written];
    const texts = name === 'view' ? all.map(String) : [all.join(',')];
    return texts.map((text) => [name, text] as const);
  });
  return addressIn(operation, parameters as Readonly<Record<PathNames<O>, Written>>, writeQuery(fields));
}

/** Where `deviations` answers in columns (`docs/columns.md`). `query`: its own. */
export const columnsAddress = (query: string): string => addressIn(deviations, {}, `${query}&format=columns`);
