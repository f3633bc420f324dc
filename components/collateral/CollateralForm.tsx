import { DEFAULT_MIN_PEERS, LEAST_MIN_PEERS } from '@/lib/domain/method';
import { USUAL_RATIO_MINUTES, usualRatioBefore } from '@/lib/domain/marks/asked';
import { formatMinute, parseRange } from '@/lib/domain/minute';
import { MARKS_PATH, readRatio } from '@/lib/permalink/marks';
import { collateralForm } from '@/lib/words/collateralPage';
import { venueName } from '@/lib/words/venues';
import { windowFields } from '@/lib/words/windowFields';
import { MinuteField } from '../controls/MinuteField';
import { PlainForm } from '../controls/PlainForm';
import { TypedField } from '../controls/TypedField';
import type { Wrong } from '@/lib/permalink/wrongFields';
import { wrongIds } from '../controls/wrong';

interface Props {
  /** What the address names, as it was typed, or what is shown. */
  readonly fields: Readonly<Partial<Record<string, string | undefined>>>;
  readonly assets: readonly { readonly asset: string; readonly name: string; readonly venues: readonly string[] }[];
  /** What was wrong with the address. */
  readonly wrong: Wrong | undefined;
}

/** Which collateral, at which exchange, over which window. A plain form: the address carries it. Nothing of an account is in it. */
export function CollateralForm({ fields, assets, wrong }: Props) {
  const wrongId = wrongIds(wrong, 'collateral-wrong');
  const venues = [...new Set(assets.flatMap((one) => one.venues))].sort();
  return (
    <PlainForm
      action={MARKS_PATH}
      label={collateralForm.form}
      wrong={wrong?.text}
      wrongId="collateral-wrong"
      asOf={fields['asOf']}
    >
      <Choice
        name="asset"
        label={collateralForm.asset}
        value={fields['asset']}
        choices={assets.map(({ asset, name }) => [asset, name])}
        wrongId={wrongId('asset')}
      />
      <Choice
        name="venue"
        label={collateralForm.venue}
        value={fields['venue']}
        choices={venues.map((venue) => [venue, venueName(venue)])}
        wrongId={wrongId('venue')}
      />
      <MinuteField name="from" label={windowFields.from} value={fields['from']} wrongId={wrongId('from')} />
      <MinuteField name="to" label={windowFields.to} value={fields['to']} wrongId={wrongId('to')} />
      <Choice
        name="minPeers"
        label={collateralForm.minPeers}
        value={fields['minPeers'] ?? String(DEFAULT_MIN_PEERS)}
        choices={[LEAST_MIN_PEERS, DEFAULT_MIN_PEERS, 5].map((peers) => [String(peers), String(peers)])}
        wrongId={wrongId('minPeers')}
      />
      <TypedField
        name="ratioMinutes"
        label={collateralForm.ratioMinutes}
        value={fields['ratioMinutes']}
        wrongId={wrongId('ratioMinutes')}
        example={String(USUAL_RATIO_MINUTES)}
        isNumber
        className="w-[6rem]"
      />
      <MinuteField
        name="ratioBefore"
        label={collateralForm.ratioBefore}
        value={fields['ratioBefore']}
        usual={usualEnd(fields['from'], fields['to'])}
        wrongId={wrongId('ratioBefore')}
      />
      {fields['ratio'] !== undefined && readRatio(fields['ratio']).ok && (
        <input type="hidden" name="ratio" value={fields['ratio']} />
      )}
    </PlainForm>
  );
}

/** Where the trailing ratio ends unless the address says otherwise. */
function usualEnd(from: string | undefined, to: string | undefined): string | undefined {
  const range = parseRange(from ?? '', to ?? '');
  return range.ok ? formatMinute(usualRatioBefore(range.value)) : undefined;
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly (readonly [value: string, text: string])[];
  readonly wrongId: string | undefined;
}

/** One of what is stored; a value of the address that is none of them stays a choice, for the line below says what is wrong with it. */
function Choice({ name, label, value, choices, wrongId }: ChoiceProps) {
  const isKnown = value === undefined || choices.some(([one]) => one === value);
  return (
    <label className="block">
      <span className="label mb-1 block">{label}</span>
      <select
        name={name}
        className="field"
        defaultValue={value}
        aria-invalid={wrongId !== undefined}
        aria-describedby={wrongId}
      >
        {!isKnown && <option value={value}>{value}</option>}
        {choices.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
