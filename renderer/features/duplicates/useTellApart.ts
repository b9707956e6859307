import { useTranslation } from 'react-i18next'
import type { ComparedPerson } from '../../../shared/contract/duplicates.ts'
import { api } from '../../api.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { useToastedCommand } from '../../useToastedCommand.ts'

interface Pair {
  first: ComparedPerson
  second: ComparedPerson
}

/** The answer that two records are two people, and its taking back; each is said in a toast. */
export function useTellApart() {
  const { t } = useTranslation('duplicates')
  const toasts = useToasts()
  const telling = useToastedCommand(api.duplicates.tellApart)
  const takingBack = useToastedCommand(api.duplicates.takeBack)
  const idsOf = ({ first, second }: Pair) => ({ firstId: first.id, secondId: second.id })
  const takeBack = (pair: Pair) => takingBack.run(idsOf(pair), () => toasts.show({ message: t('takenBack') }))
  return {
    isAnswering: telling.isPending || takingBack.isPending,
    takeBack,
    tellApart: (pair: Pair) => {
      // A key held down answers once.
      if (telling.isPending) return
      telling.run(idsOf(pair), () =>
        toasts.show({ message: t('toldApart'), kind: 'success', undo: () => takeBack(pair) }),
      )
    },
  }
}
