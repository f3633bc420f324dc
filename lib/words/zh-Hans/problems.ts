export const noDataPage = { title: '没有数据' } as const;

export const notFoundWords = {
  title: '找不到',
  heading: '此网址没有数据',
  leadAsset: '网址应指明一种资产，例如',
  leadMinute: '，或其中的一分钟，例如',
  leadReason: '。此网址指明的资产没有数据，或日期无效。',
  assets: '可用的资产：',
} as const;

export const errorWords = {
  heading: '无法加载此页',
  causeDatabase: '可能是数据库没有响应（启动命令为',
  causeInternal: (digest: string | undefined): string =>
    `），也可能是内部错误；请查看服务器日志${digest === undefined ? '' : `，条目 ${digest}`}。`,
  retry: '重试',
  wholeHeading: 'Plumbline 无法加载此页',
  wholeCause: '请确认服务器及其数据库正在运行，然后重试。原因记录在服务器日志中。',
} as const;

export const brokenAddress = {
  encoding: '400：此网址的百分号编码有误。请重新复制完整链接，或从 / 开始。\n',
  short: '400：此短网址不完整，或在传递途中被更改。请重新复制完整链接，或从 / 开始。\n',
} as const;
