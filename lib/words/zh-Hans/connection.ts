export const connection = {
  unreachable: (address: string): string => `服务器没有响应（${address}）；请确认服务器正在运行`,
  brokenOff: (address: string): string => `服务器的响应中断（${address}）；请确认服务器正在运行`,
  notJson: (address: string, status: number): string =>
    `${address} 响应 ${String(status)}，但内容不是 JSON；请确认此网址属于 Plumbline`,
  unknownLines: (address: string): string => `${address} 响应的格式，本页面无法识别；请重新加载页面`,
  unknownShape: (address: string, flaw: string): string =>
    `${address} 响应的格式，本页面无法识别（${flaw}）；请重新加载页面`,
  status: (address: string, status: number): string => `${address} 响应 ${String(status)}`,
} as const;

export const failures = {
  unreachable: '无法连接到服务器。请检查连接，然后重新加载页面。',
  unreadable: '服务器的响应，本页面无法读取。请重新加载页面；若仍无法读取，请几分钟后再试。',
} as const;
