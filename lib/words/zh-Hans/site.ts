export const siteWords = {
  name: 'Plumbline',
  titleTemplate: '%s · Plumbline',
  description: '逐分钟呈现各交易所的价格偏离市场多少、持续多久。',
  skip: '跳到主要内容',
} as const;

export { stampedTitle } from '../en/site';
