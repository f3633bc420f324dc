/** Stays in sight at the top of every page whose candles come from the exchange simulator. */
export function SimulatedBanner() {
  return (
    <aside aria-label="Simulated prices" className="sticky top-0 z-40 bg-stamp text-stamp-ink">
      <div className="simulated-stripe" />
      <p className="mx-auto flex max-w-[1500px] flex-wrap items-baseline gap-x-3 px-4 py-1 sm:px-6">
        <strong className="text-xl font-extrabold tracking-[0.14em]">SIMULATED</strong>
        <span className="text-[0.8rem] font-medium">
          Prices from the built-in exchange simulator. No exchange ever said them.
        </span>
      </p>
      <div className="simulated-stripe" />
    </aside>
  );
}
