import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/account/action-form'
import { Card } from '@/components/ui/card'
import type { ActionResult } from '@/lib/http/action'
import type { OwnBuilding } from '@/lib/self-service/buildings/building'

export interface OwnBuildingListProps {
  buildings: readonly OwnBuilding[]
  remove: (before: ActionResult<string> | null, form: FormData) => Promise<ActionResult<string>>
}

/** The buildings that somebody looks after, each with the flats that nobody is told for: a count, never who. */
export function OwnBuildingList({ buildings, remove }: OwnBuildingListProps) {
  const t = useTranslations('buildings')
  return (
    <Card as="section" aria-labelledby="own-buildings" className="space-y-3">
      <h2 id="own-buildings" className="text-xl">
        {t('own', { count: buildings.length })}
      </h2>
      <ul className="divide-y divide-line">
        {buildings.map(({ addressId, label, figure }) => (
          <li key={addressId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <span className="min-w-0">
              <span className="block font-semibold break-words">{label}</span>
              <span className="text-ink-soft">{figure ? t('without', { ...figure }) : t('no_figure')}</span>
            </span>
            <ActionForm
              action={remove}
              hidden={{ addressId }}
              failed={t('failed')}
              submit={
                <>
                  {t('remove')}
                  <span className="sr-only"> {label}</span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
