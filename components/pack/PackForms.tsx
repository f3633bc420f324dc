import { ChosenLanguage } from '@/components/controls/ChosenLanguage';
import { DownloadForm } from '@/components/frame/Download';
import { addressIn } from '@/lib/api/client/address';
import { packs } from '@/lib/api/client/operations';
import { LANGUAGE_FIELD } from '@/lib/permalink/language';
import { EXHIBIT_FIELD, PACK_ZONES, ZONE_FIELD } from '@/lib/permalink/pack';
import { LANGUAGE_NAMES, LANGUAGES } from '@/lib/words/languages';
import { packPage } from '@/lib/words/packPage';
import { speech } from '@/lib/words/spoken';
import { zoneNames } from '@/lib/words/zones';

interface Props {
  /** In the order of the exhibits. */
  readonly addresses: readonly string[];
}

const HINT = 'pack-hint';

const Kept = ({ addresses }: Props) =>
  addresses.map((address, i) => (
    <input key={`${String(i)} ${address}`} type="hidden" name={EXHIBIT_FIELD} value={address} />
  ));

/** Adds addresses to the list. A plain form: the address of the page carries it. */
export const AddForm = ({ addresses }: Props) => (
  <form method="get" action="/pack" className="space-y-2">
    <ChosenLanguage />
    <Kept addresses={addresses} />
    <label className="block max-w-[78ch]">
      <span className="label mb-1 block">{packPage.add}</span>
      <textarea
        name={EXHIBIT_FIELD}
        rows={3}
        className="field h-auto w-full py-2 font-mono text-[0.875rem]"
        spellCheck={false}
        autoComplete="off"
        aria-describedby={HINT}
      />
    </label>
    <p id={HINT} className="max-w-[78ch] text-sm text-ink-3">
      {packPage.addHint}
    </p>
    <button type="submit" className="button">
      {packPage.addButton}
    </button>
  </form>
);

/** Makes the pack: which language its texts are in, and on which clock times are shown too. */
export const PackForm = ({ addresses }: Props) => (
  <DownloadForm action={addressIn(packs, {})} className="flex flex-wrap items-end gap-3">
    <Kept addresses={addresses} />
    <label className="block">
      <span className="label mb-1 block">{packPage.language}</span>
      <select name={LANGUAGE_FIELD} className="field" defaultValue={speech().language}>
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </select>
    </label>
    <label className="block">
      <span className="label mb-1 block">{packPage.zone}</span>
      <select name={ZONE_FIELD} className="field" defaultValue="utc">
        {PACK_ZONES.map((zone) => (
          <option key={zone} value={zone}>
            {zoneNames[zone]}
          </option>
        ))}
      </select>
    </label>
    <button type="submit" className="button button-strong">
      {packPage.download}
    </button>
  </DownloadForm>
);
