import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { oembedAnswer, type OembedAnswer } from '../../api/oembed';
import type { Context } from '../context';
import type { View } from '../../permalink/view';
import type { Outcome } from '../http/outcome';
import { oembedReply } from '../http/reply';
import { viewAlternates } from '../pages/frame';
import { fourVenues, valueOf, type FourVenues } from '../testing/fourVenues';
import { oembed } from './oembed';
import { oembedIn } from './oembedRequest';
import { isDiscovery, oembedFaults, type Room } from './testing/oembedText';

let stored: FourVenues;
let context: Context;
beforeAll(async () => {
  stored = await fourVenues();
  ({ context } = stored);
});
afterAll(() => stored.drop());
beforeEach(() => {
  vi.stubEnv('PLUMBLINE_ORIGIN', 'https://plumbline.example');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const WINDOW = 'from=2025-10-10T21:00Z&to=2025-10-10T21:12Z';
const MINUTE = `https://plumbline.example/ATOM/2025-10-10T21:01Z?${WINDOW}`;

async function asked(fields: Readonly<Record<string, string>>): Promise<Outcome<OembedAnswer>> {
  const url = new URL(`http://localhost/api/v1/oembed?${new URLSearchParams(fields).toString()}`);
  const read = await oembedIn(context, url);
  return read.ok ? oembed(context, read.value) : read;
}

/** The view that a page shows. */
async function viewOf(page: string): Promise<Outcome<View>> {
  const read = await oembedIn(
    context,
    new URL(`http://localhost/api/v1/oembed?${new URLSearchParams({ url: page }).toString()}`),
  );
  return read.ok ? { ok: true, value: read.value.view } : read;
}

describe('a page that embeds a minute', () => {
  /** Less room than its page needs. */
  const LOW = { maxheight: '900' };

  it('is given a frame of the page that is made for it', async () => {
    const found = oembedAnswer.parse(valueOf(await asked({ url: MINUTE, format: 'json' })));
    expect(found.title).toMatch(/^SIMULATED · On 2025-10-10 at 21:01 UTC, ATOM traded as low as 50 USD on Binance/);
    expect(found).toMatchObject({ width: 960, thumbnail_width: 1600, provider_url: 'https://plumbline.example' });
    expect(found.html).toMatch(
      /^<iframe src="https:\/\/plumbline\.example\/embed\/ATOM\/2025-10-10T21:01Z\?v=[^"<>]*" title="SIMULATED · On [^"<>]*" width="960" height="1220"[^<>]*><\/iframe>$/,
    );
    const narrow = valueOf(await asked({ url: MINUTE, maxwidth: '640', maxheight: '2000' }));
    expect([narrow.width, narrow.height, narrow.html.includes('width="640" height="1220"')]).toEqual([640, 1220, true]);
    // A thumbnail would be wider than what was asked for.
    expect(narrow.thumbnail_url).toBeUndefined();
  });

  it('is given its picture, which leads to its page, where there is less room', async () => {
    const found = oembedAnswer.parse(valueOf(await asked({ url: MINUTE, ...LOW })));
    expect(found).toMatchObject({ width: 1600, thumbnail_width: 1600, provider_url: 'https://plumbline.example' });
    expect(found.thumbnail_url).toMatch(/^https:\/\/plumbline\.example\/ATOM\/2025-10-10T21:01Z\.png\?v=/);
    expect(found.html).toMatch(/^<a href="https:\/\/plumbline\.example\/ATOM\/2025-10-10T21:01Z\?[^"<>]*"><img src="/);
    expect(found.html).toContain(`width="1600" height="${String(found.height)}"`);
  });

  it.each([
    [{ maxwidth: '400' }, [400, 225]],
    [{ maxheight: '400' }, [Math.floor((1600 * 400) / 900), 400]],
    [{ maxwidth: '9000', maxheight: '1000' }, [1600, 900]],
  ])('is given a picture no larger than it has room for: %j', async (most, expected) => {
    const found = valueOf(await asked({ url: MINUTE, ...most }));
    expect([found.width, found.height]).toEqual(expected);
    expect(found.thumbnail_height).toBe(found.height === 900 ? 900 : undefined);
  });

  it('is told of a window which asset and day it is about', async () => {
    const { title } = valueOf(await asked({ url: `https://plumbline.example/ATOM?${WINDOW}` }));
    expect(title).toMatch(
      /^SIMULATED · ATOM on 4 venues, 2025-10-10 21:00 to 21:12 UTC, prices in USD\. At 21:01 UTC, Binance/,
    );
  });

  it('may give an address that was mangled on its way, or names a language', async () => {
    const found = valueOf(await asked({ url: `${MINUTE}&utm_source=chat` }));
    expect(found.thumbnail_url).toBe(valueOf(await asked({ url: MINUTE })).thumbnail_url);
  });

  it.each([
    ['another app’s page', { url: `https://elsewhere.example/ATOM?${WINDOW}` }, 404, /is no view of https:/],
    ['no address', { url: 'ATOM' }, 404, /is no view of/],
    ['the front page', { url: 'https://plumbline.example/' }, 404, /is no view of/],
    ['an asset that is not stored', { url: 'https://plumbline.example/NOPE' }, 404, /NOPE/],
    ['a minute that is none', { url: 'https://plumbline.example/ATOM/yesterday' }, 400, /is not a time/],
    ['nothing', {}, 400, /"url" is missing/],
    ['XML', { url: MINUTE, format: 'xml' }, 501, /answers come as json/],
    ['no width', { url: MINUTE, maxwidth: '0' }, 400, /"maxwidth" is "0"/],
  ] as const)('is refused in one line: %s', async (_, fields, status, mend) => {
    const found = await asked(fields);
    expect(found).toMatchObject({ ok: false, status });
    expect(found.ok ? '' : found.message).toMatch(mend);
  });

  it('learns what is missing where the app has no public address', async () => {
    vi.stubEnv('PLUMBLINE_ORIGIN', '');
    expect(await asked({ url: MINUTE })).toMatchObject({
      ok: false,
      status: 404,
      message: expect.stringContaining('PLUMBLINE_ORIGIN') as string,
    });
  });
});

describe('an answer as the text of oEmbed 1.0 has it', () => {
  const PAGES = [MINUTE, `https://plumbline.example/ATOM?${WINDOW}`, `${MINUTE}&lang=ko`];
  const ROOMS: readonly Room[] = [
    {},
    { maxwidth: 800 },
    { maxheight: 300 },
    { maxwidth: 1, maxheight: 1 },
    { maxwidth: 9_999 },
    { maxwidth: 640, maxheight: 2_000 },
  ];

  it.each(PAGES.flatMap((page) => ROOMS.map((room) => [page, room] as const)))('is valid: %s %j', async (url, room) => {
    const fields = Object.fromEntries(Object.entries(room).map(([name, value]) => [name, String(value)]));
    const found = valueOf(await asked({ url, ...fields }));
    expect(oembedFaults(found, room)).toEqual([]);
    const reply = oembedReply({ ok: true, value: found });
    // Section 2.3.1.
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(oembedFaults((await reply.json()) as Readonly<Record<string, unknown>>, room)).toEqual([]);
  });

  it('is found from the page that it is about: the link in its head leads to it', async () => {
    const { alternates } = viewAlternates(valueOf(await viewOf(MINUTE)));
    const links = Object.entries(alternates?.types ?? {}).filter(([type]) => type.endsWith('+oembed'));
    expect(links).toHaveLength(1);
    const [type, href] = links[0] ?? [];
    if (type === undefined || typeof href !== 'string') throw new Error('no address');
    expect(isDiscovery(type, href)).toBe(true);
    const read = valueOf(await oembedIn(context, new URL(href)));
    const [linked, direct] = [valueOf(await oembed(context, read)), valueOf(await asked({ url: MINUTE }))];
    expect(linked).toEqual(direct);
  });

  it('is found nowhere where the app has no public address', async () => {
    const view = valueOf(await viewOf(MINUTE));
    vi.stubEnv('PLUMBLINE_ORIGIN', '');
    expect(JSON.stringify(viewAlternates(view))).not.toContain('oembed');
  });

  it.each([
    [{ version: '1.1' }, 'version is not "1.0"'],
    [{ type: 'picture' }, 'type is none of photo, video, link, rich'],
    [{ type: 'photo' }, 'url is required of a photo'],
    [{ type: 'photo', url: '/ATOM.png' }, 'url is required of a photo'],
    [{ width: '800' }, 'width is required of a rich'],
    [{ html: '' }, 'html is required of a rich'],
    [{ html: '<img src="x">' }, 'html is no valid XHTML'],
    [{ html: '<a href="x?a=1&b=2">x</a>' }, 'html is no valid XHTML'],
    [{ thumbnail_width: 10 }, 'of a thumbnail all three fields or none'],
    [{ width: 1_601 }, 'width exceeds what was asked for'],
  ] as const)('is none with %j', (change, fault) => {
    const sound = {
      version: '1.0',
      type: 'rich',
      html: '<a href="x?a=1&amp;b=2"><img src="x" /></a>',
      width: 1_600,
      height: 900,
    };
    expect(oembedFaults(sound, { maxwidth: 1_600 })).toEqual([]);
    expect(oembedFaults({ type: 'link', version: '1.0' })).toEqual([]);
    expect(oembedFaults({ ...sound, ...change }, { maxwidth: 1_600 })).toContain(fault);
  });
});
