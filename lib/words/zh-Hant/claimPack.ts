export const claimPack = {
  yours: '這部分屬於您，內有您的成交、金額、帳戶和檔案名稱。其他人沒有這部分；交給誰，由您決定。',
  statement: '比較結果，含方法與限制',
  audit: '同樣的內容，供程式使用',
  fills: '每筆成交與該分鐘的比較',
  names: '每個字母和編號代表哪個帳戶和檔案；讀取其餘內容時需要，不需要的人不要給',
  shared: '可以給其他人看的內容',
  manifest: '這裡其他每個檔案的 SHA-256',
  check: (command: string): string => `查核每個檔案是否與產生時相同：\`${command}\``,
  noEvidence: '成交的分鐘都沒有儲存，因此沒有證據。',
  evidence: '市場的證據在另一個 `.zip` 檔案中：相關市場的整個 UTC 日，每件證物一日。',
  digests:
    '`audit.json` 的 `days` 列出未指定交易所的同樣數字的摘要值。證物指定每家交易所，因此摘要值不同；在其網址兩者都可讀取。',
  sum: '證據中沒有您檔案的任何內容。其 SHA-256：',
  exampleDays: '這些市場和日期是為重新構成的示例選擇的，不是實際的帳戶。證物的內容與示例無關。',
} as const;
