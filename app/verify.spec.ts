import { expect, test, type Page, type Request } from '@playwright/test';
import { earlierStates, type Verification } from '../lib/api/verification';
import { publishedKeys } from '../lib/api/signingKeys';
import { STAMP_KEYWORD } from '../lib/domain/stampNames';
import { withTexts } from '../lib/evidence/pngText';
import { pngFile, textsOf } from '../lib/sealed/pngFile';
import { unzipped } from '../lib/server/bundle/testing/unzipped';
import { zipOf } from '../lib/server/bundle/zip';
import { ownSigner } from '../lib/server/keys/keyring';
import { stampedPicture } from '../lib/server/stamps/stampedPicture';
import { withStamps } from '../lib/server/stamps/stampedFiles';
import { testAuthority } from '../lib/server/stamps/testing/authority';
import { startVerifier } from '../lib/server/verify/testing/verifier';
import { stampWords, unreadableFile, verdictWords } from '../lib/words/en/verifyPage';
import { expectAccessible, expectNoFaults } from './testing/accessible';
import { NOT_STORED, sampleFiles, type Sample } from './testing/sampleFiles';
import { sidewaysOf } from './testing/sideways';

// A picture or a bundle, verified in a real browser: what it says is what the command line says, and nothing of the file but its address goes out.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const VIEW = '/ATOM/2025-10-10T21:20Z';
const WINDOW = 'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
/** The smallest frame: a dozen pictures are read, and drawn anew. */
const SMALL = 'size=card&density=1';

const fetched = async (path: string): Promise<Buffer> => {
  const response = await fetch(address(path));
  expect(response.status, path).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

/** Chooses a file as the button does, pressed until the page, whose scripts may still be on their way, asks for one. */
async function choose(
  page: Page,
  { name, bytes }: Pick<Sample, 'name' | 'bytes'>,
  press = (): Promise<void> => page.getByRole('button', { name: /^(Choose a file|Verify another file)$/ }).click(),
): Promise<void> {
  await expect(async () => {
    const chooser = page.waitForEvent('filechooser', { timeout: 2_000 });
    await Promise.all([chooser, press()]);
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  }).toPass();
}

const verdictOn = (page: Page) => page.locator('#verdict');

/** What the page lists: altered fields, parameters and books, in order. */
const listed = (page: Page, id: string) => page.locator(`section[aria-labelledby=${id}]`);

async function samples(): Promise<readonly Sample[]> {
  const png = await fetched(`${VIEW}.png?${WINDOW}&${SMALL}`);
  const permalink = new Map(pngFile(png).texts).get('plumbline:permalink') ?? '';
  const states = await fetched(
    `/api/v1/verifications/states?${new URLSearchParams({ address: permalink }).toString()}`,
  );
  // The book of which the fewest minutes were answered last.
  const [found] = earlierStates
    .parse(JSON.parse(states.toString('utf8')))
    .books.flatMap(({ line, states: [state] }) => (state === undefined ? [] : [{ line, state }]))
    .toSorted((a, b) => a.state.minutes.length - b.state.minutes.length);
  if (found === undefined) throw new Error('the rehearsal has no earlier state');
  return sampleFiles({
    png,
    zip: await fetched(`${VIEW}.zip?${WINDOW}`),
    signer: await ownSigner(process.env),
    earlier: { line: found.line, hash: found.state.hash },
  });
}

test.describe('a file that is verified', () => {
  // One test, for the files are made in ten seconds and the bundles among them verified in as long: each is shown once, for all that is asked of it.
  test('has on the page the verdict of the command line, accessibly, and the site is sent the address in it and nothing else', async ({
    page,
    context,
  }) => {
    test.setTimeout(300_000);
    // A key is made with the first picture.
    const all = await samples();
    const keys = publishedKeys.parse(JSON.parse((await fetched('/.well-known/plumbline-keys.json')).toString('utf8')));
    const verifier = startVerifier();
    await expectAccessible(page, address('/verify'));
    await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
    const requests: Request[] = [];
    context.on('request', (request) => requests.push(request));
    try {
      for (const sample of all) {
        await test.step(sample.name, async () => {
          await choose(page, sample);
          const found = await verifier.verify({ bytes: sample.bytes, keys, stored: true });
          if (sample.fault === undefined) {
            if ('fault' in found) throw new Error(`${sample.name} cannot be read: ${found.fault}`);
            const { said } = found;
            expect(said.verdict).toBe(sample.finds);
            await expect(page.getByText(`${sample.name} (read as a`)).toBeVisible();
            await expectSaid(page, said);
          } else {
            await expect(page.getByRole('alert').filter({ hasText: sample.name })).toContainText(
              unreadableFile[sample.fault],
            );
            expect(found).toEqual({ fault: sample.fault });
          }
          if (LOOKED_AT.includes(sample.name)) await expectShownWell(page, sample.name);
        });
      }
    } finally {
      await verifier.close();
    }
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining([...LOOKED_AT]));
    expectAddressesAlone(requests, all);
  });

  test('has on the page the time stamps of the command line, and no other site is asked', async ({ page }) => {
    const authority = await testAuthority('Court');
    const verifier = startVerifier();
    try {
      const asked = [{ name: 'court.example', url: authority.url }];
      const [png, other] = [
        await fetched(`${VIEW}.png?${WINDOW}&${SMALL}`),
        await fetched(`${VIEW}.png?${WINDOW}&${SMALL}&theme=dark`),
      ];
      const [own, others] = [await stampedPicture(png, asked), await stampedPicture(other, asked)];
      const zip = await withStamps(await unzipped(await fetched(`${VIEW}.zip?${WINDOW}`)), asked);
      if (own === undefined || others === undefined) throw new Error('a picture without a seal');
      const foreign = textsOf(others.png).get(STAMP_KEYWORD) ?? '';
      const keys = publishedKeys.parse(
        JSON.parse((await fetched('/.well-known/plumbline-keys.json')).toString('utf8')),
      );
      await page.goto(address('/verify'));
      const requests: Request[] = [];
      page.on('request', (request) => requests.push(request));
      for (const [name, bytes, faults] of [
        ['stamped.png', own.png, [null]],
        ['foreign.png', withTexts(png, [[STAMP_KEYWORD, foreign]]), ['other-bytes']],
        ['none.png', withTexts(png, [[STAMP_KEYWORD, 'court.example\nAAAA']]), ['unreadable']],
        ['stamped.zip', await zipOf(zip.files), [null]],
      ] as const) {
        const found = await verifier.verify({ bytes: new Uint8Array(bytes), keys, stored: false });
        const stamps = 'said' in found ? (found.said.stamps ?? []) : [];
        expect(stamps.map(({ fault }) => fault)).toEqual(faults);
        await choose(page, { name, bytes: new Uint8Array(bytes) });
        await expect(page.getByText(`${name} (read as a`)).toBeVisible();
        await expect(verdictOn(page)).toHaveText(faults[0] === null ? 'Identical' : 'Altered');
        for (const { name: asks, time, authority: by, fault, of, certificate, isTrusted } of stamps) {
          await expect(listed(page, 'stamps').locator('dt')).toHaveText([asks]);
          const words =
            fault === null && time !== null && by !== null && certificate !== null
              ? [
                  stampWords.stamped(time.slice(0, 19).replace('T', ' '), by),
                  stampWords.covers[of],
                  stampWords.certificates[certificate],
                  isTrusted === true ? stampWords.trusted : stampWords.unknown,
                ]
              : fault === null
                ? []
                : [stampWords.faults[fault]];
          await expect(listed(page, 'stamps').locator('dd p')).toHaveText(words);
        }
      }
      for (const request of requests) expect(new URL(request.url()).origin).toBe(new URL(address('/')).origin);
    } finally {
      await verifier.close();
      await authority.close();
    }
  });

  test('may be dropped anywhere on the page', async ({ page }) => {
    const png = await fetched(`${VIEW}.png?${WINDOW}&${SMALL}`);
    await page.goto(address('/verify'));
    const dropped = await page.evaluateHandle((base64) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'dropped.png', { type: 'image/png' }));
      return transfer;
    }, png.toString('base64'));
    await expect(async () => {
      await page.dispatchEvent('footer', 'dragover', { dataTransfer: dropped });
      await expect(page.getByText('Release to verify it')).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await page.dispatchEvent('footer', 'drop', { dataTransfer: dropped });
    await expect(verdictOn(page)).toHaveText('Identical');
  });

  test('is chosen by keyboard, and the verdict is said to whoever hears the page', async ({ page }) => {
    const png = await fetched(`${VIEW}.png?${WINDOW}&${SMALL}`);
    await page.goto(address('/verify'));
    await page.getByRole('button', { name: 'Choose a file' }).focus();
    await choose(page, { name: 'a.png', bytes: png }, () => page.keyboard.press('Enter'));
    await expect(page.getByRole('status').filter({ hasText: /^Identical\. The seal is by a known key/ })).toHaveCount(
      1,
    );
    await expect(page.getByRole('link', { name: 'Open the view' })).toHaveAttribute(
      'href',
      /^\/ATOM\/2025-10-10T21:20Z\?/,
    );
  });
});

/** Files whose verdict, or fault, is looked at on a desk and on a phone, in both themes. */
const LOOKED_AT: readonly string[] = ['changed.png', 'fact.png', 'copy.jpg', 'cut-off.png'];

async function expectShownWell(page: Page, name: string): Promise<void> {
  await expectNoFaults(page, { what: name });
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => sidewaysOf(page), name).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 720 });
}

/** What the page asked while it verified files: its own site alone, by the address in each, and nothing else of it. */
function expectAddressesAlone(requests: readonly Request[], all: readonly Sample[]): void {
  for (const request of requests) {
    expect([request.method(), request.postData()], request.url()).toEqual(['GET', null]);
    expect(new URL(request.url()).origin).toBe(new URL(address('/')).origin);
  }
  // But for what the page is made of, and how far an ingest is.
  const own = requests
    .map((request) => new URL(request.url()))
    .filter(({ pathname }) => !/^\/_next\/|^\/api\/v1\/progress$/.test(pathname));
  const asked = own.filter(({ pathname }) => pathname.startsWith('/api/'));
  expect(own.filter((url) => !asked.includes(url) && url.search !== '')).toEqual([]);
  expect(new Set(asked.map(({ pathname }) => pathname))).toEqual(
    new Set(['/api/v1/verifications', '/api/v1/verifications/pictures', '/api/v1/verifications/states']),
  );
  const permalink = new Map(pngFile(Buffer.from(all[0]?.bytes ?? [])).texts).get('plumbline:permalink');
  for (const { pathname, searchParams } of asked) {
    // A picture's frame is a part of its own address.
    const frame = pathname.endsWith('/pictures') ? ['size', 'theme', 'density'] : [];
    expect([...searchParams.keys()]).toEqual(['address', ...frame]);
    const sent = searchParams.get('address') ?? '';
    expect(sent === permalink || sent === NOT_STORED || /^\/-\/[1-9A-Za-z]+$/.test(sent), sent).toBe(true);
  }
}

/** The page says what was found: the verdict, each field, each parameter, each book with how many minutes. */
async function expectSaid(page: Page, said: Verification): Promise<void> {
  await expect(verdictOn(page)).toHaveText(verdictWords[said.verdict].name);
  const heads = (id: string) => listed(page, id).locator('tbody th').allTextContents();
  expect(await heads('altered')).toEqual(said.altered.facts.map(({ name }) => name));
  expect(await heads('parameters')).toEqual(said.parameters.map(({ name }) => name));
  expect(await listed(page, 'changes').locator('h3').count()).toBe(said.changes.length);
  const minutes = said.changes.flatMap((book) => book.minutes?.slice(0, 20) ?? []);
  expect(await heads('changes')).toHaveLength(minutes.length);
  for (const text of [said.signer?.id, said.digest, said.digestNow, said.sentenceNow, said.address])
    if (typeof text === 'string') await expect(listed(page, 'found')).toContainText(text);
}
