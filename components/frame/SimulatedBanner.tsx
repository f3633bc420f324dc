import { simulatedBanner } from '@/lib/words/frame';
import { SIMULATED } from '@/lib/words/names';

/** Stays in sight at the top of every page whose candles come from the exchange simulator. */
export function SimulatedBanner() {
  return (
    <aside aria-label={simulatedBanner.label} className="simulated-bar sticky top-0 z-40 text-stamp-ink">
      <p className="mx-auto flex w-fit items-center gap-3 px-4 text-[0.75rem] max-2xs:gap-2 max-2xs:px-2 font-medium whitespace-nowrap">
        <strong className="font-extrabold tracking-[0.14em] max-2xs:tracking-normal">{SIMULATED}</strong>
        <span>{simulatedBanner.text}</span>
      </p>
    </aside>
  );
}
