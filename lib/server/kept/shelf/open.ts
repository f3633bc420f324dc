import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { failureText } from '../../../domain/failure';
import { sha256 } from '../../../evidence/sha256';
import { fingerprintOf } from '../../../store/changes/fingerprint';
import type { Readable } from '../../../store/connection/client';
import { identityOf } from '../../../store/dataset/identity';
import { homeOf } from '../../../store/embedded/home';
import { keptFolderUnknown } from '../../../words/en/keptAnswers';
import { assetFileOf } from '../../assets/assetFile';
import { FolderShelf } from './folderShelf';
import type { Shelf } from './shelf';

type Env = Readonly<Record<string, string | undefined>>;

export interface OpenOptions {
  readonly database: Readable;
  readonly env: Env;
  readonly build: string;
  /** 0: none is opened. */
  readonly mostBytes: number;
  readonly say: (line: string) => void;
}

/** `CODE.DATASET.TABLES`: what answers, of which dataset, in which tables; the same with `.rates`: what rates are made of (`server/rates`). */
const FOLDER = /^([0-9a-f]{16})\.([a-z]+)\.[0-9a-f]{16}(\.rates)?$/;
export const RATES = '.rates';

interface Place {
  /** Below which every folder of answers lies. */
  readonly home: string;
  readonly name: string;
  readonly folder: string;
}

/** Where is kept what this code answers of these tables; undefined: they are of no dataset yet. */
export async function keptPlaceOf({
  database,
  env,
  build,
}: Pick<OpenOptions, 'database' | 'env' | 'build'>): Promise<Place | undefined> {
  const tables = await identityOf(database);
  if (tables === undefined) return undefined;
  const home = path.join(homeOf(env), 'kept');
  const name = [await codeOf(env, build), tables.dataset, shortHash(tables.text)].join('.');
  return { home, name, folder: path.join(home, name) };
}

/**
 * The folder of answers below the home: one for the code that answers and the tables it answers from. Those of other code, and of other tables of the same dataset,
 * are deleted; the other dataset's are its own. undefined, with a line said: there is none.
 */
export async function openShelf({ database, env, build, mostBytes, say }: OpenOptions): Promise<Shelf | undefined> {
  if (mostBytes === 0) return undefined;
  try {
    const place = await keptPlaceOf({ database, env, build });
    if (place === undefined) return undefined;
    await sweep(place);
    return await FolderShelf.open({
      folder: place.folder,
      mostBytes,
      fingerprint: (rests) => fingerprintOf(database, rests),
      say,
    });
  } catch (failure) {
    say(keptFolderUnknown(failureText(failure)));
    return undefined;
  }
}

/** Names all that answers depend on beside what is stored: the build, Node's own way to write, the user's assets, the public address. */
async function codeOf(env: Env, build: string): Promise<string> {
  const assets = await readFile(assetFileOf(env).file).catch(() => Buffer.alloc(0));
  return shortHash(JSON.stringify([build, process.version, env['PLUMBLINE_ORIGIN'] ?? '', assets.toString('base64')]));
}

const shortHash = (text: string): string => sha256(text).slice(0, 16);

async function sweep({ home, name: own }: Place): Promise<void> {
  const [, code, dataset] = FOLDER.exec(own) ?? [];
  for (const name of await readdir(home).catch(() => [])) {
    const found = FOLDER.exec(name);
    const isOthers = found?.[1] === code && found?.[2] !== dataset;
    if (found === null || name === own || name === `${own}${RATES}` || isOthers) continue;
    await rm(path.join(home, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
