import { expect, test } from 'vitest'
import { changeOf } from './public-changes'

test.each([
  ['works.publish', 'works:W-2026-0001', 'W-2026-0001'],
  ['works.restore', 'works:W-2026-0001', 'W-2026-0001'],
  ['import.addresses', 'import_run:4', 'all'],
  ['utility.telling_rules', 'utility:telling_rules', 'all'],
  ['clock.move', 'clock', 'all'],
  ['something.new', 'anything', 'all'],
  ['works.new_kind', 'anything', 'all'],
  ['caller.look', 'address:7', null],
  ['notice.done', 'works:W-2026-0001', null],
  ['staff.invite', 'staff:4', null],
])('%s of %s changes %s', (action, subject, changed) => {
  expect(changeOf(action, subject)).toBe(changed)
})
