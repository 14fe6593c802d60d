import { test } from '@playwright/test'
import { keys } from './hands'
import { putBack, tellPipeStory } from './pipe-story'

test.afterEach(putBack)

test('from a pipe to people who were told, by the keys alone', async ({ page, browser }) => {
  test.setTimeout(300_000)
  await tellPipeStory(page, browser, { name: 'by the keys alone', handsOf: keys, skip: 3, day: 11 })
})
