import { expect, test } from './fixture.ts'

test('a track is added, with its course and its credential', async ({ page, api, expectAccessible }) => {
  await page.getByRole('link', { name: 'Tracks', exact: true }).click()
  await expect(page.getByRole('rowheader', { name: 'Nurse assistant' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add track' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add track' })
  await dialog.getByRole('textbox', { name: /^Name \(English\)/ }).fill('Forklift operator')
  await dialog.getByRole('textbox', { name: /^Name \(Spanish\)/ }).fill('Operador de montacargas')
  await dialog.getByRole('textbox', { name: /^Code/ }).fill('NA')
  await dialog.getByRole('button', { name: 'Add a part' }).click()
  await dialog.getByRole('textbox', { name: 'English', exact: true }).fill('Safety first')
  await dialog.getByRole('textbox', { name: 'Spanish', exact: true }).fill('Seguridad primero')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Another track has this code.')
  await expectAccessible(page)
  await dialog.getByRole('textbox', { name: /^Code/ }).fill('FORK')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Forklift operator' })).toBeVisible()
  await expect(page.getByText('No entry rules yet')).toBeVisible()

  await page.getByRole('tab', { name: 'Course and credentials' }).click()
  await page.getByRole('button', { name: 'Add credential' }).click()
  const credential = page.getByRole('dialog', { name: 'Add credential' })
  await credential.getByRole('textbox', { name: /^Name \(English\)/ }).fill('Employer evaluation')
  await credential.getByRole('textbox', { name: /^Name \(Spanish\)/ }).fill('Evaluación del empleador')
  await credential.getByRole('textbox', { name: 'English', exact: true }).fill('Driving test')
  await credential.getByRole('textbox', { name: 'Spanish', exact: true }).fill('Prueba de manejo')
  await credential.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Driving test')).toBeVisible()
  await expectAccessible(page)
  const { id } = (await api.tracks.list({})).find(({ code }) => code === 'FORK')!
  const track = await api.tracks.get({ id })
  expect(track.components).toEqual([
    { key: 'safetyFirst', name: { en: 'Safety first', es: 'Seguridad primero' }, hours: null },
  ])
  expect(track.credentials[0]!.parts).toMatchObject([{ key: 'drivingTest' }])
})

test('changed rules become a new version, and history says what changed', async ({
  page,
  api,
  expectAccessible,
}) => {
  const row = (await api.tracks.list({})).find(({ code }) => code === 'NA')!
  await page.getByRole('link', { name: 'Tracks', exact: true }).click()
  await page.getByRole('rowheader', { name: 'Nurse assistant' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Change rules' }).click()
  await page.getByRole('button', { name: 'Edit Age 18 or older on the first day' }).click()
  const dialog = page.getByRole('dialog', { name: 'Age on the first day' })
  const years = dialog.getByRole('textbox', { name: 'Years at least' })
  await years.fill('16.5')
  await years.blur()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Keep requirement' }).click()
  await page.getByRole('button', { name: 'Remove Information session' }).click()
  await expectAccessible(page)

  // A look elsewhere loses nothing.
  await page.getByRole('link', { name: 'Nurse assistant', exact: true }).click()
  await page.getByRole('button', { name: 'Change rules' }).click()
  await expect(page.getByText('These are changes you began before')).toBeVisible()
  await page.getByRole('textbox', { name: 'Why the rules change' }).fill('Board decision of June 3')
  await page.getByRole('button', { name: 'Save new version' }).click()
  await expect(page.getByText('Version 2, in force since Aug 1, 2026.')).toBeVisible()
  await page.getByRole('tab', { name: /History/ }).click()
  await expect(
    page.getByText('was “18 or older on the first day”, now “16.5 or older', { exact: false }),
  ).toBeVisible()
  await expect(page.getByRole('tabpanel').getByText('Left out: Information session')).toBeVisible()
  await expectAccessible(page)
  const track = await api.tracks.get({ id: row.id })
  expect(track.versions.map(({ version }) => version)).toEqual([2, 1])
  expect(track.versions[0]!.note).toBe('Board decision of June 3')
})

test('a requirement of several ways says what is missing before it is kept', async ({
  page,
  expectAccessible,
}) => {
  await page.getByRole('link', { name: 'Tracks', exact: true }).click()
  await page.getByRole('rowheader', { name: 'Culinary' }).click()
  await page.getByRole('button', { name: 'Change rules' }).click()
  await page.getByRole('button', { name: 'Add requirement' }).click()
  await page.getByRole('menuitem', { name: 'Any one of several' }).click()
  const dialog = page.getByRole('dialog', { name: 'Any one of several' })
  for (const kind of ['Schooling', 'Interview']) {
    await dialog.getByRole('button', { name: 'Add a way' }).click()
    await page.getByRole('menuitem', { name: kind, exact: true }).click()
  }
  await dialog.getByRole('button', { name: 'Keep requirement' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Write the message in both languages.')
  await expect(dialog.getByRole('alert')).toContainText('Interview held: Say where the rule comes from.')
  await expectAccessible(page)
})

test.describe('in Spanish', () => {
  test.use({ language: 'es' })
  test('tracks and rules are read in Spanish', async ({ page, expectAccessible }) => {
    await page.getByRole('link', { name: 'Carreras', exact: true }).click()
    await page.getByRole('rowheader', { name: 'Auxiliar de enfermería' }).click()
    await expect(page.getByText('Lectura: nivel 5 o más, en una prueba del último año')).toBeVisible()
    await expectAccessible(page)
  })
})
