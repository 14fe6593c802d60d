import { BlockList, isIPv6 } from 'node:net'

/** Addresses that only a proxy of ours can have: this machine and private networks (RFC 1918, 3927, 4193, 4291). */
const INSIDE = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
])
  INSIDE.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
])
  INSIDE.addSubnet(network, bits, 'ipv6')

/** "::ffff:192.0.2.1" is 192.0.2.1: a socket for both families says it so. */
const MAPPED = /^::ffff:(?=\d+\.)/

/**
 * Keeps X-Forwarded-For only where whoever connects may be a proxy of ours. Anybody else is who their socket says: or they would invent a new address for each
 * request, and no limit would ever be met.
 */
export function trustProxy({ headers, socket }) {
  const address = (socket.remoteAddress ?? '').replace(MAPPED, '')
  if (address !== '' && !INSIDE.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) headers['x-forwarded-for'] = address
}
