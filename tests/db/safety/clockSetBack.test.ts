import { afterEach, expect, test } from 'vitest'
import { translator } from '../../../db/texts/translator.ts'
import { signedInCore } from '../../helpers/testCore.ts'

const open: { dispose(): Promise<void> }[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

/** A program whose newest change is of noon, looked at when the clock stands at `time`. */
async function noticesAt(time: string) {
  let now = new Date('2026-08-01T12:00:00Z')
  const program = await signedInCore({ clock: () => now })
  open.push(program)
  now = new Date(time)
  return (await program.api.safety.notices({})).filter(({ code }) => code === 'clockSetBack')
}

test('a clock before the newest change is said, with both moments', async () => {
  const [notice] = await noticesAt('2026-07-31T09:30:00Z')
  expect(notice).toMatchObject({ severity: 'warning' })
  const text = translator('en')('safety.clockSetBack', notice!.values)
  expect(text).toContain('July 31, 2026')
  expect(text).toContain('August 1, 2026')
})

test('a clock that is right, or behind by the difference of two clocks, is nobody’s concern', async () => {
  expect(await noticesAt('2026-08-01T12:00:01Z')).toEqual([])
  expect(await noticesAt('2026-08-01T11:56:00Z')).toEqual([])
})

test('what is recorded with the clock set back keeps its order', async () => {
  let now = new Date('2026-08-01T12:00:00Z')
  const program = await signedInCore({ clock: () => now })
  open.push(program)
  now = new Date('2026-07-01T12:00:00Z')
  await program.api.program.changeSettings({ name: 'Later' })
  const entries = await program.core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .select(['at', 'action'])
    .orderBy('id', 'desc')
    .execute()
  expect(entries[0]).toEqual({ at: '2026-07-01T12:00:00.000Z', action: 'program.changeSettings' })
  expect(await program.api.safety.notices({})).toContainEqual(
    expect.objectContaining({ code: 'clockSetBack' }),
  )
})
