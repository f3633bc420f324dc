import {
  MOST_BUNDLED_DAYS,
  MOST_EVERY_MINUTE_DAYS,
  EVERY_MINUTE_UNASKED_DAYS,
  MOST_EXHIBITS,
  MOST_WINDOW_DAYS,
} from '../../api/limits';
import { apiWords, operationWords, referenceWords, valueWords } from '../../words/en/apiReference';
import { DESCRIBED, parametersOf, problemsOf, typesOf } from './document';

/** The reference of the API as its page shows it: English, made of the same as the description for programs. */
export const reference = () => ({
  title: apiWords.title,
  rules: apiWords.rules(
    MOST_WINDOW_DAYS,
    MOST_EVERY_MINUTE_DAYS,
    EVERY_MINUTE_UNASKED_DAYS,
    MOST_BUNDLED_DAYS,
    MOST_EXHIBITS,
  ),
  words: referenceWords,
  operations: DESCRIBED.map(([id, operation]) => ({
    id,
    path: operation.path,
    summary: operationWords[id],
    parameters: parametersOf(id, operation).map(({ name, required, description, schema }) => ({
      name,
      isRequired: required,
      description,
      values: valueWords(schema),
    })),
    types: typesOf(operation),
    problems: problemsOf(operation).map((status) => ({ status, meaning: apiWords.problems[status] })),
  })),
});
