export const packPage = {
  title: '仲裁用证物',
  lead: '将多个画面合为一个文件：每个画面在编号的文件夹中各有一份资料，另有清单、每件 2 页的 PDF，以及由人填写的证明书。全部内容不需要本站即可核对。清单就在本页的网址中，不会存储任何内容。',
  list: '证物',
  none: '尚无证物。请加入资产或分钟的网址。',
  add: '要加入的网址',
  addHint: '每行一个：附时间范围的资产网址、分钟网址，或短网址。',
  addButton: '加入',
  download: '下载证物',
  language: '文字的语言',
  zone: '同时显示的时区',
  missing: '不能成为证物',
} as const;

export const exhibitLinks = {
  earlier: (number: number): string => `证物 ${String(number)} 上移`,
  later: (number: number): string => `证物 ${String(number)} 下移`,
  remove: (number: number): string => `移除证物 ${String(number)}`,
} as const;

export const packProblems = {
  tooLong: (days: number, mostDays: number): string =>
    `时间范围有 ${String(days)} 天；每件证物最多 ${String(mostDays)} 天`,
  tooMany: (count: number, most: number): string => `${String(count)} 件证物过多；最多 ${String(most)} 件`,
  none: '没有证物；请以 `view=…` 加入资产或分钟的网址',
} as const;
