import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { alertMessage } from '../../api/alerts';
import { formatInstant, instant } from '../../domain/instant';
import type { Asset, Venue } from '../../domain/market';
import { plus } from '../../domain/minute';
import { sampleSigner } from '../../evidence/testing/sampleSigner';
import { changingAlerts, recordChange, type StoredAlert } from '../../store/alerts/alerts';
import { at } from '../../store/testing/testAnswers';
import { withoutAlerts } from '../../store/testing/emptied';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { homeRule, receiverAt, type Receiver } from './alertFile';
import { deliverAlerts } from './deliver';
import { figuresTextOf, ruleTextOf } from './message';
import { testReceiver, type TestReceiver } from './testing/receiver';

const NOW_MS = Date.UTC(2026, 10, 28, 12);
const START = at('2025-10-09T12:00Z');
const ATOM = 'ATOM' as Asset;
const rule = homeRule(
  { assets: undefined, venues: undefined, side: undefined, depth: 0.05, minutes: 3, peers: 5, certainty: ['certain'] },
  instant(0),
);
const ALERT: StoredAlert = {
  id: '00000000-0000-8000-8000-000000000001',
  rule: rule.id,
  ruleText: ruleTextOf(rule),
  asset: ATOM,
  venue: 'okx' as Venue,
  side: 'below',
  state: 'confirmed',
  start: START,
  end: plus(START, 3),
  from: START,
  to: plus(START, 5),
  versions: '7',
  sequence: 1,
};

let db: FreshDatabase;
let hook: TestReceiver;
let receiver: Receiver;
beforeAll(async () => {
  db = await freshDatabase('real');
});
beforeEach(async () => {
  await withoutAlerts(db);
  hook = await testReceiver();
  receiver = receiverAt(hook.url, { isPrivate: true, inRehearsal: false });
  await changingAlerts(db, ATOM, (client) =>
    recordChange(
      client,
      ALERT,
      {
        alert: ALERT.id,
        sequence: 1,
        state: 'confirmed',
        reason: undefined,
        recorded: formatInstant(instant(NOW_MS)),
        to: ALERT.to,
        address: '/ATOM?from=2025-10-09T11:00Z',
        digest: 'd'.repeat(64),
        figures: figuresTextOf({
          market: { venue: ALERT.venue, base: ATOM, quote: 'USDT', kind: 'spot' },
          start: ALERT.start,
          end: ALERT.end,
          minutesBeyond: 3,
          peak: -0.1,
          peakMinute: START,
          peakPrice: 3.6,
          peakReference: 4,
          peersAtPeak: 5,
          certainty: 'certain',
          uncertaintyAtPeak: NaN,
          rateRuleAtPeak: 'parity',
        }),
      },
      [receiver.id],
    ),
  );
});
afterEach(() => hook.close());
afterAll(() => db.drop());

const said: string[] = [];
/** What a follow process does at a moment, seconds after the change. */
const delivered = (seconds: number, simulated = false): Promise<number> =>
  deliverAlerts(
    { database: db, simulated },
    {
      receivers: [receiver],
      signer: () => Promise.resolve(sampleSigner()),
      now: () => NOW_MS + seconds * 1_000,
      origin: 'https://plumbline.example',
      say: (line) => said.push(line),
    },
  );
const kept = async (): Promise<unknown> =>
  (await db.pool.query('SELECT state, attempts, outcome FROM alert_delivery')).rows;

describe('a change that a receiver is owed', () => {
  it('comes once, with its address, its figures and its mark', async () => {
    expect(await delivered(0)).toBe(1);
    expect(await delivered(1)).toBe(0);
    expect(hook.received).toHaveLength(1);
    const message = alertMessage.parse(JSON.parse(hook.received[0]?.body ?? ''));
    expect(message).toMatchObject({
      simulated: false,
      alert: { id: ALERT.id, rule: { depth: 0.05, certainty: ['certain'] }, asset: 'ATOM', venue: 'okx' },
      change: {
        state: 'confirmed',
        judgedTo: '2025-10-09T12:05Z',
        address: 'https://plumbline.example/ATOM?from=2025-10-09T11:00Z',
        figures: { market: 'ATOM/USDT', peak: -0.1, uncertaintyAtPeak: null, rateRuleAtPeak: 'parity' },
      },
    });
    expect(hook.received[0]?.headers['webhook-id']).toBe(`${ALERT.id}-1`);
    expect(await kept()).toEqual([{ state: 'sent', attempts: 1, outcome: '200' }]);
  });

  it('of the rehearsal says that it is simulated', async () => {
    await delivered(0, true);
    expect(JSON.parse(hook.received[0]?.body ?? '')).toMatchObject({ simulated: true });
  });

  it('is sent again after ten seconds and after thirty where the receiver answers 500 twice, then no more', async () => {
    hook.answers(500, 500);
    const tries: number[] = [];
    for (const seconds of [0, 9, 10, 39, 40, 4_000]) tries.push(await delivered(seconds));
    expect(tries).toEqual([1, 0, 1, 0, 1, 0]);
    expect(new Set(hook.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([`${ALERT.id}-1`]));
    expect(hook.received.map(({ body }) => body)).toEqual(Array(3).fill(hook.received[0]?.body));
    expect(await kept()).toEqual([{ state: 'sent', attempts: 3, outcome: '200' }]);
  });

  it('is sent by one of two processes that look at the same moment', async () => {
    const taken = await Promise.all([delivered(0), delivered(0)]);
    expect(taken[0] + taken[1]).toBe(1);
    expect(hook.received).toHaveLength(1);
  });

  it('is given up after eight attempts, and the log names the host alone', async () => {
    hook.answers(...Array<number>(9).fill(503));
    for (let hour = 0; hour < 12; hour += 1) await delivered(hour * 7_200);
    expect(hook.received).toHaveLength(8);
    expect(await kept()).toEqual([{ state: 'given-up', attempts: 8, outcome: '503' }]);
    expect(said).toEqual([expect.stringContaining(new URL(hook.url).host)]);
    expect(said.join()).not.toContain('s3cret');
  });

  it('is sent by another process where the one that took it was killed', async () => {
    await db.pool.query('UPDATE alert_delivery SET attempts = 1, due_at = $1', [
      formatInstant(instant(NOW_MS + 60_000)),
    ]);
    expect(await delivered(59)).toBe(0);
    expect(await delivered(60)).toBe(1);
  });
});
