import { count } from './numbers';

export const bookChanges = {
  title: '有哪些变更',
  minute: '分钟，UTC',
  before: '先前',
  now: '目前',
  roles: { 'underlying-market': '标的资产', 'rate-market': '用于汇率' },
  added: '先前的数字不含此项。',
  gone: '仅先前的数字含此项。',
  unknown: '两者不同。在可回溯的范围内，没有与摘要值相同的较早状态，因此无法指出是哪些分钟。',
  minutes: (minutes: number): string => `${count(minutes)} 分钟不同`,
  more: (minutes: number): string => `再显示 ${count(minutes)} 分钟`,
} as const;
