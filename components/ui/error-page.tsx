'use client'

import { CloudAlert } from 'lucide-react'
import { useContext } from 'react'
import { SearchForm } from '@/components/addresses/search-form'
import { Button } from './button'
import { EmptyState } from './empty-state'
import { ErrorWordsContext } from './error-words'
import { Page } from './page'
import { PhoneLink } from './phone-link'

/** Instead of a page that failed: says so, lets one try again, and residents look up an address or call. */
export function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const words = useContext(ErrorWordsContext)
  if (!words) return null
  const { search, phone } = words
  return (
    <Page data-failed="">
      <EmptyState
        Icon={CloudAlert}
        title={<h1 className="text-2xl">{words.title}</h1>}
        action={
          <div className="flex w-full flex-col items-center gap-5">
            <Button onClick={reset}>{words.retry}</Button>
            {phone && <PhoneLink phone={phone} />}
            {search && <SearchForm locale={search.locale} words={search} />}
          </div>
        }
      >
        {words.text}
      </EmptyState>
    </Page>
  )
}
