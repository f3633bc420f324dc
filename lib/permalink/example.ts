import { writePath, type Search } from './query';

/** The pages that open the worked example (docs/worked-example.md). */
export type ExamplePage = '/audit' | '/orderlog';

/** The files of the example, as the app serves them. Their names begin with what they are, whoever keeps a copy. */
export const EXAMPLE_FILES = {
  '/audit': '/reconstructed-example-fills.csv',
  '/orderlog': '/reconstructed-example-orders.jsonl',
} as const satisfies Readonly<Record<ExamplePage, string>>;

const FIELD = 'example';
/** The event that the account is of. */
export const EXAMPLE_EVENT = '2025-10-10';

/** The page with the example in it. */
export const examplePath = (page: ExamplePage): string => writePath(page, [[FIELD, EXAMPLE_EVENT]]);

/** Whether an address asks for the example. */
export const asksForExample = (search: Search): boolean => search.get(FIELD) === EXAMPLE_EVENT;
