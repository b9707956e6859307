import type { Reader } from '../schema.ts'

interface TrackComponent {
  key: string
  name: { en: string; es: string }
}

/** The components of all tracks, each once, under the name that the first track gives it. */
export async function trackComponents(db: Pick<Reader, 'selectFrom'>): Promise<TrackComponent[]> {
  const tracks = await db.selectFrom('tracks').select('components').orderBy('code').execute()
  const all = tracks.flatMap(({ components }) => JSON.parse(components) as TrackComponent[])
  const byKey = new Map<string, TrackComponent>()
  for (const { key, name } of all) if (!byKey.has(key)) byKey.set(key, { key, name })
  return [...byKey.values()]
}
