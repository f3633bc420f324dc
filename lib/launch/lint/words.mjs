/**
 * A sentence for people stands in lib/words and nowhere else. A text counts as a sentence where two words stand beside each
 * other, and in JSX where any word stands at all. Free are: SQL, class names, directives, texts of types, and what a broken
 * promise throws (`Error`, `RangeError`, `TypeError`): no reader should ever see it, and the log keeps it in English. Rooms that are not asked: names of
 * assets are names, the simulator writes what exchanges answer, and benchmarks, torture and checkReal are tools of ours.
 */
const SENTENCE = /[A-Za-z’']{2,}[,;:.]? +[A-Za-z“"(]/;
const WORD = /[A-Za-z]{2,}/;
const SQL =
  /\b(SELECT|DECLARE|FETCH|CLOSE|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER TABLE|ALTER ROLE|DROP|BEGIN|COMMIT|ROLLBACK|SET LOCAL|LOCK TABLE|JOIN|WHERE|UNION|ORDER BY|ON CONFLICT|VALUES|GROUP BY|FROM unnest|DESC|LIKE|COLLATE)\b|::\w|\bAS "|\bCHECK \(/;
/** Lists of columns, orders and fragments that stand beside SQL. */
const SQL_PART = /^\w+\.\w+(, \w+\.\w+)*$|\b(ISOLATION LEVEL|READ ONLY|NULLS LAST)\b|^ISO, /;
/** What browsers read: media queries, types and policies of a reply. */
const MACHINE = /^\(prefers-|^[a-z]+\/[a-z-]+;|^default-src |^(inline|attachment); /;
/** `font-mono text-[0.9em]`: each of them with a dash, a bracket or a colon in it. */
const isClassNames = (text) => text.split(' ').every((name) => /^[a-z][a-z0-9/.]*[-:[][^ ,;]*$/.test(name));
/** `&lt;` is a sign, not a word. */
const ENTITY = /&#?\w+;/g;
/** Markup without the texts in it. */
const TAG = /<\/?[a-zA-Z][^<>]*(>|$)/g;
const BROKEN_PROMISES = new Set(['Error', 'RangeError', 'TypeError']);
/** Attributes that are read by people. Others hold what machines read. */
const READ_ATTRIBUTES = new Set(['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'label', 'content']);
const MACHINE_ATTRIBUTES = new Set([
  'className',
  'd',
  'viewBox',
  'points',
  'transform',
  'style',
  'href',
  'rel',
  'sizes',
]);

const isFree = (node) => {
  for (let at = node; at.parent !== undefined && at.parent !== null; at = at.parent) {
    const { parent } = at;
    if (
      parent.type === 'TSLiteralType' ||
      parent.type === 'ImportDeclaration' ||
      parent.type === 'ExportNamedDeclaration'
    ) {
      return parent.type !== 'ExportNamedDeclaration' || parent.source === at;
    }
    if (parent.type === 'ExpressionStatement' && typeof parent.directive === 'string') return true;
    if (parent.type === 'JSXAttribute' && MACHINE_ATTRIBUTES.has(parent.name.name)) return true;
    if (parent.type === 'NewExpression' && BROKEN_PROMISES.has(parent.callee.name)) return true;
  }
  return false;
};

const rule = {
  meta: {
    type: 'problem',
    messages: { outside: 'A text that people read belongs in lib/words: "{{text}}".' },
    schema: [],
  },
  create(context) {
    const report = (node, text) => {
      context.report({ node, messageId: 'outside', data: { text: text.trim().replace(/\s+/g, ' ').slice(0, 60) } });
    };
    const check = (node, written, pattern = SENTENCE) => {
      const text = written.replace(TAG, ' ');
      const isMachines = SQL.test(text) || SQL_PART.test(text) || isClassNames(text) || MACHINE.test(text);
      if (pattern.test(text) && !isMachines && !isFree(node)) report(node, text);
    };
    return {
      JSXText: (node) => {
        // Between <code> and </code> is what machines read.
        const isCode = node.parent.type === 'JSXElement' && node.parent.openingElement.name.name === 'code';
        if (WORD.test(node.value.replace(ENTITY, ' ')) && !isCode) report(node, node.value);
      },
      Literal: (node) => {
        if (typeof node.value !== 'string') return;
        const isRead = node.parent.type === 'JSXAttribute' && READ_ATTRIBUTES.has(node.parent.name.name);
        check(node, node.value, isRead ? WORD : SENTENCE);
      },
      TemplateLiteral: (node) => {
        if (node.parent.type === 'TaggedTemplateExpression') return;
        const text = node.quasis.map(({ value }) => value.cooked ?? '').join('0');
        check(node, text);
      },
    };
  },
};

export default { meta: { name: 'words' }, rules: { outside: rule } };
