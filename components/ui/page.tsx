import type { ComponentProps } from 'react'

/** The room that a page's content has. */
export function Page(props: Omit<ComponentProps<'div'>, 'className'>) {
  return <div {...props} className="mx-auto w-full max-w-6xl space-y-6 px-4 py-6 sm:px-6 sm:py-10" />
}
