import { expect, it } from 'vitest';
import { PARITY_ERROR } from '../../../domain/method';
import { methodText } from './asText';

it('the method as a text has every section under its number, in lines that fit a letter', () => {
  const text = methodText();
  expect(text.split('\n').filter((line) => /^\d+\. [A-Z ]+$/.test(line))).toEqual([
    '1. TERMS',
    '2. ONE CURRENCY',
    '3. THE REFERENCE',
    '4. DEVIATION',
    '5. EPISODES',
    '6. THE MARKET AS CONTROL',
    '7. WRAPPED AND PEGGED ASSETS',
    '8. HOW UNUSUAL',
    '9. ORDER OF EVENTS',
    '10. REPRODUCIBILITY',
    '11. A VENUE AGAINST ITSELF',
    '12. HOW OPEN CASES ARE DECIDED',
    '13. VERSIONS',
  ]);
  expect(text).toContain(`${String(PARITY_ERROR * 100)} %`);
  expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
  expect(text).not.toContain('[object');
});
