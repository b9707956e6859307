import i18next from 'i18next'
import { foldForSearch } from '../../../shared/values/names.ts'
import { client } from '../../api.ts'
import type { PaletteSource } from '../../shell/palette.ts'
import { TracksIcon } from '../../ui/icons.ts'
import { trackPath } from './trackPaths.ts'

/** Finds tracks by code or by their name in either language. */
export const findTracks: PaletteSource = async (text) => {
  const wanted = foldForSearch(text)
  const language = i18next.resolvedLanguage === 'es' ? 'es' : 'en'
  const tracks = await client.tracks.list({})
  return tracks
    .filter(({ code, name }) => foldForSearch(`${code} ${name.en} ${name.es}`).includes(wanted))
    .map(({ id, code, name }) => ({
      id: `track ${id}`,
      label: name[language],
      detail: code,
      icon: TracksIcon,
      href: trackPath(id),
    }))
}
