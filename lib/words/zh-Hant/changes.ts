import { count } from './numbers';

export const bookChanges = {
  title: '有哪些變更',
  minute: '分鐘，UTC',
  before: '先前',
  now: '目前',
  roles: { 'underlying-market': '標的資產', 'rate-market': '用於匯率' },
  added: '先前的數字不含此項。',
  gone: '僅先前的數字含此項。',
  unknown: '兩者不同。在可回溯的範圍內，沒有與摘要值相同的較早狀態，因此無法指出是哪些分鐘。',
  minutes: (minutes: number): string => `${count(minutes)} 分鐘不同`,
  more: (minutes: number): string => `再顯示 ${count(minutes)} 分鐘`,
} as const;
