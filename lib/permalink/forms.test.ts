import { describe, expect, it } from 'vitest';
import type { Asset } from '../domain/market';
import { minute, minuteRange, plus } from '../domain/minute';
import { defaultQuestion } from '../domain/question';
import { formPath, formRoute, formsOf, namedForm, VIEW_FORMS } from './forms';
import { viewPath, type View } from './view';

describe('a view’s address with a form', () => {
  it.each([
    ['/ATOM.csv', '/api/v1/charts/ATOM.csv'],
    ['/1000SATS.parquet', '/api/v1/charts/1000SATS.parquet'],
    ['/ATOM/2025-10-10T21:20Z.png', '/api/v1/charts/ATOM/2025-10-10T21:20Z.png'],
    ['/ATOM/2025-10-10T21%3A20Z.md', '/api/v1/charts/ATOM/2025-10-10T21%3A20Z.md'],
    ['/ATOM.md?v=3&venues=okx', '/api/v1/charts/ATOM.md'],
    ['/lows.csv?from=x', '/api/v1/lists/lows.csv'],
    ['/events.md', '/api/v1/lists/events.md'],
    ['/league.csv?day=2025-10-10', '/api/v1/lists/league.csv'],
    ['/events/2025-10-10.json', '/api/v1/lists/events/2025-10-10.json'],
    ['/venues/binance.parquet', '/api/v1/lists/venues/binance.parquet'],
  ])('%s is answered by the API', (path, route) => {
    expect(formRoute(path)).toBe(route);
  });

  it.each([
    '/ATOM',
    '/ATOM.gif',
    '/ATOM.CSV',
    '/icon.svg',
    '/fonts/face.png',
    '/ATOM/2025/x.csv',
    '/.csv',
    '/events/2025-10-10',
    '/coverage.csv',
    '/lows/x.csv',
    '/league/2025-10-10.csv',
    '/lowside.csv',
  ])('%s is a page or a file', (path) => {
    expect(formRoute(path)).toBeUndefined();
  });

  it('names what stands before its last dot', () => {
    expect(namedForm('2025-10-10T21:20Z.json')).toEqual({ name: '2025-10-10T21:20Z', form: 'json' });
    expect(namedForm('.json')).toBeUndefined();
  });
});

describe('a view', () => {
  const START = minute(Date.UTC(2025, 9, 10, 20) / 60_000);
  const view = (minutes: number, marked?: number): View => ({
    question: defaultQuestion('ATOM' as Asset, minuteRange(START, plus(START, minutes))),
    scale: 'auto',
    focus: undefined,
    lines: [],
    minute: marked === undefined ? undefined : plus(START, marked),
  });

  it('has its form behind its path, and its query as it is', () => {
    expect(formPath(view(240), 'csv')).toBe(viewPath(view(240)).replace('/ATOM?', '/ATOM.csv?'));
    expect(formPath(view(240, 80), 'md')).toMatch(/^\/ATOM\/2025-10-10T21:20Z\.md\?v=/);
  });

  it('longer than a week is no table of every minute, unless it marks one; longer than two days it is no bundle', () => {
    const [all, tables] = [[...VIEW_FORMS], VIEW_FORMS.filter((form) => form !== 'zip')];
    expect(formsOf(view(2 * 1440))).toEqual(all);
    expect(formsOf(view(2 * 1440 + 1))).toEqual(tables);
    expect(formsOf(view(7 * 1440))).toEqual(tables);
    expect(formsOf(view(7 * 1440 + 1))).toEqual(['png', 'svg', 'json', 'md']);
    expect(formsOf(view(8 * 1440, 80))).toEqual(tables);
    expect(formsOf(view(240, 80))).toEqual(all);
  });
});
