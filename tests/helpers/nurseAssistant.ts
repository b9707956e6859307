import type { Core } from '../../db/core.ts'
import type { CohortFacts } from '../../shared/contract/cohortValues.ts'

export interface NurseAssistant {
  trackId: number
  credentialId: number
  trackVersionId: number
}

/** A nurse-assistant track with one version of its rules and its two-part credential (three tries in two years). */
export async function nurseAssistantTrack(core: Core, code = 'NAS'): Promise<NurseAssistant> {
  const db = core.requireOpen().file.writer
  const made = { createdAt: core.now(), updatedAt: core.now() }
  const track = await db
    .insertInto('tracks')
    .values({
      code,
      nameEn: 'Nurse assistant',
      nameEs: 'Asistente de enfermería',
      status: 'active',
      components: '[]',
      ...made,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const credential = await db
    .insertInto('credentials')
    .values({
      trackId: track.id,
      nameEn: 'Nurse aide',
      nameEs: 'Auxiliar de enfermería',
      parts: JSON.stringify([
        { key: 'knowledge', name: { en: 'Knowledge', es: 'Conocimientos' } },
        { key: 'skills', name: { en: 'Skills', es: 'Habilidades' } },
      ]),
      attemptLimit: 3,
      windowMonths: 24,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const version = await db
    .insertInto('trackVersions')
    .values({
      trackId: track.id,
      version: 1,
      effectiveFrom: '2024-01-01',
      requirements: '[]',
      createdAt: core.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { trackId: track.id, credentialId: credential.id, trackVersionId: version.id }
}

/** The facts of a cohort in spring 2026, with whatever a test wants different. */
export function cohortInput(track: NurseAssistant, changes: Partial<CohortFacts> = {}): CohortFacts {
  return {
    code: 'NA-1',
    trackId: track.trackId,
    credentialId: track.credentialId,
    site: 'Central',
    term: null,
    startDate: '2026-02-02',
    endDate: '2026-06-12',
    seats: null,
    staff: [],
    deliveryFeatures: [],
    ...changes,
  }
}
