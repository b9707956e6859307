import { addClass } from '../helpers/testedLearners.ts'
import { goTo } from './assessing.ts'
import { expect, test } from './fixture.ts'

const names = ['Zapata', 'Álvarez', 'Đặng']

test('a meeting is added, everyone marked, exceptions typed, and all of it saved at once', async ({
  page,
  api,
  expectAccessible,
}) => {
  const { sectionId, learnerIds } = await addClass(api, 'ESL-4A', names)
  await goTo(page, `/classes/${sectionId}`)
  await page.getByRole('button', { name: 'Attendance' }).click()
  await expect(page.getByText('No meetings in this month')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Add meeting' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Minutes' }).fill('150')
  await dialog.getByRole('button', { name: 'Add meeting' }).click()
  await page.getByRole('button', { name: 'Everyone else present' }).click()
  const cell = (name: RegExp) => page.getByRole('row', { name }).getByRole('textbox')
  await expect(cell(/Zapata/)).toHaveValue('P')
  await cell(/Zapata/).fill('perhaps')
  await expect(cell(/Zapata/)).toHaveAccessibleDescription(/Not understood/)
  await page.keyboard.press('Control+Enter')
  await expect(cell(/Zapata/)).toBeFocused()
  await page.keyboard.type('90')
  await cell(/Álvarez/).fill('a')
  await expectAccessible(page)

  await goTo(page, '/today')
  await goTo(page, `/classes/${sectionId}/attendance`)
  await expect(cell(/Álvarez/)).toHaveValue('a')
  await page.getByRole('button', { name: 'Save attendance' }).click()
  await expect(page.getByText('One meeting saved.')).toBeVisible()
  await cell(/Álvarez/).focus()
  await expect(page.getByRole('button', { name: /^Where this comes from: Álvarez, / })).toBeVisible()
  await page.keyboard.press('Shift+F2')
  const source = page.getByRole('dialog', { name: /^Where this comes from: Álvarez, / })
  await expect(source).toContainText('Typed by Alma Rivera')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(source).toBeHidden()
  await expect(cell(/Álvarez/)).toBeFocused()
  await expect(page.getByRole('row', { name: /Đặng/ })).toContainText('2.5')
  await expect(page.getByRole('row', { name: /Zapata/ })).toContainText('1.5')
  const { rows } = await api.attendance.ofSection({ sectionId, from: '2026-08-01', to: '2026-08-31' })
  expect(rows.map(({ learnerId, marks }) => [learnerId, marks[0]?.mark, marks[0]?.minutes])).toEqual(
    expect.arrayContaining([
      [learnerIds[0], 'late', 90],
      [learnerIds[1], 'absent', null],
      [learnerIds[2], 'present', null],
    ]),
  )
})

test.describe('in Spanish', () => {
  test.use({ language: 'es' })

  test('an earlier month shows a run of absences; a meeting is corrected and taken away', async ({
    page,
    api,
    expectAccessible,
  }) => {
    const { sectionId, learnerIds } = await addClass(api, 'ESL-4A', names)
    const absent = (heldOn: string) => ({
      heldOn,
      minutes: 120,
      marks: learnerIds.map((learnerId, index) => ({
        learnerId,
        mark: index === 0 ? ('absent' as const) : ('present' as const),
      })),
    })
    const days = ['2026-07-26', '2026-07-28', '2026-07-30']
    await api.attendance.save({ sectionId, meetings: days.map(absent) })
    await goTo(page, `/classes/${sectionId}/attendance`)
    await page.getByRole('button', { name: 'Mes anterior' }).click()
    await expect(page.getByRole('row', { name: /Zapata/ })).toContainText('3 faltas seguidas')
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Corregir sesiones' }).click()
    await page.getByRole('textbox', { name: /^Minutos el .*30 de julio/ }).fill('60')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: /^Quitar .*26 de julio/ }).click()
    await expect(page.getByText('Con ella se va lo anotado de 3 personas.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Quitar', exact: true }).click()
    await page.getByRole('button', { name: 'Listo' }).click()
    await page.getByRole('button', { name: 'Guardar asistencia' }).click()
    await expect(page.getByText('Se guardó una sesión.')).toBeVisible()
    await expect(page.getByRole('row', { name: /Álvarez/ })).toContainText('3')
    await expect(page.getByRole('row', { name: /Zapata/ })).not.toContainText('faltas seguidas')
  })
})

test('those who only look see the marks and are offered no change', async ({ page, api, program }) => {
  const { sectionId, learnerIds } = await addClass(api, 'ESL-4A', names)
  await api.attendance.save({
    sectionId,
    meetings: [
      { heldOn: '2026-08-01', minutes: 120, marks: [{ learnerId: learnerIds[0]!, mark: 'excused' }] },
    ],
  })
  program.core.accountChanged({ ...program.core.caller!, roles: ['viewer'] })
  await page.reload()
  await goTo(page, `/classes/${sectionId}/attendance`)
  await expect(page.getByRole('row', { name: /Zapata/ })).toContainText('E')
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Save attendance' })).toHaveCount(0)
})
