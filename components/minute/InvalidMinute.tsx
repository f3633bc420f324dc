import { Apology } from '../frame/Apology';

/** For an address whose minute is written wrongly. The status, 400, is the proxy's. */
export function InvalidMinute() {
  return (
    <Apology title="This address does not name a minute">
      <p>
        A minute is written in UTC as <code className="font-mono">2025-10-10T21:20Z</code>: year, month, day, then hours
        00 to 23 and minutes 00 to 59, and a Z. The address of a minute’s page is{' '}
        <code className="font-mono">/ATOM/2025-10-10T21:20Z</code>.
      </p>
    </Apology>
  );
}
