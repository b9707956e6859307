import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf } from '../../helpers/failureOf.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { bigRoster } from './bigRoster.ts'
import { guessedSettings, previewed, resultOf, textFile, type TestCore } from './importing.ts'

const rowCount = 50_000

let core: TestCore
beforeEach(async () => {
  core = await signedInCore({ today: '2026-08-01' })
})
afterEach(() => core.dispose())

/** Calls other use cases one after the other until `stop`, which gives how many were answered. */
function otherCalls() {
  let working = true
  const calling = (async () => {
    let answered = 0
    while (working) {
      await core.api.session.state({})
      await core.api.learners.search({ text: 'garcia' })
      answered += 1
      await setImmediate()
    }
    return answered
  })()
  return {
    stop: () => {
      working = false
      return calling
    },
  }
}

// How long it takes is a figure of `npm run bench`.
test(`${rowCount} rows are read, planned and written while other calls are answered`, async () => {
  const others = otherCalls()
  const { openId, settings } = await guessedSettings(core, textFile(bigRoster(rowCount)))
  const { previewId, counts } = await resultOf(core.api.imports.preview({ openId, settings }))
  await resultOf(core.api.imports.apply({ previewId }))
  expect(await others.stop()).toBeGreaterThan(10)
  expect(counts.rows).toBe(rowCount)
  expect((await core.api.learners.list({ limit: 1 })).total).toBe(counts.new)
})

test('stopped at any stage, nothing is left and the next try works', async () => {
  const file = textFile(bigRoster(3_000))
  const { openId, settings } = await guessedSettings(core, file)

  const planning = new AbortController()
  const stopped = async () => {
    for await (const event of await core.api.imports.preview(
      { openId, settings },
      { signal: planning.signal },
    )) {
      if (event.type === 'progress' && event.done > 500) planning.abort()
    }
  }
  await expect(stopped()).rejects.toThrow()

  const { previewId } = await resultOf(core.api.imports.preview({ openId, settings }))
  for (const until of [0, 1_000, 3_000]) {
    const writing = new AbortController()
    const stages = new Set<string>()
    const call = async () => {
      for await (const event of await core.api.imports.apply({ previewId }, { signal: writing.signal })) {
        if (event.type !== 'progress') continue
        stages.add(event.stage)
        if (event.stage === 'writingRows' && event.done >= until) writing.abort()
      }
    }
    await expect(call()).rejects.toThrow()
    expect(stages).toContain('writingRows')
    expect((await core.api.learners.list({})).total).toBe(0)
    expect((await core.api.sections.list({})).total).toBe(0)
    expect((await core.api.imports.list({})).total).toBe(0)
  }
  await resultOf(core.api.imports.apply({ previewId }))
  expect((await core.api.imports.list({})).total).toBe(1)
  expect((await failureOf(resultOf(core.api.imports.apply({ previewId })))).code).toBe(
    'imports.alreadyApplied',
  )
  expect((await previewed(core, file)).counts).toMatchObject({ new: 0, changed: 0 })
})

test('a file that is stopped while it is read ends its thread', async () => {
  const { fileId } = await core.api.files.put({ file: textFile(bigRoster(20_000)) })
  const reading = new AbortController()
  const call = async () => {
    for await (const event of await core.api.imports.open({ fileId }, { signal: reading.signal })) {
      if (event.type === 'progress') reading.abort()
    }
  }
  await expect(call()).rejects.toThrow()
  expect((await failureOf(resultOf(core.api.imports.open({ fileId })))).kind).toBe('notFound')
})
