import { Search } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { LOCALE_NAMES, type Locale } from '@/lib/i18n/locales'
import { CHANNELS, type OutboxQuery } from '@/lib/notices/outbox-query'

/** A plain form: the filter is in the address. */
export function OutboxFilter({ query, languages }: { query: OutboxQuery; languages: readonly Locale[] }) {
  const t = useTranslations('outbox')
  const any = { value: '', label: t('filter.any') }
  return (
    <form
      key={JSON.stringify(query)}
      method="get"
      action={`/${useLocale()}/outbox`}
      className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_1fr_auto]"
    >
      <SelectField
        name="channel"
        label={t('filter.channel')}
        defaultValue={query.channel ?? ''}
        options={[any, ...CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))]}
      />
      <SelectField
        name="language"
        label={t('filter.language')}
        defaultValue={query.language ?? ''}
        options={[any, ...languages.map((value) => ({ value, label: LOCALE_NAMES[value] }))]}
      />
      <TextField name="works" type="search" label={t('filter.works')} defaultValue={query.worksReference ?? ''} maxLength={40} />
      <Button type="submit" variant="secondary">
        <Search aria-hidden="true" className="size-5" />
        {t('filter.act')}
      </Button>
    </form>
  )
}
