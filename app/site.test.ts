import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { publishedKeys } from '@/lib/api/signingKeys';
import { EVENT_IDS } from '@/lib/domain/events/event';
import { addressIn } from '@/lib/api/client/address';
import { keys as operation } from '@/lib/api/client/operations';
import { headersFor } from '@/lib/server/guard/headers';
import { ownSigner } from '@/lib/server/keys/keyring';
import config from '../next.config';
import { formRoute, VIEW_FORMS } from '../lib/permalink/forms';
import { config as proxyConfig } from '../proxy';
import { GET as publishKeys } from './.well-known/plumbline-keys.json/route';
import robots from './robots';
import sitemap from './sitemap';

vi.mock('@/lib/server/context', () => ({ appContext: () => Promise.resolve({}) }));
vi.mock('@/lib/server/coverage/assetCoverage', () => ({
  assetsWithData: () =>
    Promise.resolve([
      { asset: 'ATOM', name: 'ATOM' },
      { asset: 'USDE', name: 'USDe' },
    ]),
}));

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('what search engines are told', () => {
  it('is every event, page and asset with data, under the public address alone', async () => {
    vi.stubEnv('PLUMBLINE_ORIGIN', 'https://plumbline.example');
    const urls = (await sitemap()).map(({ url }) => url);
    expect(urls[0]).toBe('https://plumbline.example/');
    for (const event of EVENT_IDS) expect(urls).toContain(`https://plumbline.example/events/${event}`);
    for (const page of ['method', 'coverage', 'ATOM', 'USDE'])
      expect(urls).toContain(`https://plumbline.example/${page}`);
    expect(new Set(urls).size).toBe(urls.length);
    expect(robots().sitemap).toBe('https://plumbline.example/sitemap.xml');
  });

  it('is no address at all where the app has no public one', async () => {
    vi.stubEnv('PLUMBLINE_ORIGIN', '');
    expect(await sitemap()).toEqual([]);
    expect(robots()).not.toHaveProperty('sitemap');
  });

  it('leaves the API to scripts, but for its pictures', () => {
    expect(robots().rules).toEqual({ userAgent: '*', allow: '/api/v1/charts/', disallow: '/api/' });
  });
});

describe('the installed app', () => {
  const PUBLIC = join(import.meta.dirname, '..', 'public');
  const manifest = JSON.parse(readFileSync(join(PUBLIC, 'manifest.webmanifest'), 'utf8')) as {
    readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose?: string }[];
  };
  /** Width and height stand in a PNG’s first chunk. */
  const sizesOf = (file: string): string => {
    const bytes = readFileSync(join(PUBLIC, file));
    return `${String(bytes.readUInt32BE(16))}x${String(bytes.readUInt32BE(20))}`;
  };

  it('has icons of the sizes its manifest names, 192 and 512 among them, and a maskable one', () => {
    const pngs = manifest.icons.filter(({ src }) => src.endsWith('.png'));
    for (const { src, sizes } of pngs) expect(sizesOf(src)).toBe(sizes);
    expect(pngs.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
    expect(pngs.some(({ purpose }) => purpose === 'maskable')).toBe(true);
    expect(sizesOf('apple-touch-icon.png')).toBe('180x180');
  });
});

describe('a view’s address with a form', () => {
  const rewritten = async (path: string): Promise<string | undefined> => {
    const rules = (await config.rewrites?.()) as { afterFiles: readonly { source: string; destination: string }[] };
    for (const { source, destination } of rules.afterFiles) {
      const names = [...source.matchAll(/:([a-z]+)/g)].map(([, name]) => name ?? '');
      const match = new RegExp(`^${source.replace(/\/:[a-z]+\(((?:[^()]|\(\?:[^()]*\))*)\)/g, '/($1)')}$`).exec(path);
      if (match !== null) return names.reduce((to, name, i) => to.replace(`:${name}`, match[i + 1] ?? ''), destination);
    }
    return undefined;
  };

  it.each([
    ...VIEW_FORMS.flatMap((form) => [`/ATOM.${form}`, `/1INCH/2025-10-10T21:20Z.${form}`]),
    '/ATOM',
    '/ATOM.gif',
    '/ATOM/x/y.csv',
  ])('%s is answered by whom the kept answers take it for', async (path) => {
    expect(await rewritten(path)).toBe(formRoute(path));
  });
});

describe('the keys of seals', () => {
  it('are published where the proxy lets them pass, without their private halves, as none before the first picture', async () => {
    const home = mkdtempSync(join(tmpdir(), 'plumbline-keys-'));
    vi.stubEnv('PLUMBLINE_HOME', home);
    try {
      expect(await (await publishKeys()).json()).toEqual({ keys: [] });
      const { publicKey } = await ownSigner(process.env);
      const answer = await publishKeys();
      const { keys } = publishedKeys.parse(await answer.json());
      expect(keys).toMatchObject([{ publicKey, retired: null }]);
      expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['algorithm', 'created', 'id', 'pem', 'publicKey', 'retired']);
      expect(headersFor(addressIn(operation, {}), {})['access-control-allow-origin']).toBe('*');
    } finally {
      rmSync(home, { recursive: true });
    }
    const [matcher = ''] = proxyConfig.matcher;
    const isMet = (path: string): boolean => new RegExp(`^${matcher}$`).test(path);
    expect(isMet('/ATOM/2025-10-10T21:20Z')).toBe(true);
    expect(isMet('/.well-known/plumbline-keys.json')).toBe(false);
  });
});
