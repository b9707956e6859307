import i18next from 'i18next'
import { client } from '../../api.ts'
import type { PaletteSource } from '../../shell/palette.ts'
import { CalendarIcon } from '../../ui/icons.ts'

/** The attendance of the classes that a few letters name. */
export const attendanceSource: PaletteSource = async (text) => {
  const { rows } = await client.sections.list({ text, active: true, limit: 3 })
  return rows.map(({ id, code, name }) => ({
    id: `attendance ${id}`,
    label: i18next.t('attendance:palette.class', { code }),
    detail: name,
    icon: CalendarIcon,
    href: `/classes/${id}/attendance`,
  }))
}
