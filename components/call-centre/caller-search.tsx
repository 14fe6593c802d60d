'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { controlStyle } from '@/components/ui/field'
import { callerPath, type CallerSearch as Found } from '@/lib/call-centre/call-centre'
import type { ActionResult } from '@/lib/http/action'
import { HitList } from './hit-list'
import { useSlash } from './use-slash'

type Result = ActionResult<Found> | null

/** One box for everything that a caller may say. What is typed is posted, and never gets into an address. A single result opens by itself. */
export function CallerSearch({ search }: { search: (text: string) => Promise<ActionResult<Found>> }) {
  const t = useTranslations('callCentre.search')
  const locale = useLocale()
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const [result, setResult] = useState<Result>(null)
  const [pending, start] = useTransition()
  useSlash(field)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = field.current?.value.trim()
    if (!text) return field.current?.focus()
    start(async () => {
      const found = await search(text)
      const [only, ...more] = found.ok ? found.value.hits : []
      const isOne = only !== undefined && more.length === 0
      start(() => setResult(isOne ? null : found))
      if (isOne) router.push(`/${locale}${callerPath(only)}`)
    })
  }
  return (
    <search className="block border-b border-line bg-sunken">
      <form onSubmit={submit} className="mx-auto w-full max-w-6xl space-y-3 px-4 py-5 sm:px-6">
        <label htmlFor="caller" className="block font-semibold">
          {t('label')}
        </label>
        <div className="flex gap-3 max-sm:flex-col">
          <input
            ref={field}
            id="caller"
            type="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            aria-describedby="caller-hint"
            className={controlStyle(null, 'text-lg')}
          />
          <Button type="submit" pending={pending}>
            <Search aria-hidden="true" className="size-5" />
            {t('act')}
          </Button>
        </div>
        <p id="caller-hint" className="text-[0.94rem] text-ink-soft max-sm:hidden">
          {t('hint')}
        </p>
        <SearchResult result={result} onLeave={() => setResult(null)} />
      </form>
    </search>
  )
}

function SearchResult({ result, onLeave }: { result: Result; onLeave: () => void }) {
  const t = useTranslations('callCentre.search')
  if (result === null) return null
  if (!result.ok) return <Alert tone="danger" role="alert" title={result.error.message} />
  if (result.value.hits.length === 0) return <Alert tone="unknown" role="status" title={t('none')} />
  return <HitList found={result.value} onLeave={onLeave} />
}
