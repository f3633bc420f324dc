export const siteWords = {
  name: 'Plumbline',
  titleTemplate: '%s · Plumbline',
  description: '逐分鐘呈現各交易所的價格偏離市場多少、持續多久。',
  skip: '跳至主要內容',
} as const;

export { stampedTitle } from '../en/site';
