import { SIMULATED, simulatedBanner } from '@/lib/words/en/frame';

/** Stays in sight at the top of every page whose candles come from the exchange simulator. */
export function SimulatedBanner() {
  return (
    <aside aria-label={simulatedBanner.label} className="sticky top-0 z-40 bg-stamp text-stamp-ink">
      <div className="simulated-stripe" />
      <p className="mx-auto flex max-w-[1500px] flex-wrap items-baseline gap-x-3 px-4 py-1 sm:px-6">
        <strong className="text-xl font-extrabold tracking-[0.14em]">{SIMULATED}</strong>
        <span className="text-[0.8rem] font-medium">{simulatedBanner.text}</span>
      </p>
      <div className="simulated-stripe" />
    </aside>
  );
}
