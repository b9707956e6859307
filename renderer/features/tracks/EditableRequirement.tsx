import { useTranslation } from 'react-i18next'
import type { Track } from '../../../shared/contract/tracks.ts'
import type { Requirement } from '../../../shared/rules/screening/requirements.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseListIcon, DeleteIcon, EditIcon, OpenListIcon } from '../../ui/icons.ts'
import { useRuleWords } from './ruleWords.ts'
import styles from './Tracks.module.css'

interface EditableRequirementProps {
  requirement: Requirement
  components: Track['components']
  /** What is wrong with it, after a refusal. */
  fault: string | undefined
  isFirst: boolean
  isLast: boolean
  onEdit: () => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One requirement of the version being written: to edit, to move, to leave out. */
export function EditableRequirement(props: EditableRequirementProps) {
  const { requirement, components, fault, isFirst, isLast, onEdit, onMove, onRemove } = props
  const { t } = useTranslation('tracks')
  const { language, rule } = useRuleWords(components)
  const name = requirement.message[language]
  return (
    <li className={styles.requirement}>
      <div className={styles.requirementHead}>
        <div>
          <p className={styles.message}>{name}</p>
          <p className={styles.quiet}>{rule(requirement)}</p>
          {fault !== undefined && <p className={styles.fault}>{fault}</p>}
        </div>
        <div className={styles.buttons}>
          <Badge kind={requirement.strength === 'required' ? 'info' : 'neutral'}>
            {t(`core:words.requirementStrengths.${requirement.strength}`)}
          </Badge>
          <Button isSmall icon={EditIcon} onPress={onEdit} aria-label={t('editor.editNamed', { name })}>
            {t('editor.edit')}
          </Button>
          <IconButton
            isSmall
            icon={CloseListIcon}
            label={t('editor.up', { name })}
            isDisabled={isFirst}
            onPress={() => onMove(-1)}
          />
          <IconButton
            isSmall
            icon={OpenListIcon}
            label={t('editor.down', { name })}
            isDisabled={isLast}
            onPress={() => onMove(1)}
          />
          <IconButton isSmall icon={DeleteIcon} label={t('removeNamed', { name })} onPress={onRemove} />
        </div>
      </div>
    </li>
  )
}
