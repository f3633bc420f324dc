import { describe, expect, it } from 'vitest';
import { MarketUnknown, RetryLater, VenueRefused, VenueResting, VenueUnreachable, errorOfCcxt } from './errors';
import { openDoor, provenanceOf } from './fetchDoor';

const NOW = Date.UTC(2025, 9, 10, 21, 20);

const doorTo = (answer: () => Response | Promise<Response>) =>
  openDoor({ fetch: () => Promise.resolve().then(answer), now: () => NOW, timeoutMs: 60_000, signal: undefined });

const errorFrom = async (answer: () => Response | Promise<Response>): Promise<unknown> =>
  doorTo(answer)
    .fetchImplementation('https://venue.example/candles')
    .then(
      () => undefined,
      (error: unknown) => error,
    );

describe('a reply is classified by its status before ccxt sees it', () => {
  it.each([429, 418, 408, 500, 502, 503])('HTTP %i is asked again later', async (status) => {
    expect(await errorFrom(() => new Response('busy', { status }))).toBeInstanceOf(RetryLater);
  });

  it.each([451, 403, 401])('HTTP %i is a refusal of the venue', async (status) => {
    expect(await errorFrom(() => new Response('not in your country', { status }))).toMatchObject({
      constructor: VenueRefused,
      message: `refused the request (HTTP ${String(status)}: not in your country)`,
    });
  });

  it('a maintenance that says so is for later, not something to wait for now', async () => {
    expect(await errorFrom(() => new Response('System under maintenance', { status: 503 }))).toBeInstanceOf(
      VenueResting,
    );
  });

  it('a Retry-After beyond five minutes is a ban: a refusal, reported once (trap 11)', async () => {
    expect(
      await errorFrom(() => new Response('IP banned', { status: 418, headers: { 'Retry-After': '7200' } })),
    ).toMatchObject({
      constructor: VenueRefused,
      message: 'banned this address for 120 minutes (HTTP 418: IP banned)',
    });
  });

  it('the venue’s Retry-After is kept, in seconds or as a date', async () => {
    expect(await errorFrom(() => new Response('', { status: 429, headers: { 'Retry-After': '7' } }))).toMatchObject({
      waitMs: 7_000,
    });
    expect(
      await errorFrom(
        () => new Response('', { status: 429, headers: { 'Retry-After': new Date(NOW + 90_000).toUTCString() } }),
      ),
    ).toMatchObject({ waitMs: 90_000 });
    expect(await errorFrom(() => new Response('', { status: 429 }))).toMatchObject({ waitMs: undefined });
  });

  it('a 400 with JSON goes on to ccxt, which knows the venue’s codes', async () => {
    const door = doorTo(() => new Response('{"code":-1121,"msg":"Invalid symbol."}', { status: 400 }));
    const response = await door.fetchImplementation('https://venue.example/candles');
    expect(response.status).toBe(400);
    expect(errorOfCcxt(new Error('binance {"code":-1121}'), 400)).toBeInstanceOf(MarketUnknown);
  });
});

describe('a 200 that is no JSON is no answer: it would look like a window without a trade', () => {
  it.each([
    [
      'a page',
      '<html><body><h1>Scheduled maintenance</h1></body></html>',
      'answered with a page instead of JSON ("Scheduled maintenance")',
    ],
    ['a body cut off on its way', '[[1760131200000,"3.1","3.', 'the reply was cut off after 25 characters'],
    ['an empty body', '', 'answered with an empty body'],
  ])('%s', async (_, body, message) => {
    expect(await errorFrom(() => new Response(body, { status: 200 }))).toMatchObject({
      constructor: RetryLater,
      message,
    });
  });
});

describe('a transport that fails', () => {
  const failure = (code: string): TypeError =>
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

  it.each(['ENOTFOUND', 'ECONNREFUSED', 'EAI_AGAIN'])('%s: nobody is there', async (code) => {
    expect(await errorFrom(() => Promise.reject(failure(code)))).toMatchObject({
      constructor: VenueUnreachable,
      message: `cannot be reached (${code})`,
    });
  });

  it('nobody is there at any of several addresses', async () => {
    const many = new AggregateError([Object.assign(new Error(''), { code: 'ECONNREFUSED' })], '');
    expect(await errorFrom(() => Promise.reject(new TypeError('fetch failed', { cause: many })))).toBeInstanceOf(
      VenueUnreachable,
    );
  });

  it.each(['ECONNRESET', 'UND_ERR_SOCKET'])('%s: the connection broke, and is tried again', async (code) => {
    expect(await errorFrom(() => Promise.reject(failure(code)))).toBeInstanceOf(RetryLater);
  });

  it('a venue that never answers is given up after the time limit, and asked again later', async () => {
    const door = openDoor({
      fetch: (_, init) =>
        new Promise((__, reject) => {
          init.signal.addEventListener('abort', () => {
            reject(init.signal.reason as Error);
          });
        }),
      now: () => NOW,
      timeoutMs: 20,
      signal: undefined,
    });
    await expect(door.fetchImplementation('https://venue.example/')).rejects.toMatchObject({
      name: 'RetryLater',
      message: 'no answer within 20 ms',
    });
  });
});

it('keeps the body, the address, both clocks and the SHA-256 of the latest reply', async () => {
  const door = doorTo(
    () => new Response('[]', { status: 200, headers: { Date: new Date(NOW - 3_000).toUTCString() } }),
  );
  await door.fetchImplementation('https://venue.example/candles?x=1');
  const reply = door.last();
  expect(reply).toMatchObject({
    url: 'https://venue.example/candles?x=1',
    status: 200,
    body: '[]',
    json: [],
    venueClockMs: NOW - 3_000,
    receivedAtMs: NOW,
  });
  if (reply === undefined) throw new Error('no reply');
  // The digest of two bytes, "[]", by sha256sum.
  expect(provenanceOf(reply, 'test 1')).toEqual({
    address: 'https://venue.example/candles?x=1',
    receivedAtMs: NOW,
    reader: 'test 1',
    body: Buffer.from('[]'),
    sha256: '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945',
  });
});
