import { CircleHelp, type LucideIcon, MessageSquareWarning, PhoneCall } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PhoneLink } from '@/components/ui/phone-link'
import { SiteTextLink } from './site-text-link'

function Hand({ Icon, title, children }: { Icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <li className="flex gap-4">
      <span className="grid size-12 shrink-0 place-items-center rounded-full bg-accent text-on-accent">
        <Icon aria-hidden="true" className="size-6" />
      </span>
      <div className="min-w-0 space-y-1">
        <h3 className="text-lg">{title}</h3>
        {children}
      </div>
    </li>
  )
}

/** What else brings people here: a sudden fault, a message that looks strange, a question. */
export function HelpingHands({ phone }: { phone: string | undefined }) {
  const t = useTranslations('home')
  return (
    <section aria-labelledby="hands" className="space-y-5 border-t border-line pt-10">
      <h2 id="hands" className="text-2xl">
        {t('hands')}
      </h2>
      <ul className="grid gap-8 md:grid-cols-3">
        <Hand Icon={PhoneCall} title={t('fault')}>
          <p>{t('fault_text')}</p>
          {phone && <PhoneLink phone={phone} />}
        </Hand>
        <Hand Icon={MessageSquareWarning} title={t('message')}>
          <p>{t('message_text')}</p>
          <SiteTextLink href="/message-check" className="inline-flex min-h-11 items-center">
            {t('message_link')}
          </SiteTextLink>
        </Hand>
        <Hand Icon={CircleHelp} title={t('question')}>
          <p>{t('question_text')}</p>
          <SiteTextLink href="/help" className="inline-flex min-h-11 items-center">
            {t('question_link')}
          </SiteTextLink>
        </Hand>
      </ul>
    </section>
  )
}
