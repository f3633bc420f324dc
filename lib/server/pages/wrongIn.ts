import type { Refusal } from '../../domain/refusal';
import { wrongFields, type AskedFields, type Wrong } from '../../permalink/wrongFields';
import { refusalWords } from '../../words/refusals';

/** What a form says of a field that cannot be read. */
export const wrongIn = (refusal: Refusal, fields: AskedFields): Wrong => ({
  text: refusalWords(refusal),
  fields: wrongFields(refusal, fields),
});
