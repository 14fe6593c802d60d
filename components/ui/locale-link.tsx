import Link from 'next/link'
import { useLocale } from 'next-intl'
import type { ComponentProps } from 'react'

export interface LocaleLinkProps extends Omit<ComponentProps<typeof Link>, 'href'> {
  /** A path without its language: `/works/W-2026-0001`. */
  href: string
}

/** A link to another page in the language of this one. */
export function LocaleLink({ href, ...rest }: LocaleLinkProps) {
  const locale = useLocale()
  return <Link href={`/${locale}${href === '/' ? '' : href}`} {...rest} />
}
