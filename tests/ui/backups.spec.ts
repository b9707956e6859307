import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { resultOf } from '../helpers/resultOf.ts'
import { temporaryFolder } from '../helpers/testCore.ts'
import { expect, test, testAccountName, testPassphrase } from './fixture.ts'

test.describe('backups', () => {
  test.use({ startWith: 'sampleData' })

  test('one is made by hand, looked into, restored, and the restore is undone', async ({
    page,
    api,
    program,
    expectAccessible,
  }) => {
    await page.goto(`${program.origin}/#/program/backups`)
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect(page.getByText('Backup made, opened and read through.')).toBeVisible()
    const list = page.getByRole('grid', { name: 'Backups' })
    const made = list.getByRole('row').filter({ hasText: 'By hand' })
    await expect(made).toContainText('180 learners')
    await expectAccessible(page)

    await api.program.changeSettings({ ...(await api.program.settings({})), name: 'Renamed by mistake' })
    await made.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Restore a backup' })
    await expect(dialog.getByText('2 changes since then are set aside.')).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Restore this backup' }).click()

    await expect(page.getByRole('heading', { name: 'Bridge to Health Careers' })).toBeVisible()
    const passphrase = page.getByRole('textbox', { name: 'Passphrase' })
    await passphrase.fill(testPassphrase)
    await passphrase.press('Enter')
    await page.getByRole('button', { name: 'Undo the restore' }).click()
    await expect(dialog.getByText('Renamed by mistake')).toBeVisible()
    await dialog.getByRole('button', { name: 'Restore this backup' }).click()
    await expect(page.getByRole('heading', { name: 'Renamed by mistake' })).toBeVisible()
  })
})

test('a second folder that is gone is said above every screen until a backup reaches it', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  const second = temporaryFolder()
  await page.goto(`${program.origin}/#/program/backups`)
  const folder = page.getByRole('textbox', { name: 'Folder' })
  await folder.fill('Backups')
  await folder.press('Enter')
  await expect(page.getByText('Write the whole path of the folder').first()).toBeVisible()
  await folder.fill(second.path)
  await folder.press('Enter')
  await expect(page.getByText('The next backup goes there too.')).toBeVisible()

  rmSync(join(second.path, 'Stepping Stones backups'), { recursive: true })
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('Backups have not reached the second folder')).toBeVisible()
  await expectAccessible(page)
  await api.backups.changeSecondFolder({ path: second.path })
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('Backups have not reached the second folder')).toBeHidden()
  second.dispose()
})

test.describe('on a new computer', () => {
  test.use({ startWith: 'nothing' })

  test('a backup is opened with a passphrase alone', async ({ page, programs, expectAccessible }) => {
    const old = temporaryFolder()
    await programs.copyTo(old.path, { startWith: 'empty', language: 'en', today: '2026-08-01' })
    await page.getByRole('link', { name: 'Open a backup' }).click()
    await page.getByRole('textbox', { name: 'Folder of the backup' }).fill(old.path)
    await page.getByRole('textbox', { name: 'Name of the account' }).fill(testAccountName)
    const passphrase = page.getByRole('textbox', { name: 'Passphrase' })
    await passphrase.fill('not the one at all')
    await passphrase.press('Enter')
    await expect(page.getByText('This does not open the backup.')).toBeVisible()
    await expectAccessible(page)
    await passphrase.fill(testPassphrase)
    await passphrase.press('Enter')
    await expect(page.getByRole('heading', { name: 'Bridge to Health Careers' })).toBeVisible()
    await passphrase.fill(testPassphrase)
    await passphrase.press('Enter')
    await expect(page.getByRole('navigation').first()).toBeVisible()
    old.dispose()
  })
})

test('a program file that is gone names the newest backup, and the backup takes its place', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  await resultOf(api.backups.make({}))
  await api.session.signOut({})
  rmSync(program.core.settings.programFile)
  await page.reload()
  await expect(page.getByText('The newest backup was made on Aug 1, 2026')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Open a backup' }).click()
  await page.getByRole('textbox', { name: 'Name of the account' }).fill(testAccountName)
  const passphrase = page.getByRole('textbox', { name: 'Passphrase' })
  await passphrase.fill(testPassphrase)
  await passphrase.press('Enter')
  await expect(page.getByRole('heading', { name: 'Bridge to Health Careers' })).toBeVisible()
})
