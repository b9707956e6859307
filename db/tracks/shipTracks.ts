import type { NewProgram } from '../program/shipDefaults.ts'
import type { Writer } from '../schema.ts'
import { addVersion } from './addVersion.ts'
import { childCare } from './samples/childCare.ts'
import { culinary } from './samples/culinary.ts'
import { hvac } from './samples/hvac.ts'
import { nurseAssistant } from './samples/nurseAssistant.ts'
import { pharmacyTechnician } from './samples/pharmacyTechnician.ts'
import { phlebotomy } from './samples/phlebotomy.ts'
import type { SampleTrack } from './samples/sampleTrack.ts'

export const sampleTracks: readonly SampleTrack[] = [
  nurseAssistant,
  phlebotomy,
  pharmacyTechnician,
  childCare,
  culinary,
  hvac,
]

/** The day from which the tests of the present generation count; earlier screenings need rules of their own. */
const sampleRulesSince = '2025-07-01'

const startingNote = {
  en: 'Sample rules to start from. Check each one against your catalog.',
  es: 'Requisitos de ejemplo para empezar. Compare cada uno con su catálogo.',
}

async function shipTrack(db: Writer, track: SampleTrack, { account, now }: NewProgram): Promise<void> {
  const { name, components, credentials, requirements, ...fields } = track
  const { id: trackId } = await db
    .insertInto('tracks')
    .values({
      ...fields,
      nameEn: name.en,
      nameEs: name.es,
      components: JSON.stringify(components),
      createdAt: now,
      updatedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const { name: credentialName, parts, noShowUsesAttempt, ...rest } of credentials) {
    await db
      .insertInto('credentials')
      .values({
        ...rest,
        trackId,
        nameEn: credentialName.en,
        nameEs: credentialName.es,
        parts: JSON.stringify(parts),
        noShowUsesAttempt: noShowUsesAttempt ? 1 : 0,
      })
      .execute()
  }
  await addVersion(db, {
    trackId,
    effectiveFrom: sampleRulesSince,
    requirements,
    note: startingNote[account.language],
    createdAt: now,
    createdBy: account.id,
  })
}

/** Puts the six sample tracks with credentials and entry rules into a new program. */
export async function shipTracks(db: Writer, program: NewProgram): Promise<void> {
  for (const track of sampleTracks) await shipTrack(db, track, program)
}
