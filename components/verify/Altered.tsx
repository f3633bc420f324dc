import type { Verification } from '@/lib/api/verification';
import { isStampFact } from '@/lib/domain/stampNames';
import { alteredWords } from '@/lib/words/verifyPage';
import { Hole } from '../frame/Cells';
import { Section } from '../frame/Section';

/** Each field, pixel and file that is not the one that was sealed; of a stamp its own section says more. */
export function Altered({ altered: { seal, pixels, facts: all } }: Pick<Verification, 'altered'>) {
  const facts = all.filter(({ name }) => !isStampFact(name));
  if (!seal && !pixels && facts.length === 0) return null;
  return (
    <Section id="altered" title={alteredWords.title}>
      <div className="space-y-3">
        {seal && <p>{alteredWords.seal}</p>}
        {pixels && <p>{alteredWords.pixels}</p>}
        {facts.length > 0 && (
          <table className="sheet table-fixed">
            <thead>
              <tr>
                <th scope="col" className="w-[24%]">
                  {alteredWords.name}
                </th>
                <th scope="col">{alteredWords.sealed}</th>
                <th scope="col">{alteredWords.found}</th>
              </tr>
            </thead>
            <tbody>
              {facts.map(({ name, sealed, found }) => (
                <tr key={name}>
                  <th scope="row" className="!whitespace-normal wrap-anywhere">
                    <code className="font-mono text-[0.9em]">{name}</code>
                  </th>
                  <Value text={sealed} />
                  <Value text={found} />
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Section>
  );
}

/** A stranger's text may have millions of letters; so many are shown. */
const MOST_LETTERS = 2_000;
const shown = (text: string): string => (text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS)}…`);

const Value = ({ text }: { readonly text: string | null }) => (
  <td className="wrap-anywhere">{text === null ? <Hole>{alteredWords.nothing}</Hole> : shown(text)}</td>
);
