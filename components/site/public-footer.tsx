import { useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/ui/phone-link'
import type { Utility } from '@/lib/utility/utility'
import { SiteTextLink } from './site-text-link'

const HELPING = [
  ['/works', 'works'],
  ['/message-check', 'message_check'],
  ['/help', 'help'],
  ['/status', 'status'],
] as const
const ABOUT = [
  ['/privacy', 'privacy'],
  ['/accessibility', 'accessibility'],
  ['/widget', 'widget'],
  ['/sign-in/staff', 'for_staff'],
] as const

/** The end of every public page: who says so, whom to call, and the other pages. `knowsReader`: where somebody is signed in, we do learn who looks. */
export function PublicFooter({ utility, knowsReader = false }: { utility: Utility | null; knowsReader?: boolean }) {
  const t = useTranslations('site')
  const links = (pages: ReadonlyArray<readonly [string, (typeof HELPING | typeof ABOUT)[number][1]]>) => (
    <ul className="min-w-36 flex-1">
      {pages.map(([href, label]) => (
        <li key={href}>
          <SiteTextLink href={href} className="inline-flex min-h-11 items-center">
            {t(label)}
          </SiteTextLink>
        </li>
      ))}
    </ul>
  )
  return (
    <footer className="mt-auto border-t border-line bg-sunken print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap justify-between gap-x-12 gap-y-6 px-4 py-8 text-ink-soft sm:px-6">
        <div className="max-w-sm space-y-1">
          <p>{utility ? t('run_by', { utility: utility.name }) : t('title')}</p>
          {utility && (
            <p className="text-lg">
              <PhoneLink phone={utility.phone} />
            </p>
          )}
          {!knowsReader && <p className="text-[0.94rem]">{t('no_tracking')}</p>}
        </div>
        <nav aria-label={t('more')} className="flex grow flex-wrap gap-x-6 text-[0.94rem] sm:grow-0 sm:gap-x-12">
          {links(HELPING)}
          {links(ABOUT)}
        </nav>
      </div>
    </footer>
  )
}
