import { Search } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { Service, WorksState } from '@/lib/db/generated/enums'
import type { WorksFilter as Filter } from '@/lib/works/list-works'

export interface WorksFilterProps {
  filter: Filter
  services: readonly Service[]
  states: readonly WorksState[]
  /** The month of the calendar that is filtered; without it, the list is. */
  calendar?: string
}

/** A plain form: the filter of the list or the calendar is in the address, so that it can be kept and sent on. */
export function WorksFilter({ filter, services, states, calendar }: WorksFilterProps) {
  const t = useTranslations('operator')
  const service = useTranslations('service')
  const any = { value: '', label: t('list.any') }
  const choices = (
    <>
      <SelectField
        name="state"
        label={t('list.state')}
        defaultValue={filter.state ?? ''}
        options={[any, ...states.map((value) => ({ value, label: t(`state.${value}`) }))]}
      />
      <SelectField
        name="service"
        label={t('list.service')}
        defaultValue={filter.service ?? ''}
        options={[any, ...services.map((value) => ({ value, label: service(value) }))]}
      />
    </>
  )
  const submit = (
    <Button type="submit" variant="secondary">
      <Search aria-hidden="true" className="size-5" />
      {t('list.filter')}
    </Button>
  )
  // Whoever follows a link from one filter to another sees what is filtered now.
  const shown = JSON.stringify(filter)
  const action = `/${useLocale()}/operator${calendar ? '/calendar' : ''}`
  if (calendar) {
    return (
      <form key={shown} method="get" action={action} className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_auto]">
        <input type="hidden" name="month" value={calendar} />
        {choices}
        {submit}
      </form>
    )
  }
  return (
    <form key={shown} method="get" action={action} className="space-y-2">
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <TextField name="text" type="search" label={t('list.text')} defaultValue={filter.text ?? ''} maxLength={120} />
        </div>
        {submit}
      </div>
      <details open={Boolean(filter.state || filter.service || filter.from || filter.to)}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center underline decoration-line-strong underline-offset-4">
          {t('list.more_filters')}
        </summary>
        <div className="grid items-end gap-4 pt-1 sm:grid-cols-2 lg:grid-cols-4">
          {choices}
          <TextField name="from" type="date" label={t('list.from')} defaultValue={filter.from ?? ''} />
          <TextField name="to" type="date" label={t('list.to')} defaultValue={filter.to ?? ''} />
        </div>
      </details>
    </form>
  )
}
