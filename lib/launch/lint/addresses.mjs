/**
 * An address has one reader and one writer, lib/permalink: read in two places, a link opens differently in each. What takes an
 * address apart or puts it together elsewhere is refused: URLSearchParams, `searchParams`, the URI functions, and cutting a text at
 * its `?`. The files that are not asked read addresses of databases and of exchanges, which are no views.
 */
const FUNCTIONS = new Set(['encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI']);
/** Where a text is cut in two. */
const CUTS = new Set(['split', 'indexOf', 'lastIndexOf']);

const rule = {
  meta: {
    type: 'problem',
    messages: { outside: 'An address is read and written in lib/permalink alone: no {{what}} here.' },
    schema: [],
  },
  create(context) {
    const report = (node, what) => {
      context.report({ node, messageId: 'outside', data: { what } });
    };
    return {
      NewExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'URLSearchParams')
          report(node, 'URLSearchParams');
      },
      MemberExpression(node) {
        if (!node.computed && node.property.name === 'searchParams') report(node, 'searchParams');
      },
      CallExpression(node) {
        const { callee, arguments: given } = node;
        if (callee.type === 'Identifier' && FUNCTIONS.has(callee.name)) report(node, callee.name);
        const [first] = given;
        if (
          callee.type === 'MemberExpression' &&
          CUTS.has(callee.property.name) &&
          first?.type === 'Literal' &&
          first.value === '?'
        )
          report(node, `${callee.property.name}('?')`);
      },
    };
  },
};

export default { meta: { name: 'addresses' }, rules: { outside: rule } };
