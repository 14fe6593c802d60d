import { randomUUID } from 'node:crypto'
import { Alert } from '@/components/ui/alert'
import { WorksEditor } from '@/components/works/editor/works-editor'
import { QueryProvider } from '@/components/works/query-provider'
import type { Actor } from '@/lib/auth/actor'
import { env } from '@/lib/env'
import { getServedBounds } from '@/lib/geo/get-served-bounds'
import { getUtility } from '@/lib/utility/queries'
import type { OpenedDraft } from '@/lib/works/drafts/get-draft'
import { listWorkTypes } from '@/lib/works/work-types/list-work-types'
import { EDITOR_STEPS } from './editor-steps'

export interface EditorFrameProps {
  actor: Actor
  /** The draft to go on with; null for new works. */
  opened: OpenedDraft | null
  /** Said where the utility has no services yet. */
  noServices: string
}

/** The editor with what it needs to know: services, kinds of work, where the map begins. */
export async function EditorFrame({ actor, opened, noServices }: EditorFrameProps) {
  const [utility, bounds, workTypes] = await Promise.all([getUtility(), getServedBounds(), listWorkTypes(actor)])
  const [first, ...others] = utility.services
  if (!first) return <Alert tone="unknown" title={noServices} />
  return (
    <QueryProvider>
      <WorksEditor
        opened={opened}
        draftKey={randomUUID()}
        services={[first, ...others]}
        workTypes={workTypes}
        actions={EDITOR_STEPS}
        bounds={bounds}
        zone={utility.zone}
        token={env().MAPBOX_TOKEN}
      />
    </QueryProvider>
  )
}
