import { SiteLink, type SiteLinkProps } from './site-link'

export function SiteTextLink({ className = '', ...rest }: SiteLinkProps) {
  return (
    <SiteLink className={`font-medium text-brand underline decoration-1 underline-offset-4 hover:decoration-2 ${className}`} {...rest} />
  )
}
