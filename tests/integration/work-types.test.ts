import { beforeAll, describe, expect, it } from 'vitest'
import { type StaffActor, SYSTEM } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { getUtility } from '@/lib/utility/queries'
import { updateApprovalUnits } from '@/lib/utility/update-approval-units'
import { createWorks } from '@/lib/works/create-works'
import { getPublicWorks } from '@/lib/works/get-public-works'
import { publishWorks } from '@/lib/works/publish-works'
import { getPlanningSettings } from '@/lib/works/work-types/get-planning-settings'
import { removeWorkType } from '@/lib/works/work-types/remove-work-type'
import { type SaveWorkType, saveWorkType } from '@/lib/works/work-types/save-work-type'
import { addHousehold, createUtility, square } from './factories'
import { addMember } from './staff-members'

const NOW = new Date('2026-11-20T09:00:00Z')
const WINDOW = { start: '2026-12-01T09:00', end: '2026-12-01T12:30' }
const TYPE: SaveWorkType = {
  isNew: true,
  code: 'meter_change',
  services: ['water'],
  wording: { en: 'New meters', it: 'Nuovi contatori', lt: 'Nauji skaitikliai', uk: 'Нові лічильники' },
}

const refused = (reason: string) => ({ detail: { reason } })

let davide: StaffActor

beforeAll(async () => {
  await createUtility()
  await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393330000001', language: 'it' })
  davide = await addMember('Davide', 'admin')
})

describe('kinds of work', () => {
  it('are added, worded anew for works that have them, and stay while any has', async () => {
    await saveWorkType(davide, TYPE, NOW)
    const input = { service: 'water', title: 'Meters', workType: 'meter_change', parts: [{ area: square(0, 0, 3), windows: [WINDOW] }] }
    const { reference } = await createWorks(SYSTEM, input, NOW)
    await publishWorks(SYSTEM, { reference }, NOW)
    await saveWorkType(davide, { ...TYPE, isNew: false, wording: { ...TYPE.wording, it: 'Contatori nuovi' } }, NOW)
    expect((await getPublicWorks(reference, NOW)).workType).toMatchObject({ it: 'Contatori nuovi', lt: 'Nauji skaitikliai' })
    await expect(removeWorkType(davide, { code: 'meter_change' }, NOW)).rejects.toMatchObject({
      code: 'conflict',
      ...refused('work_type_in_use'),
    })
    const { workTypes } = await getPlanningSettings(davide)
    expect(workTypes.at(-1)).toMatchObject({ code: 'meter_change', uses: 1 })
  })

  it('are refused for services that they are not for', async () => {
    const input = { service: 'heat', title: 'Meters', workType: 'meter_change', parts: [{ area: square(0, 0, 3), windows: [WINDOW] }] }
    await expect(createWorks(SYSTEM, input, NOW)).rejects.toMatchObject({ detail: { reason: 'not_one_of', field: 'workType' } })
  })

  it('are taken out when no works have them', async () => {
    await removeWorkType(davide, { code: 'tree_cutting' }, NOW)
    expect(await database().workType.count({ where: { code: 'tree_cutting' } })).toBe(0)
    await expect(removeWorkType(davide, { code: 'tree_cutting' }, NOW)).rejects.toMatchObject(refused('work_type_not_found'))
    const trail = await database().auditEntry.findMany({ where: { subject: 'utility:work_type:tree_cutting' }, select: { action: true } })
    expect(trail).toEqual([{ action: 'utility.work_type_removed' }])
  })

  it.each([
    ['a code that is taken', { code: 'repair' }, 'work_type_exists'],
    ['a code with blanks', { code: 'Meter change' }, 'work_type_code'],
    ['a language without words', { code: 'other', wording: { ...TYPE.wording, uk: ' ' } }, 'text_too_short'],
    ['no service', { code: 'other', services: [] }, 'field_missing'],
    ['one that is gone', { code: 'gone', isNew: false }, 'work_type_not_found'],
  ])('refuse %s', async (_what, change, reason) => {
    await expect(saveWorkType(davide, { ...TYPE, ...change }, NOW)).rejects.toMatchObject(refused(reason))
  })
})

describe('the number of dwellings from which a second person approves', () => {
  it('is set, taken back, and never less than one', async () => {
    await updateApprovalUnits(davide, { approvalUnits: 500 }, NOW)
    expect((await getUtility()).approvalUnits).toBe(500)
    await expect(updateApprovalUnits(davide, { approvalUnits: 0 }, NOW)).rejects.toMatchObject({ code: 'bad_input' })
    await expect(updateApprovalUnits(davide, { approvalUnits: Number.NaN }, NOW)).rejects.toMatchObject({ code: 'bad_input' })
    await updateApprovalUnits(davide, { approvalUnits: null }, NOW)
    expect((await getUtility()).approvalUnits).toBeNull()
  })
})
