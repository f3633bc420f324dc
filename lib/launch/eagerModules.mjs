import { parse } from 'acorn';
import { rewriteScripts } from './builtFiles.mjs';

/** Has browsers compile the modules of each script of a build as they read it. */
export const makeModulesEager = (folder) => rewriteScripts(folder, withEagerModules);

/**
 * A script as Turbopack lays it out, `….push([script, id, module, id, module, …])`, with each module's function in brackets: engines take a
 * bracketed function for one that is called at once and compile it with the script, which browsers do beside the page's thread. Without brackets
 * they read it twice, the second time on the page's thread (https://v8.dev/blog/preparser#pife). What the script does is the same. A
 * script of another shape stays as it is.
 */
export function withEagerModules(script) {
  let eager = '';
  let at = 0;
  for (const { start, end } of modulesIn(script)) {
    eager += `${script.slice(at, start)}(${script.slice(start, end)})`;
    at = end;
  }
  return eager + script.slice(at);
}

const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionExpression']);

function modulesIn(script) {
  const [statement] = parse(script, { ecmaVersion: 'latest' }).body;
  const [list] = (statement?.type === 'ExpressionStatement' && statement.expression.arguments) || [];
  return list?.type === 'ArrayExpression' ? list.elements.filter((element) => FUNCTIONS.has(element?.type)) : [];
}
