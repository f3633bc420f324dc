import type { Verification } from '@/lib/api/verification';
import { parameterWords } from '@/lib/words/verifyPage';
import { Hole } from '../frame/Cells';
import { Section } from '../frame/Section';

/** The lines of the two digests' texts that name no candles and differ. */
export function Parameters({ parameters }: Pick<Verification, 'parameters'>) {
  if (parameters.length === 0) return null;
  return (
    <Section id="parameters" title={parameterWords.title}>
      <table className="sheet table-fixed">
        <thead>
          <tr>
            <th scope="col">{parameterWords.name}</th>
            <th scope="col">{parameterWords.was}</th>
            <th scope="col">{parameterWords.now}</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ name, was, now }) => (
            <tr key={name}>
              <th scope="row" className="!whitespace-normal wrap-anywhere">
                <code className="font-mono text-[0.9em]">{name}</code>
              </th>
              <Value text={was} />
              <Value text={now} />
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const Value = ({ text }: { readonly text: string | null }) => (
  <td className="wrap-anywhere">{text === null ? <Hole>{parameterWords.none}</Hole> : text}</td>
);
