import type { Verification } from '@/lib/api/verification';
import { cells } from '@/lib/words/cells';
import { Hole } from '../frame/Cells';

interface Props {
  readonly lines: Verification['parameters'];
  readonly heads: { readonly name: string; readonly was: string; readonly now: string };
}

/** The lines of two digests' texts that name no candles and differ: of the registry, of the table of aliases. */
export const ChangedLines = ({ lines, heads }: Props) => (
  <table className="sheet table-fixed">
    <thead>
      <tr>
        <th scope="col">{heads.name}</th>
        <th scope="col">{heads.was}</th>
        <th scope="col">{heads.now}</th>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ name, was, now }) => (
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
);

const Value = ({ text }: { readonly text: string | null }) => (
  <td className="wrap-anywhere">{text === null ? <Hole>{cells.none}</Hole> : text}</td>
);
