import type { ComponentType } from 'react'
import type { Role } from '../../../shared/values/vocabulary.ts'
import { BackupsTab } from '../backups/BackupsTab.tsx'
import { KeysTab } from '../keys/KeysTab.tsx'
import { KeepTab } from '../keep/KeepTab.tsx'
import { ChangesTab } from '../audit/ChangesTab.tsx'
import { People } from './People.tsx'
import { ProgramSettings } from './ProgramSettings.tsx'

export interface ProgramTab {
  /** Its part of the address (`/program/people`) and its key in the `program` texts under `tabs`. */
  id: 'settings' | 'people' | 'keys' | 'backups' | 'changes' | 'keep'
  content: ComponentType
  /** Who sees it; everybody when it is not there. */
  roles?: readonly Role[]
}

/** The parts of the place "Program", left to right. */
export const programTabs: readonly ProgramTab[] = [
  { id: 'settings', content: ProgramSettings },
  { id: 'people', content: People, roles: ['administrator'] },
  { id: 'keys', content: KeysTab },
  { id: 'backups', content: BackupsTab, roles: ['administrator'] },
  { id: 'changes', content: ChangesTab, roles: ['administrator', 'director'] },
  { id: 'keep', content: KeepTab, roles: ['administrator', 'director'] },
]
