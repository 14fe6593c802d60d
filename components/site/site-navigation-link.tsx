'use client'

import { usePathname } from 'next/navigation'

/** A link of the public pages' navigation: bold while one is on its page or below it, underlined on the page itself. `href` includes the language. */
export function SiteNavigationLink({ href, label }: { href: string; label: string }) {
  const path = usePathname()
  const current = path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined
  return (
    <a
      href={href}
      aria-current={current}
      className="flex min-h-11 items-center border-b-3 border-transparent px-2 font-medium sm:px-3 hover:bg-sunken aria-[current]:font-bold aria-[current=page]:border-brand"
    >
      {label}
    </a>
  )
}
