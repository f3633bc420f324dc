import type { ReactNode } from 'react';
import { RANKS, SCAN_REFERENCES } from '@/lib/domain/scan';
import { SIDES, WRITTEN_CERTAINTIES } from '@/lib/domain/episode';
import { symbolOf } from '@/lib/domain/asset';
import { KINDS, type Asset } from '@/lib/domain/market';
import type { ScanFields } from '@/lib/permalink/scan';
import { certaintyWords } from '@/lib/words/certainty';
import { kindWords } from '@/lib/words/kinds';
import { formatLevel } from '@/lib/words/numbers';
import { anyOf, onlySide, orMore, rankWords, scanForm, scanReferenceWords } from '@/lib/words/scanPage';
import { venueName } from '@/lib/words/venues';
import { windowFields } from '@/lib/words/windowFields';
import { MinuteField } from '../controls/MinuteField';
import { ChosenLanguage } from '@/components/controls/ChosenLanguage';
import type { Wrong } from '@/lib/permalink/wrongFields';
import { wrongIds } from '../controls/wrong';

interface Props {
  /** What the address names, as it was typed. */
  readonly fields: ScanFields;
  readonly venues: readonly string[];
  readonly assets: readonly string[];
  /** What was wrong with the address. */
  readonly wrong: Wrong | undefined;
}

const DEPTHS = [0.05, 0.1, 0.2, 0.5] as const;
const PEERS = [3, 5, 8] as const;

/** Which episodes to list. A plain form: the address carries it, and it works before any script has run. */
export function ScanForm({ fields, venues, assets, wrong }: Props) {
  const wrongId = wrongIds(wrong, 'scan-wrong');
  return (
    <form
      method="get"
      action="/scan"
      className="grid grid-cols-2 items-end gap-x-3 gap-y-3 border-rule sm:grid-cols-3 lg:grid-cols-[1fr_1fr_1fr_1.25fr_1fr_1fr] lg:border-y lg:py-4"
    >
      <ChosenLanguage />
      <MinuteField
        name="from"
        label={windowFields.from}
        value={fields.from}
        wrongId={wrongId('from')}
        className="w-full"
      />
      <MinuteField name="to" label={windowFields.to} value={fields.to} wrongId={wrongId('to')} className="w-full" />
      <Select name="rank" label={scanForm.rank} value={fields.rank} wrongId={wrongId('rank')} isLong>
        {RANKS.map((rank) => (
          <option key={rank} value={rank === 'depth' ? '' : rank}>
            {rankWords(rank)}
          </option>
        ))}
      </Select>
      <Select
        name="reference"
        label={scanForm.reference}
        value={fields.reference}
        wrongId={wrongId('reference')}
        isLong
      >
        {SCAN_REFERENCES.map((reference) => (
          <option key={reference} value={reference === 'own' ? '' : reference}>
            {scanReferenceWords(reference)}
          </option>
        ))}
      </Select>
      <Select name="assets" label={scanForm.asset} value={fields.assets} wrongId={wrongId('assets')}>
        <Any>{anyOf.asset}</Any>
        <Own value={fields.assets} among={assets} />
        {assets.map((asset) => (
          <option key={asset} value={asset}>
            {symbolOf(asset as Asset)}
          </option>
        ))}
      </Select>
      <Select name="venues" label={scanForm.venue} value={fields.venues} wrongId={wrongId('venues')}>
        <Any>{anyOf.venue}</Any>
        <Own value={fields.venues} among={venues} />
        {venues.map((venue) => (
          <option key={venue} value={venue}>
            {venueName(venue)}
          </option>
        ))}
      </Select>
      <Select name="kinds" label={scanForm.kind} value={fields.kinds} wrongId={wrongId('kinds')}>
        <Any>{anyOf.kind}</Any>
        <Own value={fields.kinds} among={KINDS} />
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {kindWords(kind)}
          </option>
        ))}
      </Select>
      <Select name="side" label={scanForm.side} value={fields.side} wrongId={wrongId('side')}>
        <Any>{anyOf.side}</Any>
        {SIDES.map((side) => (
          <option key={side} value={side}>
            {onlySide(side)}
          </option>
        ))}
      </Select>
      <Select name="certainty" label={scanForm.certainty} value={fields.certainty} wrongId={wrongId('certainty')}>
        <Any>{anyOf.certainty}</Any>
        <Own value={fields.certainty} among={WRITTEN_CERTAINTIES} />
        {WRITTEN_CERTAINTIES.map((certainty) => (
          <option key={certainty} value={certainty}>
            {certaintyWords(certainty)}
          </option>
        ))}
      </Select>
      <Select name="depth" label={scanForm.depth} value={fields.depth} wrongId={wrongId('depth')}>
        <Any>{anyOf.depth}</Any>
        <Own value={fields.depth} among={DEPTHS.map(String)} />
        {DEPTHS.map((depth) => (
          <option key={depth} value={String(depth)}>
            {formatLevel(depth)}
          </option>
        ))}
      </Select>
      <Select name="peers" label={scanForm.peers} value={fields.peers} wrongId={wrongId('peers')}>
        <Any>{anyOf.peers}</Any>
        <Own value={fields.peers} among={PEERS.map(String)} />
        {PEERS.map((peers) => (
          <option key={peers} value={String(peers)}>
            {orMore(peers)}
          </option>
        ))}
      </Select>
      {fields.asOf !== undefined && <input type="hidden" name="asOf" value={fields.asOf} />}
      <button type="submit" className="button justify-self-start">
        {windowFields.show}
      </button>
      {wrong !== undefined && (
        <p id="scan-wrong" role="alert" className="col-span-full text-sm text-below">
          {wrong.text}
        </p>
      )}
    </form>
  );
}

const Any = ({ children }: { readonly children: string }) => <option value="">{children}</option>;

/** A value of the address that the list lacks stays chosen. */
const Own = ({ value, among }: { readonly value: string | undefined; readonly among: readonly string[] }) =>
  value === undefined || among.includes(value) ? null : <option value={value}>{value}</option>;

const Select = ({
  name,
  label,
  value,
  isLong = false,
  wrongId,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  /** Across the whole of a phone: its lines are long. */
  readonly isLong?: boolean;
  readonly wrongId: string | undefined;
  readonly children: ReactNode;
}) => (
  <label className={`block ${isLong ? 'max-sm:col-span-full' : ''}`}>
    <span className="label mb-1 block">{label}</span>
    <select
      name={name}
      className="field w-full text-ellipsis"
      defaultValue={value ?? ''}
      aria-invalid={wrongId !== undefined}
      aria-describedby={wrongId}
    >
      {children}
    </select>
  </label>
);
