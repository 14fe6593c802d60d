import { env } from '@/lib/env'
import { getUtility } from '@/lib/utility/queries'
import { type FeedScene, readFeedLanguage } from './feed-scene'

/** What a feed in the language of `?lang=` is written with. Throws `bad_input` for one that is not spoken here. */
export async function openScene(lang: string | null): Promise<FeedScene> {
  const utility = await getUtility()
  return { locale: readFeedLanguage(lang, utility), utility, publicUrl: env().PUBLIC_URL }
}
