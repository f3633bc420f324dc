import { describe, expect, it } from 'vitest';
import { holdLines } from './early.mjs';

/** A console that notes what it says, and by whom. */
function noting(by: string, said: string[]): Pick<Console, 'log' | 'info' | 'warn' | 'error'> {
  const say =
    (name: string) =>
    (...given: unknown[]): void => {
      said.push(`${by} ${name}: ${given.join(' ')}`);
    };
  return { log: say('log'), info: say('info'), warn: say('warn'), error: say('error') };
}

describe('what is said before the log has begun', () => {
  it('is said in it, in order and once', () => {
    const said: string[] = [];
    let end: () => void = () => undefined;
    const taken = noting('console', said);
    const release = holdLines(taken, (say) => (end = say));
    taken.log('ready', 'in 0 ms');
    taken.error('broken');
    expect(said).toEqual([]);
    Object.assign(taken, noting('log', said));
    release();
    end();
    expect(said).toEqual(['log log: ready in 0 ms', 'log error: broken']);
  });

  it('is said as it came where the process ends without one', () => {
    const said: string[] = [];
    let end: () => void = () => undefined;
    const taken = noting('console', said);
    holdLines(taken, (say) => (end = say));
    taken.warn('no level');
    end();
    expect(said).toEqual(['console warn: no level']);
  });
});
