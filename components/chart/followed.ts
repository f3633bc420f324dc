/** What a hand does that was put down on a box: it is followed wherever it goes. */
interface Hand {
  /** Before anybody else hears of it. */
  readonly down: (event: PointerEvent) => void;
  readonly move: (event: PointerEvent) => void;
  readonly up: (event: PointerEvent) => void;
}

/** Follows the mouse or fingers put down on a box. Gives the way to stop. */
export function followed(box: HTMLElement, { down, move, up }: Hand): () => void {
  box.addEventListener('pointerdown', down, { capture: true });
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', up);
  return () => {
    box.removeEventListener('pointerdown', down, { capture: true });
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', up);
  };
}
