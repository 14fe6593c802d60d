import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'
import { WIDGET_COLOURS } from '@/lib/widget/widget-query'
import type { WidgetChoice } from '@/lib/widget/widget-snippets'

/** How the search is to look on the other site. A plain form: what is chosen stands in the page's address. */
export function WidgetForm({ choice, towns }: { choice: WidgetChoice; towns: string[] }) {
  const t = useTranslations('widget.page')
  const languages = [
    { value: '', label: t('language_own') },
    ...LOCALES.map((locale) => ({ value: locale as string, label: LOCALE_NAMES[locale] })),
  ]
  const colours = WIDGET_COLOURS.map((colour) => ({ value: colour, label: t(`colours.${colour}`) }))
  const places = [{ value: '', label: t('town_none') }, ...towns.map((town) => ({ value: town, label: town }))]
  return (
    <form method="get" className="grid items-end gap-4 sm:grid-cols-2">
      <SelectField name="language" label={t('language')} options={languages} defaultValue={choice.language ?? ''} />
      <SelectField name="colour" label={t('colour')} options={colours} defaultValue={choice.colour} />
      {towns.length > 1 && <SelectField name="town" label={t('town')} options={places} defaultValue={choice.town ?? ''} />}
      <Button type="submit">{t('update')}</Button>
    </form>
  )
}
