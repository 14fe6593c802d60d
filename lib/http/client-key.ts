import { isIPv6 } from 'node:net'

/** The first four groups of an IPv6 address, written out. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - first.length - last.length
  const groups = [...first, ...Array.from({ length: missing }, () => '0'), ...last]
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}

/**
 * What counts as one client: an IPv4 address, or the network that one household has in IPv6 (/64), in which it may use any address. An IPv4
 * address that is written as IPv6 is the same client.
 */
export function clientKey(address: string): string {
  const plain = address.replace(/%.*$/, '')
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (v4) return v4
  return isIPv6(plain) ? `${networkOf(plain)}::/64` : address
}
