export const ALERTS = {
  summary:
    'list the rules that `follow` evaluates, and the receivers; `add` and `remove ID` change them, `webhook URL` adds a receiver',
  depth: 'entry level of the episodes, as a ratio: 0.05 is 5 %',
  minutes: 'minimum number of minutes at or beyond it (default: 3)',
  peers: 'minimum number of other venues in each minute (default: 5)',
  side: 'below or above (default: both)',
  assets: 'only these assets, for example ATOM,DOGE (default: any)',
  venues: 'only these venues, for example binance,okx (default: any)',
  certainty: 'which certainties: certain, weak, within-rate (default: certain)',
  private: 'with webhook: the host may be on this machine or a private network, and without TLS',
  inRehearsal: 'with webhook: send it simulated alerts too',
  more: `An alert is pending first, then confirmed by the next minutes or withdrawn; late or changed candles can withdraw a confirmed one. Each change is sent
to every receiver, signed with this home’s key, and listed in /alerts.atom. Rules and receivers are in alerts.json in the home.`,
} as const;
