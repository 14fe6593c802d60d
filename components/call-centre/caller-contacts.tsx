'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { CallerView } from '@/lib/call-centre/call-centre'
import type { Locale } from '@/lib/i18n/locales'
import { AddContactDialog } from './add-contact-dialog'
import type { CallerSteps } from './caller-steps'
import { ContactCard } from './contact-card'

export interface CallerContactsProps {
  view: Pick<CallerView, 'contacts' | 'target'>
  zone: string
  languages: readonly Locale[]
  language: string
  steps: CallerSteps
}

/** How the caller is told, and what can be mended about it. */
export function CallerContacts({ view: { contacts, target }, zone, languages, language, steps }: CallerContactsProps) {
  const t = useTranslations('callCentre.contacts')
  const isAccount = 'accountId' in target
  return (
    <section aria-labelledby="contacts" className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="contacts" className="text-2xl">
          {t(isAccount ? 'title' : 'title_address')}
        </h2>
        <AddContactDialog target={target} languages={languages} language={language} add={steps.add} />
      </div>
      {contacts.length === 0 && <Alert tone={isAccount ? 'coming' : 'info'} title={t(isAccount ? 'none' : 'none_address')} />}
      <ContactList contacts={contacts} zone={zone} languages={languages} steps={steps} />
    </section>
  )
}

type ContactListProps = Pick<CallerView, 'contacts'> & Pick<CallerContactsProps, 'zone' | 'languages' | 'steps'>

function ContactList({ contacts, zone, languages, steps }: ContactListProps) {
  const t = useTranslations('callCentre.contacts')
  const [whole, setWhole] = useState<Record<number, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const { reveal } = steps
  const show = async () => {
    const result = await reveal?.()
    if (result?.ok) setWhole(result.value)
    setProblem(result && !result.ok ? result.error.message : null)
  }
  if (contacts.length === 0) return null
  return (
    <>
      <ul className="space-y-3">
        {contacts.map((contact) => (
          <ContactCard key={contact.id} contact={contact} whole={whole[contact.id]} zone={zone} languages={languages} steps={steps} />
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3 text-[0.94rem] text-ink-soft">
        <p>{reveal ? t('reveal_hint') : t('masked')}</p>
        {reveal && (
          <Button variant="secondary" onClick={show}>
            {t('reveal')}
          </Button>
        )}
      </div>
      {problem && <Alert tone="danger" role="alert" title={problem} />}
    </>
  )
}
