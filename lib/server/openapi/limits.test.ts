import { describe, expect, it } from 'vitest';
import * as answers from '../../api/limits';
import * as comparison from '../../domain/comparison';
import * as fields from '../../permalink/fields';
import * as scan from '../../permalink/scan';
import { apiWords } from '../../words/en/apiReference';
import * as admission from '../guard/admission';
import * as cost from '../guard/cost';
import * as answerTime from '../kept/answerTime';
import * as revisions from '../revisions/revisionsRequest';
import { openApi } from './document';
import { LIMITS } from './limits';
import { OWN_SCHEMAS, PARAMETER_SCHEMAS } from './parameters';
import { reference } from './reference';

/** Where the code keeps what it refuses beyond. */
const ENFORCED = { ...answers, ...comparison, ...fields, ...scan, ...admission, ...cost, ...answerTime, ...revisions };
const limits = Object.entries<unknown>(ENFORCED).flatMap(([name, value]) =>
  typeof value === 'number' && /^(?:LEAST|MOST|USUAL|EVERY)_|_POINTS?$/.test(name) ? [[name, value] as const] : [],
);

/** Of a single parameter: its schema says it. */
const IN_SCHEMAS: Readonly<Record<string, unknown>> = {
  MOST_MIN_PEERS: PARAMETER_SCHEMAS.minPeers['maximum'],
  LEAST_ENTER: PARAMETER_SCHEMAS.enter['minimum'],
  MOST_ENTER: PARAMETER_SCHEMAS.enter['maximum'],
  MOST_DEPTH: PARAMETER_SCHEMAS.depth['maximum'],
  MOST_LEAST_PEERS: PARAMETER_SCHEMAS.peers['maximum'],
  MOST_SCANNED: OWN_SCHEMAS.scan?.limit?.['maximum'],
  MOST_REVISIONS: PARAMETER_SCHEMAS.limit['maximum'],
};
/** A file that is verified stays where it is: the API never sees it. */
const ELSEWHERE = ['MOST_VERIFIED_MB'];

describe('the limits of the API', () => {
  it.each(limits.filter(([name]) => !ELSEWHERE.includes(name)))('%s, %d, is described', (name, value) => {
    if (name in IN_SCHEMAS) expect(IN_SCHEMAS[name]).toBe(value);
    else expect(LIMITS).toHaveProperty(name, value);
  });

  it('are all found', () => {
    const names = limits.map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining([...Object.keys(LIMITS), ...Object.keys(IN_SCHEMAS), ...ELSEWHERE]));
  });

  it('are each said, whatever they are', () => {
    const others = Object.fromEntries(Object.keys(LIMITS).map((name, i) => [name, 7_001 + i]));
    const said = apiWords.rules(others as typeof LIMITS).join(' ');
    for (const value of Object.values(others)) expect(said).toContain(value.toLocaleString('en'));
  });

  it('stand in the description for programs and on the page', async () => {
    const rules = apiWords.rules(LIMITS);
    expect((await openApi()).info.description).toBe(rules.join(' '));
    expect(reference().rules).toEqual(rules);
  });
});
