import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookedAhead, unknownIn } from './lookAhead';
import { widthOf, type Sight } from './sight';

const s = (from: number, to: number): Sight => ({ from, to });
const WHOLE = s(0, 1_000);

const anySight = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 5, max: 100 }))
  .map(([from, width]) => s(from, from + width));

describe('what of a stretch is unknown', () => {
  it.each<[string, readonly Sight[], readonly Sight[]]>([
    ['all of it, where nothing is known', [], [s(100, 200)]],
    ['nothing, where one covers it', [s(50, 250)], []],
    ['nothing, where two meet', [s(150, 200), s(100, 150)], []],
    ['what lies beside', [s(120, 170)], [s(100, 120), s(170, 200)]],
    ['what lies between', [s(90, 130), s(160, 210)], [s(130, 160)]],
    ['nothing of what lies elsewhere', [s(0, 100), s(200, 300)], [s(100, 200)]],
    ['once, where one lies inside another', [s(100, 180), s(120, 140)], [s(180, 200)]],
  ])('is %s', (_, known, gaps) => {
    expect(unknownIn(s(100, 200), known)).toEqual(gaps);
  });

  it('is each instant that none of the known holds, and no other', () => {
    fc.assert(
      fc.property(
        anySight,
        fc.array(anySight, { maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (wanted, known, share) => {
          const at = wanted.from + share * widthOf(wanted);
          const holds = ({ from, to }: Sight): boolean => at > from && at < to;
          fc.pre([wanted, ...known].every(({ from, to }) => at !== from && at !== to));
          expect(unknownIn(wanted, known).some(holds)).toBe(!known.some(holds));
        },
      ),
    );
  });
});

describe('what is painted ahead of a hand', () => {
  const moving = (before: Sight, wanted: Sight) => ({ before, wanted, whole: WHOLE, overlap: 4 });

  it('lies beside what is known, where the hand goes to, and overlaps it a little', () => {
    expect(lookedAhead([s(400, 500)], moving(s(400, 500), s(410, 510)))).toEqual(s(496, 596));
    expect(lookedAhead([s(400, 500)], moving(s(400, 500), s(390, 490)))).toEqual(s(304, 404));
  });

  it('is nothing while a quarter of what is in sight is known beyond it, or the window ends', () => {
    expect(lookedAhead([s(400, 500), s(496, 596)], moving(s(400, 500), s(471, 571)))).toBeUndefined();
    expect(lookedAhead([s(400, 500), s(496, 596)], moving(s(400, 500), s(472, 572)))).toEqual(s(592, 692));
    expect(lookedAhead([s(880, 1_000)], moving(s(880, 980), s(890, 990)))).toBeUndefined();
  });

  it('ends where the window does', () => {
    expect(lookedAhead([s(30, 130)], moving(s(30, 130), s(20, 120)))).toEqual(s(0, 100));
  });

  it('is what is in sight and a quarter more, where the hand is faster than the drawing', () => {
    expect(lookedAhead([s(100, 200)], moving(s(400, 500), s(450, 550)))).toEqual(s(475, 575));
  });

  it('is twice as wide as a sight that becomes wider than what is known, and else nothing', () => {
    expect(lookedAhead([s(400, 500)], moving(s(400, 500), s(380, 520)))).toEqual(s(310, 590));
    expect(lookedAhead([s(310, 590)], moving(s(400, 500), s(380, 520)))).toBeUndefined();
    expect(lookedAhead([s(100, 700)], moving(s(100, 700), s(50, 800)))).toEqual(WHOLE);
  });

  it('is nothing for a hand that comes closer', () => {
    expect(lookedAhead([s(400, 500)], moving(s(400, 500), s(420, 480)))).toBeUndefined();
  });

  it('never leaves the window, and holds something that was unknown', () => {
    fc.assert(
      fc.property(fc.array(anySight, { maxLength: 3 }), anySight, anySight, (known, before, wanted) => {
        const next = lookedAhead(known, moving(before, wanted));
        if (next === undefined) return;
        expect(next.from).toBeGreaterThanOrEqual(WHOLE.from);
        expect(next.to).toBeLessThanOrEqual(WHOLE.to);
        expect(unknownIn(next, known)).not.toEqual([]);
      }),
    );
  });
});
