import type { DayCell } from './calendar';

/**
 * One day, drawn: a bar as full as the day was answered, its traded part solid and its part without a trade hatched; under it
 * a sign each for failed requests, quarantined rows and revisions. Shape and place say all of it without colour.
 */
export function DayMark({ cell, dayMinutes }: { readonly cell: DayCell | undefined; readonly dayMinutes: number }) {
  const answered = heightOf(cell?.answered, dayMinutes);
  const traded = heightOf(cell?.traded, dayMinutes);
  return (
    <span aria-hidden className="day-mark">
      <span className={`day-bar ${cell === undefined ? 'day-unasked' : ''}`}>
        {answered > 0 && <span className="day-untraded" style={{ height: `${String(answered)}%` }} />}
        {traded > 0 && <span className="day-traded" style={{ height: `${String(traded)}%` }} />}
      </span>
      <span className="day-signs">
        {cell !== undefined && cell.refused + cell.failed > 0 && <Sign kind="failed" />}
        {cell !== undefined && cell.refused + cell.failed === 0 && cell.notServed > 0 && <Sign kind="not-served" />}
        {cell !== undefined && cell.quarantined > 0 && <Sign kind="quarantined" />}
        {cell !== undefined && cell.revised > 0 && <Sign kind="revised" />}
      </span>
    </span>
  );
}

/** Anything above nothing is at least a line, and anything short of everything leaves one. */
const LEAST = 6;

function heightOf(part: number | undefined, whole: number): number {
  if (part === undefined || part === 0) return 0;
  if (part >= whole) return 100;
  return Math.min(100 - LEAST, Math.max(LEAST, (100 * part) / whole));
}

const SHAPES = {
  failed: { d: 'M1 1l5 5M6 1L1 6', colour: 'var(--below)', filled: false },
  'not-served': { d: 'M0.5 3.5h6', colour: 'var(--ink-2)', filled: false },
  quarantined: { d: 'M3.5 0.5L6.8 6.5H0.2z', colour: 'var(--caution)', filled: true },
  revised: { d: 'M3.5 0L7 3.5L3.5 7L0 3.5z', colour: 'var(--above)', filled: true },
} as const;

export const Sign = ({ kind }: { readonly kind: keyof typeof SHAPES }) => {
  const { d, colour, filled } = SHAPES[kind];
  return (
    <svg
      aria-hidden
      viewBox="0 0 7 7"
      className="size-[9px] shrink-0"
      fill={filled ? colour : 'none'}
      stroke={filled ? 'none' : colour}
      strokeWidth="1.5"
    >
      <path d={d} />
    </svg>
  );
};
