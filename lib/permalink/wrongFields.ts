import type { Refusal } from '../domain/refusal';

/** What a form's address asks, by name, as it was typed. */
export type AskedFields = Readonly<Partial<Record<string, string | undefined>>>;

/** What is wrong with it. */
export interface Wrong {
  readonly text: string;
  /** The names of the fields that hold it; none: it is about no field of its own. */
  readonly fields: readonly string[];
}

/** The names of the fields that hold what is refused, in the fields' order; none where it is about no field of its own. */
export function wrongFields(refusal: Refusal, fields: AskedFields): readonly string[] {
  if (refusal.kind === 'compared-count') return ['markets'];
  if ('name' in refusal) return [refusal.name];
  const ends = refusal.kind === 'range-reversed' || refusal.kind === 'range-too-long' ? [refusal.from, refusal.to] : [];
  const refused = 'text' in refusal ? [refusal.text] : ends;
  return Object.entries(fields).flatMap(([name, value]) =>
    value !== undefined && refused.some((one) => holds(value, one)) ? [name] : [],
  );
}

/** Whether a value, or a part of a list, is what was refused. */
const holds = (value: string, refused: string): boolean =>
  value === refused || value.split(',').some((part) => part.trim() === refused);
