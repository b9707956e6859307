import { startLoopbackHost } from '../../electron/loopback/host.ts'
import { expect, pageFolder, test } from './fixture.ts'

test('the program ends some time after its last page is closed, whichever was opened first', async ({
  program,
  context,
}) => {
  const host = await startLoopbackHost({ core: program.core, pageFolder, patience: 2000 })
  let ended = false
  void host.ended.then(() => (ended = true))
  const openPage = async () => {
    const page = await context.newPage()
    await page.goto(host.newLink())
    await expect(page.getByRole('navigation').first()).toBeVisible()
    return page
  }
  const first = await openPage()
  const second = await openPage()
  const takenOver = second.waitForRequest('**/presence')
  await first.close()
  await takenOver
  expect(ended).toBe(false)
  await second.close()
  await expect.poll(() => ended).toBe(true)
})
