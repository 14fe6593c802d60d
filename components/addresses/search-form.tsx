import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { controlStyle } from '@/components/ui/field'

export interface SearchFormProps {
  locale: string
  words: { label: string; submit: string }
}

/** The search for an address without suggestions: for pages on which something went wrong. */
export function SearchForm({ locale, words }: SearchFormProps) {
  return (
    <search className="block w-full max-w-lg text-left">
      <form action={`/${locale}`} method="get" className="space-y-1.5">
        <label htmlFor="q" className="block font-semibold">
          {words.label}
        </label>
        <div className="flex flex-col gap-2 sm:flex-row">
          <input id="q" name="q" type="search" required maxLength={200} autoComplete="off" className={controlStyle(null, 'flex-1')} />
          <Button type="submit">
            <Search aria-hidden="true" className="size-5" />
            {words.submit}
          </Button>
        </div>
      </form>
    </search>
  )
}
