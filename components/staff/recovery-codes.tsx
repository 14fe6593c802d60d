'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'

/** Ten codes, shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations('operator.factor')
  return (
    <div className="space-y-4">
      <Alert tone="clear" role="status" title={t('codes_title')}>
        <p>{t('codes_text')}</p>
      </Alert>
      <ul className="grid gap-2 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code className="font-mono select-all">{code}</code>
          </li>
        ))}
      </ul>
      <Button onClick={onKept}>{t('kept')}</Button>
    </div>
  )
}
