import { z } from 'zod';
import type { Parsed } from '../../domain/unit';
import { refusalWords } from '../../words/refusals';

/** A reader of the domain as a step of a schema: its own line is the complaint. */
export function parsedBy<T>(parse: (text: string) => Parsed<T>) {
  return z.string().transform((text, context): T => {
    const result = parse(text);
    if (result.ok) return result.value;
    context.addIssue({ code: 'custom', message: refusalWords(result.error) });
    return z.NEVER;
  });
}
