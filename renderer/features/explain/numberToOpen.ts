import { createContext, useContext } from 'react'
import type { InferContractRouterInputs } from '@orpc/contract'
import type { Contract } from '../../../shared/contract/index.ts'
import type { Definition } from './definitions.ts'

type Inputs = InferContractRouterInputs<Contract>['explain']

/** A number as the core is asked what it is made of: the use case, and its input but for the window. */
export type NumberAsked = {
  [Name in keyof Inputs]: { explain: Name; input: Omit<Inputs[Name], 'group' | 'offset' | 'limit'> }
}[keyof Inputs]

/** A number on screen that can be opened. */
export interface NumberToOpen {
  /** What it counts or divides: "Completion rate". */
  title: string
  /** What it is of: a cohort, a class, a learner, everybody. */
  of: string
  /** As it stands on the screen: "81.8%". */
  text: string
  definition: Definition
  /** More words to the definition, such as what a rule of the data check looks for. */
  meaning?: string
  /** Null: only the definition is shown, for nobody may be named here. */
  asked: NumberAsked | null
}

interface Explaining {
  open: (number: NumberToOpen) => void
  close: () => void
}

const ExplainingContext = createContext<Explaining | null>(null)
export const ExplainingProvider = ExplainingContext.Provider

/** Opens and closes the panel that explains a number; only below the shell. */
export function useExplaining(): Explaining {
  const explaining = useContext(ExplainingContext)
  if (explaining === null) throw new Error('useExplaining needs the shell around it')
  return explaining
}
