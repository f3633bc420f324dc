import { describe, expect, it } from 'vitest';
import { epochMs, minuteRange } from '../../domain/minute';
import type { Answer } from '../../domain/observation';
import { hearingOut, withoutYoungSilence } from './followSilence';
import { memoryLedger } from '../testing/memoryLedger';
import { at, ATOM, PROVENANCE, row } from '../testing/page';

/** Ten minutes asked, with rows for some; eight seconds after the last one ended. */
const answer = (...said: readonly number[]): Answer => ({
  market: ATOM,
  source: 'simulated',
  asked: minuteRange(at(0), at(10)),
  candles: said.map((offset) => row(offset).candle),
  quarantined: [],
  askedAtMs: epochMs(at(10)) + 8_000,
  provenance: [PROVENANCE],
});
const CLOCK = epochMs(at(10)) + 8_000;

describe('a minute without a row right after its end', () => {
  it('is not taken for "no trade"', () => {
    expect(withoutYoungSilence(answer(0, 3, 8), CLOCK)?.asked).toEqual(minuteRange(at(0), at(9)));
  });

  it('is, once a minute has passed since its end', () => {
    const later = CLOCK + 52_000;
    expect(withoutYoungSilence(answer(0, 3, 8), later - 1)?.asked).toEqual(minuteRange(at(0), at(9)));
    expect(withoutYoungSilence(answer(0, 3, 8), later)).toEqual(answer(0, 3, 8));
  });

  it('is, where a later minute has a row: that of the minute itself would be out', () => {
    expect(withoutYoungSilence(answer(0, 9), CLOCK)).toEqual(answer(0, 9));
  });

  it('says something where its row broke the invariant', () => {
    const broken = { ...answer(0), quarantined: [{ minute: at(9), reason: 'low above open', raw: '[]' }] };
    expect(withoutYoungSilence(broken, CLOCK)).toEqual(broken);
  });

  it('leaves nothing to record where it is all there is', async () => {
    const alone = { ...answer(), asked: minuteRange(at(9), at(10)) };
    expect(withoutYoungSilence(alone, CLOCK)).toBeUndefined();
    const ledger = memoryLedger();
    expect(await hearingOut(ledger, () => CLOCK).record([alone])).toEqual({ added: 0, unchanged: 0, revised: 0 });
    expect(ledger.answers).toEqual([]);
  });
});
