import type { Verification } from '@/lib/api/verification';
import { stampWords } from '@/lib/words/verifyPage';
import { Section } from '../frame/Section';
import { Coded } from '../controls/Coded';

type Stamp = NonNullable<Verification['stamps']>[number];

/** What each time stamp says, and what it is worth. */
export function Stamps({ stamps }: { readonly stamps: readonly Stamp[] }) {
  if (stamps.length === 0) return null;
  return (
    <Section id="stamps" title={stampWords.title}>
      <p className="max-w-[68ch] text-sm text-ink-2">{stampWords.lead}</p>
      <dl className="mt-3 border-t border-ink text-sm">
        {stamps.map((stamp, i) => (
          <div
            key={`${String(i)} ${stamp.name}`}
            className="grid gap-x-6 gap-y-0.5 border-b border-rule py-2.5 sm:grid-cols-[12rem_1fr]"
          >
            <dt className="wrap-anywhere text-ink-3">{stamp.name}</dt>
            <dd className="min-w-0 space-y-1 wrap-anywhere">
              {sayingsOf(stamp).map((saying) => (
                <p key={saying}>
                  <Coded>{saying}</Coded>
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function sayingsOf({ of, time, authority, fault, certificate, isTrusted }: Stamp): readonly string[] {
  if (fault !== null) return [stampWords.faults[fault]];
  if (time === null || authority === null || certificate === null) return [];
  return [
    stampWords.stamped(time.slice(0, 19).replace('T', ' '), authority),
    stampWords.covers[of],
    stampWords.certificates[certificate],
    isTrusted === true ? stampWords.trusted : stampWords.unknown,
  ];
}
