import { Alert } from './alert'
import { Page } from './page'
import { PageHeader, type PageHeaderProps } from './page-header'

/** A page that is not for whoever asks: what it would be, and why it is not shown. */
export function RefusedPage({ reason, ...header }: PageHeaderProps & { reason: string }) {
  return (
    <Page>
      <PageHeader {...header} />
      <Alert tone="unknown" title={reason} />
    </Page>
  )
}
