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
