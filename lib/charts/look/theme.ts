export type Theme = 'light' | 'dark';

/** The colours of everything on a chart that is neither a venue nor a deviation. */
export interface Ink {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly frame: string;
  readonly reference: string;
  readonly episode: string;
  readonly stamp: string;
  readonly caveat: string;
  readonly hatch: string;
  readonly unmeasured: string;
  /** The other venues, lowest to highest. */
  readonly band: string;
  readonly bandEdge: string;
  /** The sides: below the reference warm, above it cool. */
  readonly below: string;
  readonly above: string;
}

const INKS: Readonly<Record<Theme, Ink>> = {
  light: {
    paper: '#ffffff',
    ink: '#14181b',
    quiet: '#5d666d',
    rule: '#e6e7e3',
    frame: '#a2a7a5',
    reference: '#14181b',
    episode: 'rgba(20,24,27,0.055)',
    stamp: 'rgba(160,106,0,0.2)',
    caveat: '#8a4b00',
    hatch: '#8a9196',
    unmeasured: '#dfe1e2',
    band: '#d3d7d9',
    bandEdge: '#b4babd',
    below: '#d0492f',
    above: '#2f7fb8',
  },
  dark: {
    paper: '#14181b',
    ink: '#e8eae7',
    quiet: '#a3acb2',
    rule: '#272d31',
    frame: '#4d565d',
    reference: '#e8eae7',
    episode: 'rgba(232,234,231,0.07)',
    stamp: 'rgba(255,198,26,0.2)',
    caveat: '#ffc61a',
    hatch: '#79838a',
    unmeasured: '#2f363b',
    band: '#343c41',
    bandEdge: '#515b62',
    below: '#f0694c',
    above: '#4aa3df',
  },
};

export const inkOf = (theme: Theme): Ink => INKS[theme];
