import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'
import { evidencePath } from '@/lib/notices/evidence/evidence-page-query'

/** All service points, or those that were not reached. */
export function EvidenceFilter({ reference, onlyNotReached }: { reference: string; onlyNotReached: boolean }) {
  const t = useTranslations('evidence.filter')
  const choices = [
    { label: t('all'), value: false },
    { label: t('not_reached'), value: true },
  ]
  return (
    <nav aria-label={t('label')} className="flex flex-wrap gap-x-6">
      {choices.map(({ label, value }) => (
        <TextLink
          key={label}
          href={evidencePath(reference, { after: 0, onlyNotReached: value })}
          aria-current={value === onlyNotReached ? 'page' : undefined}
          className="inline-flex min-h-11 items-center aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {label}
        </TextLink>
      ))}
    </nav>
  )
}
