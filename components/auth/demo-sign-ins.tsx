import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { StaffMember } from '@/lib/auth/staff-member'

/** Who can sign in to the demo, and with what. */
export function DemoSignIns({ members, password }: { members: StaffMember[]; password: string }) {
  const t = useTranslations('sign_in')
  if (members.length === 0) return null
  return (
    <Alert tone="info" title={t('demo')}>
      <p>{t('demo_text')}</p>
      <dl className="mt-2 space-y-1">
        {members.map(({ email, role }) => (
          <div key={email} className="flex flex-wrap gap-x-2">
            <dt>{t(`role.${role}`)}:</dt>
            <dd>
              <code className="font-mono text-[0.94rem] break-all select-all">{email}</code>
            </dd>
          </div>
        ))}
        <div className="flex flex-wrap gap-x-2 pt-1">
          <dt>{t('password')}:</dt>
          <dd>
            <code className="font-mono text-[0.94rem] select-all">{password}</code>
          </dd>
        </div>
      </dl>
    </Alert>
  )
}
