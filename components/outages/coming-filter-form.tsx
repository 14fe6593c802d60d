import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import type { Service } from '@/lib/db/generated/enums'
import type { ComingFilter } from '@/lib/works/coming/coming-filter'

export interface ComingFilterFormProps {
  filter: ComingFilter
  towns: readonly string[]
  /** What the utility offers. */
  services: readonly Service[]
}

/** Which works to list: a plain form, whose answer has an address of its own. Nothing where there is nothing to choose. */
export function ComingFilterForm({ filter, towns, services }: ComingFilterFormProps) {
  const t = useTranslations('works_list')
  const service = useTranslations('service')
  const locale = useLocale()
  if (towns.length < 2 && services.length < 2) return null
  return (
    <form key={JSON.stringify(filter)} action={`/${locale}/works`} method="get" className="flex flex-wrap items-end gap-4 print:hidden">
      {towns.length > 1 && (
        <div className="min-w-0 grow sm:max-w-xs">
          <SelectField
            name="municipality"
            label={t('municipality')}
            defaultValue={filter.municipality ?? ''}
            options={[{ value: '', label: t('all_municipalities') }, ...towns.map((town) => ({ value: town, label: town }))]}
          />
        </div>
      )}
      {services.length > 1 && (
        <div className="min-w-0 grow sm:max-w-xs">
          <SelectField
            name="service"
            label={t('service')}
            defaultValue={filter.service ?? ''}
            options={[{ value: '', label: t('all_services') }, ...services.map((one) => ({ value: one, label: service(one) }))]}
          />
        </div>
      )}
      <Button type="submit" variant="secondary">
        {t('show')}
      </Button>
    </form>
  )
}
