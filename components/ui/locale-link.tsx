import Link from 'next/link'
import { useLocale } from 'next-intl'
import type { ComponentProps } from 'react'

export interface LocaleLinkProps extends Omit<ComponentProps<typeof Link>, 'href' | 'prefetch'> {
  /** A path without its language: `/works/W-2026-0001`. */
  href: string
}

/** A link to another page in the language of this one. It fetches nothing ahead: a page of staff has a dozen links, each of them made for its reader. */
export function LocaleLink({ href, ...rest }: LocaleLinkProps) {
  const locale = useLocale()
  return <Link prefetch={false} href={`/${locale}${href === '/' ? '' : href}`} {...rest} />
}
