import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as en from './en';
import type { Words } from './language';

/** `method/reference` is gathered as `methodReference`. */
const roomOf = (file: string): string =>
  file.replace(/\.ts$/, '').replace(/\/(.)/g, (_, letter: string) => letter.toUpperCase());

const files = readdirSync(path.join(import.meta.dirname, 'en'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing/') && file !== 'index.ts',
);

/** A room without one of its words. That a language with it is refused is checked by tsc. */
const without = <Room extends object, Name extends keyof Room>(room: Room, name: Name): Omit<Room, Name> =>
  Object.fromEntries(Object.entries(room).filter(([key]) => key !== name)) as Omit<Room, Name>;
const noSourceWords = without(en.sources, 'sourceWords');
const untitled = without(en.coveragePage.coverageTable, 'title');

describe('a language', () => {
  it('has every room of words gathered in its index', () => {
    expect(Object.keys(en).sort()).toEqual(files.map(roomOf).sort());
  });

  it('is what English is, in other texts', () => {
    const english: Words = en;
    const other: Words = {
      ...english,
      coveragePage: { ...english.coveragePage, rangeWords: (from, to) => `${from}–${to}` },
    };
    expect(other.coveragePage.rangeWords('a', 'b')).toBe('a–b');
  });

  it('does not compile without a function, a text, or a room', () => {
    // @ts-expect-error a function is missing
    const noFunction: Words = { ...en, sources: noSourceWords };
    // @ts-expect-error a text is missing
    const noText: Words = { ...en, coveragePage: { ...en.coveragePage, coverageTable: untitled } };
    // @ts-expect-error a room is missing
    const noRoom: Words = { sources: en.sources };
    const numbers = { ...en.coveragePage, rangeWords: (from: number) => String(from) };
    // @ts-expect-error a function takes other arguments
    const otherArguments: Words = { ...en, coveragePage: numbers };
    const text = { ...en.coveragePage, rangeWords: 'from to' };
    // @ts-expect-error a text is where a function is needed
    const noArguments: Words = { ...en, coveragePage: text };
    expect([noFunction, noText, noRoom, otherArguments, noArguments]).toHaveLength(5);
  });
});
