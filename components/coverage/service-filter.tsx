import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'
import type { Service } from '@/lib/db/generated/enums'

/** All services, or one. */
export function ServiceFilter({ services, chosen }: { services: readonly Service[]; chosen: Service | undefined }) {
  const t = useTranslations('coverage.filter')
  const name = useTranslations('service')
  const choices = [
    { key: 'all', label: t('all'), value: undefined },
    ...services.map((value) => ({ key: value, label: name(value), value })),
  ]
  return (
    <nav aria-label={t('label')} className="flex flex-wrap gap-x-6">
      {choices.map(({ key, label, value }) => (
        <TextLink
          key={key}
          href={`/operator/coverage${value ? `?service=${value}` : ''}`}
          aria-current={value === chosen ? 'page' : undefined}
          className="inline-flex min-h-11 items-center aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {label}
        </TextLink>
      ))}
    </nav>
  )
}
