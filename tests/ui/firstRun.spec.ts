import { expect, test, testAccountName, testPassphrase } from './fixture.ts'

test.describe('a first run', () => {
  test.use({ startWith: 'nothing' })

  test('asks for the program and opens it', async ({ page, api, expectAccessible }) => {
    await page.getByRole('textbox', { name: 'Name of the program' }).fill('Bridge to Health Careers')
    await page.getByRole('textbox', { name: 'Your name' }).fill(testAccountName)
    await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(testPassphrase)
    await page.getByRole('textbox', { name: 'Passphrase again' }).fill(testPassphrase)
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'I have it on paper' }).click()
    await expect(page.getByRole('navigation')).toBeVisible()
    expect(await api.session.state({})).toMatchObject({
      state: 'signedIn',
      programName: 'Bridge to Health Careers',
      host: 'loopback',
    })
  })
})

test.describe('signed out', () => {
  test.use({ signIn: false, language: 'es' })

  test('a wrong passphrase is refused in the program’s language, the right one opens', async ({
    page,
    expectAccessible,
  }) => {
    await expect(page.locator('html')).toHaveAttribute('lang', 'es')
    const passphrase = page.getByRole('textbox', { name: 'Frase de acceso' })
    await passphrase.fill('cinco piedras rotas')
    await passphrase.press('Enter')
    await expect(page.getByText('no coinciden')).toBeVisible()
    await expectAccessible(page)
    await passphrase.fill(testPassphrase)
    await passphrase.press('Enter')
    await expect(page.getByRole('navigation')).toBeVisible()
  })
})

test('a link lets one browser in, once', async ({ page, program, browser }) => {
  await expect(page.getByRole('navigation')).toBeVisible()
  expect(page.url()).not.toContain('token')
  const used = program.newLink()
  for (const expected of ['navigation', 'refusal'] as const) {
    const context = await browser.newContext()
    const other = await context.newPage()
    await other.goto(used)
    const shown =
      expected === 'navigation'
        ? other.getByRole('navigation')
        : other.getByText('This page was not opened by a fresh link.')
    await expect(shown).toBeVisible()
    await context.close()
  }
})
