import type { Kind } from '@/lib/domain/market';

const SHAPES: Readonly<Record<Kind, string>> = {
  spot: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9Z',
  perp: 'M6 0.5L11.5 6L6 11.5L0.5 6Z',
  mark: 'M1.75 1.75H10.25V10.25H1.75Z',
  index: 'M6 1L11.25 10.5H0.75Z',
};

/** Prices that are computed are hollow, traded ones filled; each kind has a shape of its own, so that no colour is needed. */
export const KindMark = ({ kind }: { readonly kind: Kind }) => (
  <svg viewBox="0 0 12 12" className="block size-3 text-ink" aria-hidden>
    <path
      d={SHAPES[kind]}
      stroke="currentColor"
      strokeWidth={1.5}
      fill={kind === 'mark' || kind === 'index' ? 'var(--color-paper)' : 'currentColor'}
    />
  </svg>
);
