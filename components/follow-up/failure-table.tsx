import { useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { TextLink } from '@/components/ui/text-link'
import type { Failure } from '@/lib/notices/follow-up/follow-up'
import { callerHref } from './caller-href'

/** Whom notices did not reach, each leading to where the contact is mended. */
export function FailureTable({ failures }: { failures: readonly Failure[] }) {
  const t = useTranslations('operator.follow_up')
  const kind = useTranslations('notice.kind')
  const state = useTranslations('operator.messages')
  const channel = useTranslations('outbox.channel')
  const columns: Column<Failure>[] = [
    {
      key: 'contact',
      header: t('contact'),
      cell: (failure) => {
        const href = callerHref(failure)
        return (
          <>
            {channel(failure.channel)} {href ? <TextLink href={href}>{failure.contact}</TextLink> : failure.contact}
          </>
        )
      },
    },
    { key: 'address', header: t('address'), cell: ({ address }) => address ?? '–' },
    { key: 'notice', header: t('notice'), cell: ({ notice }) => kind(notice) },
    {
      key: 'why',
      header: t('why'),
      cell: (failure) => (
        <>
          {state(failure.state)}
          {failure.errorCode && <span className="block text-[0.94rem] text-ink-soft">{t('code', { code: failure.errorCode })}</span>}
        </>
      ),
    },
  ]
  return <DataTable caption={t('failures')} columns={columns} rows={failures} rowKey={({ messageId }) => messageId} />
}
