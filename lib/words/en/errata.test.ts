import { describe, expect, it } from 'vitest';
import type { Erratum } from '../../api/errata';
import { ERRATA_FAULTS, errataText } from './cli/errata';
import { citedErrata, errataNotice, erratumNote, erratumScope, erratumText } from './errata';
import { ERRATA } from './help/errata';

const entry = (over: Partial<Erratum> = {}): Erratum => ({
  id: 3,
  recorded: '2026-11-28T09:00Z',
  kind: 'erratum',
  asset: 'ATOM',
  from: '2025-10-10T21:20Z',
  to: '2025-10-10T21:21Z',
  venue: null,
  digest: null,
  address: null,
  reason: 'The rate was read from one book.',
  statement: null,
  by: null,
  link: null,
  withdrawn: null,
  ...over,
});
const answered = entry({
  kind: 'venue-answer',
  venue: 'binance',
  statement: 'Our book was halted.',
  by: 'Desk',
  link: 'https://a.example/b',
});

describe('an erratum', () => {
  it('is one line: what, when, who, why', () => {
    expect(erratumText(entry())).toBe(
      'Erratum, 2026-11-28 09:00 UTC, the publisher of this instance: The rate was read from one book.',
    );
    expect(erratumText(answered)).toBe(
      'Answer of Binance, 2026-11-28 09:00 UTC, Desk: The rate was read from one book. “Our book was halted.” <https://a.example/b>',
    );
    expect(
      erratumText(
        entry({
          reason: 'Two\nlines',
          withdrawn: { recorded: '2026-11-29T09:00Z', reason: 'It was right.', by: null },
        }),
      ),
    ).toBe(
      'Erratum, 2026-11-28 09:00 UTC, the publisher of this instance: Two lines Withdrawn on 2026-11-29 09:00 UTC: It was right.',
    );
  });

  it('is shown to a terminal as letters, whatever signs it was made of before they were refused', () => {
    const text = errataText([entry({ reason: 'a\u001B[2Jb', statement: 'c\u202Ed', by: 'e\u009Bf' })]);
    expect(text).toMatch(/e\[U\+009B\]f: a\[U\+001B\]\[2Jb “c\[U\+202E\]d”\n$/);
  });

  it('is listed with its number and what it concerns', () => {
    expect(errataText([answered])).toMatch(
      /^3 {2}ATOM, Binance, 2025-10-10 21:20 to 2025-10-10 21:21 UTC\n {3}Answer of Binance, /,
    );
    expect(erratumScope({ asset: null, from: '2025-10-10T21:20Z', to: null, venue: null })).toBe(
      'every asset, every venue, from 2025-10-10 21:20 UTC on',
    );
    expect(erratumScope({ asset: null, from: null, to: '2025-10-10T21:20Z', venue: null })).toMatch(
      /until 2025-10-10 21:20 UTC$/,
    );
    expect(erratumScope({ asset: null, from: null, to: null, venue: null })).toBe(
      'every asset, every venue, all minutes',
    );
  });

  it('is named on a picture and behind a citation by its day alone', () => {
    expect(erratumNote('erratum', '2026-11-28T09:00:01.250Z', null)).toBe(
      'There is an erratum of 2026-11-28 at this address.',
    );
    expect(erratumNote('venue-answer', '2026-11-28T09:00Z', 'okx')).toBe(
      'There is an answer of OKX of 2026-11-28 at this address.',
    );
    expect(citedErrata(['2026-11-28', '2026-11-27'])).toBe('Erratum of 2026-11-28, 2026-11-27: see this address.');
  });

  it('is spoken of in words that accuse nobody', () => {
    const said = [
      errataText([entry(), answered]),
      JSON.stringify([errataNotice, ERRATA, ERRATA_FAULTS]),
      erratumNote('venue-answer', '2026-11-28T09:00Z', 'okx'),
      citedErrata(['2026-11-28']),
    ].join(' ');
    expect(said).not.toMatch(
      /fraud|fake|forg|manipulat|tamper|liar|lied|cheat|guilt|fault of|blame|scam|admit|confess|claim/i,
    );
  });
});
