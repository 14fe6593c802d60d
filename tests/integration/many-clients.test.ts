import { Client } from 'pg'
import { describe, expect, it } from 'vitest'

const CLIENTS = 8
const ROUNDS = 60

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: process.env.DATABASE_URL ?? '' })
  await client.connect()
  return client
}

/** Asks for as many values as it says, so that the answer to another client's query cannot be mistaken for its own. */
async function askForItself(client: Client, own: number): Promise<void> {
  const values = Array.from({ length: 1 + (own % 5) }, (_, index) => `${own}-${index}`)
  const places = values.map((_, index) => `$${index + 1}::text AS c${index}`).join(', ')
  const { rows } = await client.query(`SELECT ${places}`, values)
  expect(Object.values(rows[0])).toEqual(values)
}

describe('a database with many clients', () => {
  it('gives each client the answers to its own queries, also after errors', async () => {
    const clients = await Promise.all(Array.from({ length: CLIENTS }, connect))
    await Promise.all(
      clients.map(async (client, index) => {
        for (let round = 0; round < ROUNDS; round++) {
          if (round % 7 === index % 7) await expect(client.query('SELECT 1 / $1::int', [0])).rejects.toThrow(/division by zero/)
          await askForItself(client, index * ROUNDS + round)
        }
      }),
    )
    await Promise.all(clients.map((client) => client.end()))
  })

  it('loses no increment of clients that come and go', async () => {
    const first = await connect()
    await first.query('CREATE TABLE counter (n int)')
    await first.query('INSERT INTO counter VALUES (0)')
    const visits = Array.from({ length: CLIENTS }, async (_, index) => {
      for (let round = 0; round < 10; round++) {
        const client = await connect()
        if (index % 2 === 0) await askForItself(client, round)
        else {
          await client.query('BEGIN')
          const { rows } = await client.query<{ n: number }>('SELECT n FROM counter FOR UPDATE')
          await client.query('UPDATE counter SET n = $1', [(rows[0]?.n ?? 0) + 1])
          await client.query('COMMIT')
        }
        await client.end()
      }
    })
    await Promise.all(visits)
    expect((await first.query('SELECT n FROM counter')).rows).toEqual([{ n: (CLIENTS / 2) * 10 }])
    await first.query('DROP TABLE counter')
    await first.end()
  })

  it('goes on when a client dies in the middle of a transaction', async () => {
    const [dying, living] = [await connect(), await connect()]
    dying.on('error', () => {})
    await dying.query('CREATE TABLE left_behind (id int)')
    await dying.query('BEGIN')
    await dying.query('INSERT INTO left_behind VALUES ($1)', [1])
    Reflect.get(dying, 'connection').stream.destroy()
    const { rows } = await living.query('SELECT count(*)::int AS count FROM left_behind')
    expect(rows).toEqual([{ count: 0 }])
    await living.query('DROP TABLE left_behind')
    await living.end()
  })
})
