import { type Command, InvalidArgumentError } from 'commander'
import { API_SCOPES, type ApiScope } from '@/lib/auth/api-key'
import { createApiKey } from '@/lib/auth/create-api-key'
import { currentInstant } from '@/lib/clock'
import { cliActor } from '../actor'
import { print } from '../output'

function collectScopes(text: string, scopes: ApiScope[] = []): ApiScope[] {
  const scope = API_SCOPES.find((known) => known === text)
  if (!scope) throw new InvalidArgumentError(`The scopes are: ${API_SCOPES.join(', ')}.`)
  return [...scopes, scope]
}

interface CreateOptions {
  name: string
  scope: ApiScope[]
  json?: boolean
}

/** `api-key create`: makes a key with which a program may call the API. */
export function registerApiKey(program: Command): void {
  program
    .command('api-key')
    .description('make keys for programs that call the API')
    .command('create')
    .description('make a key and show it, this once')
    .requiredOption('--name <text>', 'who or what uses it')
    .requiredOption('--scope <scope>', `${API_SCOPES.join(' or ')}; may be repeated`, collectScopes)
    .option('--json', 'print one JSON document')
    .action(async ({ name, scope, json }: CreateOptions) => {
      const created = await createApiKey(cliActor(), { name, scopes: scope }, await currentInstant())
      print({ json }, created, () => `${created.key}\nKeep it safe: it cannot be shown again.`)
    })
}
