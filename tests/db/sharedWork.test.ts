import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { SharedWork } from '../../db/calls/sharedWork.ts'
import { Failure } from '../../db/failure.ts'
import type { ReportProgress } from '../../db/calls/call.ts'

const steps = 20
const cancelled = () => new Failure('cancelled', 'cancelled')

/** Work in steps, and how far it went. */
function counting() {
  const went = { to: 0 }
  const work = new SharedWork(async (report) => {
    for (went.to = 0; went.to < steps; went.to++) await report('counting', went.to, steps)
    return went.to
  })
  return { went, work }
}

/** Tells what it heard, and is cancelled after a while if told so. */
function listening(cancelAfter = Infinity) {
  const heard: number[] = []
  const progress: ReportProgress = async (_stage, done) => {
    heard.push(done)
    await setImmediate()
    if (heard.length >= cancelAfter) throw cancelled()
  }
  return { heard, progress }
}

test('work is done once for all that wait, each is told how far it is, and one that goes stops nothing', async () => {
  const { went, work } = counting()
  const [stays, goes] = [listening(), listening(3)]
  const results = await Promise.allSettled([
    ...[work.result(stays.progress), work.result(goes.progress), work.result()],
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(went.to).toBe(steps)
  expect(stays.heard.length).toBeGreaterThan(3)
  expect(stays.heard).toEqual(stays.heard.toSorted((one, other) => one - other))
  expect(await work.result(stays.progress)).toBe(steps)
  expect(work.hasFailed).toBe(false)
})

test('work stops when the last one that waits for it goes', async () => {
  const { went, work } = counting()
  await expect(work.result(listening(3).progress)).rejects.toThrow('cancelled')
  while (!work.hasFailed) await setImmediate()
  expect(went.to).toBeLessThan(steps)
})

test('what goes wrong in the work reaches everybody who waits', async () => {
  const work = new SharedWork(async (report): Promise<number> => {
    await report('counting', 0, null)
    throw new Failure('broken', 'unforeseen')
  })
  const results = await Promise.allSettled([work.result(), work.result(listening().progress)])
  expect(results).toMatchObject([
    { reason: { data: { code: 'unforeseen' } } },
    { reason: { data: { code: 'unforeseen' } } },
  ])
  expect(work.hasFailed).toBe(true)
})
