import { signInAs } from '../helpers/signInAs.ts'
import { expect, test, testAccountName, testPassphrase } from './fixture.ts'

test.describe('a first run', () => {
  test.use({ startWith: 'nothing' })

  test('shows the recovery code once, and the code opens the program when a passphrase is forgotten', async ({
    page,
    api,
    expectAccessible,
  }) => {
    await page.getByRole('textbox', { name: 'Name of the program' }).fill('Bridge to Health Careers')
    await page.getByRole('textbox', { name: 'Your name' }).fill(testAccountName)
    await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(testPassphrase)
    await page.getByRole('textbox', { name: 'Passphrase again' }).fill(testPassphrase)
    await page.keyboard.press('Control+Enter')

    await expect(page.getByRole('heading', { name: 'Your recovery code' })).toBeVisible()
    await expect(page.getByRole('navigation')).toBeHidden()
    const code = (
      await page.getByLabel('Recovery code', { exact: true }).locator('span').allInnerTexts()
    ).join('-')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'I have it on paper' }).click()
    await expect(page.getByRole('navigation')).toBeVisible()
    expect(await api.keys.state({})).toMatchObject({ recoveryCode: { standing: 'kept' } })
    expect(await page.content()).not.toContain(code.split('-')[0])

    await api.session.signOut({})
    await page.getByRole('link', { name: 'Passphrase forgotten? Use the recovery code' }).click()
    const typed = page.getByRole('textbox', { name: 'Recovery code' })
    await typed.fill(code.slice(0, -1))
    await expect(page.getByText('Seven groups of four characters.')).toBeVisible()
    await typed.fill(code.toLowerCase().replaceAll('-', ' '))
    await expect(page.getByText('The code is complete')).toBeVisible()
    await page.getByRole('button', { name: /Administrator/ }).click()
    await page.getByRole('option', { name: testAccountName }).click()
    await page.getByRole('textbox', { name: 'New passphrase' }).fill('another set of words')
    await page.getByRole('textbox', { name: 'Passphrase again' }).fill('another set of words')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Open', exact: true }).click()

    await expect(page.getByText('The recovery code was used.')).toBeVisible()
    await page.getByRole('link', { name: 'See what to do' }).click()
    await page.getByRole('button', { name: 'Make a new code' }).click()
    await page.getByRole('textbox', { name: 'Your passphrase' }).fill('another set of words')
    await page.getByRole('button', { name: 'Show the code' }).click()
    await expect(page.getByLabel('Recovery code', { exact: true })).not.toHaveText(code.replaceAll('-', ''))
    await page.getByRole('button', { name: 'I have it on paper' }).click()
    await expect(page.getByText('On paper since')).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Exchange the key' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Your passphrase' }).fill('another set of words')
    await dialog.getByRole('button', { name: 'Exchange the key' }).click()
    await expect(page.getByText('The program is under a new key.')).toBeVisible()
    await expect(dialog).toBeHidden()
    expect((await api.backups.list({})).backups.map(({ reason }) => reason)).toContain('beforeRekey')
  })
})

test('a forgotten passphrase is given anew by an administrator, and its owner chooses their own', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  await signInAs(api, 'Berta Cruz', ['coordinator'])
  await api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  // The page sees that somebody else signs in and loads itself anew, at a moment of its own.
  await page.goto('about:blank')
  await page.goto(`${program.origin}/#/program/people`)
  await page.getByRole('row', { name: /Berta Cruz/ }).dblclick()
  await page.getByRole('button', { name: 'Give a new passphrase' }).click()
  await page.getByRole('textbox', { name: 'First passphrase' }).fill('words for the first day')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Give a new passphrase' }).click()
  await expect(page.getByRole('row', { name: /Berta Cruz/ })).toContainText('Temporary passphrase')

  await api.session.signOut({})
  await api.session.signIn({ name: 'Berta Cruz', passphrase: 'words for the first day' })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Choose your own passphrase' })).toBeVisible()
  await expect(page.getByRole('navigation')).toBeHidden()
  await page.getByRole('textbox', { name: 'Passphrase you were given' }).fill('words for the first day')
  await page.getByRole('textbox', { name: 'New passphrase' }).fill('words of my own choice')
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill('words of my own choice')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
})

test.describe('signed out', () => {
  test.use({ signIn: false, language: 'es' })

  test('after wrong tries the next one waits, and the screen counts down', async ({
    page,
    expectAccessible,
  }) => {
    const passphrase = page.getByRole('textbox', { name: 'Frase de acceso' })
    const open = page.getByRole('button', { name: 'Abrir', exact: true })
    for (let n = 0; n < 3; n++) {
      await passphrase.fill(`no es esta ${n}`)
      await open.click()
      await expect(page.getByText('no coinciden')).toBeVisible()
    }
    await passphrase.fill('tampoco esta otra')
    await open.click()
    await expect(page.getByText('El próximo intento será posible en 1 segundo')).toBeVisible()
    await expectAccessible(page)
    await expect(open).toBeEnabled()
  })
})
