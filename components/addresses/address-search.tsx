'use client'

import { Search } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Suggestion } from '@/lib/addresses/addresses'
import { AddressInput } from './address-input'
import { AddressSearchFrame, type AddressSearchFrameProps } from './address-search-frame'
import { useAddressSearch } from './use-address-search'

export interface AddressSearchProps {
  locale: string
  /** What was searched for before, and in which town. */
  initial: string
  initialTown: string
  words: { label: string; hint: string; submit: string } & AddressSearchFrameProps['words']
  /** The choice of a town, named `town`; nothing where there is only one. */
  children?: ReactNode
}

/** The town that an event of the form chose; null where it is another's. */
function chosenTown(event: FormEvent<HTMLFormElement>): string | null {
  const { target } = event
  const isChoice = target instanceof HTMLSelectElement || target instanceof HTMLInputElement
  return isChoice && target.name === 'town' ? target.value : null
}

/** The search for an address: a plain form that works without any script, and suggests addresses as one types where there is one. */
export function AddressSearch({ locale, initial, initialTown, words, children }: AddressSearchProps) {
  const hrefOf = ({ kind, id, text }: Suggestion) =>
    kind === 'street' ? `/${locale}?q=${encodeURIComponent(text)}` : `/${locale}/addresses/${id}`
  const [town, setTown] = useState(initialTown)
  const search = useAddressSearch(initial, hrefOf, town)
  return (
    <AddressSearchFrame search={search} words={words}>
      <form action={`/${locale}`} method="get" onChange={(event) => setTown(chosenTown(event) ?? town)}>
        {children}
        <label htmlFor="q" className="block text-lg font-semibold">
          {words.label}
        </label>
        <p id="q-hint" className="mb-3 text-on-hero-soft">
          {words.hint}
        </p>
        <div className="flex flex-col gap-3 sm:flex-row">
          <AddressInput
            search={search}
            hintId="q-hint"
            className="min-h-13 w-full min-w-0 flex-1 rounded-control border-2 border-line-strong bg-surface px-4 text-lg text-ink"
          />
          <Button type="submit" variant="accent" className="min-h-13 text-lg">
            <Search aria-hidden="true" className="size-5" />
            {words.submit}
          </Button>
        </div>
      </form>
    </AddressSearchFrame>
  )
}
