import { generalComponent } from '../attendance/attendedHours.ts'
import { trackComponents } from '../instructionHours/trackComponents.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { tidy, toNumber } from '../files/values.ts'
import { findStudent } from './findStudent.ts'
import { HoursBook, type HoursFacts, type HoursIdentity } from './hoursBook.ts'
import type { PersonState } from './people.ts'
import type { PlannedRow } from './plannedRow.ts'
import { loadBooks, planRows, type Plan, type PlanContext, type PlanDb } from './planning.ts'
import type { ReadRow } from './readRow.ts'
import { ChangeLog, firstValues, setFields, shown } from './recordChanges.ts'
import type { SectionState } from './sections.ts'

export interface HoursPlan extends Plan {
  readonly hours: HoursBook
}

/** The most hours of one total, as in the form. */
const mostHours = 2000

/** Every component by its key and by its name in both languages, folded. */
async function componentsByName(db: PlanDb): Promise<ReadonlyMap<string, string>> {
  const byName = new Map<string, string>()
  for (const { key, name } of await trackComponents(db)) {
    for (const text of [key, name.en, name.es]) byName.set(foldForSearch(text), key)
  }
  for (const text of [generalComponent, 'English in general', 'ESL', 'inglés', 'inglés en general'])
    if (!byName.has(foldForSearch(text))) byName.set(foldForSearch(text), generalComponent)
  return byName
}

/** What the hours of each class count for, where the class says it. */
async function componentsOfClasses(db: PlanDb): Promise<ReadonlyMap<number, string>> {
  const rows = await db.selectFrom('sections').select(['id', 'component']).execute()
  return new Map(rows.map(({ id, component }) => [id, component ?? generalComponent]))
}

/** Plans a list of hours: one total a row, of a learner over a period. */
export async function planHours(context: PlanContext): Promise<HoursPlan> {
  const { db, reader, rows: fileRows } = context
  const { people, sections } = await loadBooks(db)
  const hours = await HoursBook.load(db, sections.sections, (id) => people.byKey(`learner:${id}`))
  const codes = new Set(fileRows.map(({ row }) => tidy(reader.read(row).cell('sectionCode'))))
  const named = [...codes].flatMap((code) => sections.known(code)?.id ?? [])
  await hours.loadMarks(db, named)
  const components = await componentsByName(db)
  const ofClasses = await componentsOfClasses(db)
  const log = new ChangeLog()

  const sectionOf = (read: ReadRow): SectionState | null => {
    const code = read.text('sectionCode', 40)
    const section = code === null ? null : sections.known(code)
    if (code !== null && section === null) read.refuse('unknownSection', 'sectionCode')
    return section
  }
  const componentOf = (read: ReadRow, section: SectionState | null): string => {
    const text = read.text('component', 100)
    if (text === null) return (section && ofClasses.get(section.id!)) ?? generalComponent
    const key = components.get(foldForSearch(text))
    if (key === undefined) read.refuse('unknownComponent', 'component')
    return key ?? ''
  }
  const planRow = (read: ReadRow, planned: PlannedRow) => {
    const found = findStudent(read, planned, people, 'refuse')
    const section = sectionOf(read)
    const component = componentOf(read, section)
    const total = readTotal(read, component)
    if (total) planned.summary = [section?.facts.code, `${total.facts.hours}`].filter(Boolean).join(' · ')
    if (!found || !total || read.refusals.length > 0) return
    recordTotal({ person: found.person, section, ...total }, { hours, read, planned, log })
  }

  const rows = await planRows(context, planRow)
  return { rows, changes: log.changes, people, sections, hours }
}

/** The period and the hours of a row; null when the row has to be refused. */
function readTotal(read: ReadRow, component: string): { identity: HoursIdentity; facts: HoursFacts } | null {
  for (const field of ['periodFrom', 'periodTo', 'hours']) read.require(field)
  const periodFrom = read.date('periodFrom', 'past', 'refuse')
  const periodTo = read.date('periodTo', 'past', 'refuse')
  const hours = readHours(read, 'hours', 'refuse')
  const possibleHours = readHours(read, 'possibleHours', 'leaveOut')
  if (periodFrom === null || periodTo === null || hours === null) return null
  if (periodTo < periodFrom) read.refuse('instructionHours.endsBeforeStart', 'periodTo')
  if (possibleHours !== null && possibleHours < hours)
    read.refuse('instructionHours.fewerThanAttended', 'possibleHours')
  return { identity: { component, periodFrom, periodTo }, facts: { hours, possibleHours } }
}

function readHours(read: ReadRow, field: string, otherwise: 'refuse' | 'leaveOut'): number | null {
  const hours = read.value(field, toNumber, otherwise)
  if (hours === null || (hours >= 0 && hours <= mostHours)) return hours
  read.refuse('hoursOutOfRange', field, { most: mostHours })
  return null
}

interface Total {
  readonly person: PersonState
  readonly section: SectionState | null
  readonly identity: HoursIdentity
  readonly facts: HoursFacts
}

interface Around {
  readonly hours: HoursBook
  readonly read: ReadRow
  readonly planned: PlannedRow
  readonly log: ChangeLog
}

/** Adds a total or changes the one of the same period; refuses hours that would count twice. */
function recordTotal(
  { person, section, identity, facts }: Total,
  { hours, read, planned, log }: Around,
): void {
  const sharing = hours.sharing(person, section, identity)
  const known = sharing.find(
    (total) =>
      total.identity.periodFrom === identity.periodFrom && total.identity.periodTo === identity.periodTo,
  )
  if (known) {
    // An empty cell takes nothing away.
    const said = facts.possibleHours === null ? { hours: facts.hours } : facts
    if (known.saidByRow !== null && hasOther(known.facts, said)) {
      read.refuse('contradictsRow', 'hours', { row: known.saidByRow })
      return
    }
    known.saidByRow ??= planned.number
    const values = setFields(known, said)
    if (values.length === 0) return
    log.changed(planned.number, 'instructionHours', known, values)
    planned.changes.push(...shown(values))
    planned.state = 'changed'
    return
  }
  if (sharing.length > 0) {
    read.refuse('instructionHours.overlaps', 'periodFrom')
    return
  }
  if (section !== null && hours.hasMarks(person, section, identity)) {
    read.refuse('instructionHours.meetingsThere', 'periodFrom')
    return
  }
  const added = { id: null, isChanged: true, person, section, identity, facts, saidByRow: planned.number }
  hours.add(added)
  const all = { ...(section ? { section: section.facts.code } : {}), ...identity, ...facts }
  log.created(planned.number, 'instructionHours', added, all)
  planned.changes.push(...shown(firstValues(all)))
  planned.state = 'new'
}

const hasOther = (known: HoursFacts, said: Partial<HoursFacts>) =>
  Object.entries(said).some(([field, value]) => known[field as keyof HoursFacts] !== value)
