'use client'

import { AddressInput } from '@/components/addresses/address-input'
import { AddressSearchFrame, type AddressSearchFrameProps } from '@/components/addresses/address-search-frame'
import { useAddressSearch } from '@/components/addresses/use-address-search'
import { Button } from '@/components/ui/button'
import type { Suggestion } from '@/lib/addresses/addresses'
import type { WidgetQuery } from '@/lib/widget/widget-query'
import { widgetSearch } from '@/lib/widget/widget-search'

export interface WidgetSearchProps {
  locale: string
  query: WidgetQuery
  words: Record<'label' | 'submit', string> & AddressSearchFrameProps['words']
}

/** The search inside the frame: whatever is chosen stays in it. A plain form where there is no script. */
export function WidgetSearch({ locale, query, words }: WidgetSearchProps) {
  const frame = `/${locale}/widget/frame`
  const hrefOf = ({ kind, id, text }: Suggestion) => frame + widgetSearch(query, kind === 'street' ? { q: text } : { address: id })
  const search = useAddressSearch(query.q ?? '', hrefOf, query.town)
  return (
    <AddressSearchFrame search={search} words={words}>
      <form action={frame} method="get" className="space-y-2">
        {query.colour !== 'petrol' && <input type="hidden" name="colour" value={query.colour} />}
        {query.town && <input type="hidden" name="town" value={query.town} />}
        <label htmlFor="q" className="block font-semibold">
          {words.label}
        </label>
        <div className="flex flex-wrap gap-2">
          <AddressInput
            search={search}
            className="min-h-11 min-w-0 flex-1 basis-48 rounded-control border border-line-strong bg-surface px-3.5 text-ink"
          />
          <Button type="submit">{words.submit}</Button>
        </div>
      </form>
    </AddressSearchFrame>
  )
}
