'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useCombobox } from '@/components/addresses/use-combobox'
import type { Suggestion } from '@/components/addresses/use-suggestions'
import { controlStyle } from '@/components/ui/field'

/** Finds an address as one types, and hands it on when it is chosen: with the arrows and Enter, or by a click. */
export function PlaceSearch({ onChoose }: { onChoose: (address: Suggestion) => void }) {
  const t = useTranslations('operator.editor.supply')
  const id = useId()
  const box = useCombobox('', onChoose)
  const isShown = box.suggestions.length > 0
  return (
    <search className="relative block" onBlur={box.onBlur}>
      <label htmlFor={`${id}-box`} className="font-semibold">
        {t('search')}
      </label>
      <input
        id={`${id}-box`}
        type="search"
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={box.active >= 0 ? `${id}-${box.active}` : undefined}
        value={box.text}
        onChange={box.onChange}
        onKeyDown={box.onKeyDown}
        className={controlStyle(null, 'mt-1.5')}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('found')}
        className={isShown ? 'absolute z-10 mt-1 w-full rounded-control border border-line bg-surface p-1 shadow-card' : 'hidden'}
      >
        {box.suggestions.map((suggestion, index) => (
          <button
            key={suggestion.id}
            id={`${id}-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={box.active === index}
            className="block min-h-11 w-full rounded-control px-3 text-left hover:bg-sunken aria-selected:bg-sunken"
            onClick={() => onChoose(suggestion)}
          >
            {suggestion.label}
          </button>
        ))}
      </div>
    </search>
  )
}
