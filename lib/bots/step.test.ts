import { describe, expect, it } from 'vitest'
import { type Dialogue, type Heard, HOME } from './bots'
import { type Answers, kind, PLACE, press, say, talk } from './step-lab'

describe('a talk', () => {
  it('adds an account by its number and its meter, in plain words', () => {
    const { at, effects, says } = talk(['aggiungi', ' 123456789 ', '42'])
    expect(effects.at(-1)).toEqual({ do: 'prove', number: '123456789', proof: '42' })
    expect([at, says[0]]).toEqual(['home', 'proved'])
  })

  it('says that number and meter do not belong together, and lets either be written again', () => {
    expect(talk(['add', '123456789', '43'])).toMatchObject({ at: 'account_proof', says: ['not_proved', 'ask.account_proof'] })
    expect(talk(['add', '123456789', '43', 'назад']).at).toBe('account_number')
    expect(talk(['add', '123456789', '43', '42']).at).toBe('home')
  })

  it('stops asking for proofs while too many were wrong', () => {
    const blocked: Answers = (effect) =>
      effect.do === 'prove' ? { is: 'refused', reason: 'wait_and_retry', field: null, params: { seconds: 60 } } : kind(effect)
    expect(talk(['add', '1', '2'], blocked)).toMatchObject({ at: 'home', says: ['error'] })
  })

  it('follows an address that was typed, after a yes', () => {
    expect(talk(['indirizzo', 'Via Roma 12']).step).toEqual({ at: 'confirm_follow', place: PLACE })
    expect(talk(['indirizzo', 'Via Roma 12', 'sì'])).toMatchObject({
      at: 'home',
      effects: [{ do: 'find' }, { do: 'follow', id: 12, label: PLACE.label }],
    })
    expect(talk(['indirizzo', 'Via Roma 12', 'no'])).toMatchObject({ at: 'home', says: ['cancelled'] })
    expect(talk(['indirizzo', 'Via Roma 12', 'forse'])).toMatchObject({ at: 'confirm_follow', says: ['wrong.yes_or_no', 'ask.follow'] })
  })

  it('follows an address chosen by number, by button, or where somebody stands', () => {
    expect(talk(['enrol', 'Via Roma', '1']).at).toBe('confirm_follow')
    expect(talk(['enrol', 'Via Roma', '№ 1.']).at).toBe('confirm_follow')
    expect(talk(['enrol', 'Via Roma', press('follow:12')]).at).toBe('confirm_follow')
    expect(talk(['enrol', { kind: 'location', longitude: 8.6, latitude: 44.9 }]).at).toBe('choose')
    expect(talk(['enrol', 'Via Roma', '9', 'Via Roma 12']).at).toBe('confirm_follow')
  })

  it('asks what is planned at any time, and goes on where it was', () => {
    expect(talk(['add', '123456789', 'що заплановано?'])).toMatchObject({ at: 'account_proof', says: ['planned', 'ask.account_proof'] })
    expect(talk(['add', '123456789', 'help', 'person', '42']).at).toBe('home')
  })

  it('looks up an address that somebody writes for no reason, and keeps other words for people', () => {
    expect(talk(['Via Roma 12'])).toMatchObject({ at: 'home', says: ['planned'] })
    expect(talk(['there is no water since 10 in the morning']).effects.map((effect) => effect.do)).toEqual(['find', 'note'])
    expect(talk(['grazie mille'])).toMatchObject({ effects: [{ do: 'note', text: 'grazie mille' }], says: ['not_understood'] })
  })

  it('asks for an address where nothing is followed', () => {
    const empty: Answers = (effect) =>
      effect.do === 'planned' && effect.id === null ? { is: 'planned', places: [], isOne: false } : kind(effect)
    expect(talk(['planned'], empty).step).toEqual({ at: 'address', to: 'look' })
    expect(talk(['planned', 'Via Roma 12'], empty)).toMatchObject({ at: 'home', says: ['planned'] })
  })

  it('removes one thing of the list, by number and after a yes', () => {
    expect(talk(['rimuovi', '1', 'taip']).effects.at(-1)).toEqual({ do: 'drop', id: 7 })
    expect(talk(['rimuovi', '5'])).toMatchObject({ at: 'pick', says: ['wrong.choice', 'ask.pick', 'numbered'] })
    expect(talk([press('drop:99')])).toMatchObject({ at: 'home', says: ['gone'] })
  })

  it('stops for one address from a notice: one tap, then a yes', () => {
    expect(talk([press('leave:12')]).step).toEqual({ at: 'confirm_leave', place: PLACE })
    expect(talk([press('leave:12'), press('leave_yes:12')]).effects.at(-1)).toEqual({ do: 'leave', id: 12 })
    expect(talk([press('leave:13')])).toMatchObject({ at: 'home', says: ['gone'] })
  })

  it('stops everything at a word, wherever it stands, but never by a word that ends a question', () => {
    for (const word of ['stop', 'STOP!', 'Basta', 'стоп', '/stop', 'sustabdyti']) {
      expect(talk(['add', word]).effects, word).toEqual([{ do: 'stop' }])
      expect(talk([word]).effects, word).toEqual([{ do: 'stop' }])
    }
    for (const word of ['cancel', 'annulla', 'скасувати', 'atšaukti']) {
      expect(talk(['add', word]), word).toMatchObject({ at: 'home', effects: [], says: ['cancelled'] })
      expect(talk([word]), word).toMatchObject({ at: 'home', effects: [], says: ['nothing_open'] })
    }
  })

  it('does what an old button says, in the middle of something else, and goes on with that', () => {
    expect(talk(['add', press('follow_yes:12')])).toMatchObject({ at: 'account_number', says: ['followed', 'ask.account_number'] })
    expect(talk(['add', press('nonsense:1')])).toMatchObject({ at: 'account_number', says: ['strange_button', 'ask.account_number'] })
  })

  it('begins with the address that a page named, or with the chat of an account', () => {
    expect(talk([{ kind: 'opened', token: 'a12', isAsked: true }]).step).toEqual({ at: 'confirm_follow', place: PLACE })
    expect(talk([{ kind: 'opened', token: 'a0', isAsked: true }])).toMatchObject({
      effects: [{ do: 'link', token: 'a0' }],
      says: ['link_wrong'],
    })
  })

  it('is taken up again after a greeting', () => {
    expect(talk(['add', 'ciao'])).toMatchObject({ at: 'account_number', says: ['still_open', 'ask.account_number'] })
    expect(talk(['add', { kind: 'opened', token: null, isAsked: true }]).at).toBe('account_number')
  })
})

describe('in a group', () => {
  const group: Dialogue = { step: HOME, isGroup: true }
  const command = (act: Extract<Heard, { kind: 'act' }>['act'], isAdmin: boolean, argument = ''): Heard => ({
    kind: 'act',
    act,
    isAdmin,
    argument,
  })

  it('admins alone change what it is told; anybody may ask', () => {
    expect(say(group, command({ do: 'enrol' }, false, 'Via Roma 12')).reply.says).toEqual([{ say: 'group.admins_only' }])
    expect(say(group, command({ do: 'stop' }, false)).effects).toEqual([])
    expect(say(group, command({ do: 'planned' }, false)).effects).toEqual([{ do: 'planned', id: null }])
    expect(say(group, command({ do: 'enrol' }, true, 'Via Roma 12')).dialogue.step).toEqual({ at: 'confirm_follow', place: PLACE })
  })

  it('nobody writes account numbers', () => {
    expect(say(group, command({ do: 'add' }, true)).reply.says).toEqual([{ say: 'group.no_accounts' }])
  })
})
