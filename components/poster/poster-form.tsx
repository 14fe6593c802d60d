import { Printer } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import type { Locale } from '@/lib/i18n/locales'

export interface PosterFormProps {
  reference: string
  languages: readonly Locale[]
  defaultLanguage: Locale
  /** How many buildings would get a sheet of their own, and at most may. */
  buildings: number
  most: number
}

/** Asks in which languages to print, and whether each building gets a sheet: a plain form that leads to the file. */
export function PosterForm({ reference, languages, defaultLanguage, buildings, most }: PosterFormProps) {
  const t = useTranslations('poster')
  const names = new Intl.DisplayNames([useLocale()], { type: 'language' })
  const options = languages.map((value) => ({ value, label: names.of(value) ?? value }))
  const perBuilding = { value: 'building', label: t('form.per_building', { count: buildings }) }
  const forAll = { value: 'works', label: t('form.per_works') }
  return (
    <form method="get" action={`/${useLocale()}/operator/works/${reference}/poster.pdf`} className="grid max-w-xl gap-5">
      <SelectField name="language" label={t('form.first')} options={options} defaultValue={defaultLanguage} />
      <SelectField name="second" label={t('form.second')} options={[{ value: '', label: t('form.none') }, ...options]} />
      <SelectField
        name="per"
        label={t('form.per')}
        hint={buildings > most ? t('form.too_many', { count: buildings, max: most }) : undefined}
        options={buildings > 0 && buildings <= most ? [perBuilding, forAll] : [forAll]}
      />
      <Button type="submit" className="justify-self-start">
        <Printer aria-hidden="true" className="size-5" />
        {t('form.print')}
      </Button>
    </form>
  )
}
