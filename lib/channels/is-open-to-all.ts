/** Whether an address leads anywhere from somebody else's device: messengers refuse a button to this machine, and the whole message with it. */
export function isOpenToAll(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return /^https?:$/.test(protocol) && !/^(?:localhost|.*\.localhost|127\..*|\[::1\]|0\.0\.0\.0)$/.test(hostname)
}
