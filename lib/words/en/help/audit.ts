/** `plumbline audit`. */
export const AUDIT = {
  summary: 'compare a person’s own fills (CSV exports of an exchange) and order logs with the market, minute by minute',
  zone: 'the zone of the file’s clock, for example utc+8; needed where the file states none; overrides what it states',
  venue: 'whose fills they are, for example binanceusdm, where the file’s columns do not show it',
  kind: 'spot or perp, with --venue',
  column: 'which column is what, for example time="Trade time"; repeatable',
  contract:
    'what one contract counts, for example base=0.01 or quote=10, of one symbol ATOM-USDT-SWAP:base=1, where the quantity is in contracts of a size that is not known; repeatable',
  account: 'whose fills a file has: FILE=NAME; repeatable. Every output writes accounts as A, B, C by their first fill',
  names: 'write who is who, accounts and files, to this CSV; it is for you alone',
  withoutAmounts:
    'leave out quantities, prices and money, and every text of the files; counts, deviations, minutes and venues stay',
  pdf: 'write a statement with its method and limits as PDF; with --without-amounts, one that can be shown to others',
  pack: 'write NAME-evidence.zip, exhibits of the days of the markets concerned, with nothing from the files in it, and NAME-private.zip, with fills, amounts and names, for you alone',
  lang: (languages: readonly string[]): string => `the language of PDF and pack: ${languages.join(', ')} (default: en)`,
  logZone: 'the zone of the clock of order logs among the files (default: that of --zone)',
  beside: 'the market whose episodes to lay an order log beside, for example "binance ATOM/USDT"',
  from: 'only fills from this minute on, UTC; with --to (default: all)',
  to: 'only fills before this minute, UTC; with --from',
  csv: 'print CSV, one row per fill',
} as const;
