import { useTranslations } from 'next-intl'
import { ServiceIcon } from '@/components/ui/service-icon'
import type { Service } from '@/lib/db/generated/enums'

export function ServiceName({ service }: { service: Service }) {
  const t = useTranslations('service')
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <ServiceIcon service={service} className="size-5 shrink-0" />
      {t(service)}
    </span>
  )
}
