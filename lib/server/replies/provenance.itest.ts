import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repliesAnswer } from '../../api/coverage';
import { instant } from '../../domain/instant';
import { ledgerOf } from '../../store/ledger/ledger';
import { replies, replyBytes } from './provenance';
import { answer, ASKED_AT, range, spot } from '../../store/testing/testAnswers';
import type { FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { asset, recorded, REPLY } from '../testing/recorded';
import { strictly } from '../../api/testing/strictly';

let db: FreshDatabase;
let context: Context;
beforeAll(async () => {
  ({ db, context } = await recorded());
});
afterAll(() => db.drop());

describe('the replies candles were read from', () => {
  it('are named with address, time, SHA-256 and reader, for the minutes of a range', async () => {
    const outcome = await replies(context, { asset: asset('SOL'), range: range(1_455, 1_460), limit: 10 });
    expect(strictly(repliesAnswer).parse(outcome.ok ? outcome.value : undefined)).toEqual({
      method: 2,
      simulated: false,
      asset: 'SOL',
      from: '2025-10-11T00:15Z',
      to: '2025-10-11T00:20Z',
      total: 1,
      replies: [
        {
          venue: 'kraken',
          market: 'SOL/USD',
          kind: 'spot',
          source: 'rest',
          from: '2025-10-11T00:10Z',
          to: '2025-10-11T00:20Z',
          address: REPLY.address,
          received: '2026-01-01T00:00:01.250Z',
          sha256: REPLY.sha256,
          reader: REPLY.reader,
          bodyKept: false,
        },
      ],
    });
    expect(await replies(context, { asset: asset('SOL'), range: range(1_440, 1_450), limit: 10 })).toMatchObject({
      value: { total: 0, replies: [] },
    });
    expect(await replies(context, { asset: asset('IOTX'), limit: 10 })).toMatchObject({ ok: false, status: 404 });
  });

  it('as of a moment are those that had been received then', async () => {
    const at = (asOf: number) =>
      replies(context, { asset: asset('SOL'), range: range(1_455, 1_460), limit: 10, asOf: instant(asOf) });
    expect(await at(REPLY.receivedAtMs)).toMatchObject({ value: { total: 1 } });
    expect(await at(REPLY.receivedAtMs - 1)).toMatchObject({ value: { total: 0, replies: [] } });
    expect(await at(ASKED_AT - 1)).toMatchObject({ ok: false, code: 'not-held' });
  });

  it('are given as they came where their bytes were kept; else it is said that they were not', async () => {
    expect(await replyBytes(context, asset('SOL'), REPLY.sha256)).toMatchObject({
      ok: false,
      status: 404,
      message: expect.stringContaining('but not its bytes') as string,
    });
    await ledgerOf(db, { keepBodies: true }).record([
      answer({ market: spot('kraken', 'SOL', 'USD'), asked: range(1_450, 1_460), candles: [], provenance: [REPLY] }),
    ]);
    expect(await replyBytes(context, asset('SOL'), REPLY.sha256)).toEqual({
      ok: true,
      value: { body: '{"error":[],"result":{}}', simulated: false },
    });
    expect(await replyBytes(context, asset('SOL'), 'cd'.repeat(32))).toMatchObject({
      ok: false,
      status: 404,
      code: 'not-found',
    });
  });
});
