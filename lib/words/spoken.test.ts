import { afterEach, describe, expect, it } from 'vitest';
import { cells } from './cells';
import * as english from './en/cells';
import * as englishCounts from './en/numbers';
import type { Translation } from './language';
import { formatDuration, formatPrice } from './numbers';
import { addTranslation, speech } from './spoken';

const SHOUTED = {
  cells: { ...english, cells: { ...english.cells, none: 'NONE' } },
  numbers: { ...englishCounts, formatDuration: (minutes: number) => `${String(minutes)} MIN` },
} as unknown as Translation;

afterEach(() => {
  globalThis.plumblineSpeech = undefined;
  globalThis.plumblineTranslations = undefined;
});

describe('words', () => {
  it('are English where nobody says otherwise', () => {
    expect(speech()).toEqual({ language: 'en', isChosen: false });
    expect([cells.none, formatDuration(65)]).toEqual(['none', '1 h 05 min']);
  });

  it('are those of whoever is answered, asked anew at each reading', () => {
    addTranslation('ko', SHOUTED);
    const { none } = cells;
    globalThis.plumblineSpeech = () => ({ language: 'ko', isChosen: false });
    expect([none, cells.none, formatDuration(65), formatPrice(0.001)]).toEqual(['none', 'NONE', '65 MIN', '0.001']);
    globalThis.plumblineSpeech = () => ({ language: 'zh-Hant', isChosen: false });
    expect([cells.none, formatDuration(65)]).toEqual(['none', '1 h 05 min']);
  });

  it('have the names they have in English', () => {
    expect(Object.keys(cells)).toEqual(Object.keys(english.cells));
    expect({ ...cells }).toEqual(english.cells);
  });
});
