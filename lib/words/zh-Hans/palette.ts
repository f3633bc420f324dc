import { unbroken, utc } from './numbers';
import { venueName } from './venues';

export const palette = {
  open: '搜索',
  label: '前往',
  input: '资产、分钟、交易所、事件或链接',
  placeholder: 'ATOM 21:20',
  close: '关闭',
  list: '前往何处',
  none: '此处存储的数据中没有相符的项目。',
  unreal: (text: string): string => `没有 ${text} 这个时间或日期。`,
  examples:
    '输入资产与时间（ATOM 2025-10-10 21:20）、交易所或事件，或粘贴链接。时间为 UTC，除非其后注明时区：UTC+8、KST。',
  keys: '所有快捷键',
  failed: '无法读取资产列表。仍可查找链接、事件与页面。',
} as const;

export const destinationKinds = {
  link: '链接',
  minute: '分钟',
  day: '日期',
  asset: '资产',
  venue: '交易所',
  event: '事件',
  page: '页面',
} as const;

export const assetTitle = (name: string, venue: string | undefined): string =>
  venue === undefined ? name : `${venueName(venue)} 的 ${name}`;

export const minuteTitle = (name: string, venue: string | undefined, at: string): string =>
  unbroken(`${assetTitle(name, venue)}，${utc(at)} UTC`);

export const dayTitle = (name: string, venue: string | undefined, day: string): string =>
  `${assetTitle(name, venue)}，${day} UTC`;
