import { useTranslation } from 'react-i18next'
import type { ImportCounts } from '../../../shared/contract/importPlan.ts'
import type { ColumnsGuess } from '../../../shared/contract/imports.ts'
import { importRowStates } from '../../../shared/values/imports.ts'
import { client } from '../../api.ts'
import { ExportListButton } from '../../disclosure/ExportListButton.tsx'
import { useSession } from '../../shell/session.ts'
import { Card, StatTile } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { BackFromFile } from './BackFromFile.tsx'
import styles from './Files.module.css'

interface DoneStepProps {
  guess: ColumnsGuess
  previewId: string
  counts: ImportCounts
  /** Goes on with another sheet of the same file. */
  onNextSheet: (place: number) => void
}

/** Where each kind of file leads, by the key of its words. */
const nextPlaces = {
  roster: ['files', 'learners'],
  testSummary: ['screening', 'learners'],
  attendance: ['classes', 'today'],
  hours: ['learners', 'today'],
  cohortHistory: ['cohorts', 'reports'],
} as const
const addresses = {
  files: '#/files',
  learners: '#/learners',
  screening: '#/screenings',
  classes: '#/classes',
  today: '#/today',
  cohorts: '#/cohorts',
  reports: '#/reports',
} as const

/** The next sheet to bring in of a workbook with one for each class; null when there is none. */
function nextSheet({ kind, file, sheet }: ColumnsGuess): { place: number; name: string } | null {
  const found = file.sheets.findIndex(
    ({ hidden, looksKnown }, place) => place > sheet && !hidden && looksKnown,
  )
  return kind === 'attendance' && found !== -1 ? { place: found, name: file.sheets[found]!.name } : null
}

/** What came of a file, and where to go from here. */
export function DoneStep({ guess, previewId, counts, onNextSheet }: DoneStepProps) {
  const { t, i18n } = useTranslation('imports')
  const { account } = useSession()
  const number = new Intl.NumberFormat(i18n.language)
  const next = nextSheet(guess)
  const notWhole = counts.refused + counts.setAside + counts.valueLeftOut
  const states = counts.conflict > 0 ? importRowStates : importRowStates.filter((one) => one !== 'conflict')
  const tiles = states.map((state) => ({
    label: t(`states.${state}`),
    value: number.format(counts[state]),
  }))
  return (
    <>
      <PageHeader title={t('done.title')} subtitle={guess.file.fileName} back={<BackFromFile />} />
      <div className={styles.screen}>
        <div className={styles.tiles}>
          {tiles.map(({ label, value }) => (
            <StatTile key={label} label={label} value={value} />
          ))}
        </div>
        {notWhole > 0 && (
          <Notice
            kind="warning"
            action={
              <ExportListButton
                job={client.imports.rowsNotTaken}
                input={() => ({ previewId, language: account.language })}
                label={t('done.download')}
                isSmall
              />
            }
          >
            {t('done.notTaken', {
              refused: counts.refused,
              setAside: counts.setAside,
              leftOut: counts.valueLeftOut,
            })}
          </Notice>
        )}
        <Card title={t('done.next')}>
          <ul className={styles.next}>
            {next !== null && (
              <li>
                <Link onPress={() => onNextSheet(next.place)}>
                  {t('done.nextSheet', { sheet: next.name })}
                </Link>
              </li>
            )}
            {nextPlaces[guess.kind ?? 'roster'].map((place) => (
              <li key={place}>
                <Link href={addresses[place]}>{t(`done.places.${place}`)}</Link>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  )
}
