/** How a file writes its times. */
export type TimeUnit = 's' | 'ms' | 'us' | 'iso';

/** Ten digits of seconds reach from 2001 to 2286; thirteen are milliseconds, sixteen microseconds: they cannot be confused. */
const DIGITS: Readonly<Record<number, TimeUnit>> = { 10: 's', 13: 'ms', 16: 'us' };
const DIGITS_OF: Readonly<Record<Exclude<TimeUnit, 'iso'>, number>> = { s: 10, ms: 13, us: 16 };
const PER_MS: Readonly<Record<Exclude<TimeUnit, 'iso'>, number>> = { s: 0.001, ms: 1, us: 1000 };

/** `2025-10-10T21:20:00.000Z`, `2025-10-10 21:20 UTC`, `…+00:00`. */
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,6})?)?\s*(Z|UTC|\+00:?00)?$/;

/** The unit a column's name states (`open_time_ms`), or undefined. */
export function unitNamed(column: string): TimeUnit | undefined {
  const end = /_(s|sec|seconds|ms|millis|us|micros)$/.exec(column)?.[1];
  if (end === undefined) return undefined;
  return end.startsWith('s') ? 's' : end === 'us' || end === 'micros' ? 'us' : 'ms';
}

/** The unit of a value by its number of digits, or ISO by its shape; undefined: neither. */
export function unitShown(text: string): TimeUnit | undefined {
  const digits = /^(\d+)(?:\.\d+)?$/.exec(text)?.[1];
  if (digits !== undefined) return DIGITS[digits.length];
  return ISO.test(text) ? 'iso' : undefined;
}

/**
 * Milliseconds since 1970 (with a fraction for microseconds), or NaN where the text is no time in that unit. ISO times
 * without a zone are read only where `isUtc`, because the column says so: a local time is never guessed at.
 */
export function msOf(text: string, unit: TimeUnit, isUtc: boolean): number {
  if (unit === 'iso') {
    const match = ISO.exec(text);
    if (match?.[1] === undefined || match[2] === undefined || (match[4] === undefined && !isUtc)) return NaN;
    const ms = Date.parse(`${match[1]}T${match[2]}${(match[3] ?? ':00').slice(0, 7)}Z`);
    // 30 February would roll over.
    return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== match[1] ? NaN : ms;
  }
  const whole = text.indexOf('.');
  if ((whole === -1 ? text.length : whole) !== DIGITS_OF[unit]) return NaN;
  const value = Number(text);
  return unit === 's' ? value * 1000 : value / PER_MS[unit];
}
