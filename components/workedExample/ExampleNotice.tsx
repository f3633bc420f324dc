import { isExampleName } from '@/lib/domain/events/reconstructed';
import { workedExample } from '@/lib/words/workedExample';
import { Coded } from '../controls/Coded';

interface Props {
  /** Those that are shown. */
  readonly files: readonly { readonly name: string }[];
  /** What was made of them has rows of the example, whatever the files are called. */
  readonly isReconstructed: boolean;
  readonly hasFailed: boolean;
  /** Whether its candles are of perpetuals. */
  readonly isOfFills?: boolean;
}

/** Over whatever is made of the example's files, a copy dropped here among them: that they are reconstructed. It is printed with them. */
export function ExampleNotice({ files, isReconstructed, hasFailed, isOfFills = false }: Props) {
  if (hasFailed)
    return (
      <p role="alert" className="border-l-4 border-caution bg-sunk px-4 py-3">
        {workedExample.failed}
      </p>
    );
  if (!isReconstructed && !files.some(({ name }) => isExampleName(name))) return null;
  return (
    <aside aria-label={workedExample.label} className="border-2 border-caution bg-sunk px-4 py-3">
      <p className="font-bold tracking-[0.08em] text-caution uppercase">{workedExample.label}</p>
      <p className="mt-1 max-w-[78ch]">{workedExample.notice}</p>
      {isOfFills && (
        <p className="mt-1 max-w-[78ch] text-sm text-ink-2">
          <Coded>{workedExample.perpetuals}</Coded>
        </p>
      )}
    </aside>
  );
}
