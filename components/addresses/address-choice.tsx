import { MapPin } from 'lucide-react'
import { SiteLink } from '@/components/site/site-link'

export interface AddressChoiceProps {
  href: string
  /** The address in one line. */
  label: string
  /** How large it is, and on what ground. */
  className: string
}

/** One of several addresses that a search found, to be chosen. */
export function AddressChoice({ href, label, className }: AddressChoiceProps) {
  return (
    <SiteLink
      href={href}
      className={`flex items-center gap-3 rounded-control border border-line px-4 py-2 font-medium hover:border-line-strong hover:bg-sunken ${className}`}
    >
      <MapPin aria-hidden="true" className="size-5 shrink-0 text-brand" />
      {label}
    </SiteLink>
  )
}
