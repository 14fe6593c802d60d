import type { Page } from '@playwright/test'

/** From the next page on its device cannot draw maps. Painting one in software takes four seconds of a core, which those who look at none can do without. */
export async function giveNoMap(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...rest])
    } as typeof getContext
  })
}
