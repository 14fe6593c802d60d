import { useTranslations } from 'next-intl'

/** More towns than this are typed rather than chosen from a list. */
const MOST_LISTED = 400

const CONTROL = 'min-h-13 w-full rounded-control border-2 border-line-strong bg-surface px-3.5 text-lg text-ink'

/** Which municipality the street is in, where there are several: streets near it come first. */
export function TownField({ towns, chosen }: { towns: readonly string[]; chosen: string | undefined }) {
  const t = useTranslations('search')
  if (towns.length < 2) return null
  return (
    <div className="mb-4 max-w-sm">
      <label htmlFor="town" className="mb-1 block font-semibold">
        {t('town')}
      </label>
      {towns.length > MOST_LISTED ? (
        <input id="town" name="town" type="text" maxLength={80} defaultValue={chosen} autoComplete="address-level2" className={CONTROL} />
      ) : (
        <select id="town" name="town" defaultValue={chosen ?? ''} className={CONTROL}>
          <option value="">{t('any_town')}</option>
          {towns.map((town) => (
            <option key={town} value={town}>
              {town}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
