/**
 * The fake providers as a process of their own (`tsx tests/providers/serve.ts`): prints one line of JSON with their base URLs, and runs until
 * SIGTERM. Steered by POST /_control, read by GET /_received and GET /_counts of each.
 */
import { startProviders } from './start-providers'

async function main(): Promise<void> {
  const { close, ...servers } = await startProviders()
  const stop = () => void close().then(() => process.exit(0))
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  console.log(JSON.stringify(Object.fromEntries(Object.entries(servers).map(([name, { url }]) => [name, url]))))
}

void main()
