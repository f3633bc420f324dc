// Functions that run in the page before its own scripts. Each stands alone: it goes there as text.

/** Milliseconds from the start of the navigation. */
export interface Charted {
  readonly ms: number;
  /** A drawing in the page's HTML, or a canvas that a script drew. */
  readonly by: 'svg' | 'canvas';
}

export interface Watched {
  /** The first frame with a chart in it was handed to the screen. */
  readonly charted: Promise<Charted>;
  /** The first one with coloured lines on a canvas. */
  readonly canvas: Promise<number>;
  /** Of layout shifts without an input, the sum. */
  shift: number;
  /** What shifted, tags and classes. */
  readonly shifted: string[];
  largest: { readonly ms: number; readonly element: string } | undefined;
}

/** A frame after an input, milliseconds. */
export interface FrameTook {
  /** From the input to the end of the frame that follows it. */
  readonly first: number;
  /** The next frame's own work: what a chart puts off until then. */
  readonly second: number;
}

export interface Frames {
  took: FrameTook[];
  /** Comes when no frame is being timed; what comes next is the next input's. */
  ready: () => Promise<void>;
  /** Comes after the two frames of the first input since `ready`. */
  over: () => Promise<void>;
}

declare global {
  interface Window {
    watched: Watched;
    frameTimes: Frames;
  }
}

/**
 * Looks before each frame for a chart in sight: a drawing that the parser has gone past, as large as a chart is, or a canvas that holds colour. A
 * pixel is coloured where its channels lie 60 of 255 apart: venues' lines are, grounds, axes and letters are not. A hundred of them
 * are more than a stray mark and far less than one line. The time is taken after the frame was painted, so the look at the
 * pixels, some milliseconds, counts in full.
 */
export function watchCharts(): void {
  const [LEAST_WIDTH, LEAST_HEIGHT] = [250, 150];
  /** An icon has a few. */
  const LEAST_PARTS = 50;
  const inSight = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return (
      box.width >= LEAST_WIDTH &&
      box.height >= LEAST_HEIGHT &&
      box.top < innerHeight &&
      box.bottom > 0 &&
      element.checkVisibility()
    );
  };
  /** Asked before the box, which makes the browser lay out a page that it is still reading. */
  const isDrawing = (svg: Element): boolean => svg.getElementsByTagName('*').length >= LEAST_PARTS;
  const isWhole = (svg: Element): boolean =>
    document.readyState !== 'loading' || svg.parentElement?.nextSibling != null;
  const holdsColour = (canvas: HTMLCanvasElement): boolean => {
    if (canvas.width === 0 || canvas.height === 0) return false;
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
    if (copy === null) return false;
    copy.drawImage(canvas, 0, 0);
    const pixels = copy.getImageData(0, 0, canvas.width, canvas.height).data;
    let coloured = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const [red, green, blue, opacity] = [
        pixels[at] as number,
        pixels[at + 1] as number,
        pixels[at + 2] as number,
        pixels[at + 3] as number,
      ];
      if (opacity > 127 && Math.max(red, green, blue) - Math.min(red, green, blue) > 60) coloured += 1;
      if (coloured === 100) return true;
    }
    return false;
  };
  let charted: (found: Charted) => void = () => undefined;
  let painted: (ms: number) => void = () => undefined;
  const watched: Watched = {
    charted: new Promise((resolve) => (charted = resolve)),
    canvas: new Promise((resolve) => (painted = resolve)),
    shift: 0,
    shifted: [],
    largest: undefined,
  };
  window.watched = watched;
  const afterTheFrame = (act: () => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage(undefined);
  };
  let hasDrawing = false;
  const look = (): void => {
    if (
      !hasDrawing &&
      [...document.querySelectorAll('svg')].some((svg) => isDrawing(svg) && isWhole(svg) && inSight(svg))
    ) {
      hasDrawing = true;
      afterTheFrame(() => {
        charted({ ms: performance.now(), by: 'svg' });
      });
    }
    if (![...document.querySelectorAll('canvas')].some(holdsColour)) {
      requestAnimationFrame(look);
      return;
    }
    afterTheFrame(() => {
      charted({ ms: performance.now(), by: 'canvas' });
      painted(performance.now());
    });
  };
  requestAnimationFrame(look);

  const named = (node: Node | null): string =>
    node instanceof Element
      ? `${node.tagName.toLowerCase()}.${(node.getAttribute('class') ?? '').slice(0, 40)}`
      : 'text';
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { element } = entry as PerformanceEntry & { readonly element: Element | null };
      watched.largest = { ms: entry.startTime, element: named(element) };
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        readonly value: number;
        readonly hadRecentInput: boolean;
        readonly sources: readonly { readonly node: Node | null }[];
      };
      if (hadRecentInput) continue;
      watched.shift += value;
      watched.shifted.push(...sources.map(({ node }) => named(node)));
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * Times what each move of the mouse and each turn of the wheel costs the page's main thread: from the event, before any listener of the page
 * hears of it, to the end of its frame (listeners, callbacks, styles, layout, painting), and the frame after it, in which some
 * libraries draw. The wait for the screen between the two does not count.
 */
export function watchFrames(): void {
  let isTiming = false;
  let waiting: (() => void)[] = [];
  let over = Promise.resolve();
  const nextEnd = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
    });
  const frames: Frames = {
    took: [],
    ready: async () => {
      if (isTiming) await nextEnd();
      over = nextEnd();
    },
    over: () => over,
  };
  window.frameTimes = frames;
  const atTheEndOfAFrame = (act: (began: number, ended: number) => void): void => {
    requestAnimationFrame(() => {
      const began = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        act(began, performance.now());
      };
      port2.postMessage(undefined);
    });
  };
  const time = (): void => {
    if (isTiming) return;
    isTiming = true;
    const heard = performance.now();
    atTheEndOfAFrame((_, firstEnded) => {
      atTheEndOfAFrame((began, ended) => {
        frames.took.push({ first: firstEnded - heard, second: ended - began });
        isTiming = false;
        for (const tell of waiting) tell();
        waiting = [];
      });
    });
  };
  for (const kind of ['mousemove', 'pointermove', 'wheel'])
    window.addEventListener(kind, time, { capture: true, passive: true });
}
