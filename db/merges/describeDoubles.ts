import type { MergeDouble } from '../../shared/contract/merges.ts'
import type { Reader } from '../schema.ts'
import { placesInLine } from '../waitlist/line.ts'
import type { Double } from './findDoubles.ts'
import type { Row } from './rows.ts'

type Db = Pick<Reader, 'selectFrom'>
type Described<Kind extends MergeDouble['kind']> = Pick<
  Extract<MergeDouble, { kind: Kind }>,
  'about' | 'kept' | 'other'
>

async function codeOf(db: Db, table: 'sections' | 'cohorts', id: Row[string]): Promise<string | null> {
  if (id === null || id === undefined) return null
  const row = await db.selectFrom(table).select('code').where('id', '=', Number(id)).executeTakeFirst()
  return row?.code ?? null
}

function assessment({ kept, other }: Double): Described<'assessment'> {
  const side = (row: Row) => ({
    ...{ scoreText: String(row.scoreText), level: row.level === null ? null : Number(row.level) },
    accurate: row.accurate === 1,
  })
  const { instrument, skillArea, form, testedOn } = kept
  const about = { instrument, skillArea, form, testedOn } as Described<'assessment'>['about']
  return { about, kept: side(kept), other: side(other) }
}

async function attendance(db: Db, { kept, other }: Double): Promise<Described<'attendance'>> {
  const about = await db
    .selectFrom('meetings')
    .innerJoin('sections', 'sections.id', 'meetings.sectionId')
    .select(['sections.code as sectionCode', 'meetings.heldOn'])
    .where('meetings.id', '=', Number(kept.meetingId))
    .executeTakeFirstOrThrow()
  const side = ({ mark, minutes }: Row) => ({ mark, minutes }) as Described<'attendance'>['kept']
  return { about, kept: side(kept), other: side(other) }
}

async function hours(db: Db, { kept, other }: Double): Promise<Described<'hours'>> {
  const side = ({ periodFrom, periodTo, hours: some, possibleHours }: Row) =>
    ({ periodFrom, periodTo, hours: some, possibleHours }) as Described<'hours'>['kept']
  return {
    about: {
      sectionCode: await codeOf(db, 'sections', kept.sectionId ?? null),
      cohortCode: await codeOf(db, 'cohorts', kept.cohortId ?? null),
      component: String(kept.component),
    },
    ...{ kept: side(kept), other: side(other) },
  }
}

async function waitingPlace(db: Db, { kept, other }: Double): Promise<Described<'waitingPlace'>> {
  const { nameEn, nameEs } = await db
    .selectFrom('tracks')
    .select(['nameEn', 'nameEs'])
    .where('id', '=', Number(kept.trackId))
    .executeTakeFirstOrThrow()
  const line = await placesInLine(db, Number(kept.trackId)).select(['line.id', 'line.place']).execute()
  const side = (row: Row) => ({
    place: Number(line.find(({ id }) => id === row.id)!.place),
    addedOn: String(row.addedOn),
  })
  return { about: { track: { en: nameEn, es: nameEs } }, kept: side(kept), other: side(other) }
}

async function cohortMember(db: Db, { kept, other }: Double): Promise<Described<'cohortMember'>> {
  const side = ({ outcome, outcomeOn, startedOn }: Row) =>
    ({ outcome, outcomeOn, startedOn }) as Described<'cohortMember'>['kept']
  const cohortCode = (await codeOf(db, 'cohorts', kept.cohortId ?? null))!
  return { about: { cohortCode }, kept: side(kept), other: side(other) }
}

async function attempt(db: Db, { kept, other }: Double): Promise<Described<'attempt'>> {
  const { code, parts } = await db
    .selectFrom('cohortMembers')
    .innerJoin('cohorts', 'cohorts.id', 'cohortMembers.cohortId')
    .leftJoin('credentials', 'credentials.id', 'cohorts.credentialId')
    .select(['cohorts.code', 'credentials.parts'])
    .where('cohortMembers.id', '=', Number(kept.cohortMemberId))
    .executeTakeFirstOrThrow()
  const known = JSON.parse(parts ?? '[]') as { key: string; name: { en: string; es: string } }[]
  const key = String(kept.partKey)
  const side = ({ result }: Row) => ({ result }) as Described<'attempt'>['kept']
  return {
    about: {
      cohortCode: code,
      partName: known.find((one) => one.key === key)?.name ?? { en: key, es: key },
      takenOn: String(kept.takenOn),
    },
    ...{ kept: side(kept), other: side(other) },
  }
}

async function describe(db: Db, double: Double): Promise<MergeDouble> {
  const { kind, key, proposed } = double
  switch (kind) {
    case 'assessment':
      return { kind, key, proposed, ...assessment(double) }
    case 'attendance':
      return { kind, key, proposed, ...(await attendance(db, double)) }
    case 'hours':
      return { kind, key, proposed, ...(await hours(db, double)) }
    case 'waitingPlace':
      return { kind, key, proposed, ...(await waitingPlace(db, double)) }
    case 'cohortMember':
      return { kind, key, proposed, ...(await cohortMember(db, double)) }
    case 'attempt':
      return { kind, key, proposed, ...(await attempt(db, double)) }
  }
}

/** What stands in both records, as a person chooses between the two. */
export async function describeDoubles(db: Db, doubles: readonly Double[]): Promise<MergeDouble[]> {
  const described: MergeDouble[] = []
  for (const double of doubles) described.push(await describe(db, double))
  return described
}
