import { createHash } from 'node:crypto';
import { brotliDecompressSync, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Asset } from '../../domain/market';
import type { Provenance } from '../../domain/observation';
import { ledgerOf } from '../ledger/ledger';
import { provenanceOf, pruneReplies, replyOfHash } from './provenance';
import { quarantineOf } from '../quarantine/quarantine';
import { answer, ASKED_AT, at, ATOM, candle, range, spot } from '../testing/testAnswers';
import { emptied } from '../testing/emptied';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';

const NOTHING_OF_ATOM = { base: 'ATOM' as Asset, ranges: [] };
const NOTHING_OF_DOGE = { base: 'DOGE' as Asset, ranges: [] };

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(async () => {
  await db.drop();
});
beforeEach(async () => {
  await emptied(db);
});

const ALL = range(0, 100_000);
const DOGE = spot('coinbase', 'DOGE', 'USD');
const sha256 = (body: string): string => createHash('sha256').update(body).digest('hex');
const reply = (body: string, later = 0): Provenance => ({
  address: `https://api.binance.com/api/v3/klines?${String(later)}`,
  receivedAtMs: ASKED_AT + later,
  sha256: sha256(body),
  reader: 'ccxt 4.5.84',
  body: Buffer.from(body),
});
const bodiesKept = async (): Promise<string[]> =>
  (await provenanceOf(db, { range: ALL })).filter(({ hasBody }) => hasBody).map(({ sha256: digest }) => digest);

describe('the replies an answer was read from', () => {
  const body = `[${'[1760131200000,"0.001","0.19"],'.repeat(300)}null]`;

  it('are kept with address, time, SHA-256 and reader, and come back as they came', async () => {
    const euro = '["€ 한국"]';
    await ledgerOf(db, { keepBodies: true }).record([
      answer({ asked: range(0, 10), provenance: [reply(body), reply(euro, 3)] }),
    ]);
    const common = { market: ATOM, source: 'rest', range: range(0, 10), reader: 'ccxt 4.5.84', hasBody: true };
    expect(await provenanceOf(db, { asset: 'ATOM' as Asset, range: range(9, 11) })).toEqual([
      { ...common, address: 'https://api.binance.com/api/v3/klines?0', receivedAtMs: ASKED_AT, sha256: sha256(body) },
      {
        ...common,
        address: 'https://api.binance.com/api/v3/klines?3',
        receivedAtMs: ASKED_AT + 3,
        sha256: sha256(euro),
      },
    ]);
    for (const text of [body, euro]) expect(await replyOfHash(db, ATOM.base, sha256(text))).toEqual({ body: text });
    expect(await replyOfHash(db, DOGE.base, sha256(body))).toBeUndefined();
    const { rows } = await db.pool.query<{ size: number }>('SELECT max(octet_length(body)) AS size FROM reply');
    expect(rows[0]?.size).toBeLessThan(body.length / 4);
  });

  it('are kept byte for byte, also where the bytes are no UTF-8', async () => {
    const bytes = Buffer.from([0x5b, 0x22, 0xff, 0xfe, 0x22, 0x5d]);
    await ledgerOf(db, { keepBodies: true }).record([
      answer({ asked: range(0, 10), provenance: [{ ...reply(''), body: bytes }] }),
    ]);
    const { rows } = await db.pool.query<{ body: Buffer }>('SELECT body FROM reply');
    expect(brotliDecompressSync(rows[0]?.body.subarray(1) ?? Buffer.alloc(0))).toEqual(bytes);
  });

  it('are read where an earlier version kept them, in zlib', async () => {
    await ledgerOf(db).record([answer({ asked: range(0, 10), provenance: [reply(body)] })]);
    await db.pool.query('UPDATE reply SET body = $1', [deflateSync(body, { level: 1 })]);
    expect(await replyOfHash(db, ATOM.base, sha256(body))).toEqual({ body });
  });

  it('are one row each, however often they are recorded', async () => {
    const answers = [
      answer({ asked: range(0, 10), candles: [candle(at(1), 3)], provenance: [reply(body), reply(body)] }),
    ];
    for (let i = 0; i < 3; i += 1) await ledgerOf(db).record(answers);
    expect(await provenanceOf(db, { range: ALL })).toHaveLength(1);
    await ledgerOf(db).record([answer({ asked: range(0, 10), provenance: [reply(body, 1)], askedAtMs: ASKED_AT + 1 })]);
    expect(await provenanceOf(db, { range: ALL })).toHaveLength(2);
  });

  it('are kept without their body unless that is wanted, or there is none', async () => {
    await ledgerOf(db).record([answer({ asked: range(0, 10), provenance: [reply(body)] })]);
    await ledgerOf(db, { keepBodies: true }).record([
      answer({ asked: range(10, 20), provenance: [{ ...reply(body, 1), body: undefined }] }),
    ]);
    expect((await provenanceOf(db, { range: ALL })).map(({ hasBody }) => hasBody)).toEqual([false, false]);
    expect(await replyOfHash(db, ATOM.base, sha256(body))).toEqual({ body: undefined });
  });

  it('come with their answer or not at all', async () => {
    const broken = answer({ market: DOGE, source: 'simulated', asked: range(0, 1), provenance: [reply(body)] });
    await expect(
      ledgerOf(db).record([answer({ asked: range(0, 1), provenance: [reply(body)] }), broken]),
    ).rejects.toThrow('is_of_world');
    expect(await provenanceOf(db, { range: ALL })).toEqual([]);
  });

  it('are found by asset, by market and by the minutes asked for', async () => {
    await ledgerOf(db).record([
      answer({ asked: range(0, 10), provenance: [reply('a')] }),
      answer({ asked: range(10, 20), provenance: [reply('b', 1)] }),
      answer({ asked: range(0, 10), market: DOGE, provenance: [reply('c')] }),
      answer({ asked: range(0, 10), market: { ...ATOM, kind: 'perp' }, provenance: [reply('d')] }),
    ]);
    const found = async (filter: Parameters<typeof provenanceOf>[1]): Promise<string[]> =>
      (await provenanceOf(db, filter)).map((one) => one.sha256);
    expect(await found({ range: range(5, 11) })).toEqual(['d', 'a', 'b', 'c'].map(sha256));
    expect(await found({ range: range(10, 11) })).toEqual(['b'].map(sha256));
    expect(await found({ asset: 'DOGE' as Asset, range: ALL })).toEqual(['c'].map(sha256));
    expect(await found({ market: ATOM, range: ALL })).toEqual(['a', 'b'].map(sha256));
  });
});

describe('pruning the replies', () => {
  beforeEach(async () => {
    await ledgerOf(db, { keepBodies: true }).record([
      ...[0, 1, 2, 3].map((i) =>
        answer({ asked: range(i * 10, i * 10 + 10), provenance: [reply(`atom ${String(i)}`, i)] }),
      ),
      answer({ asked: range(10, 20), market: DOGE, provenance: [reply('doge', 4)] }),
    ]);
  });
  const atom = (...pages: number[]): string[] => pages.map((i) => sha256(`atom ${String(i)}`));

  it('leaves the bodies that overlap a kept range of their asset, and every row', async () => {
    expect(
      await pruneReplies(
        db,
        [{ base: 'ATOM' as Asset, ranges: [range(9, 11), range(30, 31)] }, NOTHING_OF_DOGE],
        undefined,
      ),
    ).toBe(2);
    expect(await bodiesKept()).toEqual(atom(0, 1, 3));
    expect(await provenanceOf(db, { range: ALL })).toHaveLength(5);
    expect(await pruneReplies(db, [NOTHING_OF_ATOM], undefined)).toBe(3);
    expect(await bodiesKept()).toEqual([]);
  });

  it('leaves alone what does not lie wholly inside the range that was looked at', async () => {
    expect(await pruneReplies(db, [NOTHING_OF_ATOM, NOTHING_OF_DOGE], range(5, 30))).toBe(3);
    expect(await bodiesKept()).toEqual(atom(0, 3));
  });

  it('leaves alone the assets that were not named', async () => {
    expect(await pruneReplies(db, [NOTHING_OF_DOGE], undefined)).toBe(1);
    expect(await bodiesKept()).toEqual(atom(0, 1, 2, 3));
  });
});

describe('the quarantine', () => {
  it('is listed with reason, raw row and time, newest first', async () => {
    const ledger = ledgerOf(db);
    const bad = (
      minute: number | undefined,
      reason: string,
    ): { minute: ReturnType<typeof at> | undefined; reason: string; raw: string } => ({
      minute: minute === undefined ? undefined : at(minute),
      reason,
      raw: '[1]',
    });
    await ledger.record([
      answer({ asked: range(0, 10), quarantined: [bad(3, 'low above open'), bad(undefined, 'no time')] }),
    ]);
    await ledger.record([
      answer({ market: DOGE, asked: range(0, 10), quarantined: [bad(5, 'negative')], askedAtMs: ASKED_AT + 1 }),
    ]);
    const doge = {
      market: DOGE,
      source: 'rest',
      minute: at(5),
      reason: 'negative',
      raw: '[1]',
      seenAtMs: ASKED_AT + 1,
    };
    const atoms = [
      { market: ATOM, source: 'rest', minute: at(3), reason: 'low above open', raw: '[1]', seenAtMs: ASKED_AT },
      { market: ATOM, source: 'rest', minute: undefined, reason: 'no time', raw: '[1]', seenAtMs: ASKED_AT },
    ];
    expect(await quarantineOf(db, { limit: 10 })).toEqual([doge, ...atoms]);
    expect(await quarantineOf(db, { limit: 1 })).toEqual([doge]);
    expect(await quarantineOf(db, { asset: 'ATOM' as Asset, limit: 10 })).toEqual(atoms);
    expect(await quarantineOf(db, { range: range(3, 4), limit: 10 })).toEqual(atoms.slice(0, 1));
  });
});
