export interface Cluster {
  url: string
  /** As after a crash: nothing is asked, everything that was acknowledged comes back. */
  restart: () => Promise<void>
  close: () => Promise<void>
}

export function openCluster(options?: { keepsPromises?: boolean }): Promise<Cluster>
