import { serve } from 'inngest/next'
import { inngest } from '@/inngest/client'
import { functions } from '@/inngest/functions'

// The SDK checks the engine's signature on every request, save with INNGEST_DEV.
export const { GET, POST, PUT } = serve({ client: inngest, functions })
