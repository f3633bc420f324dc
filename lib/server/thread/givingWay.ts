import { cancelSignal } from '../../store/connection/cancelling';

declare global {
  var plumblineGivingWay: WeakMap<AbortSignal, () => void> | undefined;
}

/** One per process, however often the code is bundled. */
const ways = (): WeakMap<AbortSignal, () => void> => (globalThis.plumblineGivingWay ??= new WeakMap());

/** How work under that signal gives its place among what is made at once to whoever is next. */
export const mayGiveWay = (signal: AbortSignal, giveWay: () => void): void => {
  ways().set(signal, giveWay);
};

/** The work being done waits for another thread now: whoever is next may begin on this one. */
export const giveWay = (): void => {
  const signal = cancelSignal();
  if (signal !== undefined) ways().get(signal)?.();
};
