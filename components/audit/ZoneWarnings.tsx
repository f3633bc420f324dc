import type { AuditAnswer } from '@/lib/api/audit';
import type { StatedAudit } from '@/lib/client/audit/audit';
import { zoneWarning } from '@/lib/words/auditPage';

interface Props {
  readonly answer: AuditAnswer;
  readonly names: StatedAudit['names'];
  readonly onZone: (file: number, zone: string) => void;
}

/** Files whose prices fit another time zone better than the one they were read in. */
export function ZoneWarnings({ answer: { files }, names, onZone }: Props) {
  return files.map(({ file, zoneCheck }, i) => {
    const better = zoneCheck?.better;
    if (zoneCheck === null || better === null || better === undefined) return null;
    const { chosen } = zoneCheck;
    return (
      <div key={`${file} ${String(i)}`} role="alert" className="border-l-4 border-caution bg-sunk px-4 py-3">
        <strong className="block text-sm font-semibold">{zoneWarning.title}</strong>
        <p className="text-sm text-ink-2 wrap-anywhere">{names.files[i]?.name ?? file}</p>
        <p className="mt-1 max-w-[68ch]">
          {zoneWarning.says(chosen.zone, chosen.inside, better.zone, better.inside, better.fills)}
        </p>
        <button
          type="button"
          className="button button-strong mt-2"
          onClick={() => {
            onZone(i, better.zone);
          }}
        >
          {zoneWarning.use(better.zone)}
        </button>
      </div>
    );
  });
}
