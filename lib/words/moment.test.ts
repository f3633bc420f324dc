import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..', '..');
/** What frames pages loads style sheets and fonts as Next alone does; what starts processes would start them. */
const NOT_LOADED =
  /\.(?:test|itest|spec|d)\.tsx?$|\/testing\/|^app\/(?:layout|global-error)\.tsx$|frame\/faces\/faces\.ts$|server\/thread\/worker\.ts$/;
const files = ['app', 'components', 'lib/charts', 'lib/evidence', 'lib/client', 'lib/permalink', 'lib/server'].flatMap(
  (folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      .filter((file) => /\.tsx?$/.test(file) && !NOT_LOADED.test(file)),
);

describe('words', () => {
  beforeAll(() => {
    globalThis.plumblineSpeech = () => {
      throw new Error('a word was said while a module was loaded: whoever reads it later may read another language');
    };
    globalThis.plumblineInRehearsal = () => {
      throw new Error('a command was spelled while a module was loaded, before it is known whether in a rehearsal');
    };
  });
  afterAll(() => {
    globalThis.plumblineInRehearsal = undefined;
    globalThis.plumblineSpeech = undefined;
  });

  it.each(files)('are said when a reader is answered, never while %s is loaded', async (file) => {
    await expect(import(pathToFileURL(path.join(ROOT, file)).href)).resolves.toBeDefined();
  });
});
