import { Apology } from '../frame/Apology';
import { invalidMinute } from '@/lib/words/minutePage';
import { Rich } from '../frame/Rich';

/** For an address whose minute is written wrongly. The status, 400, is the proxy's. */
export function InvalidMinute() {
  return (
    <Apology title={invalidMinute.title}>
      <p>
        <Rich text={invalidMinute.text} />
      </p>
    </Apology>
  );
}
