import i18next from 'i18next'
import { client } from '../../api.ts'
import type { PaletteAction, PaletteSource } from '../../shell/palette.ts'
import { CohortsIcon, ReportsIcon } from '../../ui/icons.ts'

/** What the palette can do with cohorts. */
export const cohortActions: readonly PaletteAction[] = [
  { id: 'compare cohorts', labelKey: 'cohorts:palette.compare', icon: ReportsIcon, href: '/cohorts/compare' },
]

/** Finds cohorts by code, site or track. */
export const findCohorts: PaletteSource = async (text) => {
  const { rows } = await client.cohorts.list({ search: text, limit: 10 })
  return rows.map(({ id, code, trackName, site }) => ({
    id: `cohort ${id}`,
    label: code,
    detail: `${i18next.resolvedLanguage === 'es' ? trackName.es : trackName.en} · ${site}`,
    icon: CohortsIcon,
    href: `/cohorts/${id}`,
  }))
}
