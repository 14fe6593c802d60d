'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Bounds } from '@/components/map/bounds'
import type { SelectionActions } from '@/components/selection/selection-actions'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { Service } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'
import type { WorksCheck } from '@/lib/works/check/works-check'
import type { OpenedDraft } from '@/lib/works/drafts/get-draft'
import type { WorkType } from '@/lib/works/work-types/work-type'
import type { CheckActions } from '../check/check-actions'
import type { SaveAction } from './draft-saver'
import { type CountAction, EarlyFigures } from './early-figures'
import { EditorAside, useDraftCheck } from './editor-aside'
import { emptyDraft, shiftParts } from './editor-draft'
import { EditorEnd, type EndActions } from './editor-end'
import { FactsFields } from './facts-fields'
import { InternalFields } from './internal-fields'
import { KeptPanel } from './kept-panel'
import { keptText } from './kept-text'
import { OvertakenPanel } from './overtaken-panel'
import { PartsFields } from './parts-fields'
import { SupplyFields } from './supply-fields'
import { useDraftErrors } from './use-draft-errors'
import { useEditor } from './use-editor'
import { useLeaveWarning } from './use-leave-warning'
import { type ReachAction, useReach } from './use-reach'

export interface EditorActions extends CheckActions, EndActions {
  save: SaveAction
  open: (reference: string) => Promise<ActionResult<OpenedDraft>>
  count: CountAction
  check: (reference: string) => Promise<ActionResult<WorksCheck>>
  reach: ReachAction
  locate: (addressId: number) => Promise<ActionResult<[number, number]>>
  selection: SelectionActions
}

export interface WorksEditorProps {
  /** The draft to go on with; null for new works. */
  opened: OpenedDraft | null
  /** Names new works until they have a reference. */
  draftKey: string
  services: readonly [Service, ...Service[]]
  workTypes: readonly WorkType[]
  actions: EditorActions
  bounds: Bounds
  zone: string
  token?: string | undefined
}

/** Plans works. Everything typed saves itself; what it means stands beside it, always in view. */
export function WorksEditor({ opened, draftKey, services, workTypes, actions, bounds, zone, token }: WorksEditorProps) {
  const t = useTranslations('operator.editor')
  const locale = useLocale()
  const onStart = useCallback(
    (reference: string) => window.history.replaceState(null, '', `/${locale}/operator/works/${reference}/edit`),
    [locale],
  )
  const editor = useEditor({ opened, empty: emptyDraft(services[0], draftKey), zone, save: actions.save, onStart })
  const { draft, write, saver, status } = editor
  const query = useDraftCheck(status, actions.check)
  const check = query.data?.ok ? query.data.value : null
  const reachability = useReach(check, actions.reach)
  const errors = useDraftErrors(draft, status)
  const summary = useRef<HTMLDivElement>(null)
  const [kept, setKept] = useState<string | null>(null)
  useLeaveWarning(
    useCallback(() => saver.hasUnsaved, [saver]),
    t('leave'),
  )
  const showTheirs = async () => {
    const theirs = await actions.open(status.reference ?? '').catch(() => null)
    if (!theirs?.ok) return theirs?.error.message ?? t('saving.unsent')
    setKept(keptText(draft, (field) => t(field)))
    editor.load(theirs.value)
    return null
  }
  const showGaps = () => {
    flushSync(errors.show)
    summary.current?.focus()
  }
  const fields = { draft, onWrite: write, errorOf: errors.of }
  return (
    <div className="grid gap-6 max-lg:pb-40 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_26rem]">
      <div key={editor.edition} className="min-w-0 space-y-8">
        <OvertakenPanel state={status.state} zone={zone} showTheirs={showTheirs} />
        {kept !== null && <KeptPanel text={kept} onClose={() => setKept(null)} />}
        <div ref={summary} tabIndex={-1}>
          <ErrorSummary title={t('errors')} errors={errors.shown} />
        </div>
        <FactsFields {...fields} services={services} workTypes={workTypes} />
        <PartsFields
          parts={draft.parts}
          onChange={(change) => write((now) => ({ parts: change(now.parts) }))}
          service={draft.service}
          actions={actions.selection}
          errorOf={errors.of}
          {...{ bounds, zone, token, reachability }}
        />
        <SupplyFields
          places={draft.supplyPlaces}
          onChange={(change) => write((now) => ({ supplyPlaces: change(now.supplyPlaces) }))}
          locate={actions.locate}
          errorOf={errors.of}
          {...{ bounds, token }}
        />
        <InternalFields {...fields} />
      </div>
      <div>
        <EditorAside
          status={status}
          query={query}
          missing={errors.missing}
          early={<EarlyFigures service={draft.service} parts={draft.parts} count={actions.count} />}
          zone={zone}
          actions={actions}
          onMove={(days) => write((now) => ({ parts: shiftParts(now.parts, days) }))}
        >
          <EditorEnd
            status={status}
            check={check}
            isChecking={query.isFetching}
            hasGaps={errors.missing.length > 0}
            onGaps={showGaps}
            zone={zone}
            actions={actions}
          />
        </EditorAside>
      </div>
    </div>
  )
}
