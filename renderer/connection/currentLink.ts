import type { ClientLink } from '@orpc/client'
import { httpLink } from './httpLink.ts'

/** The way to the core from this page. */
export const currentLink: ClientLink<Record<never, never>> = httpLink()
