import type { LocalText, Language } from '../../../shared/values/vocabulary.ts'
import type { Requirement } from '../../../shared/rules/screening/requirements.ts'
import { displayName } from '../../../shared/values/names.ts'
import { askedEvidence } from '../../evidence/askedEvidence.ts'
import type { Reader } from '../../schema.ts'
import { dateWords } from './dateWords.ts'
import { batchesOf } from '../../batches.ts'

type Reads = Pick<Reader, 'selectFrom'>

/** Records that entries are about or refer to, by kind and number. */
export interface RecordNames {
  /** The name of a record; null when it is no longer there. */
  of(kind: string, id: number | string): string | null
}

const nameIn = (language: Language, row: { nameEn: string; nameEs: string }) =>
  language === 'es' ? row.nameEs : row.nameEn

/** Every requirement of some rules, with the members of its groups. */
const withMembers = (requirements: readonly Requirement[]) =>
  requirements.flatMap((one) => (one.rule.kind === 'anyOf' ? [one, ...one.rule.members] : [one]))

async function requirementNames(db: Reads, language: Language): Promise<[string, string][]> {
  const versions = await db.selectFrom('trackVersions').select('requirements').orderBy('id').execute()
  const all = versions.flatMap(({ requirements }) => withMembers(JSON.parse(requirements) as Requirement[]))
  return all.map(({ key, message }) => [`requirement ${key}`, message[language]])
}

async function evidenceNames(db: Reads, language: Language): Promise<[string, string][]> {
  const asked = await askedEvidence(db)
  return asked
    .filter(({ kind }) => kind !== 'interview')
    .map(({ evidenceKey, label }: { evidenceKey: string; label: LocalText }) => [
      `evidence ${evidenceKey}`,
      label[language],
    ])
}

async function screeningNames(db: Reads, language: Language): Promise<[string, string][]> {
  const rows = await db
    .selectFrom('screenings')
    .innerJoin('tracks', 'tracks.id', 'screenings.trackId')
    .select(['screenings.id', 'screenings.startDate', 'tracks.nameEn', 'tracks.nameEs'])
    .execute()
  return rows.map((row) => [
    `screening ${row.id}`,
    `${nameIn(language, row)}, ${dateWords(row.startDate, language)}`,
  ])
}

/** The names of everything that the program has few of. */
async function namesOfFew(db: Reads, language: Language): Promise<[string, string][]> {
  const tracks = await db.selectFrom('tracks').select(['id', 'nameEn', 'nameEs']).execute()
  const credentials = await db.selectFrom('credentials').select(['id', 'nameEn', 'nameEs', 'parts']).execute()
  const parts = credentials.flatMap((row) => JSON.parse(row.parts) as { key: string; name: LocalText }[])
  const sections = await db.selectFrom('sections').select(['id', 'code']).execute()
  const meetings = await db
    .selectFrom('meetings')
    .innerJoin('sections', 'sections.id', 'meetings.sectionId')
    .select(['meetings.id', 'sections.code', 'meetings.heldOn'])
    .execute()
  const cohorts = await db.selectFrom('cohorts').select(['id', 'code']).execute()
  const accounts = await db.selectFrom('accounts').select(['id', 'name']).execute()
  const benchmarks = await db.selectFrom('benchmarks').select(['id', 'label']).execute()
  const imports = await db.selectFrom('imports').select(['id', 'fileName']).execute()
  const tables = await db.selectFrom('levelTables').select(['id', 'instrument']).execute()
  return [
    ...tracks.map((row): [string, string] => [`track ${row.id}`, nameIn(language, row)]),
    ...credentials.map((row): [string, string] => [`credential ${row.id}`, nameIn(language, row)]),
    ...parts.map(({ key, name }): [string, string] => [`part ${key}`, name[language]]),
    ...sections.map(({ id, code }): [string, string] => [`section ${id}`, code]),
    ...meetings.map(({ id, code, heldOn }): [string, string] => [
      `meeting ${id}`,
      `${code}, ${dateWords(heldOn, language)}`,
    ]),
    ...cohorts.map(({ id, code }): [string, string] => [`cohort ${id}`, code]),
    ...accounts.map(({ id, name }): [string, string] => [`account ${id}`, name]),
    ...benchmarks.map(({ id, label }): [string, string] => [`benchmark ${id}`, label]),
    ...imports.map(({ id, fileName }): [string, string] => [`import ${id}`, fileName]),
    ...tables.map(({ id, instrument }): [string, string] => [`levelTable ${id}`, instrument]),
  ]
}

async function learnerNames(db: Reads, learnerIds: readonly number[]): Promise<[string, string][]> {
  const ids = [...new Set(learnerIds)]
  const rows: [string, string][] = []
  for (const some of batchesOf(ids)) {
    const named = await db
      .selectFrom('learners')
      .select(['id', 'familyName', 'givenName', 'preferredName'])
      .where('id', 'in', some)
      .execute()
    rows.push(...named.map((row): [string, string] => [`learner ${row.id}`, displayName(row)]))
  }
  return rows
}

/** Looks up what entries refer to, and the names of these learners. */
export async function recordNames(
  db: Reads,
  learnerIds: readonly number[],
  language: Language,
): Promise<RecordNames> {
  const names = new Map([
    ...(await namesOfFew(db, language)),
    ...(await screeningNames(db, language)),
    ...(await requirementNames(db, language)),
    ...(await evidenceNames(db, language)),
    ...(await learnerNames(db, learnerIds)),
  ])
  return { of: (kind, id) => names.get(`${kind} ${id}`) ?? null }
}
