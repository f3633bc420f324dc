import { describe, expect, it } from 'vitest';
import { EVENT_IDS } from '../domain/events/event';
import * as en from './en';
import { everyName } from './everyName';
import * as ko from './ko';
import * as hans from './zh-Hans';
import * as hant from './zh-Hant';

describe('what is looked for by its name', () => {
  it.each([
    ['English', en],
    ['Korean', ko],
    ['Simplified Chinese', hans],
    ['Traditional Chinese', hant],
  ])('answers to the name that pages in %s print', (_language, { events, frame }) => {
    for (const event of EVENT_IDS) expect(everyName('event', event)).toContain(events.eventName(event));
    for (const [page, name] of Object.entries(frame.pageNames)) expect(everyName('page', page)).toContain(name);
  });

  it('is nothing where there is no such page or event', () => {
    expect([everyName('page', 'constructor'), everyName('event', '1999-01-01'), everyName('venue', 'nowhere')]).toEqual(
      [[], [], []],
    );
  });
});
