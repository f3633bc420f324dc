import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { METHOD_VERSION } from '../../../domain/method';
import { link, plainText } from '../../richText';
import { CHAPTER_TITLES } from './chapters';
import { INTERPRETATIONS } from './interpretations';
import { limits } from './limits';
import { formulaLabel, PAGE } from './page';
import { CHANGES, IN_FORCE } from './versions';

describe('what the page says of the method itself', () => {
  it('names the version in force, and every one before it once, the newest first', () => {
    expect(PAGE.heading).toBe(`Method, version ${String(METHOD_VERSION)}`);
    expect(plainText(IN_FORCE[0] ?? '')).toMatch(new RegExp(`^Version ${String(METHOD_VERSION)} is in force\\.`));
    expect(CHANGES.map(({ version }) => version)).toEqual(
      Array.from({ length: METHOD_VERSION }, (_, i) => METHOD_VERSION - i),
    );
  });

  it('states every reading of the decision record on what the method leaves open', async () => {
    const record = await readFile('docs/adr/0004-what-the-method-leaves-open.md', 'utf8');
    const rows = record
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2);
    expect(INTERPRETATIONS).toHaveLength(rows.length);
  });

  it('leads from its limits to the pages that go further', () => {
    const all = limits({ revisions: '/revisions', coverage: '/coverage' }).flatMap(({ limit }) => limit);
    expect(all).toContainEqual(link('/revisions', 'the differences'));
    expect(all).toContainEqual(link('/coverage', 'Coverage'));
  });

  it('gives every chapter a title of its own', () => {
    const titles = Object.values(CHAPTER_TITLES);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('announces a formula as one', () => {
    expect(formulaLabel('z is the peak')).toBe('Formula: z is the peak');
  });
});
