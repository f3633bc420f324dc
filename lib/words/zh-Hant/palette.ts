import { unbroken, utc } from './numbers';
import { venueName } from './venues';

export const palette = {
  open: '搜尋',
  label: '前往',
  input: '資產、分鐘、交易所、事件或連結',
  placeholder: 'ATOM 21:20',
  close: '關閉',
  list: '前往何處',
  none: '此處儲存的資料中沒有相符的項目。',
  unreal: (text: string): string => `沒有 ${text} 這個時間或日期。`,
  examples:
    '輸入資產與時間（ATOM 2025-10-10 21:20）、交易所或事件，或貼上連結。時間為 UTC，除非其後註明時區：UTC+8、KST。',
  keys: '所有快速鍵',
  failed: '無法讀取資產清單。仍可查找連結、事件與頁面。',
} as const;

export const destinationKinds = {
  link: '連結',
  minute: '分鐘',
  day: '日期',
  asset: '資產',
  venue: '交易所',
  event: '事件',
  page: '頁面',
} as const;

export const assetTitle = (name: string, venue: string | undefined): string =>
  venue === undefined ? name : `${venueName(venue)} 的 ${name}`;

export const minuteTitle = (name: string, venue: string | undefined, at: string): string =>
  unbroken(`${assetTitle(name, venue)}，${utc(at)} UTC`);

export const dayTitle = (name: string, venue: string | undefined, day: string): string =>
  `${assetTitle(name, venue)}，${day} UTC`;
