import * as z from 'zod/mini';
import { DATASETS } from '../../store/dataset/dataset';

/** The file of a backup that names the others; of another format it is not read. */
export const MANIFEST = 'manifest.json';
export const FORMAT = 1;

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What is in a backup, with the SHA-256 of each table's file before it was packed. */
export const manifest = z.object({
  format: z.literal(FORMAT),
  dataset: z.enum(DATASETS),
  /** When the moment was that all of it is of; ISO 8601, UTC. */
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: hash })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.object({ name: z.string(), type: z.string().check(z.regex(/^[a-z0-9 ()]+$/)) })),
      rows: z.int().check(z.nonnegative()),
      sha256: hash,
    }),
  ),
  /** The names of the signing keys that are in it; none unless they were asked for. */
  keys: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifest>;

/** A row a line: a JSON array of texts and nulls. */
export const fileOfTable = (name: string): string => `tables/${name}.jsonl`;
export const fileOfKey = (name: string): string => `keys/${name}`;
