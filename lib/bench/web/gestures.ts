import type { CDPSession, Page } from 'playwright';
import type { FrameTook } from './inPage';

/** Where a chart's plots are, in CSS pixels of the window. */
export interface Place {
  readonly left: number;
  readonly width: number;
  /** Somewhere in its first pane. */
  readonly y: number;
}

export const GESTURES = ['hover', 'zoom', 'pan'] as const;
export type Gesture = (typeof GESTURES)[number];

/** Of one gesture: what each frame took, milliseconds, and what the page's main thread did for an input altogether. */
export interface Moved {
  readonly frames: readonly number[];
  /** Tasks between the frames included, milliseconds an input on average. */
  readonly threadMs: number;
  /** What it did when the hand had stopped, milliseconds: a chart that draws less while it moves draws the rest then. */
  readonly restMs: number;
}

export const STEPS = { hover: 60, zoom: 40, pan: 40 } as const;
/** A notch of the wheel. */
const NOTCH = 100;
/** So many notches in, as many out, and again. */
const NOTCHES = 10;
/** Before panning: what is all in sight cannot be moved. */
const CLOSER_FIRST = 3;

/** So long nothing moves after a gesture, the button still down. */
const RESTING_MS = 500;

/** No frame by then means that the page heard of no input. */
const PATIENCE_MS = 30_000;

/** An input and its two frames. Throws where the page draws none. */
async function timed(page: Page, input: () => Promise<void>): Promise<void> {
  await page.evaluate(() => window.frameTimes.ready());
  await input();
  const isOver = await page.evaluate(
    (patienceMs) =>
      Promise.race([
        window.frameTimes.over().then(() => true),
        new Promise<boolean>((resolve) => {
          setTimeout(() => {
            resolve(false);
          }, patienceMs);
        }),
      ]),
    PATIENCE_MS,
  );
  if (!isOver) throw new Error(`no frame followed an input at ${page.url()}`);
}

async function took(page: Page, session: CDPSession, inputs: readonly (() => Promise<void>)[]): Promise<Moved> {
  await page.evaluate(() => {
    window.frameTimes.took = [];
  });
  const before = await taskMs(session);
  for (const input of inputs) await timed(page, input);
  const moved = await taskMs(session);
  const threadMs = (moved - before) / inputs.length;
  await page.waitForTimeout(RESTING_MS);
  const restMs = (await taskMs(session)) - moved;
  const frames: readonly FrameTook[] = await page.evaluate(() => window.frameTimes.took);
  return { frames: frames.map(({ first, second }) => first + second), threadMs, restMs };
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000;
}

/** Moves, turns and drags over a chart with the mouse, one input after another, each when the frames of the one before are over. */
export async function gestures(
  page: Page,
  { left, width, y }: Place,
  withControl: boolean,
): Promise<Readonly<Record<Gesture, Moved>>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const x = (share: number): number => left + share * width;
  const wheel = (notches: number) => () => page.mouse.wheel(0, notches * NOTCH);
  const range = (length: number): readonly number[] => Array.from({ length }, (_, step) => step);

  const to =
    (share: number, down = 0) =>
    () =>
      page.mouse.move(x(share), y + down);
  // Not from where the mouse is already: without a move there is no frame to wait for.
  await timed(page, to(0.05));
  const hover = await took(
    page,
    session,
    range(STEPS.hover).map((step) => to(0.1 + (0.8 * step) / STEPS.hover, step % 7)),
  );
  await timed(page, to(0.7));
  if (withControl) await page.keyboard.down('Control');
  const zoom = await took(
    page,
    session,
    range(STEPS.zoom).map((step) => wheel(step % (2 * NOTCHES) < NOTCHES ? -1 : 1)),
  );
  for (let notch = 0; notch < CLOSER_FIRST; notch += 1) await timed(page, wheel(-1));
  if (withControl) await page.keyboard.up('Control');
  await timed(page, to(0.5));
  await page.mouse.down();
  const half = STEPS.pan / 2;
  // Out and most of the way back: released where it was pressed it would be a click.
  const pan = await took(
    page,
    session,
    range(STEPS.pan).map((step) => to(0.5 + (0.3 * (step < half ? step + 1 : half - 0.8 * (step - half + 1))) / half)),
  );
  await page.mouse.up();
  await session.detach();
  return { hover, zoom, pan };
}
