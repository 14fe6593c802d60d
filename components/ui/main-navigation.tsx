'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

export interface NavigationEntry {
  /** Path with its language, maybe with a query. */
  href: string
  label: string
  /** The paths whose pages belong to this entry; its own where there are none. */
  covers?: readonly string[]
}

const isBelow = (path: string, above: string) => path === above || path.startsWith(`${above}/`)

/** The entry that a page belongs to: the one that covers it most closely. */
function coveringEntry(entries: readonly NavigationEntry[], path: string): NavigationEntry | undefined {
  const reachOf = ({ href, covers = [href] }: NavigationEntry) =>
    Math.max(0, ...covers.filter((above) => isBelow(path, above)).map((above) => above.length))
  const closest = entries.toSorted((a, b) => reachOf(b) - reachOf(a))[0]
  return closest && reachOf(closest) > 0 ? closest : undefined
}

/** Moves a row sideways until `entry` is in view. The page itself stays where it is: the path also changes while somebody works further down. */
function bringIntoView(row: Element, entry: Element): void {
  const [frame, box] = [row.getBoundingClientRect(), entry.getBoundingClientRect()]
  row.scrollLeft += Math.min(0, box.left - frame.left) || Math.max(0, box.right - frame.right)
}

/** The main navigation: its entry is bold on the pages that belong to it, and underlined on the page itself. */
export function MainNavigation({ entries, label }: { entries: readonly NavigationEntry[]; label: string }) {
  const path = usePathname()
  const covering = coveringEntry(entries, path)
  const row = useRef<HTMLElement>(null)
  // On a telephone the row is wider than the screen: where one is stands in view.
  useEffect(() => {
    const entry = path && row.current?.querySelector('[aria-current]')
    if (row.current && entry) bringIntoView(row.current, entry)
  }, [path])
  return (
    <nav ref={row} aria-label={label} className="order-last -mx-1 flex w-full overflow-x-auto md:order-none md:w-auto">
      {entries.map((entry) => (
        <Link
          key={entry.href}
          href={entry.href}
          prefetch={false}
          aria-current={path === entry.href ? 'page' : entry === covering ? 'true' : undefined}
          className="flex min-h-11 items-center border-b-3 border-transparent px-2 font-medium whitespace-nowrap md:px-3 hover:bg-sunken aria-[current]:font-bold aria-[current=page]:border-accent"
        >
          {entry.label}
        </Link>
      ))}
    </nav>
  )
}
