'use client'

import { useLocale, useTranslations } from 'next-intl'
import { MessageText } from '@/components/outbox/message-text'
import { FORMATS } from '@/lib/i18n/date-formats'
import type { RehearsedGroup } from '@/lib/notices/rehearsal/rehearse-notice'

/** What the first reader of each channel and language would read. */
export function RehearsalTexts({ groups }: { groups: readonly RehearsedGroup[] }) {
  const t = useTranslations('operator.rehearsal')
  const channels = useTranslations('outbox.channel')
  const locale = useLocale()
  const language = (code: string) => new Intl.DisplayNames([FORMATS[locale]], { type: 'language' }).of(code) ?? code
  return (
    <details className="group">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-brand">{t('texts')}</summary>
      <ul className="grid gap-4 pt-2 lg:grid-cols-2">
        {groups.map((group) => (
          <li key={`${group.channel}:${group.language}`} className="min-w-0 space-y-1.5">
            <p className="text-[0.94rem] font-semibold text-ink-soft">
              {channels(group.channel)}, {language(group.language)}
            </p>
            {group.subject && <p className="font-semibold">{group.subject}</p>}
            <MessageText text={group.text} language={group.language} className="rounded-control bg-sunken px-3.5 py-2.5 leading-snug" />
          </li>
        ))}
      </ul>
    </details>
  )
}
