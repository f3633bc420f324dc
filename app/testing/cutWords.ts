import type { Page } from '@playwright/test';

/** Less than anybody sees, in pixels. */
const HAIR = 0.5;

/** The words of drawings that run over the left or the right edge of theirs, where they are cut off. */
export const cutWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    (hair) =>
      [...document.querySelectorAll('svg text')]
        .filter((word): word is SVGTextElement => word instanceof SVGTextElement && word.ownerSVGElement !== null)
        .filter((word) => getComputedStyle(word.ownerSVGElement as SVGSVGElement).overflow === 'hidden')
        .filter((word) => {
          const [own, whole] = [word, word.ownerSVGElement as SVGSVGElement].map((one) => one.getBoundingClientRect());
          if (own === undefined || whole === undefined || own.width === 0) return false;
          return own.left < whole.left - hair || own.right > whole.right + hair;
        })
        .map((word) => word.textContent),
    HAIR,
  );
