import { describe, expect, test } from 'vitest'
import { runJob } from '../../../db/files/fileWorker.ts'
import type { JobProgress } from '../../../db/files/tableFile.ts'

const workerEntry = new URL('../../../db/files/offThread.ts', import.meta.url)
const manyRows = Buffer.from('name,one,two,three\n'.repeat(150_000))

describe('a job beside the core', () => {
  test('reads a file, reports on the way, and leaves this thread free', async () => {
    const seen: JobProgress[] = []
    let ticks = 0
    const ticking = setInterval(() => (ticks += 1), 5)
    const file = await runJob(
      'readTable',
      { bytes: manyRows },
      { workerEntry, onProgress: (step) => seen.push(step) },
    )
    clearInterval(ticking)
    expect(file.sheets[0]!.rows).toHaveLength(150_000)
    expect(file.sheets[0]!.rows[7]).toEqual({
      number: 8,
      cells: ['name', 'one', 'two', 'three'],
      blank: false,
    })
    expect(seen).toHaveLength(150)
    expect(seen[0]).toMatchObject({ rows: 1_000 })
    expect(ticks).toBeGreaterThan(20)
  })

  test('a refusal arrives as a FileProblem with its values', async () => {
    const reading = runJob('readTable', { bytes: Buffer.from('a,b\n"c') }, { workerEntry })
    await expect(reading).rejects.toMatchObject({
      name: 'FileProblem',
      code: 'quoteNotClosed',
      values: { row: 2 },
    })
  })

  test('cancelling ends the thread at once with the reason given', async () => {
    const stop = new AbortController()
    const reason = new Error('stopped by the person')
    let reports = 0
    const reading = runJob(
      'readTable',
      { bytes: manyRows },
      {
        workerEntry,
        signal: stop.signal,
        onProgress: () => {
          reports += 1
          stop.abort(reason)
        },
      },
    )
    await expect(reading).rejects.toBe(reason)
    const reportsAtTheEnd = reports
    expect(reportsAtTheEnd).toBeLessThan(150)
    await expect(runJob('readTable', { bytes: manyRows }, { workerEntry, signal: stop.signal })).rejects.toBe(
      reason,
    )
    expect(reports).toBe(reportsAtTheEnd)
  })

  test('a job that fills its heap ends alone, as a refusal', async () => {
    const reading = runJob('readTable', { bytes: manyRows }, { workerEntry, maxHeapMebibytes: 16 })
    await expect(reading).rejects.toMatchObject({ name: 'FileProblem', code: 'tooLargeForMemory' })
  })

  test('a worker that cannot start says so', async () => {
    const missing = new URL('./noSuchEntry.ts', import.meta.url)
    await expect(runJob('readTable', { bytes: manyRows }, { workerEntry: missing })).rejects.toThrow(
      /noSuchEntry/,
    )
  })
})
