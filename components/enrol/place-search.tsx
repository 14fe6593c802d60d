'use client'

import { Search } from 'lucide-react'
import { AddressInput } from '@/components/addresses/address-input'
import { AddressSearchFrame, type AddressSearchFrameProps } from '@/components/addresses/address-search-frame'
import { useAddressSearch } from '@/components/addresses/use-address-search'
import { Button } from '@/components/ui/button'
import { controlStyle } from '@/components/ui/field'
import type { Suggestion } from '@/lib/addresses/addresses'

export interface PlaceSearchProps {
  locale: string
  /** What was searched for before. */
  initial: string
  words: Record<'label' | 'hint' | 'submit', string> & AddressSearchFrameProps['words']
}

/** The search for the address to enrol for: a plain form, which suggests addresses as one types where there is a script. */
export function PlaceSearch({ locale, initial, words }: PlaceSearchProps) {
  const hrefOf = ({ kind, id, text }: Suggestion) =>
    kind === 'street' ? `/${locale}/enrol?q=${encodeURIComponent(text)}` : `/${locale}/enrol?address=${id}`
  const search = useAddressSearch(initial, hrefOf)
  return (
    <AddressSearchFrame search={search} words={words}>
      <form action={`/${locale}/enrol`} method="get" className="space-y-1.5">
        <label htmlFor="q" className="block font-semibold">
          {words.label}
        </label>
        <p id="q-hint" className="text-[0.94rem] text-ink-soft">
          {words.hint}
        </p>
        <AddressInput search={search} hintId="q-hint" className={controlStyle(null)} />
        <Button type="submit" className="mt-3">
          <Search aria-hidden="true" className="size-5" />
          {words.submit}
        </Button>
      </form>
    </AddressSearchFrame>
  )
}
