import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { instant, type Instant } from '../../domain/instant';
import { minuteRange } from '../../domain/minute';
import type { Provenance } from '../../domain/observation';
import { sampleSigner } from '../../evidence/testing/sampleSigner';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, ASKED_AT, at, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { appContext, type Context } from '../context';
import { NINE, question, valueOf } from '../testing/fourVenues';
import { bundleOf } from './bundle';
import { checked } from './testing/laidOut';
import { unzipped } from './testing/unzipped';

vi.mock(import('../../domain/pictureLook'), async (original) =>
  (await import('../testing/atDensityOne')).atDensityOne(original),
);

const MINUTES = Array.from({ length: 12 }, (_, i) => NINE + i);
const VENUES = ['binance', 'coinbase', 'kraken', 'okx'];
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
const body = (venue: string, later = 0): string => `[["${venue}",${String(later)},"€ 한국"]]`;
const reply = (venue: string, later = 0): Provenance => ({
  address: `https://api.example/${venue}?a=1,2&b="${String(later)}"`,
  receivedAtMs: ASKED_AT + later,
  sha256: sha256(body(venue, later)),
  reader: 'ccxt 4.5.84, "unified"',
  body: Buffer.from(body(venue, later)),
});

let db: FreshDatabase;
let context: Context;
let files: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  db = await freshDatabase('real');
  for (const venue of VENUES)
    await ledgerOf(db, { keepBodies: true }).record([
      answer({
        market: spot(venue, 'ATOM', 'USD'),
        asked: range(NINE, NINE + 12),
        candles: MINUTES.map((m) => candle(at(m), 100, venue === 'binance' && m === NINE + 3 ? { low: 50 } : {})),
        provenance: [reply(venue)],
      }),
    ]);
  // Asked again a day later, one venue says something else of one minute; that reply is not kept.
  await ledgerOf(db).record([
    answer({
      market: spot('okx', 'ATOM', 'USD'),
      asked: range(NINE + 5, NINE + 6),
      candles: [candle(at(NINE + 5), 101)],
      askedAtMs: ASKED_AT + 86_400_000,
      provenance: [reply('okx', 86_400_000)],
    }),
  ]);
  vi.stubEnv('DATABASE_URL', db.url);
  context = await appContext();
  vi.unstubAllEnvs();
  files = await bundled();
});
afterAll(async () => {
  await context.database.close();
  globalThis.plumblineContext = undefined;
  await db.drop();
});

const bundled = async (asOf?: Instant): Promise<ReadonlyMap<string, Buffer>> => {
  const asked = question({ range: minuteRange(at(NINE), at(NINE + 12)), asOf });
  const view = { question: asked, scale: 'auto' as const, focus: undefined, lines: [], minute: undefined };
  const by = { origin: 'https://plumbline.example', signer: sampleSigner() };
  return unzipped(valueOf(await bundleOf(context, view, by)).bytes);
};
const text = (name: string): string => (files.get(name) ?? Buffer.alloc(0)).toString('utf8');

/** A record as ISO 28500 writes it: version, named fields, an empty line, the block, two line ends. */
interface WarcRecord {
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Buffer;
}

function records(bytes: Buffer): readonly WarcRecord[] {
  const found: WarcRecord[] = [];
  for (let from = 0; from < bytes.length;) {
    const head = bytes.indexOf('\r\n\r\n', from);
    const [version = '', ...lines] = bytes.toString('utf8', from, head).split('\r\n');
    expect(version).toBe('WARC/1.1');
    const fields = new Map(lines.map((line) => /^([A-Za-z-]+): (.*)$/.exec(line)?.slice(1, 3) as [string, string]));
    const end = head + 4 + Number(fields.get('Content-Length'));
    expect(bytes.toString('latin1', end, end + 4)).toBe('\r\n\r\n');
    found.push({ fields, block: bytes.subarray(head + 4, end) });
    from = end + 4;
  }
  return found;
}

describe('a bundle holds what its candles were read from', () => {
  it('each request, when it was answered, and the SHA-256 of the reply', () => {
    const [, ...lines] = text('provenance.csv').trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe(
      `binance,ATOM,USD,spot,rest,2025-10-10T21:00Z,2025-10-10T21:12Z,2026-01-01T00:00Z,${sha256(body('binance'))},true,true,` +
        `"ccxt 4.5.84, ""unified""","https://api.example/binance?a=1,2&b=""0"""`,
    );
    expect(lines.filter((line) => line.includes(',false,false,'))).toEqual([
      expect.stringContaining(sha256(body('okx', 86_400_000))),
    ]);
  });

  it('the replies that were kept, as a WARC file that can be read from the text of ISO 28500', () => {
    const [info, ...resources] = records(files.get('replies.warc') ?? Buffer.alloc(0));
    expect(info?.fields.get('WARC-Type')).toBe('warcinfo');
    expect(info?.fields.get('Content-Type')).toBe('application/warc-fields');
    expect(resources.map(({ block }) => block.toString('utf8'))).toEqual(VENUES.map((venue) => body(venue)));
    const ids = new Set<string>();
    for (const { fields, block } of resources) {
      expect([...fields.keys()]).toEqual([
        ...['WARC-Type', 'WARC-Record-ID', 'WARC-Date', 'WARC-Target-URI', 'WARC-Payload-Digest', 'WARC-Block-Digest'],
        ...['Content-Type', 'Content-Length'],
      ]);
      expect(fields.get('WARC-Type')).toBe('resource');
      expect(fields.get('WARC-Record-ID')).toMatch(
        /^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$/,
      );
      expect(fields.get('WARC-Date')).toBe('2026-01-01T00:00:00.000Z');
      expect(fields.get('WARC-Target-URI')).toMatch(/^https:\/\/api\.example\/[a-z]+\?a=1,2&b=%220%22$/);
      expect(fields.get('WARC-Payload-Digest')).toBe(`sha256:${sha256(block)}`);
      ids.add(fields.get('WARC-Record-ID') ?? '');
    }
    expect(ids.size).toBe(VENUES.length);
    expect(text('README.txt')).toContain(
      'Raw replies: 4 of the 4 that are stored for these minutes are in replies.warc.',
    );
  });

  it('the minutes of which a venue later said something else', () => {
    expect(text('revisions.csv').split('\n')).toEqual([
      expect.stringMatching(/^venue,base,quote,kind,source,minute,firstSeen,seenAgain,before\.open,.*,after\.trades$/),
      'okx,ATOM,USD,spot,rest,2025-10-10T21:05Z,2026-01-01T00:00Z,2026-01-02T00:00Z,100,100,100,100,10,,,101,101,101,101,10,,',
      '',
    ]);
  });

  it('how to ask each exchange for the deepest minute, and the rules', () => {
    const asked = text('ask-the-exchange.txt');
    expect(asked).toMatch(/^ASK THE EXCHANGE YOURSELF: ATOM, 2025-10-10 21:03 UTC\n/);
    expect(asked).toContain("Command: curl 'https://api.exchange.coinbase.com/products/ATOM-USD/candles?");
    expect(asked).toMatch(/Kraken ATOM\/USD\n {2}Address: https:\/\/api\.kraken\.com/);
    expect(text('method.txt')).toContain('2. ONE CURRENCY');
  });

  it('and its script counts them, and names a reply that is another', () => {
    expect(checked(files).lines).toContain(
      'ok    provenance.csv: 5 requests; 4 of the replies are in replies.warc, with their SHA-256',
    );
    expect(checked(files).lines.at(-1)).toMatch(/^Everything fits\. /);
    const warc = Buffer.from(files.get('replies.warc') ?? []);
    warc.write('x', warc.indexOf('"kraken"') + 1);
    const { status, lines } = checked(new Map([...files, ['replies.warc', warc]]));
    expect(status).toBe(1);
    expect(lines.find((line) => line.includes('does not have the digest of its record'))).toContain('/kraken?');
    expect(lines.some((line) => line.includes(`has no reply ${sha256(body('kraken'))}`))).toBe(true);
  });

  it('as of an instant what had been said by then, and no later', async () => {
    const then = await bundled(instant(ASKED_AT + 1));
    expect(then.get('revisions.csv')?.toString().trimEnd().split('\n')).toHaveLength(1);
    expect(then.get('provenance.csv')?.toString().trimEnd().split('\n')).toHaveLength(5);
    const okx = /^okx,ATOM,USD,spot,rest,2025-10-10T21:05Z,.*$/m;
    expect(okx.exec(then.get('candles.csv')?.toString() ?? '')?.[0]).toMatch(/,100,100,100,100,10,,$/);
    expect(okx.exec(text('candles.csv'))?.[0]).toMatch(/,101,101,101,101,10,,$/);
    expect(checked(then).lines.at(-1)).toMatch(/^Everything fits\. /);
  });

  it('the same bytes again', async () => {
    expect([...(await bundled())].map(([name, bytes]) => [name, sha256(bytes)])).toEqual(
      [...files].map(([name, bytes]) => [name, sha256(bytes)]),
    );
  });
});
