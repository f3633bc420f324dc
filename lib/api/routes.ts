/** The feed of alerts. */
export const ALERT_FEED = '/alerts.atom';
