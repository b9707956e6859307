import type { SignedInAccount } from '../../shared/contract/session.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { shipLevelTables } from '../levelTables/shipLevelTables.ts'
import { fillWithSampleData } from '../sampleData/fillWithSampleData.ts'
import type { Writer } from '../schema.ts'
import { shipTracks } from '../tracks/shipTracks.ts'

export interface NewProgram {
  account: SignedInAccount
  now: string
  today: IsoDate
}

/** What every new program starts with; with sample data, also invented learners and cohorts. */
export async function shipDefaults(
  db: Writer,
  program: NewProgram,
  startWith: 'empty' | 'sampleData',
): Promise<void> {
  await shipLevelTables(db, program.now)
  await shipTracks(db, program)
  if (startWith === 'sampleData') await fillWithSampleData(db, program)
}
