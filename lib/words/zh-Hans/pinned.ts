import { count } from './numbers';

export const pinnedNotice = {
  label: '固定网址',
  waiting: '正在将数据与此网址中的摘要值比较。',
  same: '所示数字即此网址中摘要值所指的数字。',
  sameMinute: '这一分钟的数字即此网址中摘要值所指的数字，但摘要值不涵盖整个时间范围。',
  changed: '此网址生成之后，其数据已变更。',
  changedText: '本页显示目前的数字。以下列出每一处差异，先前与目前并列。',
  parameters: '此处计算此网址所用的规则与其摘要值的规则不同。',
  parametersText: '摘要值中不同的各行列于下方。',
  notFound: '此处目前与先前存储的数据，均得不出此网址中的摘要值。',
  notFoundText:
    '摘要值可能来自其他站点、本程序的其他版本或其他资产登记，或来自从未存储于此处的数据。当时的图片或数据包会列明其计算所依据的数据。',
  tooMany: '此处现存的数据与所比较的较早状态，均不符合此网址中的摘要值。',
  looked: (states: number): string => `已比较的先前数据版本数，由最新起：${count(states)}。`,
  more: '另有已存储而未比较的版本。',
  presentShown: '本页显示目前的数字。',
  asItWas: '显示当时的内容',
  answer: '所有差异，JSON',
} as const;

export const pinnedRules = { name: '摘要值的行', was: '先前', now: '目前' } as const;

export const pinnedLink = {
  copy: '复制固定网址',
  copied: '已复制固定网址',
  term: '固定网址',
  hint: '含有这些数字的摘要值的网址。若其数据日后变更，其页面会说明何处变更，并显示当时的内容。',
} as const;
