import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { ClaimFile } from '../../claims/reading/file';
import { zoneIn } from '../../claims/reading/times';
import type { MinuteRange } from '../../domain/minute';
import { readRange } from '../../permalink/fields';
import { BadInput } from '../../processes/exit';
import { fileEmpty, NAME_A_CLAIM_FILE, notAColumn, notAZone } from '../../words/en/cli/claimFiles';
import { RANGE_NEEDED } from '../../words/en/cli/optionFaults';
import { readOf } from '../reading/options';
import { bytesIn } from '../reading/namedFile';

/** A file of a person's own, with its length in bytes. */
export interface SizedFile {
  readonly file: ClaimFile;
  readonly bytes: number;
}

/** The file at a path, under a name. Throws `BadInput` where there is none, where it is a folder, and where it is empty. */
export async function fileAt(path: string, name = basename(path)): Promise<SizedFile> {
  const bytes = await bytesIn(path, NAME_A_CLAIM_FILE);
  if (bytes === 0) throw new BadInput(fileEmpty(path));
  return { file: { name, chunks: () => createReadStream(path) }, bytes };
}

/** The minutes of `--from` and `--to`; undefined: neither was given. Throws `BadInput`. */
export function periodIn({ from, to }: { readonly from?: string; readonly to?: string }): MinuteRange | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw new BadInput(RANGE_NEEDED);
  return readOf(readRange(from, to));
}

/** Minutes east of UTC that an option says, `utc+8`; undefined: it was not given. Throws `BadInput`. */
export function zoneSaid(option: '--zone' | '--log-zone', text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const east = zoneIn(text);
  if (east === undefined) throw new BadInput(notAZone(option, text));
  return east;
}

/** The columns of `--column ROLE=NAME …`. Throws `BadInput`. */
export function columnsSaid<Role extends string>(
  texts: readonly string[],
  roles: readonly Role[],
): Readonly<Partial<Record<Role, string>>> {
  const columns: Partial<Record<Role, string>> = {};
  for (const text of texts) {
    const [, roleText = '', name = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    const role = roles.find((one) => one === roleText.trim());
    if (role === undefined) throw new BadInput(notAColumn(text, roles));
    columns[role] = name.trim();
  }
  return columns;
}
