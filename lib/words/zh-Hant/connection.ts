export const connection = {
  unreachable: (address: string): string => `伺服器沒有回應（${address}）；請確認伺服器正在執行`,
  brokenOff: (address: string): string => `伺服器的回應中斷（${address}）；請確認伺服器正在執行`,
  notJson: (address: string, status: number): string =>
    `${address} 回應 ${String(status)}，但內容不是 JSON；請確認此網址屬於 Plumbline`,
  unknownLines: (address: string): string => `${address} 回應的格式，本頁面無法辨識；請重新載入頁面`,
  unknownShape: (address: string, flaw: string): string =>
    `${address} 回應的格式，本頁面無法辨識（${flaw}）；請重新載入頁面`,
  status: (address: string, status: number): string => `${address} 回應 ${String(status)}`,
} as const;

export const failures = {
  unreachable: '無法連線到伺服器。請檢查連線，然後重新載入頁面。',
  unreadable: '伺服器的回應，本頁面無法讀取。請重新載入頁面；若仍無法讀取，請幾分鐘後再試。',
} as const;
