import { useLocale } from 'next-intl'
import type { ComponentProps } from 'react'

export interface SiteLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** A path without its language: `/works/W-2026-0001`. */
  href: string
}

/**
 * A link of a public page to another one, in the same language: plain HTML. It needs no script, fetches nothing ahead when many come at once, and what it
 * opens is the page that every cache on the way may have.
 */
export function SiteLink({ href, children, ...rest }: SiteLinkProps) {
  const locale = useLocale()
  return (
    <a href={`/${locale}${href === '/' ? '' : href}`} {...rest}>
      {children}
    </a>
  )
}
