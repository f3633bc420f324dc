/** Stands where the charts will stand, at their size, so that nothing jumps when they come. */
export function Waiting() {
  return (
    <div role="status" className="space-y-3">
      <p className="text-sm text-ink-2">Reading candles and measuring every venue against the others…</p>
      <div aria-hidden className="skeleton h-[clamp(460px,70vh,760px)]" />
    </div>
  );
}
