import { findNetworkStates } from '@/lib/network/find-network-states'
import type { Finding } from './finding'

/** How each service's network stands: segments, and service points that no trace finds. Never throws. */
export async function inspectNetworks(): Promise<Finding[]> {
  try {
    return (await findNetworkStates()).map(({ service, segments, unsupplied, untied, examples }) => {
      const gaps = [
        ...(unsupplied > 0 ? [`${unsupplied} without a source`] : []),
        ...(untied > 0 ? [`${untied} service points belong to no link, so no trace finds them: ${examples.join(', ')}`] : []),
      ]
      return { what: `${service} network`, state: gaps.length === 0 ? 'ok' : 'note', detail: [`${segments} segments`, ...gaps].join('; ') }
    })
  } catch (error) {
    return [
      { what: 'networks', state: 'broken', detail: error instanceof Error ? (error.message.split('\n').at(-1) ?? '') : 'cannot be read' },
    ]
  }
}
