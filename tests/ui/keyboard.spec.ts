import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { throughPalette } from './palette.ts'

test.use({ startWith: 'sampleData', language: 'es' })

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** The name of what has the focus, and whether a ring is drawn on it or on the frame it stands in. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement!
    const near = [element, element.parentElement, element.parentElement?.parentElement]
    const siblings = [element.nextElementSibling, element.parentElement?.nextElementSibling]
    const isRinged = [...near, ...siblings].some((each) => {
      const { outlineStyle, outlineWidth } = each ? getComputedStyle(each) : new CSSStyleDeclaration()
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
    })
    return { name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim(), isRinged }
  })

test('the palette leads to a learner, a cohort, a track and an action', async ({ page, api }) => {
  await expect(title(page, 'Hoy')).toBeVisible()
  const learner = (await api.learners.list({ limit: 1 })).rows[0]!
  const name = `${learner.givenName} ${learner.familyName}`
  await throughPalette(page, learner.studentId!)
  await expect(title(page, name)).toBeVisible()
  const cohort = (await api.cohorts.list({})).rows[0]!
  await throughPalette(page, cohort.code)
  await expect(title(page, cohort.code)).toBeVisible()
  await throughPalette(page, 'cuidado inf')
  await expect(title(page, 'Cuidado infantil')).toBeVisible()
  await throughPalette(page, 'agregar estud')
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('a form with a mistake is sent, mended and kept by keys alone', async ({ page, api }) => {
  await throughPalette(page, 'agregar estud')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Apellido' }).focus()
  await page.keyboard.type('Quispe')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Nayra')
  const birth = dialog.getByRole('textbox', { name: 'Fecha de nacimiento' })
  while (!(await birth.evaluate((field) => field === document.activeElement))) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('31 feb 1990')
  await page.keyboard.press('Control+Enter')
  await expect(birth).toHaveAttribute('aria-invalid', 'true')
  await birth.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('9 mar 1990')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  expect(await api.learners.search({ text: 'quispe' })).toMatchObject([{ birthDate: '1990-03-09' }])
})

test('Tab reaches everything on a list, each stop with a ring', async ({ page }) => {
  await page.evaluate(() => void (location.hash = '/cohorts'))
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await page.locator('body').press('Tab')
  const stops: string[] = []
  for (let stop = await focused(page); !stops.includes(stop.name) || stop.name === '';) {
    expect(stop.isRinged, `a ring on “${stop.name}”`).toBe(true)
    stops.push(stop.name)
    if (stops.length > 60) break
    await page.keyboard.press('Tab')
    stop = await focused(page)
  }
  const links = await page.getByRole('navigation').getByRole('link').allTextContents()
  expect(stops).toEqual(expect.arrayContaining([...links, 'Exportar', 'Nuevo grupo']))
})

test('axe finds nothing at any place, in both languages and themes', async ({
  page,
  api,
  expectAccessible,
}) => {
  test.setTimeout(180_000)
  // What a theme may break are contrasts, what a language may break are names: neither breaks the other's.
  for (const look of [
    { language: 'en', theme: 'light' },
    { language: 'es', theme: 'dark' },
  ] as const) {
    await api.session.prefer(look)
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${look.language}`))
    for (const place of await page.getByRole('navigation').getByRole('link').all()) {
      await place.click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main').getByRole('status').filter({ hasText: '…' })).toHaveCount(0)
      await expectAccessible(page)
    }
  }
})
