'use client'

import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'

/** What one typed before somebody else's words were loaded: to copy from, until it is put away. */
export function KeptPanel({ text, onClose }: { text: string; onClose: () => void }) {
  const t = useTranslations('operator.editor.overtaken')
  const [isCopied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <section aria-label={t('yours')} className="space-y-3 rounded-card border-2 border-line-strong bg-surface p-4">
      <TextArea name="kept" label={t('yours')} hint={t('yours_hint')} value={text} readOnly rows={8} spellCheck={false} />
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="secondary" onClick={copy}>
          <Copy aria-hidden="true" className="size-5" />
          {t('copy')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('put_away')}
        </Button>
        <span role="status">{isCopied && t('copied')}</span>
      </div>
    </section>
  )
}
