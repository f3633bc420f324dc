/** One figure of the table, and how far it is from it. */
export interface Aim {
  readonly name: string;
  readonly aim: number;
  readonly measured: number;
  readonly unit: string;
  /** Whether more is better (answers a second) or less (milliseconds). */
  readonly wants: 'more' | 'less';
}

/** Digits that say something. */
export const shown = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2);

/** "met", or by how much it is missed. A figure that is none misses. */
export function verdict({ aim, measured, wants }: Aim): string {
  if (wants === 'more' ? measured > aim : measured < aim) return 'met';
  const ratio = wants === 'more' ? aim / measured : measured / aim;
  return Number.isFinite(ratio) ? `missed, by a factor of ${ratio.toFixed(2)}` : 'not measured';
}

export const aimsTable = (aims: readonly Aim[]): readonly string[] => [
  '| | aim | measured | |',
  '| --- | ---: | ---: | --- |',
  ...aims.map(
    (one) =>
      `| ${one.name} | ${one.wants === 'more' ? '>' : '<'} ${String(one.aim)} ${one.unit} | ${shown(one.measured)} ${one.unit} | ${verdict(one)} |`,
  ),
];
