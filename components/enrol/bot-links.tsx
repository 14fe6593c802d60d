import { MessageCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { BotLink } from '@/lib/contacts/bot-links'

/** The same by a messenger, where the utility has a bot there. */
export function BotLinks({ bots }: { bots: readonly BotLink[] }) {
  const t = useTranslations('enrol')
  if (bots.length === 0) return null
  return (
    <div className="space-y-1 border-t border-line pt-4">
      <p className="font-semibold">{t('bots')}</p>
      <ul>
        {bots.map(({ channel, href }) => (
          <li key={channel}>
            <a
              href={href}
              className="inline-flex min-h-11 items-center gap-2.5 font-medium text-brand underline decoration-1 underline-offset-4 hover:decoration-2"
            >
              <MessageCircle aria-hidden="true" className="size-5 shrink-0" />
              {t(`bot_${channel}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
