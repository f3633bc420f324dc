export const claimPack = {
  yours: '这部分属于您，内有您的成交、金额、账户和文件名称。其他人没有这部分；交给谁，由您决定。',
  statement: '比较结果，含方法与限制',
  audit: '同样的内容，供程序使用',
  fills: '每笔成交与该分钟的比较',
  names: '每个字母和编号代表哪个账户和文件；读取其余内容时需要，不需要的人不要给',
  shared: '可以给其他人看的内容',
  manifest: '这里其他每个文件的 SHA-256',
  check: (command: string): string => `查核每个文件是否与生成时相同：\`${command}\``,
  noEvidence: '成交的分钟都没有保存，因此没有证据。',
  evidence: '市场的证据在另一个 `.zip` 文件中：相关市场的整个 UTC 日，每件证物一日。',
  digests:
    '`audit.json` 的 `days` 列出未指定交易所的同样数字的摘要值。证物指定每家交易所，因此摘要值不同；在其网址两者都可读取。',
  sum: '证据中没有您文件的任何内容。其 SHA-256：',
  exampleDays: '这些市场和日期是为重新构成的示例选择的，不是实际的账户。证物的内容与示例无关。',
} as const;
