/** One figure of an issue's table, and how far it is from it. */
export interface Aim {
  readonly name: string;
  readonly aim: number;
  readonly measured: number;
  readonly unit: string;
  /** Whether more is better (answers a second) or less (milliseconds), and whether the aim itself is good enough. */
  readonly wants: 'more' | 'less' | 'at least' | 'at most';
}

const SIGN = { more: '>', less: '<', 'at least': '≥', 'at most': '≤' } as const;

/** Digits that say something; 0 has none. */
export const shown = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value === 0 ? '0' : value.toPrecision(2);

function isMet({ aim, measured, wants }: Aim): boolean {
  switch (wants) {
    case 'more':
      return measured > aim;
    case 'at least':
      return measured >= aim;
    case 'less':
      return measured < aim;
    case 'at most':
      return measured <= aim;
  }
}

/** "met", or by how much it is missed: of an aim of 0 by the figure itself. A figure that is none misses. */
export function verdict(one: Aim): string {
  const { aim, measured, wants, unit } = one;
  if (isMet(one)) return 'met';
  if (aim === 0 && Number.isFinite(measured)) return `missed, by ${withUnit(shown(measured), unit)}`;
  const ratio = wants === 'more' || wants === 'at least' ? aim / measured : measured / aim;
  return Number.isFinite(ratio) ? `missed, by a factor of ${ratio.toFixed(2)}` : 'not measured';
}

const withUnit = (figure: string, unit: string): string => (unit === '' ? figure : `${figure} ${unit}`);

export const aimsTable = (aims: readonly Aim[]): readonly string[] => [
  '| | aim | measured | |',
  '| --- | ---: | ---: | --- |',
  ...aims.map(
    (one) =>
      `| ${one.name} | ${SIGN[one.wants]} ${withUnit(String(one.aim), one.unit)} | ${withUnit(shown(one.measured), one.unit)} | ${verdict(one)} |`,
  ),
];
