import type { WorksSteps } from '@/components/works/works-actions'
import { cancelWorksAction, extendWorksAction, moveWorksAction, publishWorksAction, restoreWorksAction } from './actions'

/** The actions that lead these works through their life. */
export function worksSteps(reference: string): WorksSteps {
  return {
    publish: publishWorksAction.bind(null, reference),
    cancel: cancelWorksAction.bind(null, reference),
    move: moveWorksAction.bind(null, reference),
    extend: extendWorksAction.bind(null, reference),
    restore: restoreWorksAction.bind(null, reference),
  }
}
