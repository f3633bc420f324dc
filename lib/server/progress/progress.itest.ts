import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { progressAnswer } from '../../api/progress';
import { beginProgress, endProgress, saveProgress } from '../../store/ingestProgress';
import type { Context } from '../context';
import { progress } from './progress';
import { fourVenues, type FourVenues, valueOf, venue } from '../testing/fourVenues';

let stored: FourVenues;
let context: Context;
beforeAll(async () => {
  stored = await fourVenues();
  ({ context } = stored);
});
afterAll(() => stored.drop());

describe('the progress of an ingest', () => {
  const okx = {
    venue: venue('okx'),
    state: 'working',
    doneMinutes: 240,
    totalMinutes: 480,
    candles: 239,
    note: '',
  } as const;
  const now = async (): Promise<ReturnType<typeof progressAnswer.parse>> =>
    progressAnswer.parse(valueOf(await progress(context)));

  it('is empty where none ever ran, alive while one runs, and keeps the end state', async () => {
    expect(await now()).toEqual({ method: 2, simulated: true, running: false, venues: [] });
    await beginProgress(stored.db, Date.now());
    await saveProgress(stored.db, [okx], Date.now());
    expect(await now()).toMatchObject({ running: true, venues: [okx] });
    await saveProgress(stored.db, [{ ...okx, state: 'done', doneMinutes: 480, candles: 478 }], Date.now());
    await endProgress(stored.db, Date.now());
    expect(await now()).toMatchObject({ running: false, venues: [{ venue: 'okx', state: 'done', doneMinutes: 480 }] });
  });

  it('does not call one running that was killed a minute ago', async () => {
    await beginProgress(stored.db, Date.now() - 60_000);
    expect((await now()).running).toBe(false);
  });
});
