import type { EditorActions } from '@/components/works/editor/works-editor'
import { checkWorksAction, countAffectedAction, findReachAction } from './check-actions'
import { CHECK_STEPS } from './check-steps'
import {
  discardDraftAction,
  locateAddressAction,
  openDraftAction,
  publishDraftAction,
  saveDraftAction,
  submitDraftAction,
} from './draft-actions'
import { SELECTION_STEPS } from './selection-steps'

/** What the editor asks of the server. */
export const EDITOR_STEPS: EditorActions = {
  ...CHECK_STEPS,
  count: countAffectedAction,
  check: checkWorksAction,
  reach: findReachAction,
  save: saveDraftAction,
  open: openDraftAction,
  locate: locateAddressAction,
  publish: publishDraftAction,
  submit: submitDraftAction,
  discard: discardDraftAction,
  selection: SELECTION_STEPS,
}
