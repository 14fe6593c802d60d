import { apiDocument } from '@/app/api/v1/openapi.json/document'
import { DocsHeader } from '@/components/api-docs/docs-header'
import { groupOperations } from '@/components/api-docs/group-operations'
import { OperationGroup } from '@/components/api-docs/operation-group'
import { Prose } from '@/components/api-docs/prose'
import { SchemaList } from '@/components/api-docs/schema-list'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { env } from '@/lib/env'

/** The API in words, made of its own OpenAPI document: what that does not say is not here either. */
export default function ApiDocsPage() {
  const origin = env().PUBLIC_URL
  const { info, paths, components } = apiDocument(origin)
  const groups = groupOperations(paths)
  return (
    <>
      <DocsHeader groups={groups.map(({ tag }) => tag)} />
      <main id="content" className="flex-1">
        <Page>
          <PageHeader
            title="The API"
            lead={
              <>
                {info.title}, version {info.version}. As{' '}
                <a href="/api/v1/openapi.json" className="font-medium text-brand underline underline-offset-4">
                  OpenAPI 3.1
                </a>
                .
              </>
            }
          />
          {info.description.split('\n\n').map((paragraph) => (
            <p key={paragraph} className="max-w-prose">
              <Prose text={paragraph} />
            </p>
          ))}
          {groups.map((group) => (
            <OperationGroup key={group.tag} group={group} origin={origin} />
          ))}
          <SchemaList schemas={components.schemas} />
        </Page>
      </main>
    </>
  )
}

/** Where it is to be had is known when it runs. */
export const dynamic = 'force-dynamic'
