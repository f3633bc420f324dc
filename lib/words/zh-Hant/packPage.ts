export const packPage = {
  title: '仲裁用證物',
  lead: '將多個畫面合為一個檔案：每個畫面在編號的資料夾中各有一份資料，另有清單、每件 2 頁的 PDF，以及由人填寫的證明書。全部內容不需要本站即可查核。清單就在本頁的網址中，不會儲存任何內容。',
  list: '證物',
  none: '尚無證物。請加入資產或分鐘的網址。',
  add: '要加入的網址',
  addHint: '每行一個：附時間範圍的資產網址、分鐘網址，或短網址。',
  addButton: '加入',
  download: '下載證物',
  language: '文字的語言',
  zone: '同時顯示的時區',
  missing: '不能成為證物',
} as const;

export const exhibitLinks = {
  earlier: (number: number): string => `證物 ${String(number)} 上移`,
  later: (number: number): string => `證物 ${String(number)} 下移`,
  remove: (number: number): string => `移除證物 ${String(number)}`,
} as const;

export const packProblems = {
  tooLong: (days: number, mostDays: number): string =>
    `時間範圍有 ${String(days)} 天；每件證物最多 ${String(mostDays)} 天`,
  tooMany: (count: number, most: number): string => `${String(count)} 件證物過多；最多 ${String(most)} 件`,
  none: '沒有證物；請以 `view=…` 加入資產或分鐘的網址',
} as const;
