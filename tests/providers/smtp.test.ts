import net, { type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createSmtpSender } from '@/lib/channels/smtp'
import { nobodyKnows, outgoing, unsettled } from './outgoing'

/** What a mail server answers to a command; `end` closes the connection instead, `.` is the end of the message. */
type Answers = Partial<Record<'MAIL' | 'RCPT' | 'DATA' | '.', string>>

const closing: Array<() => void> = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

function answerLine(line: string, answers: Answers): string {
  const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? ''
  if (verb === 'EHLO') return '250 mail.example.org'
  if (verb === 'DATA') return answers.DATA ?? '354 go on'
  return answers[verb as keyof Answers] ?? '250 ok'
}

/** A small mail server; gives back its address and the messages that it took. */
async function startMailServer(answers: Answers = {}): Promise<{ url: string; mails: string[] }> {
  const mails: string[] = []
  const server = net.createServer((socket) => {
    let buffer = ''
    let isData = false
    const say = (answer: string) => (answer === 'end' ? socket.destroy() : socket.write(`${answer}\r\n`))
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      buffer += chunk.toString()
      for (;;) {
        const end = isData ? '\r\n.\r\n' : '\r\n'
        const at = buffer.indexOf(end)
        if (at === -1) return
        const piece = buffer.slice(0, at)
        buffer = buffer.slice(at + end.length)
        const answer = isData ? (answers['.'] ?? '250 taken') : answerLine(piece, answers)
        if (isData) mails.push(piece)
        isData = !isData && answer.startsWith('354')
        say(answer)
      }
    })
    say('220 mail.example.org')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, mails }
}

const sender = (url: string) =>
  createSmtpSender({ url, from: 'Acque <avvisi@example.org>', utilityName: 'Acque', host: 'example.org', rate: 100 })
const mail = outgoing(7, 'anna@example.net', { subject: 'Перерва у водопостачанні', unsubscribeUrl: 'https://x.example.org/u/1' })

test('an e-mail goes with text, HTML, its own Message-ID and a way to stop', async () => {
  const { url, mails } = await startMailServer()
  expect(await sender(url).send([mail])).toEqual([{ id: '7', state: 'sent', providerId: '<message-7@example.org>' }])
  expect(mails).toHaveLength(1)
  for (const part of [
    'Message-ID: <message-7@example.org>',
    'List-Unsubscribe: <https://x.example.org/u/1>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Content-Type: text/plain',
    'Content-Type: text/html',
  ])
    expect(mails[0]).toContain(part)
})

test.each([
  [{ RCPT: '550 5.1.1 no such user' }, { state: 'failed', errorCode: 'smtp_550', isContactDead: true }],
  [{ RCPT: '552 mailbox full' }, { state: 'failed', errorCode: 'smtp_552', isContactDead: false }],
  [{ RCPT: '451 come back later' }, { state: 'retry', errorCode: 'smtp_451' }],
  [{ MAIL: '530 sign in first' }, { state: 'retry', errorCode: 'smtp_530' }],
  [{ '.': '554 not wanted' }, { state: 'failed', errorCode: 'smtp_554', isContactDead: false }],
  [{ '.': '452 disk full' }, { state: 'retry', errorCode: 'smtp_452' }],
] as Array<[Answers, object]>)('%j gives %j', async (answers, expected) => {
  const { url } = await startMailServer(answers)
  expect(await sender(url).send([mail])).toEqual([{ id: '7', ...expected }])
})

test('a connection that breaks after the message was written leaves it unknown, and it is not sent again', async () => {
  const { url, mails } = await startMailServer({ '.': 'end' })
  expect(await sender(url).send([mail])).toMatchObject([{ id: '7', state: 'unknown' }])
  expect(mails).toHaveLength(1)
  expect(await sender(url).settle([unsettled(mail)], nobodyKnows)).toEqual([
    { id: '7', state: 'unknown', errorCode: 'smtp_cannot_be_asked' },
  ])
})

test('a mail server that is not there is tried again later', async () => {
  expect(await sender('smtp://127.0.0.1:1').send([mail])).toMatchObject([{ id: '7', state: 'retry' }])
})
