import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { MainNavigation } from '@/components/ui/main-navigation'
import { canEditSettings } from '@/lib/auth/policies'
import { currentStaff } from '@/lib/http/current-actor'

/** The pages of settings, and the words that name them below `operator.nav`. */
const PAGES = [
  { page: 'utility', label: 'utility' },
  { page: 'notice-plan', label: 'settings' },
  { page: 'planning', label: 'planning' },
  { page: 'customers', label: 'customers' },
  { page: 'staff', label: 'staff' },
] as const

/** What an administrator sets, page by page; each page asks itself who may see it. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const [actor, locale, t] = await Promise.all([currentStaff(), getLocale(), getTranslations('operator.nav')])
  const entries = PAGES.map(({ page, label }) => ({ href: `/${locale}/operator/settings/${page}`, label: t(label) }))
  return (
    <>
      {canEditSettings(actor) && (
        <div className="border-b border-line bg-surface">
          <div className="mx-auto w-full max-w-6xl px-4 sm:px-6">
            <MainNavigation entries={entries} label={t('all_settings')} />
          </div>
        </div>
      )}
      {children}
    </>
  )
}
