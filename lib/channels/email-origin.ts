/**
 * What stands in `From:` where EMAIL_FROM is empty: the utility's name at this installation's own domain. A provider takes it when that domain
 * was verified with it, and says so when not.
 */
export function emailOrigin(configured: string | undefined, utilityName: string, publicUrl: string): string {
  const name = utilityName.replace(/["\\\r\n]/g, ' ').trim()
  return configured ?? `"${name}" <notices@${new URL(publicUrl).hostname}>`
}
