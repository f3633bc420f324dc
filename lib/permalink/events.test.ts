import { describe, expect, it } from 'vitest';
import { EVENT_IDS } from '../domain/events/event';
import { YARDSTICKS } from '../domain/events/yardsticks';
import { promised } from '../domain/unit';
import { refusalWords } from '../words/refusals';
import { eventParameters, eventPath, plainEventPath, readEvent } from './events';

describe('the address of an event', () => {
  it('names the event alone where nothing else is chosen', () => {
    expect(readEvent('2025-10-10', {})).toEqual({
      ok: true,
      value: { event: '2025-10-10', yardstick: undefined, asOf: undefined },
    });
    expect(plainEventPath('2025-10-10')).toBe('/events/2025-10-10');
  });

  it('is written as it is read, for every event and yardstick', () => {
    for (const event of EVENT_IDS)
      for (const yardstick of YARDSTICKS) {
        const fields = { yardstick, asOf: '2026-01-31T08:15:30Z' };
        const view = promised(readEvent(event, fields) ?? { ok: false, error: { kind: 'missing-asset' } });
        expect(Object.fromEntries(new URLSearchParams(eventParameters(view)))).toEqual(fields);
        expect(eventPath(view)).toBe(`/events/${event}?yardstick=${yardstick}&asOf=2026-01-31T08:15:30Z`);
      }
  });

  it('of no event is none', () => {
    expect(readEvent('2025-10-11', {})).toBeUndefined();
  });

  it.each([
    [{ yardstick: 'luld' }, /"luld".*index-median.*clearly-erroneous/],
    [{ asOf: 'yesterday' }, /"yesterday" is not a time/],
    [{ venues: 'okx' }, /"venues" is not a parameter here; the parameters are yardstick, asOf/],
  ])('is refused with the mend: %j', (fields, said) => {
    const read = readEvent('2025-10-10', fields);
    expect(read?.ok === false ? refusalWords(read.error) : 'read').toMatch(said);
  });
});
