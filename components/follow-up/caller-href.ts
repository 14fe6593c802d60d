/** The page where the contacts of an account, or of an address, are mended; null for neither. */
export function callerHref({ accountId, addressId }: { accountId: number | null; addressId: number | null }): string | null {
  if (accountId !== null) return `/operator/call-centre/accounts/${accountId}`
  return addressId === null ? null : `/operator/call-centre/addresses/${addressId}`
}
