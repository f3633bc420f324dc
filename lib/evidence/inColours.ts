import { inkOf, type Theme } from '../charts/look/theme';
import { SANS } from './fonts';

/** What stands for each colour of a page on a picture, by theme: as on the page, where the picture's own ink has none. */
const OWN: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light: { sunk: '#f3f3f0', below: '#b3261e', above: '#0b5fa5', caution: '#7d5200' },
  dark: { sunk: '#1c2226', below: '#ff7d6b', above: '#6fb8ff', caution: '#e3b04f' },
};

/** A drawing made for a page, in the colours and letters of a picture. Throws where one of its variables has none. */
export function inColours(svg: string, theme: Theme): string {
  const { ink, quiet, rule, frame, paper, stamp } = inkOf(theme);
  const colours: Readonly<Record<string, string>> = {
    ...OWN[theme],
    ink,
    paper,
    rule,
    simulated: stamp,
    'ink-3': quiet,
    'rule-strong': frame,
    'font-sans': SANS,
  };
  return svg.replace(/var\(--([\w-]+)\)/g, (written, name: string) => {
    const colour = colours[name];
    if (colour === undefined) throw new TypeError(`a picture has no ${written}`);
    return colour;
  });
}
