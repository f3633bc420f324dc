/**
 * A constant of the method stands in lib/domain/method.ts and nowhere else. What the constants are is read from that file, so
 * a new one is guarded from its first day: its name may not be declared again; a list of it may not be written again; nor a
 * number that nobody writes by chance, 1.4826 (others, 3 or 0.02, mean many things). Tests write the values they expect, as does the
 * second reading of the method; the simulator's venues list what they like.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HOME = join(import.meta.dirname, '..', '..', 'domain', 'method.ts');
const DECLARATION = /^export const ([A-Z_]+)(?:: [^=]+)? = ([^;]+);/gm;

/** The source text of each constant's value, by name. */
const constants = new Map(
  [...readFileSync(HOME, 'utf8').matchAll(DECLARATION)].map(([, name, value]) => [
    name,
    value.replace(/ as const$/, '').replace(/'/g, '"'),
  ]),
);
if (constants.size === 0) throw new Error(`${HOME} declares no constant`);

const lists = new Map(
  [...constants].flatMap(([name, value]) => (value.startsWith('[') ? [[normal(value), name]] : [])),
);
const numbers = new Map(
  [...constants].flatMap(([name, value]) => (/^\d+\.\d*[1-9]{2}\d*$/.test(value) ? [[Number(value), name]] : [])),
);

function normal(list) {
  return list.replace(/\s/g, '').replace(/,\]$/, ']');
}

const written = ({ elements }) =>
  elements.every((element) => element?.type === 'Literal')
    ? `[${elements.map(({ value }) => JSON.stringify(value)).join(',')}]`
    : undefined;

const rule = {
  meta: {
    type: 'problem',
    messages: { twice: 'This is {{name}}, a constant of the method: import it from lib/domain/method.' },
    schema: [],
  },
  create(context) {
    const report = (node, name) => {
      if (name !== undefined) context.report({ node, messageId: 'twice', data: { name } });
    };
    return {
      VariableDeclarator: ({ id }) => {
        if (id.type === 'Identifier' && constants.has(id.name)) report(id, id.name);
      },
      ArrayExpression: (node) => {
        report(node, lists.get(written(node)));
      },
      Literal: (node) => {
        if (typeof node.value === 'number') report(node, numbers.get(node.value));
      },
    };
  },
};

export default { meta: { name: 'method' }, rules: { constants: rule } };
