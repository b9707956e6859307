import { expect, test } from './fixture.ts'

test('the watch over requests sees every window of a test', async ({ browser, strays }) => {
  // An address that is set aside for examples: nobody is there.
  const elsewhere = 'http://192.0.2.1/picture.png'
  const context = await browser.newContext()
  await context.route(elsewhere, (route) => route.abort())
  const page = await context.newPage()
  const asked = page.waitForEvent('requestfailed')
  await page.setContent(`<img src="${elsewhere}" alt="">`)
  await asked
  expect(strays.splice(0)).toEqual([elsewhere])
  await context.close()
})
