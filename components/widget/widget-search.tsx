'use client'

import { useId, useRef } from 'react'
import { AddressInput } from '@/components/addresses/address-input'
import { SuggestionList } from '@/components/addresses/suggestion-list'
import { useCombobox } from '@/components/addresses/use-combobox'
import { Button } from '@/components/ui/button'
import type { Suggestion } from '@/lib/addresses/addresses'
import type { WidgetQuery } from '@/lib/widget/widget-query'
import { widgetSearch } from '@/lib/widget/widget-search'

export interface WidgetSearchProps {
  locale: string
  query: WidgetQuery
  /** `counts[n]` says that there are n suggestions, to those who do not see them. */
  words: Record<'label' | 'submit' | 'suggestions' | 'streetNext', string> & { counts: string[] }
}

/** The search inside the frame: whatever is chosen stays in it. A plain form where there is no script. */
export function WidgetSearch({ locale, query, words }: WidgetSearchProps) {
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const frame = `/${locale}/widget/frame`
  const hrefOf = ({ kind, id, text }: Suggestion) => frame + widgetSearch(query, kind === 'street' ? { q: text } : { address: id })
  const box = useCombobox(query.q ?? '', (suggestion) => window.location.assign(hrefOf(suggestion)), true, query.town)
  const chooseStreet = (street: Suggestion) => {
    box.choose(street)
    input.current?.focus()
  }
  return (
    <search className="relative block" onBlur={box.onBlur}>
      <form action={frame} method="get" className="space-y-2">
        {query.colour !== 'petrol' && <input type="hidden" name="colour" value={query.colour} />}
        {query.town && <input type="hidden" name="town" value={query.town} />}
        <label htmlFor="q" className="block font-semibold">
          {words.label}
        </label>
        <div className="flex flex-wrap gap-2">
          <AddressInput
            ref={input}
            box={box}
            listId={listId}
            className="min-h-11 min-w-0 flex-1 basis-48 rounded-control border border-line-strong bg-surface px-3.5 text-ink"
          />
          <Button type="submit">{words.submit}</Button>
        </div>
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
      <p role="status" className="sr-only">
        {box.isOpen && words.counts[box.suggestions.length]}
      </p>
    </search>
  )
}
