'use client'

import { Search } from 'lucide-react'
import { useId, useRef } from 'react'
import { AddressInput } from '@/components/addresses/address-input'
import { SuggestionList } from '@/components/addresses/suggestion-list'
import { useCombobox } from '@/components/addresses/use-combobox'
import { Button } from '@/components/ui/button'
import { controlStyle } from '@/components/ui/field'
import type { Suggestion } from '@/lib/addresses/addresses'

export interface PlaceSearchProps {
  locale: string
  /** What was searched for before. */
  initial: string
  words: Record<'label' | 'hint' | 'submit' | 'suggestions' | 'streetNext', string>
}

/** The search for the address to enrol for: a plain form, which suggests addresses as one types where there is a script. */
export function PlaceSearch({ locale, initial, words }: PlaceSearchProps) {
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const hrefOf = ({ kind, id, text }: Suggestion) =>
    kind === 'street' ? `/${locale}/enrol?q=${encodeURIComponent(text)}` : `/${locale}/enrol?address=${id}`
  const box = useCombobox(initial, (suggestion) => window.location.assign(hrefOf(suggestion)), true, '')
  const chooseStreet = (street: Suggestion) => {
    box.choose(street)
    input.current?.focus()
  }
  return (
    <search className="relative block" onBlur={box.onBlur}>
      <form action={`/${locale}/enrol`} method="get" className="space-y-1.5">
        <label htmlFor="q" className="block font-semibold">
          {words.label}
        </label>
        <p id="q-hint" className="text-[0.94rem] text-ink-soft">
          {words.hint}
        </p>
        <AddressInput ref={input} box={box} listId={listId} hintId="q-hint" className={controlStyle(null)} />
        <Button type="submit" className="mt-3">
          <Search aria-hidden="true" className="size-5" />
          {words.submit}
        </Button>
      </form>
      <SuggestionList
        id={listId}
        label={words.suggestions}
        streetNext={words.streetNext}
        suggestions={box.suggestions}
        active={box.active}
        hrefOf={hrefOf}
        onStreet={chooseStreet}
      />
    </search>
  )
}
