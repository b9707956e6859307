import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WorkOf } from '../../../shared/contract/today.ts'
import { api } from '../../api.ts'
import { useOwnClassesOnly } from '../../shell/ownClassesOnly.ts'
import { useSession } from '../../shell/session.ts'
import { Select } from '../../ui/Select.tsx'

interface WorkOfFieldProps {
  value: WorkOf
  onChange: (of: WorkOf) => void
}

/** More classes than anybody looks through in a list of choices. */
const classesAtMost = 200

/** Whose work is shown: everybody's, that of the own classes, or of one class. Nothing where there is no choice. */
export function WorkOfField({ value, onChange }: WorkOfFieldProps) {
  const { t } = useTranslation('today')
  const { account } = useSession()
  const ownOnly = useOwnClassesOnly()
  const sections = useQuery(api.sections.list.queryOptions({ input: { active: true, limit: classesAtMost } }))
  const rows = sections.data?.rows ?? []
  const own = rows.filter(({ instructorAccountId }) => instructorAccountId === account.id)
  const others = rows.filter(({ instructorAccountId }) => instructorAccountId !== account.id)
  const options = [
    { id: 'everybody', label: t(ownOnly === true ? 'work.of.allOwn' : 'work.of.everybody') },
    ...(ownOnly !== true && own.length > 0 ? [{ id: 'ownClasses', label: t('work.of.ownClasses') }] : []),
    ...[...own, ...others].map(({ id, code }) => ({ id: String(id), label: code })),
  ]
  if (options.length < 3) return null
  // A class that is over since it was chosen is in no list of choices any more.
  const chosen = options.find(({ id }) => id === String(value))?.id ?? 'everybody'
  return (
    <Select
      isLabelHidden
      label={t('work.of.label')}
      options={options}
      value={chosen}
      onChange={(id) => onChange(id === 'everybody' || id === 'ownClasses' ? id : Number(id))}
    />
  )
}
