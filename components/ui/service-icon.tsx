import { Droplet, Flame, Heater, type LucideIcon, Zap } from 'lucide-react'
import type { Service } from '@/lib/db/generated/enums'

const ICONS: Record<Service, LucideIcon> = { water: Droplet, heat: Heater, power: Zap, gas: Flame }

/** A picture of the service; its name stands beside it. */
export function ServiceIcon({ service, className = 'size-6' }: { service: Service; className?: string }) {
  const Icon = ICONS[service]
  return <Icon aria-hidden="true" className={`shrink-0 ${className}`} />
}
