/** The list of keys. */
export const keyWords = {
  title: 'Keys',
  close: 'Close',
  table: 'Keys and what they do',
  key: 'Key',
  does: 'What it does',
  single: 'Single keys',
  singleHint:
    'Switch them off if they get in the way of speech input or another tool. This browser remembers it; Ctrl K, ⌘ K and the arrows stay.',
} as const;

/** One line of the list: any of the keys does it. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

export const keyLines = (): readonly KeyLine[] => [
  { keys: ['Ctrl K', '⌘ K', '/'], does: 'Go to an asset, minute, venue, event or pasted link' },
  { keys: ['←', '→'], does: 'Minute before, minute after' },
  { keys: ['Shift ←', 'Shift →'], does: 'Episode before, episode after' },
  { keys: ['l'], does: 'Switch between linear and logarithmic prices' },
  { keys: ['z'], does: 'Switch the time zone' },
  { keys: ['e'], does: 'Export the picture' },
  { keys: ['c'], does: 'Copy the link' },
  { keys: ['+', '-'], does: 'Zoom the chart in focus' },
  { keys: ['0', 'Double-click'], does: 'Show the chart’s whole window' },
  { keys: ['Enter'], does: 'Open the minute at the chart’s crosshair' },
  { keys: ['Esc'], does: 'Leave the chart' },
  { keys: ['?'], does: 'This list' },
];
