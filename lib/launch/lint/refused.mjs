/** What is refused by how it is written alone: selectors of nodes, and what is said of each. `joins` leaves the method's text alone, which is in English. */
const refusing = (refused) => ({
  meta: { type: 'problem', schema: [] },
  create: (context) =>
    Object.fromEntries(
      refused.map(({ selector, message }) => [
        selector,
        (node) => {
          context.report({ node, message });
        },
      ]),
    ),
});

// A hole must not become a number: `?? 0`, `|| 0`, `??= 0` and `connectNulls: true` are how it happens.
const ZERO = [':matches(Literal[value=0])', ":matches(UnaryExpression[operator='-'][argument.value=0])"];
const HOLES = [
  ...ZERO.flatMap((zero) => [
    {
      selector: `LogicalExpression:matches([operator='??'], [operator='||']) > ${zero}.right`,
      message: 'No number stands for a hole.',
    },
    {
      selector: `AssignmentExpression:matches([operator='??='], [operator='||=']) > ${zero}.right`,
      message: 'No number stands for a hole.',
    },
  ]),
  {
    selector: "Property:matches([key.name='connectNulls'], [key.value='connectNulls']) > Literal[value=true]",
    message: 'A missing minute stays visibly missing.',
  },
];
// How entries and sentences follow each other differs between languages: Chinese has its own comma, and no space after a sentence.
const JOINS = [
  "CallExpression[callee.property.name='join'] > Literal[value=/^[,;] ?$/]",
  'TemplateLiteral > TemplateElement[value.raw=/^[,;] ?$/]',
  'JSXText[value=/^\\s*[,;]\\s*$/]',
  'JSXExpressionContainer > Literal[value=/^[,;] ?$/]',
].map((selector) => ({ selector, message: 'The language joins: lib/words/spelled.' }));
// The reading of a clock is an argument wherever the method is computed.
const CLOCKS = [{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'now is an argument.' }];

export default {
  meta: { name: 'refused' },
  rules: { holes: refusing(HOLES), joins: refusing(JOINS), clocks: refusing(CLOCKS) },
};
