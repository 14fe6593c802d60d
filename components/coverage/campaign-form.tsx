import { Download } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextField } from '@/components/ui/text-field'
import type { Service } from '@/lib/db/generated/enums'

/** A plain form that answers with a file. */
export function CampaignForm({ service }: { service: Service | undefined }) {
  const t = useTranslations('coverage.campaign')
  return (
    <Card as="section" aria-labelledby="campaign" className="space-y-4">
      <h2 id="campaign" className="text-2xl">
        {t('title')}
      </h2>
      <p className="text-ink-soft">{t('lead')}</p>
      <form
        method="get"
        action={`/${useLocale()}/operator/coverage/buildings.csv`}
        className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
      >
        {service && <input type="hidden" name="service" value={service} />}
        <TextField name="dwellings" type="number" label={t('dwellings')} defaultValue={4} min={1} max={10_000} required />
        <TextField name="below" type="number" label={t('below')} defaultValue={50} min={1} max={100} required />
        <Button type="submit">
          <Download aria-hidden="true" className="size-5" />
          {t('download')}
        </Button>
      </form>
    </Card>
  )
}
