import { describe, expect, it } from 'vitest';
import { curvesSvg, type CurvesChart, type CurveStep } from './svg';

const MINUTE = 29_335_040;
const step = (after: number, was: number | null, difference: number, rest: Partial<CurveStep> = {}): CurveStep => ({
  minute: MINUTE + after,
  was,
  atReference: was === null ? null : was + difference,
  difference: was === null ? null : difference,
  hasWithin: false,
  hasUnmeasured: false,
  ...rest,
});

const drawn = (steps: readonly CurveStep[], rest: Partial<CurvesChart> = {}): string =>
  curvesSvg({
    steps,
    stepMinutes: 1,
    width: 1_000,
    simulated: false,
    reconstructed: false,
    isHidden: false,
    names: { was: 'was', atReference: 'at', difference: 'apart', within: 'inside & <', unmeasured: 'none' },
    ...rest,
  });

const count = (svg: string, part: string): number => svg.split(part).length - 1;

describe('the curves of an audit', () => {
  it('hold a sum until the next fill, and end at the last', () => {
    const svg = drawn([step(0, 100, 10), step(30, 50, -5)]);
    // Each of three lines goes to each step, and on to the right edge.
    for (const [, path] of svg.matchAll(/<path d="(M[\d. ]+(?:H[\d.]+V[\d.]+)+H[\d.]+)" fill="none"/g))
      expect((path as string).match(/V/g)).toHaveLength(2);
    expect(svg.match(/(?:H[\d.]+V[\d.]+)+H984\.0/g)).toHaveLength(3);
  });

  it('begin with the first fill that has a figure: before it there is no line, and none where no fill has one', () => {
    const late = drawn([step(0, null, 0, { hasUnmeasured: true }), step(30, 50, -5)]);
    const [first, second] = [drawn([step(0, 0, 0), step(30, 50, -5)]), late].map(
      (svg) => /<path d="M([\d.]+) [\d. ]+(?:H[\d.]+V[\d.]+)+H/.exec(svg)?.[1],
    );
    expect(Number(second)).toBeGreaterThan(Number(first));
    expect(drawn([step(0, null, 0, { hasUnmeasured: true })])).not.toMatch(/H[\d.]+V/);
  });

  it('are warm where the fills were worse, cool where better', () => {
    const svg = drawn([step(0, 100, 10), step(30, 50, -5), step(40, 50, 0)]);
    expect([count(svg, 'fill="var(--below)"'), count(svg, 'fill="var(--above)"')]).toEqual([1, 1]);
  });

  it('mark the steps whose fills add nothing, apart by reason, and name a mark that is there alone', () => {
    const svg = drawn([step(0, 0, 0, { hasWithin: true }), step(1, 0, 0, { hasWithin: true, hasUnmeasured: true })]);
    expect([
      count(svg, 'height="10" fill="var(--rule-strong)"'),
      count(svg, 'fill="none" stroke="var(--caution)"'),
    ]).toEqual([2, 1]);
    expect(svg).toContain('>inside &amp; &lt;</text>');
    expect(drawn([step(0, 1, 1)])).not.toContain('>none</text>');
  });

  it('have no figure where amounts are hidden, and a mark of simulated prices', () => {
    expect(drawn([step(0, 1_234, 10)])).toMatch(/>1,000<|>500</);
    const hidden = drawn([step(0, 1_234, 10)], { isHidden: true, simulated: true });
    // Times are left: "21:20".
    for (const [, words = ''] of hidden.matchAll(/>([^<]*\d[^<]*)<\/text>/g)) expect(words).toMatch(/:|\d{4}/);
    expect(hidden).toContain('SIMULATED');
    const example = drawn([step(0, 1, 1)], { reconstructed: true, simulated: true });
    expect(example).toContain('>RECONSTRUCTED EXAMPLE · SIMULATED</text>');
    expect(drawn([step(0, 1, 1)])).not.toMatch(/SIMULATED|RECONSTRUCTED/);
  });
});
