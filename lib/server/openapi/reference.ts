import { apiWords, operationWords, referenceWords, valueWords } from '../../words/en/apiReference';
import { DESCRIBED, parametersOf, problemsOf, typesOf } from './document';
import { LIMITS } from './limits';

/** The reference of the API as its page shows it: English, made of the same as the description for programs. */
export const reference = () => ({
  title: apiWords.title,
  rules: apiWords.rules(LIMITS),
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
