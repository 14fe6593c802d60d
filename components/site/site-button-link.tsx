import { type ButtonVariant, buttonStyle } from '@/components/ui/button-style'
import { SiteLink, type SiteLinkProps } from './site-link'

/** A link that looks like a button: for the one next step of a public page. */
export function SiteButtonLink({ variant = 'primary', className, ...rest }: SiteLinkProps & { variant?: ButtonVariant }) {
  return <SiteLink className={buttonStyle(variant, className)} {...rest} />
}
